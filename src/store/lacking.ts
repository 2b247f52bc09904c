import type { RawBuilder, SqlBool } from 'kysely'
import { contentKeys } from '../domain/archive.ts'
import { needsIn, type Need } from '../domain/checklist.ts'
import type { Comparison, Formula } from '../domain/formula.ts'
import type { CopyForm } from '../domain/policy-materials.ts'
import type { Policy } from '../domain/policy.ts'
import { sql } from './query.ts'

type Bool = RawBuilder<SqlBool>

/**
 * Some document that a checklist asks for is missing: `lacksOf` in SQL, over the columns of `archive`.
 * An archive's materials are gone through once for each checklist, however long that is.
 * @param kinds only documents of these kinds are asked for
 */
export function lacksMaterial(policy: Policy, kinds?: readonly string[]): Bool[] {
  const groups = new Map<string, Need[]>()
  for (const need of needsIn(policy)) {
    if (kinds && !kinds.includes(need.kind)) continue
    const key = JSON.stringify([need.types, need.stages])
    groups.set(key, [...(groups.get(key) ?? []), need])
  }
  return [...groups.values()].map(lacksOne)
}

/** Needs of the same types and stages: one of them is not met. */
function lacksOne(needs: readonly Need[]): Bool {
  const [{ types, stages }] = needs as readonly [Need, ...Need[]]
  const unmet = sql.join(
    needs.map((need) => all([...need.when.map(holdsIn), isShort(need)])),
    sql` or `,
  )
  const lacking = sql<SqlBool>`(select ${unmet} from material
    where material.archive_id = archive.id and material.is_annex = 0)`
  const isAsked = [...among('type', types), ...among('stage', stages)]
  return all([...isAsked, needs.some(({ when }) => when.length === 0) ? orNone(lacking) : lacking])
}

/** Most archives have no materials at all: what is always asked for is missing, without looking on. */
const orNone = (lacking: Bool): Bool =>
  sql<SqlBool>`(not exists (select 1 from material where archive_id = archive.id) or ${lacking})`

const all = (parts: readonly Bool[]): Bool => sql<SqlBool>`(${sql.join([...parts], sql` and `)})`

const among = (column: 'type' | 'stage', values: readonly string[] | undefined): Bool[] =>
  values ? [sql<SqlBool>`archive.${sql.ref(column)} in (${sql.join([...values])})`] : []

/** Does some of these needs, all for the same document, ask for it? */
export const isAskedFor = (alike: readonly Need[]): Bool =>
  sql<SqlBool>`ifnull(${sql.join(
    alike.map(({ types, stages, when }) => {
      const parts = [...among('type', types), ...among('stage', stages), ...when.map(holdsIn)]
      return parts.length === 0 ? sql<SqlBool>`1` : all(parts)
    }),
    sql` or `,
  )}, 0)`

/** Too few copies, counting only those with their pages and seals. */
export function isShort(need: Need): Bool {
  const each = (Object.entries(need.copies) as [CopyForm, number][]).map(([form, count]) => {
    const good = all([
      sql<SqlBool>`material.kind = ${need.kind}`,
      ...(form === 'any' ? [] : [sql<SqlBool>`material.form = ${form}`]),
      ...(need.pages > 0 ? [sql<SqlBool>`material.pages >= ${need.pages}`] : []),
      ...(need.seals.length > 0 ? [hasSeals(need.seals)] : []),
    ])
    return sql<SqlBool>`total(case when ${good} then material.copies end) < ${count}`
  })
  return sql<SqlBool>`(${sql.join(each, sql` or `)})`
}

const hasSeals = (seals: readonly string[]): Bool =>
  sql<SqlBool>`(select count(*) from material_seal where material_id = material.id
    and seal in (${sql.join([...seals])})) = ${seals.length}`

/** A formula over the columns of `archive`. */
function holdsIn(formula: Formula): Bool {
  switch (formula.kind) {
    case 'and':
      return all(formula.parts.map(holdsIn))
    case 'or':
      return sql<SqlBool>`(${sql.join(formula.parts.map(holdsIn), sql` or `)})`
    case 'not':
      return sql<SqlBool>`not ${holdsIn(formula.part)}`
    case 'present':
      return sql<SqlBool>`(${valueOf(formula.key)} <> '')`
    case 'among':
      return sql<SqlBool>`(${valueOf(formula.key)} in (${sql.join([...formula.values])}))`
    case 'compare':
      return compares(formula)
  }
}

/** Of numbers, where there is none only `!=` holds. */
function compares({ key, operator, value }: Comparison): Bool {
  const found = valueOf(key)
  const sign = sql.raw(operator)
  if (typeof value === 'string') return sql<SqlBool>`(${found} ${sign} ${value})`
  const isNone = operator === '!=' ? sql`${found} = '' or` : sql`${found} <> '' and`
  return sql<SqlBool>`(${isNone} cast(${found} as real) ${sign} ${value})`
}

const columns: ReadonlySet<string> = new Set(contentKeys)

/** Formulas ask for keys of the policy only, which any JSON path can spell. */
const valueOf = (key: string): RawBuilder<unknown> =>
  columns.has(key)
    ? sql`coalesce(${sql.ref(`archive.${key}`)}, '')`
    : sql`coalesce(archive.fields ->> ${`$.${key}`}, '')`
