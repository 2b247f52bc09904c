import type { Archive } from '../domain/archive.ts'
import type { Day } from '../domain/words.ts'
import { intakeOf } from './history.ts'
import { query, sql } from './query.ts'
import type { Store } from './store.ts'

/** For whom a level was set, and when; `by` null: by the program, or nobody known. */
export interface LevelSet {
  readonly by: string | null
  readonly on: Day
}

/** The last time that somebody set the level of an archive or its term; undefined: the journal no longer tells. */
export function levelSetOf(store: Store, archive: Archive): LevelSet | undefined {
  const last = query
    .selectFrom('journalDetail')
    .innerJoin('journal', 'journal.seq', 'journalDetail.seq')
    .leftJoin('staff', 'staff.id', 'journal.staffId')
    .select(['staff.name as by', 'journal.effectiveOn as on'])
    .where('journalDetail.archiveId', '=', archive.id)
    .where(
      sql<boolean>`ifnull(json_extract(detail, '$.after.secrecy'),
        json_extract(detail, '$.after.secrecyUntil')) is not null`,
    )
    .orderBy('journal.seq', 'desc')
    .limit(1)
  return store.first(last) ?? intakeOf(store, archive)[0]
}
