import type { Material, MaterialContents } from '../domain/material.ts'
import type { ReadingRights } from '../domain/reading-rights.ts'
import type { Day } from '../domain/words.ts'
import { sealsSeen } from './held.ts'
import { query, sql } from './query.ts'
import { readableMaterials } from './readable.ts'
import type { Store } from './store.ts'
import type { MaterialRow } from './material-tables.ts'
import { dropMaterialTerms, keepMaterialTerms } from './terms.ts'

/** A stored material, its id given. */
export type StoredMaterial = Omit<MaterialRow, 'id'> & { readonly id: number }

const materials = query
  .selectFrom('material')
  .leftJoin('file', 'file.id', 'material.fileId')
  .leftJoin('material as counterpart', 'counterpart.id', 'material.counterpartId')
  .selectAll('material')
  .select(['file.bytes', 'file.registeredAt', 'file.verifiedAt', 'file.isSound'])
  .select((column) => [
    column.fn<string | null>('hex', ['file.sha256']).as('sha256'),
    column.ref('counterpart.seq').as('counterpart'),
    sealsSeen.as('seals'),
    sql<number>`exists (select 1 from material as scan
      where scan.counterpart_id = material.id and scan.file_id is not null)`.as('hasScan'),
  ])

type Row = ReturnType<typeof rowType>
const rowType = (store: Store) => store.one(materials)

const materialIn = (row: Row): Material => ({
  id: row.id,
  archiveId: row.archiveId,
  seq: row.seq,
  title: row.title,
  kind: row.kind,
  documentNumber: row.documentNumber,
  part: row.part,
  position: row.position,
  pages: row.pages,
  copies: row.copies,
  form: row.form,
  counterpart: row.counterpart,
  medium: row.medium,
  datedOn: row.datedOn,
  secrecy: row.secrecy,
  place: row.place,
  keeper: row.keeper,
  receivedFrom: row.receivedFrom,
  annex: row.isAnnex === 1,
  seals: JSON.parse(row.seals) as string[],
  recordedBy: row.recordedBy,
  recordedOn: row.recordedOn,
  fromNumber: row.fromNumber,
  digitised: row.medium === 'electronic' ? null : row.fileId !== null || Boolean(row.hasScan),
  file:
    row.fileId === null
      ? null
      : {
          id: row.fileId,
          name: row.fileName ?? '',
          type: row.fileType ?? '',
          bytes: row.bytes ?? 0,
          sha256: (row.sha256 ?? '').toLowerCase(),
          registeredAt: row.registeredAt ?? '',
          verifiedAt: row.verifiedAt,
          sound: row.isSound === null ? null : row.isSound === 1,
        },
})

/** An archive's materials, as they came in. */
export const materialsOf = (store: Store, archiveId: number): Material[] =>
  store
    .all(materials.where('material.archiveId', '=', archiveId).orderBy('material.seq'))
    .map(materialIn)

export const materialAt = (store: Store, archiveId: number, seq: number): Material | undefined => {
  const asked = materials
    .where('material.archiveId', '=', archiveId)
    .where('material.seq', '=', seq)
  const row = store.first(asked)
  return row && materialIn(row)
}

/** The material that has this very file under this name; a file is one archive's. */
export const materialWith = (
  store: Store,
  fileId: number,
  fileName: string,
): Material | undefined => {
  const asked = materials
    .where('material.fileId', '=', fileId)
    .where('material.fileName', '=', fileName)
  const row = store.first(asked.orderBy('material.seq').limit(1))
  return row && materialIn(row)
}

/** Counts one further in an archive, in all or of one kind: no number is given twice. */
export function countOn(store: Store, archiveId: number, kind = ''): number {
  const counted = store
    .prepare(
      `INSERT INTO material_series (archive_id, kind, last) VALUES (?, ?, 1)
       ON CONFLICT DO UPDATE SET last = last + 1 RETURNING last`,
    )
    .pluck(true)
  return store.attempt(() => counted.get(archiveId, kind)) as number
}

/** What an archive is found by in its materials, as far as somebody may read them. */
export const findableMaterials = (
  store: Store,
  archiveId: number,
  rights: ReadingRights,
): { readonly title: string; readonly documentNumber: string | null }[] =>
  store.all(
    query
      .selectFrom('material')
      .select(['title', 'documentNumber'])
      .where('archiveId', '=', archiveId)
      .where(readableMaterials(rights)),
  )

/** Has it ever held one (SPEC 15.9)? */
export const hasHeldMaterials = (store: Store, archiveId: number): boolean =>
  store.first(
    query.selectFrom('materialSeries').select('last').where('archiveId', '=', archiveId).limit(1),
  ) !== undefined

/** Who entered it, when, and the file that belongs to it. */
export interface Entered {
  readonly archiveId: number
  readonly seq: number
  readonly recordedBy: number | null
  readonly recordedOn: Day
  readonly file: { readonly id: number; readonly name: string; readonly type: string } | null
}

/** In the order of `insertion`. */
const columns = [
  ...[
    'archive_id',
    'seq',
    'title',
    'kind',
    'document_number',
    'part',
    'position',
    'pages',
    'copies',
  ],
  ...[
    'form',
    'counterpart_id',
    'medium',
    'dated_on',
    'secrecy',
    'place',
    'keeper',
    'received_from',
  ],
  ...['is_annex', 'file_id', 'file_name', 'file_type', 'recorded_by', 'recorded_on'],
]
const insertion = `INSERT INTO material (${columns.join(', ')})
  VALUES (${columns.map(() => '?').join(', ')})`

/** Enters a material and what it is found by; gives its id. With a statement of its own, for folders full of them. */
export function addMaterial(store: Store, contents: MaterialContents, entered: Entered): number {
  const { archiveId, seq, recordedBy, recordedOn, file } = entered
  const it = columnsOf(store, archiveId, contents)
  const values = [
    ...[archiveId, seq, it.title, it.kind, it.documentNumber, it.part, it.position, it.pages],
    ...[it.copies, it.form, it.counterpartId, it.medium, it.datedOn, it.secrecy, it.place],
    ...[it.keeper, it.receivedFrom, it.isAnnex],
    ...[file?.id ?? null, file?.name ?? null, file?.type ?? null, recordedBy, recordedOn],
  ]
  const insert = store.prepare(insertion)
  const id = Number(store.attempt(() => insert.run(...values)).lastInsertRowid)
  keepMaterialTerms(store, id, contents)
  return id
}

const fileColumns = (file: Entered['file']) => ({
  fileId: file?.id ?? null,
  fileName: file?.name ?? null,
  fileType: file?.type ?? null,
})

function columnsOf(store: Store, archiveId: number, contents: MaterialContents) {
  const { annex, counterpart, ...rest } = contents
  return {
    ...rest,
    isAnnex: annex ? (1 as const) : (0 as const),
    counterpartId: counterpart === null ? null : idOf(store, archiveId, counterpart),
  }
}

const idOf = (store: Store, archiveId: number, seq: number): number =>
  store.one(
    query
      .selectFrom('material')
      .select('id')
      .where('archiveId', '=', archiveId)
      .where('seq', '=', seq),
  ).id

/** Puts other contents, and a file where there was none, in the place of what a material says. */
export function replaceMaterial(
  store: Store,
  before: Material,
  after: MaterialContents,
  file?: Entered['file'],
): void {
  dropMaterialTerms(store, before.id, before)
  const row = { ...columnsOf(store, before.archiveId, after), ...(file && fileColumns(file)) }
  store.run(query.updateTable('material').set(row).where('id', '=', before.id))
  keepMaterialTerms(store, before.id, after)
}

/** Takes a material out, with its search terms; its file must be given up beside. */
export function removeMaterial(store: Store, material: Material): void {
  dropMaterialTerms(store, material.id, material)
  store.run(query.deleteFrom('material').where('id', '=', material.id))
}
