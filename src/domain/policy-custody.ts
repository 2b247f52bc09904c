import type { Choice, Sourced } from './sourced.ts'
import type { BorrowerKind } from './policy-use.ts'

/** What somebody may need an agreement for; `handle`: working on archives at all (S002-7.1-2). */
export type AgreementUse = 'handle' | 'consult' | 'borrow' | 'renew' | 'copy' | 'disclose'

/** A kind of agreement (保密协议) and who must have signed it. */
export interface AgreementRule extends Choice {
  readonly neededFor: readonly AgreementUse[]
  readonly of: readonly BorrowerKind[]
  /** How long one holds where the paper says nothing; without end, where nothing is said. */
  readonly years?: number
}

/** A kind of incident (事故), and who is told of it by when. */
export interface IncidentKindRule extends Choice {
  /** Posts that are all told: keys of `posts`. */
  readonly reportTo?: readonly string[]
  /** Counted from the day on which it was found; at once, where nothing is said. */
  readonly reportWithinHours?: number
}

export interface IncidentsRule extends Sourced {
  readonly kinds: Readonly<Record<string, IncidentKindRule>>
}
