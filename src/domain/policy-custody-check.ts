import { spellingProblems } from './policy-fields.ts'
import { namesAt } from './policy-names.ts'
import type { PolicyProblem } from './policy-problem.ts'
import type { Policy } from './policy.ts'

/** What does not make sense in agreements and kinds of incident. */
export const custodyProblems = (policy: Policy): PolicyProblem[] => [
  ...spellingProblems('agreements', policy.agreements ?? {}),
  ...spellingProblems('incidents.kinds', policy.incidents?.kinds ?? {}),
  ...Object.entries(policy.incidents?.kinds ?? {}).flatMap(([key, { reportTo }]) =>
    namesAt(`incidents.kinds.${key}.reportTo`, reportTo, 'posts', Object.keys(policy.posts ?? {})),
  ),
]
