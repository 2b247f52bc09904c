import type { Expression, SqlBool } from 'kysely'
import { query } from './query.ts'
import type { StoredArchive } from './archives.ts'
import type { Store } from './store.ts'

interface Way {
  readonly direction: 'asc' | 'desc'
  readonly beyond: '>' | '<'
}

interface Manner extends Way {
  readonly conditions: Expression<SqlBool>
  readonly rows: number
}

/**
 * Archives in the order of their numbers: series by name, within a series by serial, then foreign
 * numbers (before, where it is descending). A page at a time, each found by the key of the last.
 */
export function* inNumberOrder(
  store: Store,
  conditions: Expression<SqlBool>,
  descending: boolean,
  rows: number,
): Generator<StoredArchive> {
  const way: Way = descending
    ? { direction: 'desc', beyond: '<' }
    : { direction: 'asc', beyond: '>' }
  const manner = { ...way, conditions, rows }
  if (descending) yield* foreign(store, manner)
  yield* inSeries(store, manner)
  if (!descending) yield* foreign(store, manner)
}

function* inSeries(store: Store, manner: Manner): Generator<StoredArchive> {
  let page = store.all(fromSeries(manner))
  for (;;) {
    yield* page
    const last = page.at(-1)
    if (!last || page.length < manner.rows) return
    page = nextPage(store, last, manner)
  }
}

/** The rest of the series in which the last page ended, then the series behind it. */
function nextPage(store: Store, last: StoredArchive, manner: Manner): StoredArchive[] {
  const { direction, beyond, rows, conditions } = manner
  const seriesId = last.seriesId as number
  const rest = query
    .selectFrom('archive')
    .selectAll('archive')
    .where('seriesId', '=', seriesId)
    .where('serial', beyond, last.serial)
    .where(conditions)
    .orderBy('serial', direction)
    .limit(rows)
  const page = store.all(rest)
  if (page.length === rows) return page
  const { stem } = store.one(query.selectFrom('series').select('stem').where('id', '=', seriesId))
  const behind = fromSeries({ ...manner, rows: rows - page.length })
  return [...page, ...store.all(behind.where('series.stem', beyond, stem))]
}

const fromSeries = ({ conditions, direction, rows }: Manner) =>
  query
    .selectFrom('series')
    .crossJoin('archive')
    .selectAll('archive')
    .whereRef('archive.seriesId', '=', 'series.id')
    .where(conditions)
    .orderBy('series.stem', direction)
    .orderBy('archive.serial', direction)
    .limit(rows)

/** Numbers outside any series, by their text. */
function* foreign(
  store: Store,
  { conditions, direction, beyond, rows }: Manner,
): Generator<StoredArchive> {
  const all = query
    .selectFrom('archive')
    .selectAll('archive')
    .where('seriesId', 'is', null)
    .where(conditions)
    .orderBy('number', direction)
    .limit(rows)
  let page = store.all(all)
  for (;;) {
    yield* page
    const last = page.at(-1)
    if (!last || page.length < rows) return
    page = store.all(all.where('number', beyond, last.number))
  }
}
