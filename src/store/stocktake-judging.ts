import type { RawBuilder } from 'kysely'
import type { Shelf } from '../domain/place.ts'
import { areApart, type Stocktake, type StocktakeResult } from '../domain/stocktake.ts'
import { shelvesIn } from './places.ts'
import { query, sql } from './query.ts'
import type { Store } from './store.ts'

/** What decides how the archives of a stocktake come out. */
export interface Judging {
  readonly stocktake: Stocktake
  /** Pairs of places that are not in one another: where something was seen, where the register has it. */
  readonly apart: readonly (readonly [seen: string, registered: string])[]
  /** Codes of the places that are counted; undefined: everywhere. */
  readonly within: readonly string[] | undefined
}

/** Reads what has to be known of places; a closed stocktake is not judged any more. */
export function judgingOf(store: Store, stocktake: Stocktake): Judging {
  if (stocktake.closedOn !== null) return { stocktake, apart: [], within: undefined }
  const shelves = shelvesIn(store)
  return {
    stocktake,
    apart: pairsApart(store, stocktake.id, shelves),
    within: stocktake.place === null ? undefined : codesWithin(shelves, stocktake.place),
  }
}

/** The code of a place and of those in it; of one that is no more, or words, itself. */
export function codesWithin(shelves: readonly Shelf[], place: string): string[] {
  const inside = shelves.filter(({ path }) => path.some(({ code }) => code === place))
  return inside.length === 0 ? [place] : inside.map(({ code }) => code)
}

function pairsApart(store: Store, id: number, shelves: readonly Shelf[]): Judging['apart'] {
  const byCode = new Map(shelves.map((shelf) => [shelf.code, shelf]))
  const pairs = store.all(
    query
      .selectFrom('stocktakeItem as it')
      .innerJoin('archive', 'archive.id', 'it.archiveId')
      .select([sql<string>`it.seen_place`.as('seen'), sql<string>`archive.location`.as('known')])
      .distinct()
      .where('it.stocktakeId', '=', id)
      .where(sql<boolean>`it.seen_place <> archive.location`),
  )
  return pairs.flatMap(({ seen, known }) =>
    areApart(byCode, seen, known) ? [[seen, known] as const] : [],
  )
}

/**
 * How an archive comes out, over `it`, `stocktake` and `archive` (null: it has been merged). What came
 * back since the list was made has passed through our hands: it is there. What was seen where the
 * register has it now, or had it then, is in its place.
 */
export function resultOf({ stocktake, apart, within }: Judging): RawBuilder<StocktakeResult> {
  if (stocktake.closedOn !== null) return sql<StocktakeResult>`it.result`
  const left = within
    ? sql`when it.is_expected = 1 and ifnull(archive.location, '') not in
        (select value from json_each(${JSON.stringify(within)})) then 'moved'`
    : sql``
  return sql<StocktakeResult>`case
    when archive.id is null then 'merged'
    when it.times > 0 and it.seen_place <> archive.location and it.seen_place <> ifnull(it.place, '')
      and exists (select 1 from json_each(${JSON.stringify(apart)}) as pair
        where pair.value ->> 0 = it.seen_place and pair.value ->> 1 = archive.location)
      then 'misplaced'
    when it.times > 0 then 'present'
    when exists (select 1 from loan_item where loan_item.archive_id = it.archive_id
      and loan_item.material_id is null and loan_item.returned_on is null) then 'onLoan'
    when exists (select 1 from loan_item where loan_item.archive_id = it.archive_id
      and loan_item.material_id is null and loan_item.returned_on >= stocktake.opened_on
      and (it.is_out = 1 or loan_item.returned_on > stocktake.opened_on)) then 'present'
    ${left}
    else 'missing' end`
}
