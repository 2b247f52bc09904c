import { spellingProblems } from './policy-fields.ts'
import { problem, type PolicyProblem } from './policy-problem.ts'
import type { InspectionItemRule } from './policy-inspection.ts'
import type { Policy } from './policy.ts'

/** What does not make sense in the checklist of inspections. */
export const inspectionProblems = ({ inspection }: Policy): PolicyProblem[] => [
  ...spellingProblems('inspection.items', inspection?.items ?? {}),
  ...spellingProblems('inspection.states', inspection?.states ?? {}),
  ...Object.entries(inspection?.items ?? {}).flatMap(([key, rule]) =>
    limitProblems(`inspection.items.${key}.reading`, rule),
  ),
]

/** Between limits that cross nothing is right. */
const limitProblems = (at: string, { reading }: InspectionItemRule): PolicyProblem[] =>
  reading?.from !== undefined && reading.to !== undefined && reading.from > reading.to
    ? [problem(at, 'reading.limits', { from: reading.from, to: reading.to })]
    : []
