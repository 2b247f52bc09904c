import type { Day, Label } from './words.ts'

/** How far the destruction has come: each step can be done again after an interruption. */
export const disposalStages = [
  'proposed',
  'destroying',
  'deleted',
  'rewritten',
  'truncated',
  'verified',
] as const
export type DisposalStage = (typeof disposalStages)[number]

/** What a disposal is to people and other programs (SPEC section 2). */
export const disposalStatuses = [
  'proposed',
  'approved',
  'refused',
  'executing',
  'executed',
] as const
export type DisposalStatus = (typeof disposalStatuses)[number]

/** Why an archive may go, or is kept: every reason that applies, with its facts. */
export type Because =
  | {
      readonly code: 'over'
      readonly label: Label | null
      readonly until: Day
      readonly source: Clauses
    }
  | {
      readonly code: 'until'
      readonly label: Label | null
      readonly until: Day
      readonly source: Clauses
    }
  | { readonly code: 'permanent'; readonly label: Label; readonly source: Clauses }
  | { readonly code: 'notBegun'; readonly label: Label | null; readonly source: Clauses }
  | { readonly code: 'noClass' }
  | { readonly code: 'destroyed' }
  | { readonly code: 'hold'; readonly hold: string; readonly until: Day | null }
  | { readonly code: 'loan'; readonly loan: string; readonly dueOn: Day }
  | { readonly code: 'request'; readonly request: string }
  | { readonly code: 'incident'; readonly incident: string }
  | { readonly code: 'consultation'; readonly consultation: string }
  | { readonly code: 'copies'; readonly count: number; readonly source: Clauses }
type Clauses = readonly string[]
