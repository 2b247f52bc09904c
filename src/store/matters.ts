import type { Matter } from '../domain/refusal.ts'
import { hasHeldMaterials } from './materials.ts'
import { query } from './query.ts'
import type { Store } from './store.ts'

/**
 * What an archive is tied up in just now: it is not merged while there is any (SPEC 15.7).
 * Open loans and pending requests are asked for here as they come. Holds and incidents are none: they go
 * over to the survivor.
 */
export function openMattersOf(_store: Store, _archiveId: number): readonly Matter[] {
  return []
}

/**
 * What an archive has been used for: it is not made void after any of it (SPEC 15.9).
 * Loans and approvals are asked for here as they come.
 */
export function mattersOf(store: Store, archiveId: number): readonly Matter[] {
  return [
    ...(hasHeldMaterials(store, archiveId) ? (['material'] as const) : []),
    ...(wasMerged(store, archiveId) ? (['merged'] as const) : []),
    ...(['hold', 'incident'] as const).filter((table) => hasAny(store, table, archiveId)),
  ]
}

const hasAny = (store: Store, table: 'hold' | 'incident', archiveId: number): boolean =>
  store.first(query.selectFrom(table).select('id').where('archiveId', '=', archiveId).limit(1)) !==
  undefined

/** Once in a merge its values may stand in the details of the other archive. */
const wasMerged = (store: Store, archiveId: number): boolean =>
  store
    .prepare(
      `SELECT 1 FROM journal_part JOIN journal USING (seq)
       WHERE archive_id = ? AND action = 'archive.merge' LIMIT 1`,
    )
    .get(archiveId) !== undefined
