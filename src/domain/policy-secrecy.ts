import type { Sourced } from './sourced.ts'
import type { Label, Secrecy } from './words.ts'

/**
 * Who may read, of those who are cleared: whoever fits any of these (S003-7.4.1, S003-10.4-2..4).
 * Nobody, where none of them is said.
 */
export interface ReadersRule extends Sourced {
  /** Whoever holds one of these: keys of `posts`. */
  readonly posts?: readonly string[]
  /** Whoever the archive names as its owner. */
  readonly owner?: boolean
  /** Whoever heads the owner's department. */
  readonly head?: boolean
  /** Everybody of the owner's department. */
  readonly department?: boolean
  /** Whoever was named reader of the archive. */
  readonly named?: boolean
}

/** One level of secrecy (密级). */
export interface SecrecyRule extends Sourced {
  readonly label: Label
  /** Years until the level lapses; absent: never by itself (S003-7.3.4). */
  readonly termYears?: number
  /** To which level it lapses; none, where nothing is said. */
  readonly lapsesTo?: Secrecy
  /** Absent: whoever is cleared reads. */
  readonly readers?: ReadersRule
  /** Posts that name readers of an archive of this level (S003-7.4.1-2); absent: any of its readers does. */
  readonly namedBy?: readonly string[]
}

/** Who knows what, and how long it is secret. */
export interface SecrecySection extends Sourced {
  readonly levels: Readonly<Partial<Record<Secrecy, SecrecyRule>>>
  readonly default: Secrecy
  readonly journalReadingFrom?: Secrecy
  /** Posts that are always among the readers (S003-7.4.1-1). */
  readonly knowsAll?: readonly string[]
}
