import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import type { Archive } from '../domain/archive.ts'
import { requireAfterLastAct, requireDating } from '../domain/dating.ts'
import {
  holdName,
  onlyStanding,
  readHoldName,
  requireStanding,
  standingHolds,
  type Hold,
} from '../domain/hold.ts'
import { Refusal } from '../domain/refusal.ts'
import { mayRead } from '../domain/staff.ts'
import { archiveById, touchArchive } from '../store/archives.ts'
import { holdById, holdsOf, releaseHold } from '../store/holds.ts'
import { enter } from '../store/journal.ts'
import { archivesFor, isSeveral } from './archives-given.ts'
import type { Desk, Office } from './desk.ts'
import { holdShown } from './hold-view.ts'
import { numbersFrom } from './numbers-given.ts'
import { peopleIn } from './people.ts'
import { wordsGiven } from './text-given.ts'

/** `release <H2|number…>`: ends holds (SPEC section 10). */
export function releaseCommand(desk: Desk) {
  const { release: text } = desk.text.hold
  const command = new Command('release')
    .summary(text.summary)
    .description(text.description)
    .argument('[numbers...]', text.what)
    .option('--reason <reason>', text.reason)
    .option('--all', text.all)
    .action(async (given, options) => {
      const names = await numbersFrom(desk, given)
      const question = { kind: 'text', message: text.reason, option: '--reason' } as const
      const said = options.reason === undefined ? {} : { reason: options.reason }
      const { reason } = await desk.ask({ reason: question }, said)
      const done = await desk.act((office) =>
        releaseAll(office, names, { reason, all: options.all === true }),
      )
      const human = () => done.map((it) => text.done(it.shown.hold, it.shown.number, it.left))
      const shown = done.map((it) => it.shown)
      const [only] = shown
      if (isSeveral(given) || options.all || !only) desk.say.results(shown, human)
      else desk.say.result(only, human)
    })
  const examples = [
    'dangan release H2 --reason 案件已审结',
    'dangan release RG2025-0001 --all --reason 检查结束',
  ]
  const statuses = [exits.refused, exits.missing, exits.notPermitted, exits.badData]
  return withManual(command, { examples, exits: statuses }, desk.text)
}

/** A hold, and the archive on which it stands. */
interface Standing {
  readonly hold: Hold
  readonly archive: Archive
}

/** Decides and writes, in the caller's transaction: one entry, with a part for each archive. */
function releaseAll(
  office: Office,
  names: readonly string[],
  wish: { readonly reason: string; readonly all: boolean },
) {
  const { store, policy, hand, today } = office
  const reason = wordsGiven('--reason', wish.reason)
  requireDating({ ...office, reason }, policy)
  const meant = names.flatMap((name) => meantBy(office, name, wish.all))
  const standing = [...new Map(meant.map((it) => [it.hold.id, it])).values()]
  for (const { hold, archive } of standing) {
    requireStanding(hold, today)
    requireAfterLastAct(archive, today)
  }
  const released = standing.map(({ hold, archive }) => {
    touchArchive(store, archive.id, today)
    return {
      archive,
      hold: releaseHold(store, hold.id, { on: today, by: hand.staffId, reason }),
    }
  })
  enterReleases(office, released, reason)
  const people = peopleIn(store)
  return released.map(({ hold, archive }) => ({
    shown: holdShown(hold, archive.number, today, people),
    left: standingHolds(holdsOf(store, archive.id), today).length,
  }))
}

function enterReleases({ store, hand }: Office, released: readonly Standing[], reason: string) {
  const archives = new Map(released.map(({ archive }) => [archive.id, archive]))
  const parts = [...archives.keys()].map((archiveId) => {
    const own = released.filter(({ archive }) => archive.id === archiveId)
    const holds = own.map(({ hold }) => holdName(hold.id))
    return { archiveId, detail: { hold: holds.join(' '), reason } }
  })
  const [only] = archives.size === 1 ? archives.values() : []
  enter(store, hand, { action: 'hold.release', object: only?.number ?? '', parts })
}

/**
 * The hold of that name, or the one (with `--all`, every one) that stands on the archive of that number.
 * Of a hold above the operator's clearance nothing is told.
 * @throws Refusal hold.missing, hold.none, hold.several, archive.missing
 */
function meantBy(office: Office, name: string, all: boolean): Standing[] {
  const { store, operator, today } = office
  const id = readHoldName(name)
  const hold = id === undefined ? undefined : holdById(store, id)
  const holder = hold && archiveById(store, hold.archiveId)
  if (hold && holder && mayRead(operator, holder)) return [{ hold, archive: holder }]
  if (id !== undefined) throw new Refusal('hold.missing', { hold: name })
  return archivesFor(office, [name]).flatMap((archive) => {
    const holds = holdsOf(store, archive.id)
    const standing = standingHolds(holds, today)
    if (all && standing.length > 0) return standing.map((it) => ({ hold: it, archive }))
    return [{ hold: onlyStanding(holds, archive.number, today), archive }]
  })
}
