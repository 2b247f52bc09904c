import { dirname, resolve } from 'node:path'
import { backupDue } from '../domain/backup-cycle.ts'
import { dayIn, daysBetween } from '../domain/day.ts'
import { Refusal } from '../domain/refusal.ts'
import { roundDue } from '../domain/review-round.ts'
import type { Day, Instant, JournalFault } from '../domain/words.ts'
import { declassify } from '../store/declassifying.ts'
import { dutyOf, expireRequests, lastInstant } from '../store/duties.ts'
import { enter } from '../store/journal.ts'
import { manifestsIn } from '../store/manifest.ts'
import { bringIntoForce } from '../store/policy-effects.ts'
import { registryOf } from '../store/registry.ts'
import { anythingToReview, lastRounds, openRound } from '../store/reviews.ts'
import { isIndexOutdated } from '../store/reindexing.ts'
import { made } from './backup.ts'
import { folderFor } from './backup-view.ts'
import { compareSlice } from './daily-integrity.ts'
import type { Desk, Office } from './desk.ts'
import { renewIndex } from './reindex.ts'

/** What a run does by itself, in this order. */
export const dailyDuties = ['declassify', 'expire', 'round', 'journal', 'files', 'backup'] as const
export type DailyDuty = (typeof dailyDuties)[number]

/** Something that was done: how many of it, and which where that has a name. */
export interface Done {
  readonly duty: DailyDuty
  readonly count: number
  readonly what: string | null
}

/** What went wrong with the office itself. */
export interface Troubles {
  /** The journal knows of a later instant than this: the clock was moved back. */
  readonly clock?: Instant
  readonly journal?: { readonly seq: number; readonly reason: JournalFault }
  readonly backup?: Refusal
}

export interface DailyRun {
  readonly done: readonly Done[]
  readonly troubles: Troubles
  /** Days on which it should have run and did not. */
  readonly missedDays: number
}

/** More than this the clocks of two machines do not differ. */
const slackMilliseconds = 300_000

/** Everything that may be done unattended, each duty in short transactions of its own: what was done stays done. */
export async function runDuties(
  desk: Desk,
  office: Office,
  folder: string | undefined,
): Promise<DailyRun> {
  const { store, today } = office
  const now = desk.now()
  const last = lastInstant(store)
  const isBack = last !== undefined && Date.parse(last) > Date.parse(now) + slackMilliseconds
  const before = dutyOf(store, 'daily')
  if (!desk.globals.dryRun && isIndexOutdated(store)) await renewIndex(desk, store)
  const work = () => inHouse(desk, office)
  const { done, journal } = desk.globals.dryRun ? store.rehearse(work) : work()
  const copied = await backedUp(desk, office, folder)
  return {
    done: [...done, ...(copied && !(copied instanceof Refusal) ? [copied] : [])],
    troubles: {
      ...(isBack ? { clock: last } : {}),
      ...(journal ? { journal } : {}),
      ...(copied instanceof Refusal ? { backup: copied } : {}),
    },
    missedDays: before ? Math.max(0, daysBetween(before.doneOn, today) - 1) : 0,
  }
}

/** What is done within the file. */
function inHouse(desk: Desk, office: Office) {
  const { store, hand, realToday } = office
  bringIntoForce(store, hand, realToday)
  const lowered = declassify(office, realToday).length
  const expired = expireRequests(store, hand)
  const round = openedRound(office)
  const slice = compareSlice(desk, office, { declassify: lowered, expire: expired.length, round })
  const done: (Done | undefined)[] = [
    lowered > 0 ? { duty: 'declassify', count: lowered, what: null } : undefined,
    expired.length > 0 ? { duty: 'expire', count: expired.length, what: null } : undefined,
    round && { duty: 'round', ...round },
    slice.entries > 0 ? { duty: 'journal', count: slice.entries, what: null } : undefined,
    slice.files > 0 ? { duty: 'files', count: slice.files, what: null } : undefined,
  ]
  return { done: done.filter((it) => it !== undefined), journal: slice.firstBad }
}

/** Opens the round of the period in which today lies, once, where it has anything to review. */
const openedRound = ({ store, hand, policy, today }: Office) =>
  store.transact(() => {
    const due = roundDue(policy, lastRounds(store)[0]?.lastDay ?? null, today)
    if (!due || !anythingToReview(store, due.period.to)) return undefined
    const count = openRound(store, due.period, { openedOn: today, openedBy: null })
    const detail = { period: due.period.name, count, missed: due.missed }
    const parts = [{ archiveId: 0, detail }]
    enter(store, hand, { action: 'review.open', object: due.period.name, parts })
    return { count, what: due.period.name }
  })

/** A backup that cannot be made is told; the other duties are done all the same. */
async function backedUp(
  desk: Desk,
  office: Office,
  given: string | undefined,
): Promise<Done | Refusal | undefined> {
  const folder = folderOf(desk, office, given)
  try {
    if (folder === undefined || !isBackupDue(office, folder)) return undefined
    if (desk.globals.dryRun) return { duty: 'backup', count: 1, what: folder }
    return { duty: 'backup', count: 1, what: (await made(desk, office, folder)).path }
  } catch (thrown) {
    // whoever holds the file for so long is met again at the next run
    if (thrown instanceof Refusal && thrown.code !== 'file.busy') return thrown
    throw thrown
  }
}

/** The folder named, that of the policy, else `backups` beside the file; undefined: nobody wants one. */
function folderOf(desk: Desk, { policy }: Office, given: string | undefined): string | undefined {
  const rule = policy.duties?.backup
  if (given !== undefined) return folderFor(desk, given)
  if (!rule) return undefined
  return rule.folder === undefined
    ? folderFor(desk, undefined)
    : resolve(dirname(resolve(desk.globals.file)), rule.folder)
}

/** Where the policy is silent, each day. Judged by what lies in the folder: one that was lost counts as none. */
function isBackupDue({ store, policy, today }: Office, folder: string): boolean {
  const { uuid } = registryOf(store)
  const last = manifestsIn(folder).find(({ manifest }) => manifest.uuid === uuid)
  if (!last) return true
  const day: Day = dayIn(new Date(last.manifest.madeAt), policy.timeZone)
  return backupDue(policy.duties?.backup ?? { everyDays: 1 }, day) <= today
}
