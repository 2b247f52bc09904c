import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import type { Archive } from '../domain/archive.ts'
import { requireStatus } from '../domain/closing.ts'
import { requireAfterLastAct, requireDating } from '../domain/dating.ts'
import { holdName } from '../domain/hold.ts'
import { Refusal } from '../domain/refusal.ts'
import { touchArchive } from '../store/archives.ts'
import { addHold, type HoldWish } from '../store/holds.ts'
import { enter } from '../store/journal.ts'
import { archivesFor, isSeveral } from './archives-given.ts'
import type { Desk, Office } from './desk.ts'
import { sayHolds } from './hold-list.ts'
import { holdShown, type HoldShown } from './hold-view.ts'
import { numbersFrom } from './numbers-given.ts'
import { peopleIn } from './people.ts'
import { dayToComeGiven, textGiven, wordsGiven } from './text-given.ts'

interface HoldOptions {
  readonly reason?: string
  readonly authority?: string
  readonly until?: string
  readonly lending: boolean
  readonly list?: true
  readonly all?: true
}

/** `hold <number…>`: nothing of these archives is destroyed until it is released (S000-R3-1, SPEC section 10). */
export function holdCommand(desk: Desk) {
  const { place: text } = desk.text.hold
  const command = new Command('hold')
    .summary(text.summary)
    .description(text.description)
    .argument('[numbers...]', text.numbers)
    .option('--reason <reason>', text.reason)
    .option('--authority <authority>', text.authority)
    .option('--until <day>', text.until)
    .option('--no-lending', text.noLending)
    .option('--list', text.list)
    .option('--all', text.all)
    .action(async (given, options) => {
      const listing = options.list ? '--list' : options.all ? '--all' : undefined
      if (listing === undefined) return place(desk, given, options)
      if (options.reason !== undefined)
        throw new Refusal('usage.together', { options: [listing, '--reason'] })
      return sayHolds(desk, given, options.all === true)
    })
  const examples = [
    'dangan hold RG2025-0001 --reason 合同纠纷诉讼 --authority 某区人民法院',
    'dangan hold RG2025-0001 RG2025-0002 --reason 税务检查 --authority 总经理 --until 2027-06-30 --no-lending',
    'dangan hold --list',
  ]
  return withManual(command, { examples, exits: manualExits }, desk.text)
}

const manualExits = [exits.refused, exits.missing, exits.notPermitted, exits.badData]

async function place(desk: Desk, given: readonly string[], options: HoldOptions): Promise<void> {
  const { place: text } = desk.text.hold
  const numbers = await numbersFrom(desk, given)
  const { reason, authority } = options
  const wish = await desk.ask(
    {
      reason: { kind: 'text', message: text.reason, option: '--reason' },
      authority: { kind: 'text', message: text.authority, option: '--authority' },
    },
    {
      ...(reason === undefined ? {} : { reason }),
      ...(authority === undefined ? {} : { authority }),
    },
  )
  const placed = await desk.act((office) => placeAll(office, numbers, { ...options, ...wish }))
  const human = () => placed.map((it) => text.done(it.hold, it.number, it.until))
  const [only] = placed
  if (isSeveral(given) || !only) desk.say.results(placed, human)
  else desk.say.result(only, human)
}

/** Decides and writes, in the caller's transaction: one entry, with a part for each archive. */
function placeAll(office: Office, numbers: readonly string[], options: HoldOptions): HoldShown[] {
  const { store, policy, hand, today } = office
  const { reason } = options
  requireDating({ ...office, reason }, policy)
  const wish = wishIn(options, office)
  const archives = archivesFor(office, numbers)
  for (const archive of archives) requireHoldable(archive, office)
  const holds = archives.map(({ id }) => {
    const hold = addHold(store, id, wish, { on: today, by: hand.staffId })
    touchArchive(store, id, today)
    return hold
  })
  const parts = holds.map(({ id, archiveId }) => ({
    archiveId,
    detail: { hold: holdName(id), ...wish },
  }))
  const [only] = archives.length === 1 ? archives : []
  enter(store, hand, { action: 'hold.place', object: only?.number ?? '', parts })
  const people = peopleIn(store)
  return holds.map((hold, at) => holdShown(hold, archives[at]?.number ?? '', today, people))
}

/** @throws Refusal value.bad, usage.missing */
function wishIn(options: HoldOptions, { today }: Office): HoldWish {
  const { reason, authority, until, lending } = options
  if (reason === undefined || authority === undefined)
    throw new Refusal('usage.missing', { options: ['--reason', '--authority'] })
  return {
    reason: wordsGiven('--reason', reason),
    authority: textGiven('--authority', authority),
    lending,
    until: until === undefined ? null : dayToComeGiven('--until', until, today),
  }
}

/** @throws Refusal status.wrong, date.before-last-act */
function requireHoldable(archive: Archive, { today }: Office): void {
  requireStatus(archive, ['pending', 'active', 'closed'])
  requireAfterLastAct(archive, today)
}
