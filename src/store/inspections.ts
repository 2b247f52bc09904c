import type { Answer, Inspection, InspectionItem } from '../domain/inspection.ts'
import type { Inspected } from '../domain/inspection-cycle.ts'
import type { Period } from '../domain/period.ts'
import type { Day } from '../domain/words.ts'
import { query, sql } from './query.ts'
import type { Store } from './store.ts'

const nameOf = (column: string) =>
  sql<string | null>`(select name from staff where id = ${sql.ref(column)})`

const rows = query
  .selectFrom('inspection')
  .selectAll()
  .select(nameOf('inspection.opened_by').as('openerName'))

/** Inspections, newest first; or one, or those that are open. */
export function inspectionsIn(
  store: Store,
  { id, isOpen }: { readonly id?: number; readonly isOpen?: boolean } = {},
): Inspection[] {
  let asked = rows.orderBy('id', 'desc')
  if (id !== undefined) asked = asked.where('id', '=', id)
  if (isOpen) asked = asked.where('closedOn', 'is', null)
  return store.all(asked).map((row) => ({
    id: row.id,
    period: row.period,
    lastDay: row.lastDay,
    place: row.place,
    openedOn: row.openedOn,
    openedBy: row.openerName,
    closedOn: row.closedOn,
    signers: row.signers === null ? [] : (JSON.parse(row.signers) as string[]),
    droppedBecause: row.droppedBecause,
    auditRun: row.auditRun,
    items: itemsOf(store, row.id),
  }))
}

export const inspectionById = (store: Store, id: number): Inspection | undefined =>
  inspectionsIn(store, { id })[0]

const itemsOf = (store: Store, id: number): InspectionItem[] =>
  store.all(
    query
      .selectFrom('inspectionItem')
      .select(['item', 'answer', 'reading', 'note', 'ownerId', 'dueOn', 'answeredOn'])
      .select([nameOf('owner_id').as('owner'), nameOf('answered_by').as('answeredBy')])
      .where('inspectionId', '=', id)
      .orderBy('position'),
  )

/** That of a period and a place, unless it was dropped. */
export function inspectionOf(
  store: Store,
  period: string,
  place: string | null,
): Inspection | undefined {
  const found = query.selectFrom('inspection').select('id').where('period', '=', period)
  const row = store.first(found.where('place', 'is', place).where('droppedBecause', 'is', null))
  return row && inspectionById(store, row.id)
}

/** Inspections that are done. */
export const inspectedIn = (store: Store): Inspected[] =>
  store.all(
    query
      .selectFrom('inspection')
      .select(['lastDay', 'place'])
      .where('closedOn', 'is not', null)
      .where('droppedBecause', 'is', null),
  )

/** Opens one, with its checklist. */
export function addInspection(
  store: Store,
  { name: period, to: lastDay }: Period,
  place: string | null,
  items: readonly string[],
  opened: { readonly openedOn: Day; readonly openedBy: number | null },
): Inspection {
  const { lastId } = store.run(
    query.insertInto('inspection').values({ period, lastDay, place, ...opened }),
  )
  for (const [at, item] of items.entries())
    store.run(
      query.insertInto('inspectionItem').values({ inspectionId: lastId, item, position: at + 1 }),
    )
  return inspectionById(store, lastId) as Inspection
}

/** What was found of one line of the checklist. */
export interface ItemAnswer {
  readonly answer: Answer
  readonly reading: string | null
  readonly note: string | null
  readonly ownerId: number | null
  readonly dueOn: Day | null
  readonly answeredOn: Day
  readonly answeredBy: number | null
}

export const answerItem = (store: Store, id: number, item: string, said: ItemAnswer): void => {
  store.run(
    query
      .updateTable('inspectionItem')
      .set(said)
      .where('inspectionId', '=', id)
      .where('item', '=', item),
  )
}

/** Who ended it, and how. */
export type InspectionEnd = {
  readonly closedOn: Day
  readonly closedBy: number | null
} & ({ readonly signers: readonly string[] } | { readonly droppedBecause: string })

export function endInspection(store: Store, id: number, end: InspectionEnd): Inspection {
  const { closedOn, closedBy } = end
  const how =
    'signers' in end
      ? { signers: JSON.stringify(end.signers) }
      : { droppedBecause: end.droppedBecause }
  const set = { closedOn, closedBy, ...how }
  store.run(query.updateTable('inspection').set(set).where('id', '=', id))
  return inspectionById(store, id) as Inspection
}

/** The audit in which the findings of an inspection or a stocktake were kept. */
export const noteRun = (
  store: Store,
  table: 'inspection' | 'stocktake',
  id: number,
  auditRun: number,
): void => {
  store.run(query.updateTable(table).set({ auditRun }).where('id', '=', id))
}
