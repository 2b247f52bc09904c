import { Refusal } from '../domain/refusal.ts'
import { countOn, type StoredMaterial } from './materials.ts'
import { query } from './query.ts'
import type { Store } from './store.ts'

/** What the journal keeps of an archive's materials when it goes into another: all that undoing needs. */
export interface FormerMaterials {
  readonly materials: readonly StoredMaterial[]
  /** Ids of files. */
  readonly files: readonly number[]
  readonly series: readonly { readonly kind: string; readonly last: number }[]
}

/** Undefined where the archive never had any: most never do. */
export function formerMaterials(store: Store, archiveId: number): FormerMaterials | undefined {
  const series = query.selectFrom('materialSeries').select(['kind', 'last'])
  const found = store.all(series.where('archiveId', '=', archiveId).orderBy('kind'))
  if (found.length === 0) return undefined
  const files = query.selectFrom('file').select('id').where('registeredAt', 'is not', null)
  return {
    materials: rowsOf(store, archiveId),
    files: store.all(files.where('archiveId', '=', archiveId)).map(({ id }) => id),
    series: found,
  }
}

const rowsOf = (store: Store, archiveId: number): StoredMaterial[] =>
  store.all(
    query.selectFrom('material').selectAll().where('archiveId', '=', archiveId).orderBy('seq'),
  )

/** Materials and files go to another archive, behind its own; each keeps the number under which it came in. */
export function moveMaterials(
  store: Store,
  from: number,
  to: number,
  number: string,
  former: FormerMaterials | undefined,
): void {
  store.run(query.updateTable('file').set({ archiveId: to }).where('archiveId', '=', from))
  if (!former) return
  const move = store.prepare(
    'UPDATE material SET archive_id = ?, seq = ?, from_number = ? WHERE id = ?',
  )
  for (const { id, fromNumber } of former.materials)
    store.attempt(() => move.run(to, countOn(store, to), fromNumber ?? number, id))
  store.run(query.deleteFrom('materialSeries').where('archiveId', '=', from))
}

/** What came over must be as it came, and nothing else may hang on it. @throws Refusal merge.undo-blocked */
export function requireMaterialsAsMoved(
  store: Store,
  survivorId: number,
  former: FormerMaterials | undefined,
  number: string,
): void {
  if (!former) return
  const all = rowsOf(store, survivorId)
  const now = new Map(all.map((material) => [material.id, wordsOf(material)]))
  const moved = new Set(former.materials.map(({ id }) => id))
  const files = new Set(former.files)
  const isTied = ({ id, counterpartId, fileId }: StoredMaterial) =>
    !moved.has(id) && (moved.has(counterpartId ?? 0) || files.has(fileId ?? 0))
  const isAsMoved = former.materials.every((material) => now.get(material.id) === wordsOf(material))
  if (isAsMoved && !all.some(isTied)) return
  throw new Refusal('merge.undo-blocked', { number, because: 'changed' })
}

const wordsOf = ({ archiveId, seq, fromNumber, ...material }: StoredMaterial): string =>
  JSON.stringify(Object.entries(material).toSorted())

/** Puts materials and files back to the archive that they came from, under the sequence numbers that they had. */
export function returnMaterials(
  store: Store,
  archiveId: number,
  former: FormerMaterials | undefined,
): void {
  if (!former) return
  for (const { id, seq, fromNumber } of former.materials) {
    const row = { archiveId, seq, fromNumber }
    store.run(query.updateTable('material').set(row).where('id', '=', id))
  }
  for (const id of former.files)
    store.run(query.updateTable('file').set({ archiveId }).where('id', '=', id))
  for (const { kind, last } of former.series)
    store.run(query.insertInto('materialSeries').values({ archiveId, kind, last }))
}
