import type { Expression, SqlBool } from 'kysely'
import { bare, canonicalNumber, spelledOut, tailIn } from '../domain/number.ts'
import { standings } from '../domain/standing.ts'
import { conditionsOf, type Selection } from './conditions.ts'
import { query, sql } from './query.ts'
import type { Store } from './store.ts'

/** Series are looked through for tails (`0001`) and parts (`XH01`) while there are no more than this. */
const mostSeries = 20_000

/** Archives by id whose number answers to what was typed, and how well; of each way at most `most`. */
export function byNumber(
  store: Store,
  selection: Selection,
  most: number,
): ReadonlyMap<number, number> {
  const typed = canonicalNumber(selection.words)
  const found = new Map<number, number>()
  if (typed === '' || typed.length > 64) return found
  const note = (ids: readonly number[], rank: number) => {
    for (const id of ids) if (!found.has(id)) found.set(id, rank)
  }
  const patterns = Object.values(selection.policy.types).map(({ pattern }) => pattern)
  const spelt = [typed, ...patterns.flatMap((pattern) => spelledOut(pattern, typed))]
  note(carrying(store, spelt, conditionsOf(selection, true)), standings.number)
  const conditions = conditionsOf(selection)
  note(onceCarrying(store, spelt, conditions), standings.alias)
  if (!/\d/.test(typed)) return found
  const parts = seriesParts(store, typed)
  for (const start of [typed, ...parts.starts])
    note(beginningWith(store, start, conditions, most), standings.numberStart)
  note(carrying(store, parts.tails, conditions), standings.numberInside)
  note(inSeries(store, parts.within, conditions, most), standings.numberInside)
  return found
}

type Conditions = Expression<SqlBool>
const ids = (rows: readonly { readonly id: number }[]): number[] => rows.map(({ id }) => id)
const listed = <Item = string>(items: readonly Item[]) =>
  sql<Item>`(select value from json_each(${JSON.stringify(items)}))`
const archiveIds = query.selectFrom('archive').select('archive.id')

const carrying = (store: Store, numbers: readonly string[], conditions: Conditions): number[] =>
  ids(store.all(archiveIds.where('number', 'in', listed(numbers)).where(conditions)))

const onceCarrying = (store: Store, numbers: readonly string[], conditions: Conditions): number[] =>
  ids(
    store.all(
      archiveIds
        .innerJoin('alias', 'alias.archiveId', 'archive.id')
        .where('alias.number', 'in', listed(numbers))
        .where(conditions),
    ),
  )

/** Numbers and former numbers that begin so, the highest first. */
function beginningWith(
  store: Store,
  start: string,
  conditions: Conditions,
  most: number,
): number[] {
  const end = `${start}\u{10FFFF}`
  const own = archiveIds.where('number', '>=', start).where('number', '<', end).where(conditions)
  const former = archiveIds
    .innerJoin('alias', 'alias.archiveId', 'archive.id')
    .where('alias.number', '>=', start)
    .where('alias.number', '<', end)
    .where(conditions)
  return [
    ...ids(store.all(own.orderBy('number', 'desc').limit(most))),
    ...ids(store.all(former.limit(most))),
  ]
}

/** What was typed as the beginning of a number without its dash, as its tail, or as a part of a series' name. */
function seriesParts(store: Store, typed: string) {
  const none = { starts: [] as string[], tails: [] as string[], within: [] as number[] }
  if (!/^[A-Z0-9-]{3,}$/.test(typed)) return none
  const all = store.all(
    query
      .selectFrom('series')
      .select(['id', 'stem'])
      .limit(mostSeries + 1),
  )
  if (all.length > mostSeries) return none
  const plain = bare(typed)
  const isCode = /[A-Z]/.test(typed)
  for (const { id, stem } of all) {
    const before = stem.slice(0, stem.indexOf('{'))
    const bareBefore = bare(before)
    if (plain.startsWith(bareBefore) && !typed.startsWith(before))
      none.starts.push(before + plain.slice(bareBefore.length))
    else if (isCode && bareBefore.includes(plain)) none.within.push(id)
    const tail = tailIn(stem, typed)
    if (tail !== undefined) none.tails.push(tail)
  }
  return none
}

const inSeries = (store: Store, series: readonly number[], conditions: Conditions, most: number) =>
  series.length === 0
    ? []
    : ids(
        store.all(
          archiveIds
            .where('archive.seriesId', 'in', listed<number>(series))
            .where(conditions)
            .orderBy('archive.id', 'desc')
            .limit(most),
        ),
      )
