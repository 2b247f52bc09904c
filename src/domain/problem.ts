import type { Invalid } from './invalid.ts'
import type { Label } from './words.ts'

/** What is wrong with one value that was handed in. Reports keep key and code, never the value (SPEC 15.5). */
export interface Problem {
  readonly key: string
  /** What the policy calls its field. */
  readonly label?: Label | undefined
  readonly value: string
  readonly invalid: Invalid
}
