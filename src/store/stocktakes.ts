import {
  strayKinds,
  stocktakeResults,
  type Stocktake,
  type StocktakeCounts,
  type StocktakeResult,
  type StrayKind,
} from '../domain/stocktake.ts'
import type { ReadingRights } from '../domain/reading-rights.ts'
import type { Day, Secrecy } from '../domain/words.ts'
import { query, sql } from './query.ts'
import { readableArchives } from './readable.ts'
import type { Store } from './store.ts'
import { resultOf, type Judging } from './stocktake-judging.ts'

const rows = query
  .selectFrom('stocktake')
  .selectAll()
  .select(
    sql<string | null>`(select name from staff where id = stocktake.opened_by)`.as('openerName'),
  )

/** Stocktakes, newest first; or one, or those that are open. */
export function stocktakesIn(
  store: Store,
  { id, isOpen }: { readonly id?: number; readonly isOpen?: boolean } = {},
): Stocktake[] {
  let asked = rows.orderBy('id', 'desc')
  if (id !== undefined) asked = asked.where('id', '=', id)
  if (isOpen) asked = asked.where('closedOn', 'is', null)
  return store
    .all(asked)
    .map(({ openedBy: _opener, closedBy: _closer, openerName, counters, counts, ...row }) => ({
      ...row,
      openedBy: openerName,
      counters: counters === null ? [] : (JSON.parse(counters) as string[]),
      counts: counts === null ? null : (JSON.parse(counts) as StocktakeCounts),
    }))
}

export const stocktakeById = (store: Store, id: number): Stocktake | undefined =>
  stocktakesIn(store, { id })[0]

/** The last day on which everything was counted, or a sample of everything; null: never. */
export const lastStocktake = (store: Store): Day | null =>
  store.one(
    query
      .selectFrom('stocktake')
      .select(sql<Day | null>`max(closed_on)`.as('on'))
      .where('place', 'is', null)
      .where('type', 'is', null)
      .where('droppedBecause', 'is', null),
  ).on

/** An archive in a stocktake, as it comes out. */
export interface StocktakeItem {
  readonly archiveId: number
  readonly number: string
  readonly secrecy: Secrecy | null
  readonly result: StocktakeResult
  readonly isExpected: boolean
  /** Where the register has it; once closed: had it. */
  readonly place: string | null
  readonly seenPlace: string | null
  readonly seenOn: Day | null
  readonly times: number
  /** It is lent, or was when the stocktake was closed. */
  readonly isOut: boolean
}

/** Rows of one read. */
const pageRows = 2000

/**
 * What a stocktake comes to, archive by archive in the order of their numbers' making; of what the
 * reader may not see nothing. Paged by key: no snapshot is held.
 */
export function* itemsOf(
  store: Store,
  judging: Judging,
  rights: ReadingRights,
  results: readonly StocktakeResult[] = stocktakeResults,
): Generator<StocktakeItem> {
  const result = resultOf(judging)
  const former = sql<string | null>`(select number from alias where former_id = it.archive_id)`
  const isClosed = judging.stocktake.closedOn !== null
  const asked = query
    .selectFrom('stocktakeItem as it')
    .innerJoin('stocktake', 'stocktake.id', 'it.stocktakeId')
    .leftJoin('archive', 'archive.id', 'it.archiveId')
    .select(['it.archiveId', 'it.isExpected', 'it.seenPlace', 'it.seenOn', 'it.times'])
    .select([
      'archive.secrecy',
      sql<string>`ifnull(archive.number, ifnull(${former}, ''))`.as('number'),
    ])
    .select([
      result.as('result'),
      isClosed
        ? sql<string | null>`it.place`.as('place')
        : sql<string | null>`iif(archive.id is null, it.place, archive.location)`.as('place'),
      isClosed ? sql<number>`it.is_out`.as('isOut') : sql<number>`${isOutNow}`.as('isOut'),
    ])
    .where('it.stocktakeId', '=', judging.stocktake.id)
    .where(sql<boolean>`(archive.id is null or ${readableArchives(rights)})`)
  const wanted = sql<string>`(select value from json_each(${JSON.stringify(results)}))`
  const chosen =
    results.length === stocktakeResults.length ? asked : asked.where(result, 'in', wanted as never)
  for (let after = 0; ;) {
    const page = store.all(
      chosen.where('it.archiveId', '>', after).orderBy('it.archiveId').limit(pageRows),
    )
    for (const row of page)
      yield { ...row, isExpected: row.isExpected === 1, isOut: row.isOut === 1 }
    if (page.length < pageRows) return
    after = page.at(-1)?.archiveId ?? after
  }
}

/** Is the whole archive lent just now? Over `it`. */
export const isOutNow = sql<boolean>`exists (select 1 from loan_item
  where loan_item.archive_id = it.archive_id and loan_item.material_id is null
    and loan_item.returned_on is null)`

/** Something that was counted and is no archive of ours. */
export interface Stray {
  readonly text: string
  readonly kind: StrayKind
  readonly seenPlace: string | null
  readonly seenOn: Day
  readonly times: number
}

/** What is no archive of ours, the gravest first. */
export function straysOf(
  store: Store,
  stocktakeId: number,
  kinds: readonly StrayKind[] = strayKinds,
): Stray[] {
  const all = store.all(
    query
      .selectFrom('stocktakeStray')
      .select(['text', 'kind', 'seenPlace', 'seenOn', 'times'])
      .where('stocktakeId', '=', stocktakeId)
      .orderBy('text'),
  )
  return kinds.flatMap((kind) => all.filter((it) => it.kind === kind))
}

/** How everything came out, whoever may read it; once closed as it was then. */
export function countsOf(store: Store, judging: Judging): StocktakeCounts {
  const { stocktake } = judging
  if (stocktake.counts) return stocktake.counts
  const counts: Record<string, number> = Object.fromEntries(
    [...stocktakeResults, ...strayKinds, 'unexpected', 'destroyed'].map((key) => [key, 0]),
  )
  const asked = query
    .selectFrom('stocktakeItem as it')
    .innerJoin('stocktake', 'stocktake.id', 'it.stocktakeId')
    .leftJoin('archive', 'archive.id', 'it.archiveId')
    .select([resultOf(judging).as('result'), sql<number>`count(*)`.as('count')])
    .select(sql<number>`sum(it.is_expected)`.as('expected'))
    .where('it.stocktakeId', '=', stocktake.id)
    .groupBy(sql`1`)
  let listed = 0
  for (const { result, count, expected } of store.all(asked)) {
    counts[result] = count
    counts['unexpected'] = (counts['unexpected'] ?? 0) + count - expected
    listed += expected
  }
  for (const { kind } of straysOf(store, stocktake.id)) counts[kind] = (counts[kind] ?? 0) + 1
  counts['destroyed'] = stocktake.expected - listed
  return counts as StocktakeCounts
}

/** How many archives of a stocktake somebody may not read. */
export const hiddenIn = (store: Store, stocktakeId: number, rights: ReadingRights): number =>
  store.one(
    query
      .selectFrom('stocktakeItem as it')
      .innerJoin('archive', 'archive.id', 'it.archiveId')
      .select(sql<number>`count(*)`.as('count'))
      .where('it.stocktakeId', '=', stocktakeId)
      .where(sql<boolean>`not ${readableArchives(rights)}`),
  ).count

/** The last day on which anything was counted; null: nothing was. */
export const lastCountedOn = (store: Store, stocktakeId: number): Day | null =>
  store
    .prepare(
      `SELECT max(seen_on) FROM (SELECT seen_on FROM stocktake_item WHERE stocktake_id = :id
         UNION ALL SELECT seen_on FROM stocktake_stray WHERE stocktake_id = :id)`,
    )
    .pluck()
    .get({ id: stocktakeId }) as Day | null

/** What a closed stocktake did not find in its place, or at all, whoever may read it. */
export const missedIn = (store: Store, stocktakeId: number) =>
  store.all(
    query
      .selectFrom('stocktakeItem')
      .select(['archiveId', 'result', 'place'])
      .where('stocktakeId', '=', stocktakeId)
      .where('result', 'in', ['missing', 'misplaced']),
  )
