import { problem, type PlacedProblem } from '../domain/policy-problem.ts'
import type { Policy } from '../domain/policy.ts'
import { Refusal } from '../domain/refusal.ts'
import { readPolicyText, type PolicyText } from './policy-text.ts'

/** The text of a ready policy by its name, such as `denture`; undefined where there is none. */
export type ReadyPolicy = (name: string) => string | undefined

/** A file's own text, and the value of the whole that it makes together with its bases. */
export interface MergedText {
  readonly own: PolicyText
  readonly whole: unknown
}

/** More than anybody mends in one go. */
const mostProblems = 50

/** The policy that the package ships under `name`. It is not checked again: the tests did that. */
export const readReadyPolicy = (name: string, readyPolicy: ReadyPolicy): Policy =>
  mergeText(readyPolicy(name) ?? '', name, readyPolicy).whole as Policy

/** Reads a policy file and lays it on what it extends. The whole no longer says `extends`. */
export function mergeText(
  text: string,
  path: string,
  readyPolicy: ReadyPolicy,
  seen: readonly string[] = [],
): MergedText {
  const own = readPolicyText(text)
  if (own.problems.length > 0) refuse(path, own.problems)
  if (!isPlainMap(own.value) || typeof own.value['extends'] !== 'string')
    return { own, whole: own.value }
  const { extends: base, ...rest } = own.value
  const name = base as string
  const place = own.placeOf(['extends'], 'value')
  const names = [...seen, name]
  if (seen.includes(name))
    refuse(path, [{ ...problem('extends', 'extends.loop', { names }), ...place }])
  const baseText = readyPolicy(name)
  if (baseText === undefined)
    return refuse(path, [{ ...problem('extends', 'extends.unknown', { name }), ...place }])
  return { own, whole: mergeOver(mergeText(baseText, name, readyPolicy, names).whole, rest) }
}

export function refuse(path: string, problems: readonly PlacedProblem[]): never {
  throw new Refusal('policy.bad', { path, problems: problems.slice(0, mostProblems) })
}

/**
 * `over` laid on `base`: maps merge, everything else replaces, a key set to null goes.
 * A null that has nothing to remove stays, for the schema to complain of.
 */
function mergeOver(base: unknown, over: unknown): unknown {
  if (!isPlainMap(base) || !isPlainMap(over)) return over
  const merged = new Map(Object.entries(base))
  for (const [key, value] of Object.entries(over))
    if (value === null && merged.has(key)) merged.delete(key)
    else merged.set(key, merged.has(key) ? mergeOver(merged.get(key), value) : value)
  return Object.fromEntries(merged)
}

const isPlainMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
