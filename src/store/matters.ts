import type { Matter } from '../domain/refusal.ts'
import { isBeingRead } from './consulting-state.ts'
import { hasHeldMaterials } from './materials.ts'
import type { Store } from './store.ts'

/**
 * What an archive is tied up in just now: it is not merged while there is any (SPEC 15.7).
 * Open loans and pending requests are asked for here as they come.
 */
export function openMattersOf(store: Store, archiveId: number): readonly Matter[] {
  return isBeingRead(store, archiveId) ? ['consultation'] : []
}

/**
 * What an archive has been used for: it is not made void after any of it (SPEC 15.9).
 * Loans and approvals are asked for here as they come.
 */
export function mattersOf(store: Store, archiveId: number): readonly Matter[] {
  return [
    ...(hasHeldMaterials(store, archiveId) ? (['material'] as const) : []),
    ...(wasMerged(store, archiveId) ? (['merged'] as const) : []),
  ]
}

/** Once in a merge its values may stand in the details of the other archive. */
const wasMerged = (store: Store, archiveId: number): boolean =>
  store
    .prepare(
      `SELECT 1 FROM journal_part JOIN journal USING (seq)
       WHERE archive_id = ? AND action = 'archive.merge' LIMIT 1`,
    )
    .get(archiveId) !== undefined
