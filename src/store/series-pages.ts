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

/** Where the last page ended. */
interface Place {
  readonly stem: string
  readonly seriesId: number
  readonly serial: number
}

function* inSeries(store: Store, manner: Manner): Generator<StoredArchive> {
  let place: Place | undefined
  for (;;) {
    const page = place ? nextPage(store, place, manner) : store.all(fromSeries(manner))
    for (const { stem, ...row } of page) yield row
    const last = page.at(-1)
    if (!last || page.length < manner.rows) return
    place = { stem: last.stem, seriesId: last.seriesId as number, serial: last.serial as number }
  }
}

/** The rest of the series in which the last page ended, then the series behind it. */
function nextPage(store: Store, place: Place, manner: Manner) {
  const { direction, beyond, rows, conditions } = manner
  const rest = query
    .selectFrom('archive')
    .selectAll('archive')
    .where('seriesId', '=', place.seriesId)
    .where('serial', beyond, place.serial)
    .where(conditions)
    .orderBy('serial', direction)
    .limit(rows)
  const page = store.all(rest).map((row) => ({ ...row, stem: place.stem }))
  if (page.length === rows) return page
  const behind = fromSeries({ ...manner, rows: rows - page.length })
  return [...page, ...store.all(behind.where('series.stem', beyond, place.stem))]
}

const fromSeries = ({ conditions, direction, rows }: Manner) =>
  query
    .selectFrom('series')
    .crossJoin('archive')
    .selectAll('archive')
    .select('series.stem')
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
