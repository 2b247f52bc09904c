import type { RawBuilder } from 'kysely'
import type { Day } from '../domain/words.ts'
import { query, sql } from './query.ts'
import type { Store } from './store.ts'

/** More of one day, one person and one kind are told as one: nobody reads a thousand lines. */
const most = 20

type Sql = RawBuilder<unknown>

/** One thing, or a heap of them: then it has no number, and its id is 0. */
export interface Heaped {
  readonly due: Day
  readonly number: string | null
  readonly id: number
  readonly who: string | null
  readonly count: number
  readonly sort: string
}

interface Heap {
  readonly due: Day
  readonly a: string | number | null
  readonly b: string | number | null
  readonly many: number
  readonly sort?: string
  /** By which it is found whose they are. */
  readonly sample?: number
  readonly who?: string | null
}

/**
 * Counts first, by day and person, and looks at the things themselves only where they are few.
 * @param counts gives day, two keys, how many, and who (or a sample that `names` tells of)
 * @param rows gives each thing of the heaps that it is handed
 */
export function heaped(
  store: Store,
  counts: Sql,
  names: Sql | undefined,
  rows: (heaps: Sql) => Sql,
): Heaped[] {
  const heaps = rowsOf<Heap>(store, counts)
  const few = heaps.filter(({ many }) => many <= most).map(({ due, a, b }) => [due, a, b])
  const large = heaps.filter(({ many }) => many > most)
  const told = new Map<number, string | null>()
  if (names && large.length > 0) {
    const samples = JSON.stringify(large.map(({ sample }) => sample))
    const asked = sql`select * from (${names}) where sample in (select value from json_each(${samples}))`
    for (const it of rowsOf<{ sample: number; who: string | null }>(store, asked))
      told.set(it.sample, it.who)
  }
  const each = few.length === 0 ? [] : rowsOf<Omit<Heaped, 'count'>>(store, rows(keysIn(few)))
  return [
    ...each.map((it) => ({ ...it, sort: it.sort ?? '', count: 1 })),
    ...large.map(({ due, many: count, sort = '', who = null, sample = 0 }) => ({
      ...{ due, number: null, id: 0, count, sort },
      who: names ? (told.get(sample) ?? null) : who,
    })),
  ]
}

/** The heaps as a table: `due`, `a`, `b`. */
const keysIn = (heaps: readonly (readonly unknown[])[]): Sql =>
  sql`(select value ->> 0 as due, value ->> 1 as a, value ->> 2 as b
    from json_each(${JSON.stringify(heaps)}))`

const rowsOf = <Row>(store: Store, text: Sql): Row[] =>
  store.all(query.selectFrom(sql<Row>`(${text})`.as('it')).selectAll()) as Row[]
