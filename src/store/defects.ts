import type { Defect } from '../domain/inspection.ts'
import type { Secrecy } from '../domain/words.ts'
import type { Day } from '../domain/words.ts'
import { query, sql } from './query.ts'
import type { Store } from './store.ts'

const rows = query
  .selectFrom('defect')
  .leftJoin('material', 'material.id', 'defect.materialId')
  .leftJoin('staff', 'staff.id', 'defect.seenBy')
  .selectAll('defect')
  .select(['material.seq', 'material.secrecy', 'staff.name as seenName'])

/** A defect, and the level of the material that has it. */
export type StoredDefect = Defect & { readonly secrecy: Secrecy | null }

/** Which are wanted. */
export interface DefectFilter {
  readonly id?: number | undefined
  readonly archiveIds?: readonly number[] | undefined
  /** Only what is to be repaired, or was. */
  readonly isRepair?: boolean | undefined
  readonly isOpen?: boolean | undefined
  readonly inspection?: number | undefined
}

/** What is the matter, newest first. */
export function defectsIn(store: Store, filter: DefectFilter): StoredDefect[] {
  const { id, archiveIds, isRepair, isOpen, inspection } = filter
  let asked = rows.orderBy('defect.id', 'desc')
  if (id !== undefined) asked = asked.where('defect.id', '=', id)
  if (archiveIds) {
    const these = sql<number>`(select value from json_each(${JSON.stringify(archiveIds)}))`
    asked = asked.where('defect.archiveId', 'in', these)
  }
  if (isRepair) asked = asked.where('defect.wantsRepair', '=', 1)
  if (isOpen) asked = asked.where('defect.repairedOn', 'is', null)
  if (inspection !== undefined) asked = asked.where('defect.inspectionId', '=', inspection)
  return store
    .all(asked)
    .map(({ wantsRepair, inspectionId, seenBy: _seer, seenName, ...row }): StoredDefect => ({
      ...row,
      inspection: inspectionId,
      seenBy: seenName,
      wantsRepair: wantsRepair === 1,
    }))
}

export const defectById = (store: Store, id: number): StoredDefect | undefined =>
  defectsIn(store, { id })[0]

/** What is entered of one. */
export interface NewDefect {
  readonly archiveId: number
  readonly materialId: number | null
  readonly inspectionId: number | null
  readonly state: string
  readonly note: string | null
  readonly seenOn: Day
  readonly seenBy: number | null
  readonly wantsRepair: boolean
  readonly dueOn: Day | null
}

export function addDefect(store: Store, { wantsRepair, ...said }: NewDefect): StoredDefect {
  const row = { ...said, wantsRepair: wantsRepair ? (1 as const) : (0 as const) }
  const { lastId } = store.run(query.insertInto('defect').values(row))
  return defectById(store, lastId) as StoredDefect
}

/** It was repaired; also what nobody had asked to repair. */
export function repairDefect(
  store: Store,
  id: number,
  repaired: {
    readonly repairedOn: Day
    readonly repairer: string | null
    readonly repairNote: string | null
  },
): StoredDefect {
  const row = { ...repaired, wantsRepair: 1 as const }
  store.run(query.updateTable('defect').set(row).where('id', '=', id))
  return defectById(store, id) as StoredDefect
}

/** What the journal keeps of an archive's defects when it goes into another: all that undoing needs. */
export type FormerDefects = readonly number[]

/** Undefined where there are none: most have none. */
export function formerDefects(store: Store, archiveId: number): FormerDefects | undefined {
  const ids = defectsIn(store, { archiveIds: [archiveId] }).map(({ id }) => id)
  return ids.length === 0 ? undefined : ids
}

/** They go to another archive; each keeps the number under which it was seen (SPEC 15.7). */
export function moveDefects(store: Store, from: number, to: number, number: string): void {
  store
    .prepare(
      `UPDATE defect SET archive_id = ?, from_number = ifnull(from_number, ?) WHERE archive_id = ?`,
    )
    .run(to, number, from)
}

/**
 * Puts them back to the archive that they came from, and with them what was seen since on a paper
 * that goes back; a repair that was made meanwhile stays made.
 */
export function returnDefects(
  store: Store,
  archiveId: number,
  number: string,
  came: { readonly defects: FormerDefects | undefined; readonly materials: readonly number[] },
): void {
  store
    .prepare(
      `UPDATE defect SET archive_id = ?, from_number = nullif(from_number, ?)
       WHERE id IN (SELECT value FROM json_each(?)) OR material_id IN (SELECT value FROM json_each(?))`,
    )
    .run(archiveId, number, JSON.stringify(came.defects ?? []), JSON.stringify(came.materials))
}

/** Of an archive that goes as if it had never been opened: its condition, and where it was counted. */
export function dropKeeping(store: Store, archiveId: number): void {
  for (const table of ['defect', 'stocktake_item'])
    store.prepare(`DELETE FROM ${table} WHERE archive_id = ?`).run(archiveId)
}
