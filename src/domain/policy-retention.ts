import { namesAt } from './policy-names.ts'
import { problem, type PolicyProblem } from './policy-problem.ts'
import type { Policy, RetentionRule } from './policy.ts'

/** What does not make sense in classes of retention (K11). */
export const retentionProblems = (policy: Policy): PolicyProblem[] =>
  Object.entries(policy.retention?.classes ?? {}).flatMap(([key, rule]) =>
    problemsOf(`retention.classes.${key}`, rule, policy),
  )

function problemsOf(at: string, rule: RetentionRule, policy: Policy): PolicyProblem[] {
  const { floorYears: floor, capYears: cap, start, entries } = rule
  const kinds = Object.keys(policy.entries ?? {})
  return [
    ...(floor !== undefined && cap !== undefined && floor > cap
      ? [problem(`${at}.floorYears`, 'retention.floor-above-cap', { floor, cap })]
      : []),
    ...(start === 'lastTransaction' && !entries?.length
      ? [problem(at, 'retention.no-entries', {})]
      : []),
    ...namesAt(`${at}.entries`, entries, 'entryKinds', kinds),
  ]
}
