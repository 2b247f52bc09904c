import { levelsOf, nameAt, namesAt } from './policy-names.ts'
import { problem, type PolicyProblem } from './policy-problem.ts'
import type { ReadersRule, SecrecyRule } from './policy-secrecy.ts'
import type { FieldRule, Policy } from './policy.ts'
import { exceeds, type Secrecy } from './words.ts'

/** What does not make sense in who may read and how long. */
export function secrecyProblems(policy: Policy): PolicyProblem[] {
  const { secrecy, fields = {}, posts = {} } = policy
  const known = Object.keys(posts)
  return [
    ...namesAt('secrecy.knowsAll', secrecy?.knowsAll, 'posts', known),
    ...Object.entries(secrecy?.levels ?? {}).flatMap(([level, rule]) =>
      levelProblems(`secrecy.levels.${level}`, level as Secrecy, rule, policy),
    ),
    ...Object.entries(fields).flatMap(([key, rule]) =>
      choiceProblems(`fields.${key}.choices`, rule, known),
    ),
  ]
}

function levelProblems(
  at: string,
  level: Secrecy,
  { readers, namedBy, lapsesTo }: SecrecyRule,
  policy: Policy,
): PolicyProblem[] {
  const posts = Object.keys(policy.posts ?? {})
  const isLower = lapsesTo === undefined || exceeds(level, lapsesTo)
  return [
    ...readersProblems(`${at}.readers`, readers, posts),
    ...namesAt(`${at}.namedBy`, namedBy, 'posts', posts),
    ...nameAt(`${at}.lapsesTo`, lapsesTo, 'secrecyLevels', levelsOf(policy)),
    ...(isLower
      ? []
      : [problem(`${at}.lapsesTo`, 'secrecy.not-lower', { level, found: lapsesTo })]),
  ]
}

/** Entries have choices, too; only those of archives decide who reads. */
const choiceProblems = (at: string, { choices = {} }: FieldRule, posts: readonly string[]) =>
  Object.entries(choices).flatMap(([choice, { readers }]) =>
    readersProblems(`${at}.${choice}.readers`, readers, posts),
  )

const readersProblems = (
  at: string,
  rule: ReadersRule | undefined,
  posts: readonly string[],
): PolicyProblem[] => namesAt(`${at}.posts`, rule?.posts, 'posts', posts)
