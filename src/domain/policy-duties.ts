import type { Sourced } from './sourced.ts'

/** What `daily` does unattended, how often and how much at a time (SPEC section 9). */
export interface DutiesRule extends Sourced {
  /** Whichever of the two comes first; one of them is said. */
  readonly backup?: {
    /** So many days after the last (S002-5.2-3). */
    readonly everyDays?: number
    /** On this day of each month, 1 to 28 (S003-10.4-5). */
    readonly dayOfMonth?: number
    /** Where backups go; absent: `backups` beside the archive file. */
    readonly folder?: string
  } & Sourced
  /** How much is compared with what was registered, a day. */
  readonly integrity?: {
    readonly entries: number
    readonly megabytes: number
  } & Sourced
  /** The working days of a year are known so many days before it begins. */
  readonly calendarDays?: number
}
