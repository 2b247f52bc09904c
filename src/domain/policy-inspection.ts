import type { Choice, Sourced } from './sourced.ts'
import type { Secrecy } from './words.ts'

/** What is measured: `℃`, `%`; beyond its limits something is wrong. */
export interface ReadingRule extends Sourced {
  readonly unit: string
  readonly from?: number
  readonly to?: number
}

/** One line of the checklist of the store-room. */
export interface InspectionItemRule extends Choice {
  /** It is answered with a number. */
  readonly reading?: ReadingRule
}

/** How archives and the store-room are inspected (保管检查; S001-14-1, S002-5.2-1). */
export interface InspectionRule extends Sourced {
  /** Every so many months, reckoned in periods of the calendar: 1, 3, 6 or 12. */
  readonly everyMonths: 1 | 3 | 6 | 12
  readonly items: Readonly<Record<string, InspectionItemRule>>
  /** What may be the matter with papers: fading, damage … */
  readonly states: Readonly<Record<string, Choice>>
  /** Days within which what is the matter is repaired; without it repairs have no deadline. */
  readonly repairDays?: number
}

/** How shelves are compared with the register (清点; S002-5.3-2, S004-S-2.2). */
export interface StocktakeRule extends Sourced {
  readonly everyMonths?: number
  /** Of these levels a sample takes at least so many per cent. */
  readonly leastPercent?: Readonly<Partial<Record<Secrecy, number>>>
}
