import type { Day, Instant } from '../domain/words.ts'
import { aliasesOf } from './aliases.ts'
import type { VersionDetail } from './changes.ts'
import { query } from './query.ts'
import type { Store } from './store.ts'

/** One journal entry about an archive, with the words under its seal. */
export interface Event {
  readonly seq: number
  readonly at: Instant
  readonly on: Day
  readonly by: string | null
  readonly account: string
  readonly action: string
  /** Null once it was destroyed. */
  readonly detail: unknown
}

/** Everything that the journal says of one archive, oldest first. */
export const historyOf = (store: Store, archiveId: number): Event[] =>
  store
    .all(
      query
        .selectFrom('journalPart')
        .innerJoin('journal', 'journal.seq', 'journalPart.seq')
        .leftJoin('staff', 'staff.id', 'journal.staffId')
        .leftJoin('journalDetail', (join) =>
          join
            .onRef('journalDetail.seq', '=', 'journalPart.seq')
            .onRef('journalDetail.archiveId', '=', 'journalPart.archiveId'),
        )
        .select([
          'journal.seq',
          'journal.at',
          'journal.effectiveOn as on',
          'staff.name as by',
          'journal.account',
          'journal.action',
          'journalDetail.detail',
        ])
        .where('journalPart.archiveId', '=', archiveId)
        .orderBy('journal.seq'),
    )
    .map((event) => ({
      ...event,
      detail: event.detail === null ? null : (JSON.parse(event.detail) as unknown),
    }))

/** What befell the archives that were merged into this one, each under the number that it had (SPEC 15.7). */
export const formerHistoryOf = (
  store: Store,
  archiveId: number,
): (Event & { readonly number: string })[] =>
  aliasesOf(store, archiveId)
    .filter(({ because }) => because === 'merged')
    .flatMap(({ formerId, number }) =>
      historyOf(store, formerId ?? 0).map((event) => ({ number, ...event })),
    )

/** Stretches of imports, as events: each stands for all that it took in. */
export const stretchEvents = query
  .selectFrom('importStretch')
  .innerJoin('journal', 'journal.seq', 'importStretch.journalSeq')
  .leftJoin('staff', 'staff.id', 'journal.staffId')
  .select([
    'journal.seq',
    'journal.at',
    'journal.effectiveOn as on',
    'staff.name as by',
    'journal.account',
    'journal.action',
    'journal.object as batch',
  ])

/** How an imported archive came in: its stretch's entry, which has no part of its own for it (SPEC 15.2). */
export function intakeOf(store: Store, archive: { id: number; importId: number | null }): Event[] {
  if (archive.importId === null) return []
  return store
    .all(
      stretchEvents
        .where('importStretch.importId', '=', archive.importId)
        .where('firstArchiveId', '<=', archive.id)
        .where('lastArchiveId', '>=', archive.id),
    )
    .map(({ batch, ...event }) => ({ ...event, detail: { version: 1, batch } }))
}

/** Numbers of archives that are in this one now and came in after its version `version`. */
export const mergedAfter = (store: Store, archiveId: number, version: number): string[] =>
  store
    .all(
      query
        .selectFrom('alias')
        .innerJoin('journalPart', 'journalPart.archiveId', 'alias.archiveId')
        .innerJoin('journalDetail', (join) =>
          join
            .onRef('journalDetail.seq', '=', 'journalPart.seq')
            .onRef('journalDetail.archiveId', '=', 'journalPart.archiveId'),
        )
        .select(['alias.number', 'journalDetail.detail'])
        .where('alias.archiveId', '=', archiveId)
        .where('alias.because', '=', 'merged'),
    )
    .filter(({ number, detail }) => {
      const merge = JSON.parse(detail) as { version?: number; merge?: { number: string } }
      return merge.merge?.number === number && (merge.version ?? 0) > version
    })
    .map(({ number }) => number)

/** Details of versions, newest first: what `--revert` walks back over. */
export const versionsOf = (store: Store, archiveId: number): (VersionDetail | null)[] =>
  historyOf(store, archiveId)
    .map(({ detail }) => detail as VersionDetail | null)
    .filter((detail) => detail === null || typeof detail.version === 'number')
    .toReversed()
