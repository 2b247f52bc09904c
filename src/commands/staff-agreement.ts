import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import {
  agreementName,
  agreementRules,
  isStanding,
  requireTerm,
  signatoryName,
  untilOf,
  type Agreement,
  type Signatory,
} from '../domain/agreement.ts'
import { readChoice } from '../domain/choice.ts'
import { requireDating } from '../domain/dating.ts'
import { dayGiven } from '../domain/day-given.ts'
import { isInvalid } from '../domain/invalid.ts'
import type { Policy } from '../domain/policy.ts'
import { Refusal } from '../domain/refusal.ts'
import { requireHere } from '../domain/staffing.ts'
import { addAgreement, agreementsOf, endAgreement } from '../store/agreements.ts'
import { enter } from '../store/journal.ts'
import { staffOf } from '../store/staff.ts'
import { sayAgreements, sayUnsigned } from './agreement-list.ts'
import { agreementKindWord, agreementShown } from './agreement-view.ts'
import type { Desk, Office } from './desk.ts'
import { personGiven } from './staff-list.ts'
import { anyDayGiven, textGiven, wordsGiven } from './text-given.ts'

interface AgreementOptions {
  readonly unit?: string
  readonly kind?: string
  readonly number?: string
  readonly on?: string
  readonly until?: string
  readonly list?: true
  readonly expiring?: string
  readonly missing?: true
  readonly all?: true
  readonly end?: true
  readonly reason?: string
}

/** `staff agreement <person>`: somebody signed, and with `--end` is bound no more (S000-4-8, S001-21-1, S002-7.1-2). */
export function staffAgreementCommand(desk: Desk) {
  const text = desk.text.agreement
  const { options: said } = text
  const command = new Command('agreement')
    .summary(text.summary)
    .description(text.description)
    .argument('[person]', said.who)
    .option('--unit <unit>', said.unit)
    .option('--kind <kind>', said.kind)
    .option('--number <text>', said.number)
    .option('--on <day>', said.on)
    .option('--until <day>', said.until)
    .option('--list', said.list)
    .option('--expiring <days>', said.expiring)
    .option('--missing', said.missing)
    .option('--all', said.all)
    .option('--end', said.end)
    .option('--reason <reason>', said.reason)
    .action(async (given, options, self) => {
      // --reason, --all and the like are also those of `staff list`, which stands in for `staff`
      const own = self.optsWithGlobals() as AgreementOptions
      return actOf(desk, given, { ...own, ...options })
    })
  const examples = [
    'dangan staff agreement 王强 --number BM-2025-01 --on 2025-06-01',
    'dangan staff agreement 李雷 --unit 宏达公司 --until 2025-12-31',
    'dangan staff agreement --list --expiring 30',
  ]
  const statuses = [exits.refused, exits.missing, exits.notPermitted, exits.badData]
  return withManual(command, { examples, exits: statuses }, desk.text)
}

async function actOf(
  desk: Desk,
  given: string | undefined,
  options: AgreementOptions,
): Promise<void> {
  const { list, expiring, missing, all, end } = options
  if (end && (list || missing || all || expiring !== undefined))
    throw new Refusal('usage.together', { options: ['--end', '--list'] })
  if (missing) return sayUnsigned(desk)
  if (list || all || expiring !== undefined) return listOf(desk, given, options)
  const person = await personGiven(desk, given)
  return end ? ending(desk, person, options) : signing(desk, person, options)
}

async function listOf(
  desk: Desk,
  given: string | undefined,
  { unit, kind, all, expiring }: AgreementOptions,
): Promise<void> {
  const office = await desk.read()
  return sayAgreements(desk, {
    signatory: given === undefined ? undefined : signatoryIn(office, given, unit),
    kind: kind === undefined ? undefined : kindIn(office.policy, kind),
    all: all === true,
    expiring,
  })
}

async function signing(desk: Desk, person: string, options: AgreementOptions): Promise<void> {
  const { agreement, office } = await desk.act((office) => ({
    office,
    agreement: signed(office, person, options),
  }))
  const { id, signatory, until } = agreement
  const kind = agreementKindWord(desk, office.policy, agreement.kind)
  desk.say.result(agreementShown(agreement, office.today), () => [
    desk.text.agreement.signed(agreementName(id), signatoryName(signatory), kind, until),
  ])
}

/** Enters what was signed, in the caller's transaction. */
function signed(office: Office, person: string, options: AgreementOptions): Agreement {
  const { store, policy, hand, today } = office
  const { unit, kind: said, number, on, until: last, reason } = options
  requireDating({ ...office, reason }, policy)
  const kind = kindIn(policy, said)
  const signatory = signatoryIn(office, person, unit)
  if (signatory.staff) requireHere(staffOf(store, String(signatory.staff.id)))
  const rule = agreementRules(policy)[kind]
  const signedOn = on === undefined ? today : dayGiven('--on', on, today)
  const until = last === undefined ? untilOf(rule, signedOn) : anyDayGiven('--until', last)
  requireTerm(signedOn, until)
  const agreement = addAgreement(
    store,
    {
      ...{ kind, signatory, signedOn, until },
      number: number === undefined ? null : textGiven('--number', number),
    },
    hand.staffId,
  )
  enterAgreement(office, 'agreement.sign', agreement, reason)
  return agreement
}

async function ending(desk: Desk, person: string, options: AgreementOptions): Promise<void> {
  const { reason: why } = options
  const question = {
    kind: 'text',
    message: desk.text.agreement.options.reason,
    option: '--reason',
  } as const
  const { reason } = await desk.ask({ reason: question }, why === undefined ? {} : { reason: why })
  const { ended, office } = await desk.act((office) => ({
    office,
    ended: endAll(office, person, { ...options, reason: wordsGiven('--reason', reason) }),
  }))
  desk.say.results(
    ended.map((it) => agreementShown(it, office.today)),
    () =>
      ended.map(({ id, signatory, kind, endedOn }) =>
        desk.text.agreement.ended(
          agreementName(id),
          signatoryName(signatory),
          agreementKindWord(desk, office.policy, kind),
          endedOn ?? '',
        ),
      ),
  )
}

/** Ends what somebody has signed and what still holds; of one kind, where it is named. @throws Refusal agreement.none */
function endAll(
  office: Office,
  person: string,
  { unit, kind: said, on, reason }: AgreementOptions & { readonly reason: string },
): Agreement[] {
  const { store, policy, today } = office
  requireDating({ ...office, reason }, policy)
  const kind = said === undefined ? undefined : kindIn(policy, said)
  const signatory = signatoryIn(office, person, unit)
  const endedOn = on === undefined ? today : dayGiven('--on', on, today)
  const standing = agreementsOf(store, signatory)
    .filter((it) => kind === undefined || it.kind === kind)
    .filter((it) => isStanding(it, endedOn))
  if (standing.length === 0) throw new Refusal('agreement.none', { name: signatoryName(signatory) })
  return standing.map(({ id }) => {
    const ended = endAgreement(store, id, endedOn, reason)
    enterAgreement(office, 'agreement.end', ended, reason)
    return ended
  })
}

function enterAgreement(
  { store, hand }: Office,
  action: string,
  agreement: Agreement,
  reason: string | undefined,
): void {
  const parts = [{ archiveId: 0, detail: { agreement, reason } }]
  enter(store, hand, { action, object: agreementName(agreement.id), parts })
}

/** Somebody of the staff; where a unit is named, an outsider of it. @throws Refusal person.missing, value.bad */
function signatoryIn({ store }: Office, person: string, unit: string | undefined): Signatory {
  if (unit === undefined) return { staff: staffOf(store, person), outsider: null }
  const outsider = { name: textGiven('<person>', person), unit: textGiven('--unit', unit) }
  return { staff: null, outsider }
}

/** A kind of the policy; where none is named, the only one. @throws Refusal policy.silent, usage.missing, value.bad */
function kindIn(policy: Policy, said: string | undefined): string {
  const rules = agreementRules(policy)
  const [only, ...others] = Object.keys(rules)
  if (said === undefined && only !== undefined && others.length === 0) return only
  if (said === undefined) throw new Refusal('usage.missing', { options: ['--kind'] })
  const kind = readChoice(rules, said)
  if (!isInvalid(kind) && kind !== '') return kind
  if (!isInvalid(kind)) throw new Refusal('usage.missing', { options: ['--kind'] })
  throw new Refusal('value.bad', { problems: [{ key: '--kind', value: said, invalid: kind }] })
}
