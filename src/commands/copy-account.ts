import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import type { CopyOutcome } from '../domain/copy-words.ts'
import { copiesToAccount, copyName, readCopyName, type Permit } from '../domain/copy.ts'
import { requireDating } from '../domain/dating.ts'
import { dayGiven } from '../domain/day-given.ts'
import { Refusal } from '../domain/refusal.ts'
import { requireClearance } from '../domain/staff.ts'
import { archiveById, touchArchive } from '../store/archives.ts'
import { enter } from '../store/journal.ts'
import { accountForCopies, permitById } from '../store/permits.ts'
import { isSeveral } from './archives-given.ts'
import type { Desk, Office } from './desk.ts'
import { textIn } from './name-given.ts'
import { numbersFrom } from './numbers-given.ts'
import { copyPermitShown } from './permit-view.ts'

interface AccountOptions {
  readonly returned?: true
  readonly destroyed?: true
  readonly lost?: true
  readonly on?: string
  readonly remark?: string
  readonly reason?: string
}

/** `copy account <permits…>`: what became of copies: back, destroyed, lost (S003-7.4.2-3). */
export function accountCommand(desk: Desk) {
  const text = desk.text.permit.account
  const command = new Command('account')
    .summary(text.summary)
    .description(text.description)
    .argument('[permits...]', text.permits)
    .option('--returned', text.returned)
    .option('--destroyed', text.destroyed)
    .option('--lost', text.lost)
    .option('--on <day>', text.on)
    .option('--remark <text>', text.remark)
    .option('--reason <reason>', desk.text.permit.copy.reason)
    .action(async (given, _own, self) => {
      // the command above has the same options, and takes them first
      const options = self.optsWithGlobals() as AccountOptions
      const names = await numbersFrom(desk, given, text.permits)
      const outcome = await askOutcome(desk, options)
      const done = await desk.act((office) => ({
        office,
        accounted: names.map((name) => accountedFor(office, name, outcome, options)),
      }))
      sayAccounted(desk, done.office, done.accounted, { outcome, several: isSeveral(given) })
    })
  const examples = [
    'dangan copy account P4 --returned',
    'dangan copy account P4/2 --destroyed --remark 碎纸机',
    'dangan copy account P4/1 --lost --on 2025-03-02',
  ]
  return withManual(
    command,
    { examples, exits: [exits.refused, exits.missing, exits.notPermitted, exits.badData] },
    desk.text,
  )
}

type Told = Exclude<CopyOutcome, 'given'>
const outcomes = ['returned', 'destroyed', 'lost'] as const satisfies readonly Told[]

/** One of the three; asked for at a terminal. @throws Refusal usage.together, usage.missing */
async function askOutcome(desk: Desk, options: AccountOptions): Promise<Told> {
  const said = outcomes.filter((it) => options[it] === true)
  const [first, second] = said
  if (second) throw new Refusal('usage.together', { options: said.map((it) => `--${it}`) })
  if (first) return first
  const text = desk.text.permit
  const question = {
    kind: 'choice',
    message: text.account.ask,
    option: '--returned|--destroyed|--lost',
    choices: outcomes.map((value) => ({ value, name: text.outcomes[value] })),
  } as const
  return (await desk.ask({ outcome: question }, {})).outcome as Told
}

interface Accounted {
  readonly permit: Permit
  readonly positions: readonly number[]
}

/** In the caller's transaction. @throws Refusal permit.missing, copy.accounted, copy.before-issued, date.future */
function accountedFor(
  office: Office,
  name: string,
  outcome: CopyOutcome,
  { on, remark, reason }: AccountOptions,
): Accounted {
  const { store, policy, hand, today } = office
  requireDating({ ...office, reason }, policy)
  const meant = readCopyName(name)
  const permit = meant && permitById(store, meant.id)
  if (!meant || !permit) throw new Refusal('permit.missing', { permit: name })
  const archive = archiveById(store, permit.archiveId)
  if (archive)
    requireClearance(office.operator, archive, { number: permit.archive, secrecy: permit.secrecy })
  const accountedOn = on === undefined ? today : dayGiven('--on', on, today)
  const copies = copiesToAccount(permit, meant.position, accountedOn)
  const positions = copies.map(({ position }) => position)
  const told = textIn('--remark', remark) ?? null
  const accounting = { accountedOn, outcome, accountedBy: hand.staffId, remark: told }
  accountForCopies(store, permit.id, positions, accounting)
  const items = positions.map((position) => copyName(permit.id, position))
  const detail = { copies: items, outcome, on: accountedOn, remark: told, reason }
  const parts = [{ archiveId: permit.archiveId, detail }]
  enter(store, hand, { action: 'copy.account', object: name.toUpperCase(), parts })
  touchArchive(store, permit.archiveId, today)
  return { permit: permitById(store, permit.id) as Permit, positions }
}

function sayAccounted(
  desk: Desk,
  office: Office,
  all: readonly Accounted[],
  { outcome, several }: { readonly outcome: Told; readonly several: boolean },
): void {
  const { account: text, outcomes: words } = desk.text.permit
  const { items } = desk.text.program.marks
  const values = all.map(({ permit }) => copyPermitShown(office, permit))
  const human = () =>
    all.flatMap(({ permit, positions }, at) => {
      const names = positions.map((position) => copyName(permit.id, position))
      const left = values[at]?.outstanding ?? 0
      return [
        text.done(names.join(items), words[outcome]),
        ...(left > 0 ? [text.left(left)] : []),
        ...(outcome === 'lost' ? [text.incident] : []),
      ]
    })
  const [only] = values
  if (several || values.length !== 1 || !only) desk.say.results(values, human)
  else desk.say.result(only, human)
}
