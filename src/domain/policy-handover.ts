import type { Term } from './policy-use.ts'
import type { Sourced } from './sourced.ts'

/** Handing over what somebody answers for (移交): within what time, in whose presence (S003-15.4, S003-5.5-1). */
export interface HandoverRule extends Sourced {
  /** How long the giver has to bring everything together (S003-15.4-8: three working days). */
  readonly give: Term & Sourced
  /** How long the receiver has after that to check it (S003-15.4-8: two more). */
  readonly receive: Term & Sourced
  /** Who may give more time, and how much in all; nobody, where nothing is said (S003-15.4-9). */
  readonly extension?: { readonly most: Term; readonly posts: readonly string[] } & Sourced
  /** Who may sign as the third: keys of `posts`; anybody of the staff, where nothing is said. */
  readonly supervisors?: readonly string[]
  /** In how many copies the list is signed (S003-15.4-3). */
  readonly copies?: number
  /** Whoever still answers for something does not leave, or is only told (S003-5.5-1); told, where nothing is said. */
  readonly beforeLeaving?: 'refuse' | 'warn'
}
