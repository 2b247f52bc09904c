import { namesAt } from './policy-names.ts'
import type { PolicyProblem } from './policy-problem.ts'
import type { Policy } from './policy.ts'

/** Posts that handovers name are the policy's. */
export const handoverProblems = ({ handover, posts = {} }: Policy): PolicyProblem[] => [
  ...namesAt('handover.supervisors', handover?.supervisors, 'posts', Object.keys(posts)),
  ...namesAt('handover.extension.posts', handover?.extension?.posts, 'posts', Object.keys(posts)),
]
