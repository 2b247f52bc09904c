import type { LoansRule, Term } from './policy-use.ts'
import type { CalendarRule } from './policy.ts'
import { Refusal } from './refusal.ts'
import { dueAfter, requireWorkingDay, type Due } from './working-days.ts'
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
  { term, bySlip = false, source = [] }: LoansRule,
  days: WorkDays,
): Due {
  const sources = term?.source ?? source
  if (named === undefined) {
    if (bySlip || !term) throw new Refusal('loan.due-needed', { source: sources })
    return dueAfter(term, from, days.calendar, days.rule)
  }
  if (named < from) throw new Refusal('loan.due-past', { dueOn: named, from })
  if (term) requireWithin(named, from, { term, source: sources }, days)
  return namedDue(named, days)
}

function requireWithin(
  named: Day,
  from: Day,
  { term, source }: { readonly term: Term; readonly source: readonly string[] },
  { calendar, rule }: WorkDays,
): void {
  const { dueOn: latest } = dueAfter(term, from, calendar, rule)
  const { count, unit } = term
  if (named > latest)
    throw new Refusal('loan.due-beyond', { dueOn: named, latest, count, unit, source })
}

/** A day that somebody named. Where the policy lets terms end on closed days, so may it. */
function namedDue(dueOn: Day, { calendar, rule }: WorkDays): Due {
  if (!calendar || !rule || rule.closedDays === 'keep')
    return { dueOn, calendar: null, calendarVersion: null, provisional: false }
  requireWorkingDay(dueOn, calendar, rule)
  return { dueOn, calendar: calendar.name, calendarVersion: calendar.version, provisional: false }
}
