import type { Sourced } from './sourced.ts'

/** How audits judge, and until when what they find is put right (S000-5-3, S004-E-7.2). */
export interface AuditRule extends Sourced {
  /** Days within which errors and warnings are put right; without it none have a deadline. */
  readonly rectifyDays?: number
  /** A series of numbers is nearly full from so many per cent of its width on (DA/T 13). */
  readonly nearlyFullPercent?: number
  /** Months between two audits of everything (S000-4-13, S000-5.1-2). */
  readonly everyMonths?: number
}
