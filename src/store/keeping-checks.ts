import type { CheckCode, Found } from '../domain/audit-finding.ts'
import { dayIn } from '../domain/day.ts'
import { nextInspection, nextStocktake } from '../domain/inspection-cycle.ts'
import type { Policy } from '../domain/policy.ts'
import type { Day } from '../domain/words.ts'
import { inScope, type Auditing } from './audit-scope.ts'
import { row } from './audit-twins.ts'
import { inspectedIn } from './inspections.ts'
import { query, sql } from './query.ts'
import { registryOf } from './registry.ts'
import { lastStocktake } from './stocktakes.ts'
import type { Store } from './store.ts'

/** The last that was closed of each place tells how it stands there. */
const badNow = sql`
  select 'inspection.item' as check_code, 0 as archive_id,
    ifnull(inspection.place, '') || '/' || item as object,
    json_object('inspection', inspection.id, 'item', item, 'place', inspection.place) as facts
  from inspection join inspection_item on inspection_id = inspection.id
  where answer = 'bad' and inspection.id in (
    select max(id) from inspection where closed_on is not null and dropped_because is null
    group by ifnull(place, ''))`

/** The last closed stocktake that went over an archive tells where it is. */
const lastCounted = sql<{ archiveId: number; stocktakeId: number }>`(
  select archive_id, max(stocktake_id) as stocktake_id from stocktake_item
  join stocktake on stocktake.id = stocktake_id
  where closed_on is not null and dropped_because is null and result is not null group by archive_id)`

const counted = (it: Auditing) =>
  query
    .selectFrom(lastCounted.as('last'))
    .innerJoin('stocktakeItem', (join) =>
      join
        .onRef('stocktakeItem.stocktakeId', '=', 'last.stocktakeId')
        .onRef('stocktakeItem.archiveId', '=', 'last.archiveId'),
    )
    .innerJoin('archive', 'archive.id', 'last.archiveId')
    .where(inScope(it))

/** Of the last stocktakes of each extent. */
const strays = (check: 'stocktake.stray' | 'stocktake.purged', kinds: readonly string[]) => sql`
  select ${sql.lit(check)} as check_code, 0 as archive_id, 'C' || stocktake_id as object,
    json_object('stocktake', stocktake_id, 'count', count(*)) as facts
  from stocktake_stray where kind in (${sql.join(kinds.map((it) => sql.lit(it)))})
    and stocktake_id in (
      select max(id) from stocktake where closed_on is not null and dropped_because is null
      group by ifnull(place, ''), ifnull(type, ''))
  group by stocktake_id`

/** Where it lies was changed to where it was seen, or to yet another place: then it is put right. */
const stillThere = sql<boolean>`archive.location is stocktake_item.place`

/** What inspections and stocktakes found, in SQL. */
export const keepingStatements = {
  'inspection.item': () => [badNow],
  'repair.overdue': (it: Auditing) => [
    query
      .selectFrom('defect')
      .innerJoin('archive', 'archive.id', 'defect.archiveId')
      .where('defect.wantsRepair', '=', 1)
      .where('defect.repairedOn', 'is', null)
      .where('defect.dueOn', '<', it.today)
      .where(inScope(it))
      .select(
        row(
          'repair.overdue',
          sql`'P' || defect.id`,
          sql`json_object('repair', defect.id, 'dueOn', defect.due_on)`,
        ),
      ),
  ],
  'stocktake.missing': (it: Auditing) => [
    counted(it)
      .where('stocktakeItem.result', '=', 'missing')
      .select(
        row(
          'stocktake.missing',
          sql`''`,
          sql`json_object('stocktake', stocktake_item.stocktake_id)`,
        ),
      ),
  ],
  'stocktake.misplaced': (it: Auditing) => [
    counted(it)
      .where('stocktakeItem.result', '=', 'misplaced')
      .where(stillThere)
      .select(
        row(
          'stocktake.misplaced',
          sql`''`,
          sql`json_object('stocktake', stocktake_item.stocktake_id, 'at', stocktake_item.seen_place)`,
        ),
      ),
  ],
  'stocktake.stray': () => [strays('stocktake.stray', ['unknown', 'void'])],
  'stocktake.purged': () => [strays('stocktake.purged', ['purged'])],
} as const

const office = (check: CheckCode, facts: Found['facts']) => ({
  check,
  object: '',
  facts,
  archiveId: 0,
})

const foundedOn = (store: Store, { timeZone }: Policy): Day =>
  dayIn(new Date(registryOf(store).createdAt), timeZone)

/** The day by which everything is to be inspected next; null: the policy says nothing of it. */
export function inspectionDueOn(store: Store, policy: Policy): Day | null {
  if (!policy.inspection) return null
  const outermost = store
    .all(query.selectFrom('place').select('code').where('parentId', 'is', null))
    .map(({ code }) => code)
  return nextInspection(policy.inspection, inspectedIn(store), outermost, foundedOn(store, policy))
}

/** The same for counting. */
export const stocktakeDueOn = (store: Store, policy: Policy): Day | null =>
  nextStocktake(policy.stocktake, lastStocktake(store), foundedOn(store, policy))

/** What the office has let pass. */
export const keepingLooks = {
  *'inspection.overdue'({ store, policy, today }: Auditing) {
    const dueOn = inspectionDueOn(store, policy)
    if (dueOn !== null && dueOn < today) yield office('inspection.overdue', { dueOn })
  },
  *'stocktake.overdue'({ store, policy, today }: Auditing) {
    const dueOn = stocktakeDueOn(store, policy)
    if (dueOn !== null && dueOn < today) yield office('stocktake.overdue', { dueOn })
  },
}
