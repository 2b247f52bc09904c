import type { Matter } from '../domain/refusal.ts'
import { isBeingRead } from './consulting-state.ts'
import { hasHeldMaterials } from './materials.ts'
import type { Store } from './store.ts'

/**
 * What an archive is tied up in just now: it is not merged while there is any (SPEC 15.7). Requests
 * that expired unentered count until they are settled: somebody has still to look at them. Holds and
 * incidents are none: they go over to the survivor.
 */
export const openMattersOf = (store: Store, archiveId: number): readonly Matter[] => [
  ...(hasAny(store, 'loan', archiveId, 'AND returned_on IS NULL') ? (['loan'] as const) : []),
  ...(hasRequest(store, archiveId, 'AND settled_on IS NULL') ? (['request'] as const) : []),
  ...(isBeingRead(store, archiveId) ? (['consultation'] as const) : []),
]

/** What an archive has been used for: it is not made void after any of it (SPEC 15.9). */
export const mattersOf = (store: Store, archiveId: number): readonly Matter[] => [
  ...(hasHeldMaterials(store, archiveId) ? (['material'] as const) : []),
  ...(['loan', 'hold', 'incident'] as const).filter((table) => hasAny(store, table, archiveId)),
  ...(hasRequest(store, archiveId) ? (['request'] as const) : []),
  ...(hasAny(store, 'handover_item', archiveId) ? (['handover'] as const) : []),
  ...(wasMerged(store, archiveId) ? (['merged'] as const) : []),
]

const hasAny = (
  store: Store,
  table: 'loan' | 'hold' | 'incident' | 'handover_item',
  archiveId: number,
  also = '',
): boolean =>
  store.prepare(`SELECT 1 FROM ${table} WHERE archive_id = ? ${also} LIMIT 1`).get(archiveId) !==
  undefined

const hasRequest = (store: Store, archiveId: number, also = ''): boolean =>
  store
    .prepare(
      `SELECT 1 FROM request_item JOIN request ON request.id = request_id
       WHERE archive_id = ? ${also} LIMIT 1`,
    )
    .get(archiveId) !== undefined

/** Once in a merge its values may stand in the details of the other archive. */
const wasMerged = (store: Store, archiveId: number): boolean =>
  store
    .prepare(
      `SELECT 1 FROM journal_part JOIN journal USING (seq)
       WHERE archive_id = ? AND action = 'archive.merge' LIMIT 1`,
    )
    .get(archiveId) !== undefined
