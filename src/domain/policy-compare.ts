import type { Policy } from './policy.ts'

/** One rule that differs, by its path; `undefined`: it is not there. */
export interface PolicyChange {
  readonly at: string
  readonly before: unknown
  readonly after: unknown
}

/** What a new policy would change, in the order of its keys. Lists are compared whole. */
export const comparePolicies = (before: Policy, after: Policy): readonly PolicyChange[] =>
  differences('', before, after)

function differences(at: string, before: unknown, after: unknown): PolicyChange[] {
  if (!isMap(before) || !isMap(after))
    return sameValue(before, after) ? [] : [{ at, before, after }]
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys].flatMap((key) => differences(pathTo(at, key), own(before, key), own(after, key)))
}

/** Equal whatever the order of the keys, which says nothing in a policy. */
function sameValue(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => sameValue(item, b[index]))
  if (isMap(a) && isMap(b)) return differences('', a, b).length === 0
  return a === b
}

/** Paths of the rules that the sources left blank and the office has not confirmed. */
export const policyAssumptions = (policy: Policy): readonly string[] => assumed('', policy)

function assumed(at: string, value: unknown): string[] {
  if (Array.isArray(value))
    return value.flatMap((item, index) => assumed(pathTo(at, String(index)), item))
  if (!isMap(value)) return []
  const inner = Object.entries(value).flatMap(([key, item]) => assumed(pathTo(at, key), item))
  return value['assumed'] === true ? [at, ...inner] : inner
}

type Values = Readonly<Record<string, unknown>>

const isMap = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const own = (map: Values, key: string): unknown => (Object.hasOwn(map, key) ? map[key] : undefined)

const pathTo = (at: string, key: string): string => (at === '' ? key : `${at}.${key}`)
