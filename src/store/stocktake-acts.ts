import type { Stocktake, StocktakeCounts, StrayKind } from '../domain/stocktake.ts'
import { secrecyLevels, type Day, type Secrecy } from '../domain/words.ts'
import { share } from './audit-scope.ts'
import { query, sql } from './query.ts'
import type { Store } from './store.ts'
import { isOutNow, stocktakeById } from './stocktakes.ts'
import { resultOf, type Judging } from './stocktake-judging.ts'

/** What a stocktake goes over. */
export interface Extent {
  readonly place: string | null
  /** Codes of that place and those in it. */
  readonly within: readonly string[] | undefined
  readonly type: string | null
  readonly sample:
    | {
        readonly percent: number
        readonly seed: number
        readonly shares: Readonly<Record<Secrecy, number>>
      }
    | undefined
}

/**
 * Opens a stocktake and settles what is expected: archives that are not destroyed, but those of
 * which every paper is electronic and which lie nowhere. Gives it; `expected` 0: there is nothing.
 */
export function openStocktake(
  store: Store,
  { place, within, type, sample }: Extent,
  opened: { readonly openedOn: Day; readonly openedBy: number | null },
): Stocktake {
  const { percent = null, seed = null } = sample ?? {}
  const { lastId: id } = store.run(
    query.insertInto('stocktake').values({ place, type, percent, seed, ...opened, expected: 0 }),
  )
  const conditions = [
    sql<boolean>`it.status <> 'destroyed'`,
    ...(within
      ? [sql<boolean>`it.location in (select value from json_each(${JSON.stringify(within)}))`]
      : [onPaper]),
    ...(type === null ? [] : [sql<boolean>`it.type = ${type}`]),
    ...(sample ? [drawn(sample)] : []),
  ]
  const listed = query
    .selectFrom('archive as it')
    .select([sql<number>`${id}`.as('stocktakeId'), 'it.id', sql<0 | 1>`1`.as('isExpected')])
    .select([
      sql<0 | 1>`exists (select 1 from loan_item where loan_item.archive_id = it.id
        and loan_item.material_id is null and loan_item.returned_on is null)`.as('isOut'),
      'it.location',
      sql<number>`0`.as('times'),
    ])
    .where(sql<boolean>`${sql.join(conditions, sql` and `)}`)
  const { changes: expected } = store.run(
    query
      .insertInto('stocktakeItem')
      .columns(['stocktakeId', 'archiveId', 'isExpected', 'isOut', 'place', 'times'])
      .expression(listed),
  )
  store.run(query.updateTable('stocktake').set({ expected }).where('id', '=', id))
  return stocktakeById(store, id) as Stocktake
}

/** What lies nowhere and is made of files only is on no shelf. */
const onPaper = sql<boolean>`(it.location is not null
  or not exists (select 1 from material where material.archive_id = it.id)
  or exists (select 1 from material where material.archive_id = it.id and medium <> 'electronic'))`

/** Drawn by the seed, of each level as many per cent as it has. */
function drawn({ shares, seed }: NonNullable<Extent['sample']>) {
  const levels = secrecyLevels.map(
    (level) => sql`when ${level} then ${Math.round(shares[level] * 100)}`,
  )
  return sql<boolean>`${share(sql.ref('it.id'), seed)} < case it.secrecy ${sql.join(levels, sql` `)} end`
}

/** Somebody counts: where they stand, and when. */
export interface Counting {
  readonly stocktakeId: number
  readonly seenPlace: string | null
  readonly seenOn: Day
  readonly seenBy: number | null
}

/** Notes archives as seen, each time once more; whoever is counted twice was seen where he was last. */
export function noteSeen(
  store: Store,
  { stocktakeId, seenPlace, seenOn, seenBy }: Counting,
  archiveIds: Iterable<number>,
): void {
  const note = store.prepare(
    `INSERT INTO stocktake_item (stocktake_id, archive_id, is_expected, is_out, place, seen_place, seen_on, seen_by, times)
     SELECT :stocktakeId, id, 0, 0, location, :seenPlace, :seenOn, :seenBy, 1 FROM archive WHERE id = :id
     ON CONFLICT (stocktake_id, archive_id) DO UPDATE SET times = times + 1,
       seen_place = ifnull(excluded.seen_place, seen_place), seen_on = excluded.seen_on, seen_by = excluded.seen_by`,
  )
  store.attempt(() => {
    for (const id of archiveIds) note.run({ stocktakeId, seenPlace, seenOn, seenBy, id })
  })
}

export function noteStray(
  store: Store,
  { stocktakeId, seenPlace, seenOn }: Counting,
  text: string,
  kind: StrayKind,
): void {
  const row = { stocktakeId, text, kind, seenPlace, seenOn, times: 1 }
  store.run(
    query
      .insertInto('stocktakeStray')
      .values(row)
      .onConflict((it) =>
        it
          .columns(['stocktakeId', 'text'])
          .doUpdateSet({ times: sql`times + 1`, kind, seenOn, seenPlace }),
      ),
  )
}

/** Writes down how each came out, and closes. */
export function closeStocktake(
  store: Store,
  judging: Judging,
  closed: {
    readonly closedOn: Day
    readonly closedBy: number | null
    readonly counters: readonly string[]
    readonly witness: string | null
    readonly counts: StocktakeCounts
  },
): Stocktake {
  const { id } = judging.stocktake
  // one look for all: what is written must not be what is judged by
  const { sql: text, parameters } = query
    .selectFrom('stocktakeItem as it')
    .innerJoin('stocktake', 'stocktake.id', 'it.stocktakeId')
    .leftJoin('archive', 'archive.id', 'it.archiveId')
    .select(['it.archiveId', resultOf(judging).as('result'), sql<number>`${isOutNow}`.as('isOut')])
    .select(sql<string | null>`iif(archive.id is null, it.place, archive.location)`.as('place'))
    .where('it.stocktakeId', '=', id)
    .compile()
  const write = store.prepare(
    `UPDATE stocktake_item SET result = ?, is_out = ?, place = ? WHERE stocktake_id = ? AND archive_id = ?`,
  )
  const judged = [...store.walk(text, parameters)]
  store.attempt(() => {
    for (const [archiveId, result, isOut, place] of judged)
      write.run(result, isOut, place, id, archiveId)
  })
  const { counters, counts, ...rest } = closed
  const set = { ...rest, counters: JSON.stringify(counters), counts: JSON.stringify(counts) }
  store.run(query.updateTable('stocktake').set(set).where('id', '=', id))
  return stocktakeById(store, id) as Stocktake
}

/** It was opened by mistake: nothing comes of it. */
export function dropStocktake(
  store: Store,
  id: number,
  dropped: {
    readonly closedOn: Day
    readonly closedBy: number | null
    readonly droppedBecause: string
  },
): Stocktake {
  store.run(query.updateTable('stocktake').set(dropped).where('id', '=', id))
  return stocktakeById(store, id) as Stocktake
}
