import type { RawBuilder } from 'kysely'
import { needsIn, type Need } from '../domain/checklist.ts'
import { isSettable } from '../domain/archive.ts'
import type { Policy } from '../domain/policy.ts'
import { conditionsOf, lacks } from './conditions.ts'
import { isAskedFor, isShort } from './lacking.ts'
import { query, sql } from './query.ts'
import type { Counting } from './report-archives.ts'
import type { Store } from './store.ts'

/** Archives of one type and owner that lack as much of as much. */
export interface Lacking {
  readonly type: string
  readonly owner: string | null
  /** Things that are required of them, and how many of these are missing. */
  readonly required: number
  readonly missing: number
  readonly archives: number
}

/** How complete archives are: `wholeCompleteness`, counted in SQL. */
export function lackingIn(store: Store, counting: Counting, { from, to }: Days): Lacking[] {
  const { policy } = counting
  return store
    .all(
      query
        .selectFrom('archive')
        .select([
          sql<string>`json_array(archive.type, archive.owner, ${required(policy)}, ${missing(policy)})`.as(
            'key',
          ),
          sql<number>`count(*)`.as('archives'),
        ])
        .where(conditionsOf(counting))
        .where('openedOn', '>=', from)
        .where('openedOn', '<=', to)
        .groupBy('key'),
    )
    .map(({ key, archives }) => {
      const [type, owner, need, lack] = JSON.parse(key) as [string, string | null, number, number]
      return { type, owner, required: need, missing: lack, archives }
    })
}

interface Days {
  readonly from: string
  readonly to: string
}

type Count = RawBuilder<number>

const plus = (parts: readonly Count[]): Count =>
  parts.length === 0 ? sql<number>`0` : sql<number>`(${sql.join([...parts], sql` + `)})`

const required = (policy: Policy): Count =>
  plus([
    byType(policy, (keys) => sql<number>`${keys.length}`),
    ...importances(policy).map(([name]) => sql<number>`(archive.importance is ${name})`),
    ...needs(policy).map((alike) => sql<number>`(${isAskedFor(alike)})`),
  ])

const missing = (policy: Policy): Count =>
  plus([
    byType(policy, (keys) => plus(keys.map((key) => sql<number>`(${isMissing(key)})`))),
    ...importances(policy).map(
      ([name, contacts]) =>
        sql<number>`(archive.importance is ${name} and json_array_length(archive.contacts) < ${contacts})`,
    ),
    ...materialsMissing(policy),
  ])

function byType({ types }: Policy, count: (keys: readonly string[]) => Count): Count {
  const cases = Object.entries(types).map(
    ([type, { required: keys }]) => sql`when ${type} then ${count(keys)}`,
  )
  return sql<number>`(case archive.type ${sql.join(cases, sql` `)} else 0 end)`
}

const importances = ({ importances: rules = {} }: Policy): (readonly [string, number])[] =>
  Object.entries(rules).flatMap(([name, { contacts = 0 }]) =>
    contacts > 0 ? [[name, contacts] as const] : [],
  )

/** Keys of the policy, which any JSON path can spell. */
const isMissing = (key: string): Count =>
  isSettable(key) || key === 'contact'
    ? (lacks(key) as RawBuilder<unknown> as Count)
    : sql<number>`(archive.fields ->> ${`$.${key}`}) is null`

/** Needs that checklists have in common count once: they are of one place of the policy. */
function needs(policy: Policy): (readonly Need[])[] {
  const groups = new Map<string, Need[]>()
  for (const need of needsIn(policy)) groups.set(need.at, [...(groups.get(need.at) ?? []), need])
  return [...groups.values()]
}

/** An archive's materials are gone through once, and not where nothing is asked of it; most have none. */
function materialsMissing(policy: Policy): Count[] {
  const groups = needs(policy)
  if (groups.length === 0) return []
  const each = groups.map(
    (alike) => sql<number>`(${isAskedFor(alike)} and ${isShort(alike[0] as Need)})`,
  )
  const isAsked = sql.join(groups.map(isAskedFor), sql` or `)
  const hasNone = sql`not exists (select 1 from material where archive_id = archive.id)`
  return [
    sql<number>`(case when not (${isAsked}) then 0
      when ${hasNone} then ${plus(groups.map((alike) => sql<number>`(${isAskedFor(alike)})`))}
      else (select ${plus(each)} from material
        where material.archive_id = archive.id and material.is_annex = 0) end)`,
  ]
}
