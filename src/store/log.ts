import type { ReadingRights } from '../domain/reading-rights.ts'
import type { Day, Instant } from '../domain/words.ts'
import { query, sql } from './query.ts'
import { readableArchives, readsEverything } from './readable.ts'
import type { Store } from './store.ts'

/** One journal entry as it is listed. */
export interface LogEntry {
  readonly seq: number
  readonly at: Instant
  readonly on: Day
  /** The staff member for whom it was done; null: the program itself, or nobody known. */
  readonly by: string | null
  readonly account: string
  readonly action: string
  readonly object: string
  readonly policyVersion: number
  readonly hash: Uint8Array
}

/** Which entries are wanted; what is undefined does not narrow. */
export interface LogFilter {
  readonly archiveId?: number | undefined
  /** The object itself, for numbers that no archive carries any more. */
  readonly object?: string | undefined
  /** Null: the program itself. */
  readonly staffId?: number | null | undefined
  /** Any of these actions. */
  readonly actions?: readonly string[] | undefined
  readonly since?: Day | undefined
  readonly until?: Day | undefined
  /** Entries whose object is the number, or a former one, of an archive that they keep back are left out; absent: none. */
  readonly rights?: ReadingRights
  readonly limit?: number | undefined
}

/** Rows a read: nothing is held open while the reader pauses (SPEC 15.17). */
const page = 2000

/** Entries that fit, newest first. */
export function* logEntries(store: Store, filter: LogFilter): Generator<LogEntry> {
  let left = filter.limit ?? Infinity
  let below = Number.MAX_SAFE_INTEGER
  while (left > 0) {
    const wanted = Math.min(page, left)
    const entries = store.all(pageOf(filter, below).limit(wanted))
    yield* entries
    if (entries.length < wanted) return
    left -= entries.length
    below = entries.at(-1)?.seq ?? 0
  }
}

function pageOf(filter: LogFilter, below: number) {
  const { archiveId, object, staffId, actions, since, until, rights } = filter
  let asked = query
    .selectFrom('journal')
    .leftJoin('staff', 'staff.id', 'journal.staffId')
    .select(['journal.seq', 'journal.at', 'journal.effectiveOn as on', 'staff.name as by'])
    .select(['journal.account', 'journal.action', 'journal.object', 'journal.policyVersion'])
    .select('journal.hash')
    .where('journal.seq', '<', below)
    .orderBy('journal.seq', 'desc')
  if (archiveId !== undefined)
    asked = asked.where('journal.seq', 'in', (sub) =>
      sub.selectFrom('journalPart').select('seq').where('archiveId', '=', archiveId),
    )
  if (object !== undefined) asked = asked.where('journal.object', '=', object)
  if (staffId !== undefined) asked = asked.where('journal.staffId', 'is', staffId)
  if (actions) asked = asked.where('journal.action', 'in', actions)
  if (since !== undefined) asked = asked.where('journal.effectiveOn', '>=', since)
  if (until !== undefined) asked = asked.where('journal.effectiveOn', '<=', until)
  if (!rights || readsEverything(rights)) return asked
  const isHidden = sql<boolean>`not ${readableArchives(rights)}`
  return asked.where((is) => {
    const named = is
      .selectFrom('archive')
      .select('id')
      .whereRef('archive.number', '=', 'journal.object')
      .where(isHidden)
    const namedFormerly = is
      .selectFrom('alias')
      .innerJoin('archive', 'archive.id', 'alias.archiveId')
      .select('archive.id')
      .whereRef('alias.number', '=', 'journal.object')
      .where(isHidden)
    return is.not(is.or([is.exists(named), is.exists(namedFormerly)]))
  })
}
