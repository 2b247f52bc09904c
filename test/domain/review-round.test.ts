import { describe, expect, test } from 'vitest'
import { backupDue } from '../../src/domain/backup-cycle.ts'
import type { Policy } from '../../src/domain/policy.ts'
import { periodOf, roundDue } from '../../src/domain/review-round.ts'

const policy = (review: object | undefined) => ({ review }) as unknown as Policy
const quarterly = policy({ everyMonths: 3 })
const due = (it: Policy, lastDay: string | null, today: string) => {
  const round = roundDue(it, lastDay, today)
  return round && [round.period.name, ...round.missed]
}

describe('the round of reviews that is due', () => {
  test.each([
    ['the first of all', null, '2027-02-10', ['2027Q1']],
    ['on the last day of the one before', '2026-12-31', '2026-12-31', undefined],
    ['on the first day of a quarter', '2026-12-31', '2027-01-01', ['2027Q1']],
    ['when it is there already', '2027-03-31', '2027-03-31', undefined],
    ['after a quarter that was missed', '2026-12-31', '2027-04-01', ['2027Q2', '2027Q1']],
    ['when a whole year was opened by hand', '2027-12-31', '2027-08-01', undefined],
    [
      'after more than a year',
      '2026-06-30',
      '2027-10-15',
      ['2027Q4', '2026Q3', '2026Q4', '2027Q1', '2027Q2', '2027Q3'],
    ],
  ])('%s', (_, lastDay, today, expected) => {
    expect(due(quarterly, lastDay, today)).toEqual(expected)
  })

  test.each([
    ['quarterly', { everyMonths: 3 }, '2027Q1'],
    ['monthly for incomplete ones', { everyMonths: 3, incompleteMonths: 1 }, '2027-02'],
    ['monthly for important ones', { everyMonths: 12, importantMonths: 1 }, '2027-02'],
    ['half-yearly', { everyMonths: 6 }, '2027H1'],
    ['yearly', { everyMonths: 12 }, '2027'],
    ['every four months, of which no period has the name', { everyMonths: 4 }, '2027Q1'],
    ['every two years', { everyMonths: 24 }, '2027'],
  ])('is of the strictest cycle: %s', (_, review, expected) => {
    expect(due(policy(review), null, '2027-02-10')).toEqual([expected])
  })

  test('is none where the policy wants no reviews', () => {
    expect(due(policy(undefined), null, '2027-02-10')).toBeUndefined()
  })

  test('names no more than two years of months that were missed', () => {
    const monthly = policy({ everyMonths: 1 })
    expect(due(monthly, '2020-01-31', '2027-02-10')).toHaveLength(25)
  })

  test.each([
    ['2027-06-30', 6, '2027H1'],
    ['2027-07-01', 6, '2027H2'],
    ['2027-12-31', 3, '2027Q4'],
  ] as const)('%s lies in %s months: %s', (day, months, name) => {
    expect(periodOf(day, months).name).toBe(name)
  })
})

test.each([
  ['so many days after the last', { everyDays: 7 }, '2027-01-01', '2027-01-08'],
  ['on the first of the next month', { dayOfMonth: 1 }, '2027-01-01', '2027-02-01'],
  ['on the same month, where its day comes', { dayOfMonth: 15 }, '2027-01-14', '2027-01-15'],
  ['after December', { dayOfMonth: 15 }, '2027-12-15', '2028-01-15'],
  ['after the 31st', { dayOfMonth: 28 }, '2027-01-31', '2027-02-28'],
  ['whichever comes first', { everyDays: 40, dayOfMonth: 1 }, '2027-01-01', '2027-02-01'],
  ['and the other way round', { everyDays: 3, dayOfMonth: 1 }, '2027-01-01', '2027-01-04'],
])('a backup is due %s', (_, rule, last, expected) => {
  expect(backupDue(rule, last)).toBe(expected)
})
