import type { Choices, Sourced } from './sourced.ts'

/** How archives are destroyed (S002-9, S001-25, S004-A-4.6). */
export interface DisposalRule extends Sourced {
  /** What may be done with paper: shredding, burning … (S002-9.2-4). */
  readonly methods: Choices
  /** An appraisal of what they are still worth goes with every proposal (S002-9.1-1). */
  readonly appraisal?: Sourced
}
