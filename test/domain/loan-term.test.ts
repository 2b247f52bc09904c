import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../src/domain/day.ts'
import { loanDue, type WorkDays } from '../../src/domain/loan-term.ts'
import type { LoansRule } from '../../src/domain/policy-use.ts'
import type { CalendarRule } from '../../src/domain/policy.ts'
import { builtInCalendar } from '../../src/domain/work-calendar.ts'
import { refusalOf } from '../support/refusals.ts'

const days = (said: Partial<CalendarRule> = {}): WorkDays => ({
  calendar: builtInCalendar('mainland'),
  rule: { name: 'mainland', closedDays: 'next', beyondCoverage: 'refuse', ...said },
})
const silent: WorkDays = { calendar: undefined, rule: undefined }
const five: LoansRule = { term: { count: 5, unit: 'workingDays', source: ['S002-6.3-2'] } }
const three: LoansRule = { term: { count: 3, unit: 'days', source: ['S001-19-5'] } }
const bySlip: LoansRule = { bySlip: true, source: ['S003-15.6-4'] }

/** The due day, or why not. */
function due(named: string | undefined, from: string, rule: LoansRule, work = days()): string {
  try {
    return loanDue(named, from, rule, work).dueOn
  } catch (thrown) {
    return (thrown as { code: string }).code
  }
}

describe('five working days (S002-6.3-2)', () => {
  test.each([
    ['from a Friday', '2026-11-20', '2026-11-27'],
    ['from a Saturday', '2026-11-21', '2026-11-27'],
    ['over the National Day holidays, with a Saturday worked', '2026-09-29', '2026-10-12'],
  ])('%s', (_, from, dueOn) => expect(due(undefined, from, five)).toBe(dueOn))

  test.each([
    ['the day itself', '2026-11-20', '2026-11-20'],
    ['sooner', '2026-11-26', '2026-11-26'],
    ['the last day', '2026-11-27', '2026-11-27'],
    ['the day after, a Saturday', '2026-11-28', 'loan.due-beyond'],
    ['the next working day', '2026-11-30', 'loan.due-beyond'],
    ['a Sunday within the term', '2026-11-22', 'calendar.closed-day'],
    ['yesterday', '2026-11-19', 'loan.due-past'],
  ])('named: %s', (_, named, result) => expect(due(named, '2026-11-20', five)).toBe(result))

  test('a closed day may be named where the policy lets terms end on one', () => {
    expect(due('2026-11-22', '2026-11-20', five, days({ closedDays: 'keep' }))).toBe('2026-11-22')
  })

  test('need a calendar', () => {
    expect(due(undefined, '2026-11-20', five, silent)).toBe('policy.silent')
  })
})

describe('at the end of what the calendar knows', () => {
  test.each([
    ['without a day', undefined, 'calendar.beyond'],
    ['a day that is known, within the term', '2026-12-31', '2026-12-31'],
    ['a day that is not', '2027-01-04', 'calendar.beyond'],
  ])('%s', (_, named, result) => expect(due(named, '2026-12-29', five)).toBe(result))

  test('a policy may reckon provisionally', () => {
    const work = days({ beyondCoverage: 'provisional' })
    expect(loanDue(undefined, '2026-12-29', five, work)).toMatchObject({ provisional: true })
  })
})

describe('three days (S001-19-5)', () => {
  test.each([
    ['end on a Monday', '2026-11-20', 'next', '2026-11-23'],
    ['that end on a Saturday go on to the Monday', '2026-11-18', 'next', '2026-11-23'],
    ['or stay three where the policy says so', '2026-11-18', 'keep', '2026-11-21'],
  ] as const)('%s', (_, from, closedDays, dueOn) =>
    expect(due(undefined, from, three, days({ closedDays }))).toBe(dueOn),
  )

  test.each([
    ['2026-11-23', '2026-11-23'],
    ['2026-11-24', 'loan.due-beyond'],
  ])('from a Friday, named %s: %s', (named, result) =>
    expect(due(named, '2026-11-20', three)).toBe(result),
  )

  test('need no calendar', () => {
    expect(due(undefined, '2026-11-20', three, silent)).toBe('2026-11-23')
  })

  test.each([
    [0, false],
    [1, true],
  ])('with %s renewals, a renewal is held out: %s', (most, mayRenew) => {
    const rule = { ...three, renewals: { most } }
    const { facts } = refusalOf(() => loanDue('2026-11-24', '2026-11-20', rule, days()))
    expect(facts).toEqual({
      dueOn: '2026-11-24',
      latest: '2026-11-23',
      count: 3,
      unit: 'days',
      mayRenew,
      source: ['S001-19-5'],
    })
  })
})

describe('the slip says until when (S003-15.6-4)', () => {
  test.each([
    ['nothing is said', undefined, 'loan.due-needed'],
    ['a working day, however far', '2026-12-31', '2026-12-31'],
    ['a Sunday', '2026-11-29', 'calendar.closed-day'],
    ['yesterday', '2026-11-19', 'loan.due-past'],
  ])('%s', (_, named, result) => expect(due(named, '2026-11-20', bySlip)).toBe(result))

  test('a policy with neither term nor slip needs a day as well', () => {
    expect(due(undefined, '2026-11-20', {})).toBe('loan.due-needed')
  })
})

test('a day is within the term exactly up to the day that the term gives by itself', () => {
  const from = fc.nat(300).map((count) => addDays('2026-01-05', count))
  fc.assert(
    fc.property(from, fc.integer({ min: 1, max: 15 }), fc.nat(40), (start, count, ahead) => {
      const rule: LoansRule = { term: { count, unit: 'workingDays' } }
      const latest = due(undefined, start, rule)
      const named = addDays(start, ahead)
      const isBeyond = due(named, start, rule) === 'loan.due-beyond'
      expect(isBeyond).toBe(named > latest)
    }),
  )
})
