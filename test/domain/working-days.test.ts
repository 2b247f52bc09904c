import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOfCount, countOf } from '../../src/domain/calendar.ts'
import type { CalendarRule } from '../../src/domain/policy.ts'
import type { Refusal } from '../../src/domain/refusal.ts'
import {
  builtInCalendar,
  emptyCalendar,
  type WorkCalendar,
} from '../../src/domain/work-calendar.ts'
import {
  dueAfter,
  isWorkingDay,
  requireWorkingDay,
  workingDayAfter,
  workingDaysBetween,
} from '../../src/domain/working-days.ts'
import { refusalOf } from '../support/refusals.ts'

const calendarOf = (name: string) => builtInCalendar(name) as WorkCalendar
const mainland = calendarOf('mainland')
const taiwan = calendarOf('taiwan')
const weekends = calendarOf('weekends')

const rule: CalendarRule = { name: 'mainland', closedDays: 'next', beyondCoverage: 'refuse' }
const provisionally: CalendarRule = {
  ...rule,
  beyondCoverage: 'provisional',
  source: ['S002-6.3-2'],
}
const days = (count: number) => ({ count, unit: 'days' }) as const
const workingDays = (count: number) => ({ count, unit: 'workingDays' }) as const

/** The code with which it is refused. */
function strictOutcome(work: () => unknown): string {
  try {
    work()
    return 'reckoned'
  } catch (thrown) {
    return (thrown as Refusal).code
  }
}

/** Days of which the mainland's calendar knows everything, and sixty working days on either side. */
const known = fc
  .integer({ min: countOf('2004-07-01'), max: countOf('2026-06-30') })
  .map((count) => dayOfCount(count))
const steps = fc.integer({ min: 1, max: 60 })

describe('the n-th working day after a day', () => {
  test('is a working day', () => {
    fc.assert(
      fc.property(known, steps, (day, n) => {
        expect(isWorkingDay(workingDayAfter(day, n, mainland), mainland)).toBe(true)
      }),
    )
  })

  test('is later the more days there are, and the later one begins', () => {
    fc.assert(
      fc.property(known, known, steps, (one, other, n) => {
        const [first, second] = [one, other].toSorted() as [string, string]
        expect(workingDayAfter(first, n, mainland) < workingDayAfter(first, n + 1, mainland)).toBe(
          true,
        )
        expect(workingDayAfter(first, n, mainland) <= workingDayAfter(second, n, mainland)).toBe(
          true,
        )
      }),
    )
  })

  test('is so many working days away, counted in either direction', () => {
    fc.assert(
      fc.property(known, steps, (day, n) => {
        expect(workingDaysBetween(day, workingDayAfter(day, n, mainland), mainland)).toBe(n)
        expect(workingDaysBetween(day, workingDayAfter(day, -n, mainland), mainland)).toBe(-n)
      }),
    )
  })

  test('going on and coming back ends where a working day began', () => {
    fc.assert(
      fc.property(known, steps, (any, n) => {
        const day = workingDayAfter(any, 1, mainland)
        expect(workingDayAfter(workingDayAfter(day, n, mainland), -n, mainland)).toBe(day)
      }),
    )
  })

  test('five of weekends only are a week, in leap years as in others', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: countOf('1800-01-10'), max: countOf('9990-01-01') }),
        (count) => {
          const day = workingDayAfter(dayOfCount(count), 1, weekends)
          expect(countOf(workingDayAfter(day, 5, weekends)) - countOf(day)).toBe(7)
        },
      ),
    )
  })

  test.each([
    ['a Sunday that is made up', '2024-02-03', 1, '2024-02-04'],
    ['over Spring Festival 2024', '2024-02-09', 1, '2024-02-18'],
    ['over Spring Festival 2025, made up on the Sunday before', '2025-01-25', 3, '2025-02-05'],
    ['over National Day 2025', '2025-09-30', 1, '2025-10-09'],
    ['over the turn of the year', '2025-12-31', 1, '2026-01-04'],
    ['over a leap day', '2024-02-28', 2, '2024-03-01'],
    ['over a February without one', '2023-02-28', 1, '2023-03-01'],
    ['none at all', '2025-10-01', 0, '2025-10-01'],
    ['before a day', '2025-10-09', -1, '2025-09-30'],
    ['at the first of all years', '2004-01-01', 1, '2004-01-02'],
  ])('%s: %s, %i', (_, from, n, expected) => {
    expect(workingDayAfter(from, n, mainland)).toBe(expected)
  })

  test('ends where the days end', () => {
    expect(workingDayAfter('9999-12-30', 9, weekends)).toBe('9999-12-31')
    expect(workingDayAfter('1800-01-02', -9, weekends)).toBe('1800-01-01')
  })
})

describe('the years that a calendar knows', () => {
  test('end, and nothing is guessed beyond', () => {
    expect(workingDayAfter('2026-12-30', 1, mainland)).toBe('2026-12-31')
    const facts = { day: '2027-01-01', calendar: 'mainland', from: 2004, to: 2026, source: [] }
    const beyond = refusalOf(() => workingDayAfter('2026-12-30', 2, mainland))
    expect(beyond).toMatchObject({ code: 'calendar.beyond', facts })
    expect(refusalOf(() => isWorkingDay('2003-12-31', mainland)).code).toBe('calendar.beyond')
    expect(refusalOf(() => workingDaysBetween('2004-01-02', '2003-12-30', mainland)).code).toBe(
      'calendar.beyond',
    )
  })

  test('of a calendar of which nothing was brought in are none', () => {
    const facts = { calendar: '工厂', from: null, to: null }
    const refused = refusalOf(() => isWorkingDay('2026-01-05', emptyCalendar('工厂')))
    expect(refused).toMatchObject({ code: 'calendar.beyond', facts })
  })

  test('have no end where only weekends count', () => {
    expect(isWorkingDay('2399-12-31', weekends)).toBe(true)
    expect(isWorkingDay('1805-01-06', weekends)).toBe(false)
  })
})

describe('when a term ends', () => {
  const plain = { calendar: null, calendarVersion: null, provisional: false }
  const byMainland = {
    calendar: 'mainland',
    calendarVersion: mainland.version,
    provisional: false,
  }

  test.each([
    ['three days', days(3), '2025-09-25', '2025-09-28', byMainland],
    ['three days that end on a holiday', days(3), '2025-09-28', '2025-10-09', byMainland],
    ['three working days', workingDays(3), '2025-09-28', '2025-10-09', byMainland],
    ['no working day at all', workingDays(0), '2025-09-30', '2025-09-30', byMainland],
    [
      'no working day at all, from a holiday',
      workingDays(0),
      '2025-10-01',
      '2025-10-09',
      byMainland,
    ],
  ])('%s, under a policy that goes on to the next working day', (_, term, from, dueOn, by) => {
    expect(dueAfter(term, from, mainland, rule)).toEqual({ dueOn, ...by })
  })

  test('days stay as they are where the policy says so, or says nothing', () => {
    const due = { dueOn: '2025-10-01', ...plain }
    expect(dueAfter(days(3), '2025-09-28', mainland, { ...rule, closedDays: 'keep' })).toEqual(due)
    expect(dueAfter(days(3), '2025-09-28')).toEqual(due)
  })

  test('working days cannot be reckoned under a policy that is silent', () => {
    expect(refusalOf(() => dueAfter(workingDays(3), '2025-09-28'))).toMatchObject({
      code: 'policy.silent',
      facts: { section: 'calendar' },
    })
  })

  test.each([
    ['working days', workingDays(3), '2026-12-29', '2027-01-01', true],
    ['days that end on a weekend of an unknown year', days(4), '2026-12-29', '2027-01-04', true],
    ['working days within the year', workingDays(2), '2026-12-29', '2026-12-31', false],
    ['days within the year', days(2), '2026-12-29', '2026-12-31', false],
  ])('%s beyond the last year: by weekends, and marked, or refused', (_, term, from, dueOn, is) => {
    const due = dueAfter(term, from, mainland, provisionally)
    expect(due).toEqual({ ...byMainland, dueOn, provisional: is })
    const outcome = is ? 'calendar.beyond' : 'reckoned'
    expect(strictOutcome(() => dueAfter(term, from, mainland, rule))).toBe(outcome)
  })

  test('the refusal names the clause of the rule', () => {
    const strict = { ...provisionally, beyondCoverage: 'refuse' as const }
    expect(
      refusalOf(() => dueAfter(workingDays(9), '2026-12-29', mainland, strict)).facts,
    ).toMatchObject({ source: ['S002-6.3-2'] })
  })
})

describe('a day that somebody names', () => {
  test('may be a working day, also a Saturday that is made up', () => {
    expect(() => requireWorkingDay('2026-02-14', mainland)).not.toThrow()
    expect(() => requireWorkingDay('2025-09-30', mainland)).not.toThrow()
  })

  test.each([
    ['a holiday', mainland, '2025-10-06', '中秋节', '2025-09-30', '2025-10-09'],
    ['a weekend', mainland, '2025-09-20', null, '2025-09-19', '2025-09-22'],
    ['a day off in Taiwan', taiwan, '2026-09-28', '孔子诞辰纪念日', '2026-09-24', '2026-09-29'],
    ['the first day of all', mainland, '2004-01-01', '元旦', null, '2004-01-02'],
    ['the last weekend of all', taiwan, '2027-12-31', '补假', '2027-12-30', null],
  ])('%s is refused, with the working days around it', (_, calendar, day, name, before, after) => {
    const refused = refusalOf(() => requireWorkingDay(day, calendar))
    expect(refused.code).toBe('calendar.closed-day')
    const { holiday, ...facts } = refused.facts as { holiday: Record<string, string> | null }
    expect(facts).toMatchObject({ day, before, after })
    expect(holiday?.['zh-Hans'] ?? null).toBe(name)
  })

  test('of a year that is not known is refused as such, or judged by weekends', () => {
    expect(refusalOf(() => requireWorkingDay('2027-01-04', mainland)).code).toBe('calendar.beyond')
    expect(() => requireWorkingDay('2027-01-04', mainland, provisionally)).not.toThrow()
    const closed = refusalOf(() => requireWorkingDay('2027-01-02', mainland, provisionally))
    expect(closed.facts).toMatchObject({ before: '2027-01-01', after: '2027-01-04' })
  })
})
