import type { Policy } from './policy.ts'
import { policyAssumptions } from './policy-compare.ts'
import { Refusal } from './refusal.ts'
import { nearest } from './suggest.ts'

/** Everything that a policy may speak of, in the order of the file. */
export const policySections = [
  'policy',
  'title',
  'language',
  'timeZone',
  'source',
  'types',
  'fields',
  'stages',
  'industries',
  'regions',
  'importances',
  'entries',
  'materials',
  'checklists',
  'storage',
  'secrecy',
  'opening',
  'backdating',
  'calendar',
  'verification',
  'review',
  'retention',
  'posts',
  'requests',
  'loans',
  'agreements',
  'incidents',
  'consultation',
  'copies',
  'disclosure',
  'subjectCopy',
  'disposal',
  'audit',
  'inspection',
  'stocktake',
  'duties',
  'assessment',
  'handover',
  'training',
  'violations',
  'classification',
] as const satisfies readonly (keyof Policy)[]

/**
 * The part of a policy that a person names: `types`, `retention.classes.general`.
 * @throws Refusal policy.no-section; policy.silent where the policy says nothing of a known section
 */
export function sectionOf(policy: Policy, path: string): unknown {
  let part: unknown = policy
  let at = ''
  for (const name of path.split('.')) {
    const names = at === '' ? policySections : Object.keys(isMap(part) ? part : {})
    if (!names.includes(name as never)) throw noSection(at, name, names)
    at = at === '' ? name : `${at}.${name}`
    part = (part as Readonly<Record<string, unknown>>)[name]
    if (part === undefined) throw new Refusal('policy.silent', { section: at, source: [] })
  }
  return part
}

function noSection(at: string, name: string, names: readonly string[]): Refusal {
  const whole = (key: string) => (at === '' ? key : `${at}.${key}`)
  const near = nearest(name, names)
  return new Refusal('policy.no-section', {
    section: whole(name),
    suggestion: near === undefined ? undefined : whole(near),
    sections: names.map(whole),
  })
}

const isMap = (value: unknown): value is object => typeof value === 'object' && value !== null

/** A place that the sources left blank, and the clauses that did. */
export interface Assumption {
  readonly at: string
  readonly source: readonly string[]
  /** The rule with our default in it. */
  readonly rule: unknown
}

/** What the office has still to confirm (SPEC section 4). */
export const assumptionsOf = (policy: Policy): readonly Assumption[] =>
  policyAssumptions(policy).map((at) => {
    const rule = at.split('.').reduce<unknown>((part, name) => valueAt(part, name), policy)
    const { source = [] } = rule as { source?: readonly string[] }
    return { at, source, rule }
  })

const valueAt = (part: unknown, name: string): unknown =>
  (part as Readonly<Record<string, unknown>>)[name]
