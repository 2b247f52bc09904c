import { yearOf } from './calendar.ts'
import { isInvalid, type Invalid } from './invalid.ts'
import { parseDay } from './parse-day.ts'
import { readName } from './plain.ts'
import { isWeekend, type DayKind, type SpecialDay } from './work-calendar.ts'
import type { Day, Label } from './words.ts'

/** A day as a file says it; `kind` is undefined where nothing that we know was said. */
export interface SaidDay {
  /** Of the file, from 1. */
  readonly line: number
  readonly day: string
  readonly kind: DayKind | undefined
  /** What was said for the kind. */
  readonly word: string
  readonly name: string
}

/** What is wrong with a line of a calendar that is brought in. */
export interface CalendarFault {
  readonly line: number
  readonly because: CalendarFaultKind
  readonly value: string
  /** What is wrong with the value, where one word does not say it. */
  readonly invalid: Invalid | null
}

export const calendarFaults = [
  ...(['heading', 'date', 'kind', 'name', 'twice'] as const),
  // of calendars in ICS
  ...(['span', 'timed', 'repeats', 'unclosed'] as const),
  'many',
] as const
export type CalendarFaultKind = (typeof calendarFaults)[number]

/** Nobody mends more in one go, and no calendar has more days. */
const mostFaults = 50
const mostDays = 20_000

export const calendarFault = (
  line: number,
  because: CalendarFaultKind,
  value: string,
  invalid: Invalid | null = null,
): CalendarFault => ({ line, because, value: value.slice(0, 200), invalid })

/** What was read: days in order, and what was wrong with the rest. */
export interface ReadCalendar {
  readonly days: readonly SpecialDay[]
  readonly faults: readonly CalendarFault[]
}

/**
 * The days of a file, each once. What only says what weekends say anyhow is left out: the official
 * calendars of Taiwan list every day of the year. Stops where there is too much wrong.
 */
export function readCalendar(said: Iterable<SaidDay | CalendarFault>): ReadCalendar {
  const days = new Map<Day, { readonly line: number; readonly special: SpecialDay }>()
  const faults: CalendarFault[] = []
  let count = 0
  for (const one of said) {
    count += 1
    const read = count > mostDays ? calendarFault(one.line, 'many', String(mostDays)) : dayIn(one)
    const before = 'because' in read ? undefined : days.get(read.day)
    if ('because' in read) faults.push(read)
    else if (!before) days.set(read.day, { line: one.line, special: read })
    else if (before.special.kind !== read.kind)
      faults.push(calendarFault(one.line, 'twice', String(before.line)))
    if (faults.length >= mostFaults || count > mostDays) break
  }
  const special = [...days.values()].map((it) => it.special).filter(saysSomething)
  return { days: special.toSorted((a, b) => a.day.localeCompare(b.day)), faults }
}

function dayIn(said: SaidDay | CalendarFault): SpecialDay | CalendarFault {
  if ('because' in said) return said
  const day = parseDay(said.day)
  if (isInvalid(day)) return calendarFault(said.line, 'date', said.day, day)
  if (day === '') return calendarFault(said.line, 'date', said.day)
  if (said.kind === undefined) return calendarFault(said.line, 'kind', said.word)
  const name = readName(said.name)
  if (isInvalid(name)) return calendarFault(said.line, 'name', said.name, name)
  return { day, kind: said.kind, name: name === '' ? null : inEveryLanguage(name) }
}

const inEveryLanguage = (name: string): Label => ({ 'zh-Hans': name, 'zh-Hant': name, en: name })

/** A weekday off, a weekend day at work, or a weekend day with a name. */
const saysSomething = ({ day, kind, name }: SpecialDay): boolean =>
  kind === 'work' ? isWeekend(day) : !isWeekend(day) || name !== null

/** A year has more days off than this; what has fewer is a stray day of the year before or after. */
export const leastOff = 5

/** The years that are there as a whole. */
export function wholeYears(days: readonly SpecialDay[]): number[] {
  const off = new Map<number, number>()
  for (const { day, kind } of days)
    if (kind === 'off') off.set(yearOf(day), (off.get(yearOf(day)) ?? 0) + 1)
  return [...off].flatMap(([year, count]) => (count >= leastOff ? [year] : [])).toSorted()
}
