import { highestOf } from '../domain/chain.ts'
import type { ConsultedMaterial, Consultation, Reading } from '../domain/consultation.ts'
import type { Condition } from '../domain/loan.ts'
import { outsiderKey, type Applicant, type Outsider, type RequestWish } from '../domain/request.ts'
import type { Day, Instant, Secrecy } from '../domain/words.ts'
import { isBeingRead } from './consulting-state.ts'
import { query } from './query.ts'
import type { Store } from './store.ts'

const consultations = query
  .selectFrom('consultation')
  .innerJoin('archive', 'archive.id', 'consultation.archiveId')
  .innerJoin('request', 'request.id', 'consultation.requestId')
  .leftJoin('staff', 'staff.id', 'consultation.readerId')
  .selectAll('consultation')
  .select(['archive.number', 'archive.secrecy', 'staff.name as staffName'])
  .select(['request.outsider', 'request.purpose', 'request.wish'])

type Row = ReturnType<typeof rowType>
const rowType = (store: Store) => store.one(consultations)

export function consultationById(store: Store, id: number): Consultation | undefined {
  const row = store.first(consultations.where('consultation.id', '=', id))
  return row && consultationsIn(store, [row])[0]
}

/** Which consultations are wanted; nothing said: all. */
export interface ConsultationFilter {
  readonly isOpen?: true
  /** Open ones, and those opened on this day. */
  readonly openOrOn?: Day
  readonly archiveId?: number
}

/** The register, as it was kept: the oldest first. */
export function consultationsWith(store: Store, filter: ConsultationFilter): Consultation[] {
  const { isOpen, openOrOn, archiveId } = filter
  let asked = consultations.orderBy('consultation.id')
  if (isOpen) asked = asked.where('consultation.closedOn', 'is', null)
  if (openOrOn !== undefined)
    asked = asked.where((on) =>
      on.or([on('consultation.closedOn', 'is', null), on('consultation.openedOn', '=', openOrOn)]),
    )
  if (archiveId !== undefined) asked = asked.where('consultation.archiveId', '=', archiveId)
  return consultationsIn(store, store.all(asked))
}

function consultationsIn(store: Store, rows: readonly Row[]): Consultation[] {
  const read = itemsOf(
    store,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => consultationIn(row, read.get(row.id) ?? []))
}

interface Item extends ConsultedMaterial {
  readonly secrecy: Secrecy | null
}

function consultationIn(row: Row, items: readonly Item[]): Consultation {
  const outsider = row.outsider === null ? null : (JSON.parse(row.outsider) as Outsider)
  return {
    id: row.id,
    request: row.requestId,
    archiveId: row.archiveId,
    number: row.number,
    secrecy: highestOf([row.secrecy, ...items.flatMap(({ secrecy }) => secrecy ?? [])]),
    readerId: row.readerId,
    reader: row.staffName ?? outsider?.name ?? '',
    unit: outsider?.unit ?? null,
    purpose: row.purpose,
    scope: (JSON.parse(row.wish) as RequestWish).scope ?? null,
    place: row.place,
    identity: row.identity,
    openedOn: row.openedOn,
    openedAt: row.openedAt,
    closedOn: row.closedOn,
    closedAt: row.closedAt,
    signedBy: row.signedBy,
    effect: row.effect,
    condition: row.condition,
    remark: row.remark,
    materials: items.map(({ materialId, seq }) => ({ materialId, seq })),
  }
}

/** The materials that lie before the readers of these, in one reading; a whole archive has none. */
function itemsOf(store: Store, ids: readonly number[]): ReadonlyMap<number, Item[]> {
  const items = new Map<number, Item[]>()
  const rows = store
    .prepare(
      `SELECT i.consultation_id AS id, i.material_id AS materialId, m.seq, m.secrecy
       FROM json_each(?) AS wanted
       JOIN consultation_item AS i ON i.consultation_id = wanted.value
       LEFT JOIN material AS m ON m.id = i.material_id
       WHERE i.material_id IS NOT NULL
       ORDER BY i.consultation_id, i.position`,
    )
    .all(JSON.stringify(ids)) as (Item & { id: number })[]
  for (const { id, ...item } of rows) {
    const list = items.get(id)
    if (list) list.push(item)
    else items.set(id, [item])
  }
  return items
}

/** Who reads an archive, or some of it, just now. */
export const readingsOf = (store: Store, archiveId: number): Reading[] =>
  isBeingRead(store, archiveId) ? consultationsWith(store, { archiveId, isOpen: true }) : []

/** A consultation about to be entered. */
export interface NewConsultation {
  readonly request: number
  readonly archiveId: number
  readonly reader: Applicant
  readonly place: string | null
  readonly identity: string | null
  readonly openedOn: Day
  readonly openedAt: Instant
  readonly openedBy: number | null
  /** Empty: the whole archive. */
  readonly materialIds: readonly number[]
}

/** Enters a reader in the register (S002-6.2-2). Returns the consultation's id. */
export function addConsultation(store: Store, added: NewConsultation): number {
  const { request, reader, materialIds, ...rest } = added
  const { staff, outsider } = reader
  const { lastId: id } = store.run(
    query.insertInto('consultation').values({
      ...rest,
      ...notClosed,
      requestId: request,
      readerId: staff?.id ?? null,
      outsiderKey: outsider && outsiderKey(outsider),
      fromNumber: null,
    }),
  )
  const items = materialIds.length === 0 ? [null] : materialIds
  for (const [index, materialId] of items.entries()) {
    const row = { consultationId: id, position: index + 1, materialId }
    store.run(query.insertInto('consultationItem').values(row))
  }
  return id
}

const notClosed = {
  closedOn: null,
  closedAt: null,
  closedBy: null,
  signedBy: null,
  effect: null,
  condition: null,
  remark: null,
}

/** How a consultation ended. */
export interface Closing {
  readonly closedOn: Day
  readonly closedAt: Instant
  readonly closedBy: number | null
  readonly signedBy: string | null
  readonly effect: string | null
  readonly condition: Condition
  readonly remark: string | null
}

export const closeConsultation = (store: Store, id: number, closing: Closing): void => {
  store.run(query.updateTable('consultation').set(closing).where('id', '=', id))
}
