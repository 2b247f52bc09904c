import { spellingProblems } from './policy-fields.ts'
import { namesAt } from './policy-names.ts'
import type { PolicyProblem } from './policy-problem.ts'
import type { Policy } from './policy.ts'

/** What does not make sense in subjects of training and violations. */
export const supervisionProblems = ({
  training,
  violations,
  posts = {},
}: Policy): PolicyProblem[] => [
  ...spellingProblems('training.subjects', training?.subjects ?? {}),
  ...spellingProblems('violations.codes', violations?.codes ?? {}),
  ...namesAt('violations.appeal.posts', violations?.appeal?.posts, 'posts', Object.keys(posts)),
]
