import { withImports } from '../domain/calendar-import.ts'
import { Refusal } from '../domain/refusal.ts'
import { nearest } from '../domain/suggest.ts'
import { dueAfter, type Due, type Term } from '../domain/working-days.ts'
import {
  builtInCalendar,
  builtInNames,
  emptyCalendar,
  type WorkCalendar,
} from '../domain/work-calendar.ts'
import type { Day } from '../domain/words.ts'
import { importedCalendars, importsOf } from '../store/calendars.ts'
import type { Store } from '../store/store.ts'
import type { Office } from './desk.ts'

/** Every calendar that there is: the program's own, then the office's. */
export const calendarsIn = (store: Store): readonly string[] => [
  ...new Set([...builtInNames, ...importedCalendars(store)]),
]

/** A calendar with all that was brought in for it. @throws Refusal calendar.unknown */
export function calendarNamed(store: Store, name: string): WorkCalendar {
  const calendars = calendarsIn(store)
  if (calendars.includes(name)) return calendarSoFar(store, name)
  const suggestion = nearest(name, calendars)
  throw new Refusal('calendar.unknown', { calendar: name, suggestion, calendars })
}

/** The same, where nothing may have been brought in yet. */
export const calendarSoFar = (store: Store, name: string): WorkCalendar =>
  withImports(builtInCalendar(name) ?? emptyCalendar(name), importsOf(store, name))

/** The calendar by which the office works; undefined where its policy is silent. @throws Refusal calendar.unknown */
export const workCalendarOf = ({ store, policy }: Office): WorkCalendar | undefined =>
  policy.calendar && calendarNamed(store, policy.calendar.name)

/**
 * When a term that begins on `from` ends, by the policy in force.
 * @throws Refusal policy.silent, calendar.unknown, calendar.beyond
 */
export function dueUnder(office: Office, term: Term, from: Day): Due {
  const rule = office.policy.calendar
  const isNeeded = term.unit === 'workingDays' || rule?.closedDays === 'next'
  return dueAfter(term, from, isNeeded ? workCalendarOf(office) : undefined, rule)
}
