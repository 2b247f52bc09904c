import type { CompiledQuery, RawBuilder } from 'kysely'
import { choicesOf } from '../domain/draft.ts'
import type { Order } from '../domain/order.ts'
import type { Policy } from '../domain/policy.ts'
import { secrecyLevels, statuses } from '../domain/words.ts'
import { conditionsOf, type Selection } from './conditions.ts'
import { query, sql } from './query.ts'
import type { Store } from './store.ts'

/**
 * The ids of a selection in order, of equals by number; empty values come last. `within`: only these.
 * Names go by the collation of the policy's language, lists in the order of the policy.
 */
export function orderedIds(
  store: Store,
  selection: Selection,
  { key, descending }: Order,
  within?: ReadonlySet<number>,
): readonly number[] {
  const all = query
    .selectFrom('archive')
    .leftJoin('series', 'series.id', 'archive.seriesId')
    .where(conditionsOf(selection, within !== undefined))
  const base = within ? all.where('archive.id', 'in', listed([...within])) : all
  const direction = descending ? 'desc' : 'asc'
  const numbered = base
    .$if(key !== 'number' && key !== 'name', (some) => {
      const value = valueOf(key, selection.policy)
      return some.orderBy(sql`${value} is null`).orderBy(value, direction)
    })
    .orderBy(sql`series.stem is null`, direction === 'desc' && key === 'number' ? 'desc' : 'asc')
    .orderBy('series.stem', key === 'number' ? direction : 'asc')
    .orderBy('archive.serial', key === 'number' ? direction : 'asc')
    .orderBy('archive.number', key === 'number' ? direction : 'asc')
  if (key !== 'name')
    return cellsOf(store, numbered.select('archive.id')).map(([id]) => id as number)
  return byName(
    cellsOf(store, numbered.select(['archive.id', 'archive.name'])),
    selection.policy,
    descending,
  )
}

type Cells = readonly unknown[]

/** Bare cells: a million rows as objects would take hundreds of megabytes. */
function cellsOf(store: Store, built: { compile(): CompiledQuery }): readonly Cells[] {
  const { sql: text, parameters } = built.compile()
  return [...store.walk(text, parameters)]
}

const listed = (ids: readonly number[]) =>
  sql<number>`(select value from json_each(${JSON.stringify(ids)}))`

function byName(rows: readonly Cells[], policy: Policy, descending: boolean): readonly number[] {
  const { compare } = new Intl.Collator(
    policy.language === 'zh-Hant' ? 'zh-Hant' : 'zh-u-co-pinyin',
  )
  const sign = descending ? -1 : 1
  const sorted = rows.toSorted(([, one], [, other]) => {
    if (one === null || other === null) return Number(one === null) - Number(other === null)
    return sign * compare(one as string, other as string)
  })
  return sorted.map(([id]) => id as number)
}

/** What is compared: the place in its list where there is one, a number where it is one. */
function valueOf(key: string, policy: Policy): RawBuilder<unknown> {
  if (key === 'secrecy') return placeIn(sql.ref('archive.secrecy'), secrecyLevels)
  if (key === 'status') return placeIn(sql.ref('archive.status'), statuses)
  if (key.startsWith('fields.')) return fieldValue(key.slice('fields.'.length), policy)
  const choices = choicesOf(key, policy)
  const column = sql.ref(`archive.${key}`)
  return choices ? placeIn(column, Object.keys(choices)) : column
}

function fieldValue(key: string, policy: Policy): RawBuilder<unknown> {
  const value = sql`(select value from json_each(archive.fields) where key = ${key})`
  const rule = policy.fields?.[key]
  if (rule?.choices) return placeIn(value, Object.keys(rule.choices))
  return rule?.kind === 'integer' || rule?.kind === 'amount' ? sql`cast(${value} as real)` : value
}

/** What the list does not know comes behind it, by itself. */
const placeIn = (value: RawBuilder<unknown>, list: readonly string[]): RawBuilder<unknown> =>
  sql`coalesce((select printf('%06d', key) from json_each(${JSON.stringify(list)}) where value = ${value}), ${value})`
