import { describe, expect, test } from 'vitest'
import { hasLeft, isActive, thoseHere, type Staff } from '../../src/domain/staff.ts'

const person = (leftOn: string | null): Staff => ({
  id: 1,
  name: '王强',
  post: null,
  department: null,
  clearance: 'none',
  osAccount: 'wang',
  joinedOn: '2026-03-01',
  leftOn,
})

describe('somebody who joined on 1 March and left on 1 June', () => {
  test.each([
    ['2026-02-28', false, false],
    ['2026-03-01', true, false],
    ['2026-05-31', true, false],
    ['2026-06-01', false, true],
    ['2026-06-02', false, true],
  ])('on %s is on the staff: %s; has gone: %s', (day, active, gone) => {
    const staff = person('2026-06-01')
    expect([isActive(staff, day), hasLeft(staff, day)]).toEqual([active, gone])
  })

  test('has gone for good, whatever day an act is dated', () => {
    expect(hasLeft(person('2026-06-01'))).toBe(true)
    expect(thoseHere([person('2026-06-01'), person(null)])).toEqual([person(null)])
  })
})

test('whoever did not leave is here to stay', () => {
  expect([isActive(person(null), '9999-12-31'), hasLeft(person(null))]).toEqual([true, false])
})
