import {
  countOf,
  dateOf,
  dayOf,
  dayOfCount,
  daysIn,
  firstDay,
  lastDay,
  monthOf,
  yearOf,
} from './calendar.ts'
import type { Day } from './words.ts'

export { isDay, yearOf } from './calendar.ts'
export { parseDay } from './parse-day.ts'

export const endOfYear = (day: Day): Day => `${day.slice(0, 4)}-12-31`

/** Sums stop at `firstDay` and `lastDay`: 9999-12-31 stands for ever. */
export const addDays = (day: Day, days: number): Day => dayOfCount(countOf(day) + days)

/** The same date `months` later, or the month's last day when it is shorter (31 January → 28 February). */
export function addMonths(day: Day, months: number): Day {
  const total = yearOf(day) * 12 + monthOf(day) - 1 + months
  const year = Math.floor(total / 12)
  const month = total - year * 12 + 1
  if (year < 1800) return firstDay
  return year > 9999 ? lastDay : dayOf(year, month, Math.min(dateOf(day), daysIn(year, month)))
}

/** 29 February becomes 28 February in common years. */
export const addYears = (day: Day, years: number): Day => addMonths(day, years * 12)

/** Days from `from` until `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => countOf(to) - countOf(from)

const clocks = new Map<string, Intl.DateTimeFormat>()

/** Hours ahead of UTC, the whole year, since `steadySince`. */
const steady: Readonly<Record<string, number>> = {
  UTC: 0,
  'Asia/Shanghai': 8,
  'Asia/Taipei': 8,
  'Asia/Hong_Kong': 8,
  'Asia/Macau': 8,
  'Asia/Singapore': 8,
}
const steadySince = Date.UTC(1992, 0, 1)

/**
 * The date on the calendar of `timeZone` (IANA name) at `instant`. Throws RangeError for an unknown
 * zone. Where the clock is never put forward the day is reckoned: loading calendars takes longer
 * than the rest of a cold start.
 */
export function dayIn(instant: Date, timeZone: string): Day {
  const hours = Object.hasOwn(steady, timeZone) ? steady[timeZone] : undefined
  if (hours !== undefined && instant.getTime() >= steadySince)
    return dayAt(instant.getTime() + hours * 3_600_000)
  let clock = clocks.get(timeZone)
  if (!clock) clocks.set(timeZone, (clock = clockOf(timeZone)))
  const parts = clock.formatToParts(instant)
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value)
  return dayOf(part('year'), part('month'), part('day'))
}

function dayAt(milliseconds: number): Day {
  const date = new Date(milliseconds)
  return dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}

const clockOf = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  })
