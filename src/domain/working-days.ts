import { firstDay, lastDay, yearOf } from './calendar.ts'
import { addDays } from './day.ts'
import type { CalendarRule } from './policy.ts'
import { Refusal } from './refusal.ts'
import { coverageOf, covers, isWeekend, type WorkCalendar } from './work-calendar.ts'
import type { Day } from './words.ts'

/** How long something may take: days of the calendar, or days on which the office works (K01, K26). */
export interface Term {
  readonly count: number
  readonly unit: 'days' | 'workingDays'
}

/** The last day of a term, and by what it was reckoned. */
export interface Due {
  readonly dueOn: Day
  /** Null: no calendar was looked at. */
  readonly calendar: string | null
  readonly calendarVersion: string | null
  /** It rests on a year that the calendar does not know; to be reckoned anew once it does. */
  readonly provisional: boolean
}

/** What to do beyond the years that a calendar knows. */
export type Beyond = Pick<CalendarRule, 'beyondCoverage' | 'source'>

const strictly: Beyond = { beyondCoverage: 'refuse' }

/** @throws Refusal calendar.beyond */
export function isWorkingDay(day: Day, calendar: WorkCalendar, beyond = strictly): boolean {
  if (beyond.beyondCoverage === 'refuse' && !isKnown(day, calendar))
    throw notKnown(day, calendar, beyond)
  const kind = calendar.special.get(day)?.kind
  return kind === undefined ? !isWeekend(day) : kind === 'work'
}

const isKnown = (day: Day, calendar: WorkCalendar): boolean =>
  covers(calendar, yearOf(day)) || calendar.special.has(day)

function notKnown(day: Day, calendar: WorkCalendar, { source = [] }: Beyond): Refusal {
  const { from, to } = coverageOf(calendar)
  return new Refusal('calendar.beyond', { day, calendar: calendar.name, from, to, source })
}

/**
 * The `count`-th working day after `from`, or before it where `count` is negative; `from` itself
 * where it is 0. Stops at the first and the last day that there are. @throws Refusal calendar.beyond
 */
export function workingDayAfter(
  from: Day,
  count: number,
  calendar: WorkCalendar,
  beyond = strictly,
): Day {
  const step = Math.sign(count)
  const end = step < 0 ? firstDay : lastDay
  let day = from
  for (let left = Math.abs(count); left > 0 && day !== end;) {
    day = addDays(day, step)
    if (isWorkingDay(day, calendar, beyond)) left -= 1
  }
  return day
}

/**
 * How many working days come after `from` until `to`, that one included: `workingDayAfter` turned
 * round. Negative where `to` is earlier. @throws Refusal calendar.beyond
 */
export function workingDaysBetween(
  from: Day,
  to: Day,
  calendar: WorkCalendar,
  beyond = strictly,
): number {
  const step = from < to ? 1 : -1
  let count = 0
  for (let day = from; day !== to;) {
    day = addDays(day, step)
    if (isWorkingDay(day, calendar, beyond)) count += step
  }
  return count
}

/**
 * When a term that begins on `from` ends; the day itself does not count. A term in days that ends
 * on a closed day goes on to the next working day where the policy says so.
 * @throws Refusal policy.silent for working days without a rule; calendar.beyond
 */
export function dueAfter(
  { count, unit }: Term,
  from: Day,
  calendar?: WorkCalendar,
  rule?: CalendarRule,
): Due {
  const isSilent = !calendar || !rule
  if (unit === 'days' && (isSilent || rule.closedDays === 'keep'))
    return {
      dueOn: addDays(from, count),
      calendar: null,
      calendarVersion: null,
      provisional: false,
    }
  if (isSilent) throw new Refusal('policy.silent', { section: 'calendar', source: [] })
  const end = unit === 'days' ? addDays(from, count) : workingDayAfter(from, count, calendar, rule)
  const dueOn =
    rule.closedDays === 'next' && !isWorkingDay(end, calendar, rule)
      ? workingDayAfter(end, 1, calendar, rule)
      : end
  // a term in days asks about its end alone
  const asked = unit === 'days' ? end : addDays(from, Math.min(count, 1))
  const provisional = !coversAll(calendar, yearOf(asked), yearOf(dueOn))
  return { dueOn, calendar: calendar.name, calendarVersion: calendar.version, provisional }
}

function coversAll(calendar: WorkCalendar, from: number, to: number): boolean {
  for (let year = from; year <= to; year++) if (!covers(calendar, year)) return false
  return true
}

/**
 * A day that somebody names as a due day must be one on which the office is there.
 * @throws Refusal calendar.closed-day with the working days around it; calendar.beyond
 */
export function requireWorkingDay(day: Day, calendar: WorkCalendar, beyond = strictly): void {
  if (isWorkingDay(day, calendar, beyond)) return
  throw new Refusal('calendar.closed-day', {
    day,
    calendar: calendar.name,
    holiday: calendar.special.get(day)?.name ?? null,
    before: neighbourOf(day, -1, calendar, beyond),
    after: neighbourOf(day, 1, calendar, beyond),
    source: beyond.source ?? [],
  })
}

/** The nearest working day on one side; null where the calendar does not reach so far. */
function neighbourOf(day: Day, step: 1 | -1, calendar: WorkCalendar, beyond: Beyond): Day | null {
  for (let near = addDays(day, step); near !== day; near = addDays(near, step)) {
    if (beyond.beyondCoverage === 'refuse' && !isKnown(near, calendar)) return null
    if (isWorkingDay(near, calendar, beyond)) return near
    if (near === firstDay || near === lastDay) return null
  }
  return null
}
