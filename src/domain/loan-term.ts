import { addDays } from './day.ts'
import type { LoansRule, Term } from './policy-use.ts'
import type { CalendarRule } from './policy.ts'
import { Refusal } from './refusal.ts'
import { dueAfter, requireWorkingDay, workingDaysBetween, type Due } from './working-days.ts'
import type { WorkCalendar } from './work-calendar.ts'
import type { Day } from './words.ts'

/** The office's days of work, where its policy speaks of them. */
export interface WorkDays {
  readonly calendar: WorkCalendar | undefined
  readonly rule: CalendarRule | undefined
}

/**
 * Until when something is lent or renewed: the day that was named, if the term reaches so far and
 * the office is there on it, or the end of the term (S001-19-5, S002-6.3-2, S003-15.6-4).
 * @throws Refusal loan.due-needed, loan.due-past, loan.due-beyond, calendar.closed-day, calendar.beyond
 */
export function loanDue(
  named: Day | undefined,
  from: Day,
  { term, renewals, bySlip = false, source = [] }: LoansRule,
  days: WorkDays,
): Due {
  const sources = term?.source ?? source
  if (named === undefined) {
    if (bySlip || !term) throw new Refusal('loan.due-needed', { source: sources })
    return dueAfter(term, from, days.calendar, days.rule)
  }
  if (named < from) throw new Refusal('loan.due-past', { dueOn: named, from })
  const mayRenew = (renewals?.most ?? 0) > 0
  if (term) requireWithin(named, from, { term, mayRenew, source: sources }, days)
  return namedDue(named, days)
}

interface Limit {
  readonly term: Term
  readonly mayRenew: boolean
  readonly source: readonly string[]
}

/** What lies within the term is good, even where the calendar does not reach to its end. */
function requireWithin(named: Day, from: Day, { term, ...facts }: Limit, days: WorkDays): void {
  if (isSurelyWithin(named, from, term, days)) return
  const { dueOn: latest } = dueAfter(term, from, days.calendar, days.rule)
  const { count, unit } = term
  if (named > latest)
    throw new Refusal('loan.due-beyond', { dueOn: named, latest, count, unit, ...facts })
}

/** Fewer working days than the term's come before it; or no more days of the calendar. */
function isSurelyWithin(
  named: Day,
  from: Day,
  { count, unit }: Term,
  { calendar, rule }: WorkDays,
): boolean {
  if (unit === 'days') return named <= addDays(from, count)
  if (!calendar || rule?.beyondCoverage !== 'refuse') return false
  return named === from || workingDaysBetween(from, addDays(named, -1), calendar, rule) < count
}

/** A day that somebody named. Where the policy lets terms end on closed days, so may it. */
function namedDue(dueOn: Day, { calendar, rule }: WorkDays): Due {
  if (!calendar || !rule || rule.closedDays === 'keep')
    return { dueOn, calendar: null, calendarVersion: null, provisional: false }
  requireWorkingDay(dueOn, calendar, rule)
  return { dueOn, calendar: calendar.name, calendarVersion: calendar.version, provisional: false }
}
