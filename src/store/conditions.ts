import type { Expression, RawBuilder, SqlBool } from 'kysely'
import { contentKeys } from '../domain/archive.ts'
import type { CardState } from '../domain/card.ts'
import type { Condition, Filter } from '../domain/filter.ts'
import type { MissingCondition } from '../domain/missing.ts'
import type { Policy } from '../domain/policy.ts'
import type { ReadingRights } from '../domain/reading-rights.ts'
import type { Secrecy } from '../domain/words.ts'
import { lacksMaterial } from './lacking.ts'
import { sql } from './query.ts'
import { readableArchives } from './readable.ts'

/** Which archives are meant, and what the reader may see of them. */
export interface Selection {
  /** What was typed; '' where nothing was. */
  readonly words: string
  readonly filter: Filter
  readonly policy: Policy
  /** The reader's: what they may not read is left out before anything is counted (SPEC 6). */
  readonly rights: ReadingRights
  /** Only archives of one of these levels. */
  readonly levels?: readonly Secrecy[]
}

type Bool = RawBuilder<SqlBool>

/** A selection's filter and the reader's rights as SQL over the columns of `archive`. */
export function conditionsOf(
  selection: Omit<Selection, 'words'>,
  withStubs = false,
): Expression<SqlBool> {
  const { filter, policy } = selection
  const all = [...guards(selection), ...filter.conditions.map((it) => conditionOf(it, policy))]
  if (!filter.stubs && !withStubs) all.push(sql<SqlBool>`archive.status <> 'destroyed'`)
  return sql<SqlBool>`(${sql.join(all, sql` and `)})`
}

const guards = ({ rights, levels }: Omit<Selection, 'words'>): Bool[] => [
  readableArchives(rights),
  ...(levels ? [sql<SqlBool>`archive.secrecy in (${sql.join([...levels])})`] : []),
]

function conditionOf(condition: Condition, policy: Policy): Bool {
  switch (condition.kind) {
    case 'standard':
      return among(sql.ref(`archive.${condition.key}`), condition.values)
    case 'field':
      return fieldAmong(condition.key, condition.values)
    case 'opened':
      return sql<SqlBool>`archive.opened_on between ${condition.from ?? ''} and ${condition.to ?? '9999-12-31'}`
    case 'incomplete':
      return anyOf([incomplete(policy), ...lacksMaterial(policy)])
    case 'missing':
      return missing(condition, policy)
    case 'card':
      return withCard(condition.states)
    case 'reviewDue':
      return sql<SqlBool>`archive.status = 'active' and archive.next_review_on <= ${condition.on}`
  }
}

/** How the card on paper stands to the archive (S002-2.3-4). */
function withCard(states: readonly CardState[]): Bool {
  const kept = sql`(select is_behind from card where card.archive_id = archive.id)`
  const each = states.map((state) => {
    if (state === 'none') return sql`${kept} is null`
    return sql`${kept} = ${state === 'behind' ? 1 : 0}`
  })
  return sql<SqlBool>`(${sql.join(each, sql` or `)})`
}

/** `''` stands for none. */
function among(column: RawBuilder<unknown>, values: readonly string[]): Bool {
  const said = values.filter((value) => value !== '')
  const one = sql<SqlBool>`${column} in (${sql.join(said)})`
  if (said.length === values.length) return one
  return said.length === 0
    ? sql<SqlBool>`${column} is null`
    : sql<SqlBool>`(${column} is null or ${one})`
}

/** Any key may be asked for, also one that no JSON path could spell. */
function fieldAmong(key: string, values: readonly string[]): Bool {
  const value = sql`(select value from json_each(archive.fields) where key = ${key})`
  return among(value as RawBuilder<unknown>, values)
}

const anyOf = (all: readonly Bool[]): Bool =>
  all.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`(${sql.join([...all], sql` or `)})`

/** A document of one of these kinds is missing, or a value that the type requires. */
function missing({ kinds, keys }: MissingCondition, policy: Policy): Bool {
  const values = keys.flatMap((key) => {
    const types = Object.keys(policy.types).filter((it) => policy.types[it]?.required.includes(key))
    return types.length === 0
      ? []
      : [sql<SqlBool>`(archive.type in (${sql.join(types)}) and ${lacks(key)})`]
  })
  return anyOf([...values, ...lacksMaterial(policy, kinds)])
}

/** Something that the type requires is missing: `completenessOf` in SQL. */
function incomplete(policy: Policy): Bool {
  const types = Object.entries(policy.types).filter(([, { required }]) => required.length > 0)
  const each = types.map(([type, { required }]) => {
    const lacking = sql.join(required.map(lacks), sql` or `)
    return sql`archive.type = ${type} and (${lacking})`
  })
  const all = [...each, ...fewContacts(policy)]
  return all.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`(${sql.join(all, sql` or `)})`
}

/** An important customer has fewer contacts than the policy wants. */
const fewContacts = ({ importances = {} }: Policy): Bool[] =>
  Object.entries(importances).flatMap(([importance, { contacts = 0 }]) =>
    contacts === 0
      ? []
      : sql<SqlBool>`archive.importance = ${importance} and json_array_length(archive.contacts) < ${contacts}`,
  )

const columns: ReadonlySet<string> = new Set(contentKeys)

/** The value of a key is not there: a column, or a field of the policy. */
export function lacks(key: string): Bool {
  if (key === 'contact') return sql<SqlBool>`archive.contacts = '[]'`
  if (columns.has(key)) return sql<SqlBool>`${sql.ref(`archive.${key}`)} is null`
  return fieldAmong(key, [''])
}
