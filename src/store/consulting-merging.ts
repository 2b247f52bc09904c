import { Refusal } from '../domain/refusal.ts'
import type { Store } from './store.ts'

/** Consultations and permits of an archive that goes into another, by id: all that undoing needs. */
export interface FormerConsulting {
  readonly consultations: readonly number[]
  readonly permits: readonly number[]
}

/** Undefined where nobody ever read it or copied of it: most never are. */
export function formerConsulting(store: Store, archiveId: number): FormerConsulting | undefined {
  const [consultations, permits] = (['consultation', 'permit'] as const).map(
    (table) =>
      store
        .prepare(`SELECT id FROM ${table} WHERE archive_id = ? ORDER BY id`)
        .pluck(true)
        .all(archiveId) as number[],
  )
  if (!consultations?.length && !permits?.length) return undefined
  return { consultations: consultations ?? [], permits: permits ?? [] }
}

/** They go to another archive; each keeps the number under which it was entered (SPEC 15.7). */
export function moveConsulting(store: Store, from: number, to: number, number: string): void {
  for (const table of ['consultation', 'permit'])
    store
      .prepare(
        `UPDATE ${table} SET archive_id = ?, from_number = ifnull(from_number, ?) WHERE archive_id = ?`,
      )
      .run(to, number, from)
  store.prepare('UPDATE copy_holding SET archive_id = ? WHERE archive_id = ?').run(to, from)
}

/**
 * Since the merge nobody may have read or copied what came over: that would stay with the survivor.
 * @throws Refusal merge.undo-blocked
 */
export function requireUnconsulted(
  store: Store,
  materialIds: readonly number[],
  former: FormerConsulting | undefined,
  number: string,
): void {
  const { consultations = [], permits = [] } = former ?? {}
  const found = [
    ['consultation_item', 'consultation_id', consultations] as const,
    ['copy_holding', 'permit_id', permits] as const,
  ].find(
    ([table, key, known]) =>
      store
        .prepare(
          `SELECT 1 FROM ${table} WHERE material_id IN (SELECT value FROM json_each(?))
             AND ${key} NOT IN (SELECT value FROM json_each(?)) LIMIT 1`,
        )
        .get(JSON.stringify(materialIds), JSON.stringify(known)) !== undefined,
  )
  if (found) throw new Refusal('merge.undo-blocked', { number, because: 'changed' })
}

/** Puts them back to the archive that they came from; `number` is the one that it has again. */
export function returnConsulting(
  store: Store,
  archiveId: number,
  number: string,
  former: FormerConsulting | undefined,
): void {
  if (!former) return
  const lists = { consultation: former.consultations, permit: former.permits }
  for (const [table, ids] of Object.entries(lists))
    store
      .prepare(
        `UPDATE ${table} SET archive_id = ?, from_number = nullif(from_number, ?)
         WHERE id IN (SELECT value FROM json_each(?))`,
      )
      .run(archiveId, number, JSON.stringify(ids))
  store
    .prepare(
      'UPDATE copy_holding SET archive_id = ? WHERE permit_id IN (SELECT value FROM json_each(?))',
    )
    .run(archiveId, JSON.stringify(former.permits))
}
