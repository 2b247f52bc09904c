import type { Policy } from './policy.ts'

/** A clause that no rule cites, or a rule that cites no clause (SPEC section 4). */
export type CoverageGap =
  | { readonly gap: 'clauseWithoutRule'; readonly clause: string; readonly at: null }
  | { readonly gap: 'ruleWithoutClause'; readonly clause: null; readonly at: string }

export interface Coverage {
  readonly gaps: readonly CoverageGap[]
  /** Clauses of the documents that the policy cites at all, and how many of them a rule cites. */
  readonly clauses: number
  readonly cited: number
}

/** Compares a policy with the clauses of the documents that it comes from: those that it cites anywhere. */
export function coverageOf(policy: Policy, clauses: readonly string[]): Coverage {
  const cited = new Set(citedIn(policy))
  const documents = new Set([...cited].map(documentOf))
  const ours = clauses.filter((clause) => documents.has(documentOf(clause)))
  const open = ours.filter((clause) => !cited.has(clause))
  const bare = rulesOf(policy).filter(([, rule]) => citedIn(rule).length === 0)
  const gaps = [
    ...open.map((clause) => ({ gap: 'clauseWithoutRule', clause, at: null }) as const),
    ...bare.map(([at]) => ({ gap: 'ruleWithoutClause', clause: null, at }) as const),
  ]
  return { gaps, clauses: ours.length, cited: ours.length - open.length }
}

/** `S002-6.3-3` is of S002. */
const documentOf = (clause: string): string => clause.split('-', 1)[0] as string

function citedIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) =>
    key === 'source' && Array.isArray(item) ? (item as string[]) : citedIn(item),
  )
}

/** Every rule of a policy by its path: what stands in a list by itself, and sections that are one rule. */
function rulesOf(policy: Policy): [string, unknown][] {
  const { secrecy, retention, verification } = policy
  const lists = {
    types: policy.types,
    fields: policy.fields,
    stages: policy.stages,
    industries: policy.industries,
    regions: policy.regions,
    importances: policy.importances,
    entries: policy.entries,
    checklists: policy.checklists,
    'secrecy.levels': secrecy?.levels,
    'verification.channels': verification?.channels,
    'retention.classes': retention?.classes,
    classification: policy.classification,
  }
  const { storage, opening, backdating, review } = policy
  const single = Object.entries({
    storage,
    secrecy,
    opening,
    backdating,
    verification,
    review,
    retention,
  })
  return [
    ...Object.entries(lists).flatMap(([at, list]) =>
      Object.entries(list ?? {}).map(([key, rule]): [string, unknown] => [`${at}.${key}`, rule]),
    ),
    ...single.filter(([, rule]) => rule !== undefined),
  ]
}
