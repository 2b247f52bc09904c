import type { CalendarFault } from './calendar-reading.ts'
import type { Label } from './words.ts'

/** Why a day is not to be had as a working day, or a calendar not taken in. */
export interface CalendarRefusalFacts {
  /** The years that the calendar knows; null: none. */
  'calendar.beyond': {
    day: string
    calendar: string
    from: number | null
    to: number | null
    source: readonly string[]
  }
  /** The office is closed then; the working days around it, where the calendar reaches so far. */
  'calendar.closed-day': {
    day: string
    calendar: string
    holiday: Label | null
    before: string | null
    after: string | null
    source: readonly string[]
  }
  'calendar.unknown': {
    calendar: string
    suggestion: string | undefined
    calendars: readonly string[]
  }
  'calendar.bad': { path: string; faults: readonly CalendarFault[] }
  /** Too few days off in any year for a whole one. */
  'calendar.partial': { path: string; years: readonly number[]; least: number }
}
