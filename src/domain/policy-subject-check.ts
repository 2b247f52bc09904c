import { namesAt } from './policy-names.ts'
import type { PolicyProblem } from './policy-problem.ts'
import type { Policy } from './policy.ts'
import { subjectKeys } from './subject-copy.ts'

/** What does not make sense in what a customer's own copy leaves out. */
export function subjectProblems(policy: Policy): PolicyProblem[] {
  const rule = policy.subjectCopy
  if (!rule) return []
  const fields = [...subjectKeys, ...Object.keys(policy.fields ?? {})]
  const entries = Object.keys(policy.entries ?? {})
  const kinds = Object.keys(policy.materials?.kinds ?? {})
  return [
    ...namesAt('subjectCopy.withoutFields', rule.withoutFields, 'fields', fields),
    ...namesAt('subjectCopy.withoutEntries', rule.withoutEntries, 'entryKinds', entries),
    ...namesAt('subjectCopy.withoutMaterials', rule.withoutMaterials, 'materialKinds', kinds),
  ]
}
