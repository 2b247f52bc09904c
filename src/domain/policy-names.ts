import { nearest } from './suggest.ts'
import { problem, type NamedList, type PolicyProblem } from './policy-problem.ts'
import type { Policy } from './policy.ts'
import { secrecyLevels } from './words.ts'

/** The levels in use; a policy silent on secrecy knows all four. */
export const levelsOf = (policy: Policy): readonly string[] =>
  policy.secrecy ? Object.keys(policy.secrecy.levels) : secrecyLevels

export const classesOf = (policy: Policy): readonly string[] =>
  Object.keys(policy.retention?.classes ?? {})

/** A name that the policy mentions without having it in `list`. Absent names are nobody's fault. */
export const nameAt = (
  at: string,
  name: string | undefined,
  list: NamedList,
  known: readonly string[],
): PolicyProblem[] =>
  name === undefined || known.includes(name)
    ? []
    : [problem(at, 'name.unknown', { list, name, suggestion: nearest(name, known) })]

export const namesAt = (
  at: string,
  names: readonly string[] | undefined,
  list: NamedList,
  known: readonly string[],
): PolicyProblem[] => (names ?? []).flatMap((name) => nameAt(at, name, list, known))
