import { spellingProblems } from './policy-fields.ts'
import { levelsOf, nameAt } from './policy-names.ts'
import { canCollide, permitNumberProblems } from './policy-pattern.ts'
import { problem, type PolicyProblem } from './policy-problem.ts'
import type { Policy } from './policy.ts'

/** What does not make sense in consultation, copies and disclosure. */
export function givingProblems(policy: Policy): PolicyProblem[] {
  const { consultation, copies, disclosure } = policy
  return [
    ...spellingProblems('consultation.places', consultation?.places ?? {}),
    ...nameAt(
      'consultation.scopeNeeded.from',
      consultation?.scopeNeeded?.from,
      'secrecyLevels',
      levelsOf(policy),
    ),
    ...permitNumberProblems('copies.number', copies?.number),
    ...permitNumberProblems('disclosure.number', disclosure?.number),
    ...sameNumbers(copies?.number, disclosure?.number),
  ]
}

/** Permits of both kinds stand in one register: one number would mean two. */
const sameNumbers = (copy: string | undefined, disclosure: string | undefined): PolicyProblem[] =>
  copy !== undefined && disclosure !== undefined && canCollide(copy, disclosure)
    ? [problem('disclosure.number', 'value.twice', { found: disclosure })]
    : []
