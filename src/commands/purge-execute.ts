import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { readChoice } from '../domain/choice.ts'
import { requireAfterLastAct, requireDating } from '../domain/dating.ts'
import { disposalName, requireNoSale, requireTwo, type Participant } from '../domain/disposal.ts'
import { invalid, isInvalid } from '../domain/invalid.ts'
import { Refusal } from '../domain/refusal.ts'
import { thoseHere } from '../domain/staff.ts'
import { beginDisposal, hasPaper, recount } from '../store/disposals.ts'
import { enter } from '../store/journal.ts'
import { staffList, staffOf } from '../store/staff.ts'
import type { Desk, Office } from './desk.ts'
import {
  archivesOf,
  disposalGiven,
  disposalRule,
  requireDisposable,
  requireSilent,
  type Standing,
} from './disposing.ts'
import { sayDisposal } from './disposal-saying.ts'
import { passOverPending } from './first-write.ts'
import { carryOut, sayCarriedOut } from './purge-carrying-out.ts'
import { disposalNamed } from './purge-show.ts'
import { requireUnraised, useRequest } from './requesting.ts'
import { textGiven } from './text-given.ts'

interface ExecuteOptions {
  readonly by?: string
  readonly byUnit?: string
  readonly witness?: string
  readonly witnessUnit?: string
  readonly method?: string
  readonly place?: string
  readonly form?: string
  readonly confirm?: string
  readonly reason?: string
}

/** `purge execute D1`: destroys what was approved, or goes on where it was interrupted (S002-9.2, SPEC section 10). */
export function purgeExecuteCommand(desk: Desk) {
  const { execute: text, show } = desk.text.disposal
  const command = new Command('execute')
    .summary(text.summary)
    .description(text.description)
    .argument('[disposal]', show.disposal)
    .option('--by <name>', text.by)
    .option('--by-unit <unit>', text.byUnit)
    .option('--witness <name>', text.witness)
    .option('--witness-unit <unit>', text.witnessUnit)
    .option('--method <method>', text.method)
    .option('--place <place>', text.place)
    .option('--form <number>', text.form)
    .option('--confirm <disposal>', text.confirm)
    .option('--reason <reason>', text.late)
    .action((given, options) => execute(desk, given, options))
  const examples = [
    'dangan purge execute D1 --by 李娜 --witness 王芳 --method 粉碎 --confirm D1',
    'dangan purge execute D1 --by 李娜 --witness 周强 --witness-unit 律师事务所 --method burn --form XH-2026-01 --confirm D1',
  ]
  return withManual(command, { examples, exits: executeExits }, desk.text)
}

const executeExits = [
  exits.refused,
  exits.missing,
  exits.notPermitted,
  exits.busy,
  exits.integrity,
  exits.badData,
]

async function execute(
  desk: Desk,
  given: string | undefined,
  options: ExecuteOptions,
): Promise<void> {
  const { execute: text } = desk.text.disposal
  passOverPending(desk)
  const standing = disposalGiven(await desk.read(), await disposalNamed(desk, given))
  const { id } = standing.disposal
  const name = disposalName(id)
  if (standing.status === 'executing') desk.say.notice(text.resuming(name))
  else {
    requireApproved(standing)
    const asked = await askExecution(desk, standing, options)
    const begun = await desk.act((office) => ({ office, standing: begin(office, name, asked) }))
    if (desk.globals.dryRun) return sayDisposal(desk, begun.office, begun.standing)
  }
  if (desk.globals.dryRun) return
  sayCarriedOut(desk, await carryOut(desk, id))
}

/** @throws Refusal disposal.status */
function requireApproved({ disposal, status }: Standing): void {
  if (status === 'approved') return
  throw new Refusal('disposal.status', { disposal: disposalName(disposal.id), status })
}

/** Who does it before whose eyes, and the number typed: --yes is not enough. */
async function askExecution(desk: Desk, { disposal, items }: Standing, options: ExecuteOptions) {
  const { execute: text } = desk.text.disposal
  const { by, witness, confirm } = options
  const name = disposalName(disposal.id)
  const said = Object.fromEntries(
    Object.entries({ by, witness, confirm }).filter(([, value]) => value !== undefined),
  )
  const asked = await desk.ask(
    {
      by: { kind: 'text', message: text.by, option: '--by' },
      witness: { kind: 'text', message: text.witness, option: '--witness' },
      confirm: { kind: 'text', message: text.ask(name, items.length), option: '--confirm' },
    },
    said,
  )
  if (asked.confirm.normalize('NFKC').trim().toUpperCase() !== name)
    throw new Refusal('disposal.unconfirmed', { disposal: name, said: asked.confirm })
  return { ...options, ...asked }
}

type Asked = ExecuteOptions & { readonly by: string; readonly witness: string }

/** Looks at every condition again and enters that it begins: from here on it only goes forward. */
function begin(office: Office, name: string, asked: Asked): Standing {
  const { store, policy, hand, today } = office
  requireDating({ ...office, reason: asked.reason }, policy)
  const standing = disposalGiven(office, name)
  requireApproved(standing)
  const { disposal, request } = standing
  const archives = archivesOf(office, request)
  requireDisposable(office, archives, request.id)
  requireUnraised(office, request)
  for (const archive of archives) requireAfterLastAct(archive, today)
  const [executor, witness] = participants(office, asked)
  const formNumber = asked.form === undefined ? null : textGiven('--form', asked.form)
  const place = asked.place === undefined ? null : textGiven('--place', asked.place)
  const notes = request.steps.map(({ note }) => note ?? '').join('\n')
  const { reason, appraisal } = disposal
  requireSilent(office, archives, { reason, appraisal, request: notes })
  recount(store, disposal.id)
  const method = methodOf(office, disposal.id, asked.method)
  beginDisposal(store, disposal.id, {
    executor,
    witness,
    method,
    place,
    formNumber,
    begunOn: today,
  })
  useRequest(office, request)
  const detail = { executor, witness, method, place, form: formNumber, reason: asked.reason }
  const parts = [{ archiveId: 0, detail }]
  enter(store, hand, { action: 'purge.execute', object: name, parts })
  return disposalGiven(office, name)
}

/** @throws Refusal disposal.same-person, disposal.unattested, person.missing */
function participants({ store }: Office, asked: Asked): [Participant, Participant] {
  const somebody = (option: string, name: string, unit: string | undefined): Participant => {
    if (unit !== undefined)
      return {
        staffId: null,
        name: textGiven(option, name),
        unit: textGiven(`${option}-unit`, unit),
      }
    const staff = staffOf(store, name)
    return { staffId: staff.id, name: staff.name, unit: null }
  }
  const executor = somebody('--by', asked.by, asked.byUnit)
  const witness = somebody('--witness', asked.witness, asked.witnessUnit)
  const isAlone = thoseHere(staffList(store)).length < 2
  requireTwo(executor, witness, { isAlone, form: asked.form })
  return [executor, witness]
}

/** What is done with the paper; null: there is none. @throws Refusal disposal.sold, value.bad, usage.missing */
function methodOf({ store, policy }: Office, id: number, said: string | undefined): string | null {
  const { methods } = disposalRule(policy)
  if (said === undefined) {
    if (hasPaper(store, id)) throw new Refusal('usage.missing', { options: ['--method'] })
    return null
  }
  requireNoSale(said)
  const key = readChoice(methods, said)
  if (!isInvalid(key) && key !== '') return key
  const wrong = isInvalid(key) ? key : invalid('value.missing', {})
  throw new Refusal('value.bad', { problems: [{ key: '--method', value: said, invalid: wrong }] })
}
