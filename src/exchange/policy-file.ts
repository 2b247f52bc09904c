import { checkPolicy } from '../domain/policy-check.ts'
import type { PlacedProblem, PolicyFault } from '../domain/policy-problem.ts'
import type { Policy } from '../domain/policy.ts'
import { mergeText, refuse, type ReadyPolicy } from './policy-merge.ts'
import { shapeProblems } from './policy-shape.ts'
import type { PolicyText } from './policy-text.ts'

/**
 * Reads a policy file, merged with what it extends, and checks it (SPEC 4, 15.11). Throws `policy.bad`
 * with everything that is wrong and where; what a base brought stands at the nearest place of `text`.
 */
export function readPolicyFile(text: string, path: string, readyPolicy: ReadyPolicy): Policy {
  const { own, whole } = mergeText(text, path, readyPolicy)
  const shape = shapeProblems(whole, own.writtenAt).map((one): PlacedProblem => ({
    ...one.problem,
    ...own.placeOf(one.path, one.end),
  }))
  const problems = shape.some(breaksShape)
    ? shape
    : [...shape, ...senseProblems(whole as Policy, own, shape)]
  if (problems.length > 0) refuse(path, problems)
  return whole as Policy
}

/** After these the sense cannot be judged, or only echoes them. */
const breaksShape = ({ code }: PlacedProblem): boolean => breaking.has(code)

const breaking = new Set<PolicyFault>([
  'value.kind',
  'value.choice',
  'value.blank',
  'key.missing',
  'yaml.full-width-colon',
])

const senseProblems = (policy: Policy, own: PolicyText, shape: readonly PlacedProblem[]) =>
  checkPolicy(policy, { isTimeZone })
    .filter(({ at }) => !shape.some((known) => known.at === at))
    .map((one): PlacedProblem => ({ ...one, ...own.placeOf(one.at.split('.'), 'value') }))

/** An IANA name; offsets such as +08:00 are none. */
function isTimeZone(name: string): boolean {
  try {
    return /^[A-Z]/i.test(
      new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone,
    )
  } catch {
    return false
  }
}
