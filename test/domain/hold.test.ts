import { describe, expect, test } from 'vitest'
import {
  barsLending,
  holdStatus,
  onlyStanding,
  readHoldName,
  requireStanding,
  standingHolds,
  type Hold,
} from '../../src/domain/hold.ts'
import { refusalOf } from '../support/refusals.ts'

const aHold = (said: Partial<Hold> = {}): Hold => ({
  id: 2,
  archiveId: 1,
  reason: '诉讼',
  authority: '法院',
  lending: true,
  placedOn: '2026-03-01',
  placedBy: 1,
  until: '2026-06-30',
  releasedOn: null,
  releasedBy: null,
  releaseReason: null,
  fromNumber: null,
  ...said,
})

test.each([
  ['the day before it was placed', '2026-02-28', 0],
  ['the day it was placed', '2026-03-01', 1],
  ['its last day', '2026-06-30', 1],
  ['the day after, by itself', '2026-07-01', 0],
])('a hold on %s', (_, on, count) => {
  expect(standingHolds([aHold()], on)).toHaveLength(count)
})

test('a hold without end stands until the day of its release', () => {
  const hold = aHold({ until: null, releasedOn: '2026-08-01' })
  expect([holdStatus(hold, '2026-07-31'), holdStatus(hold, '2026-08-01')]).toEqual([
    'standing',
    'released',
  ])
})

test('one that stands and bars lending is enough', () => {
  const free = aHold()
  const barred = aHold({ lending: false, until: '2026-04-30' })
  expect(barsLending([free], '2026-04-01')).toBe(false)
  expect(barsLending([free, barred], '2026-04-30')).toBe(true)
  expect(barsLending([free, barred], '2026-05-01')).toBe(false)
})

test.each([
  ['H2', 2],
  ['h2', 2],
  ['Ｈ２', 2],
  [' H12 ', 12],
  ['2', undefined],
  ['H', undefined],
  ['RG2025-0001', undefined],
])('%s is the hold %s', (text, id) => {
  expect(readHoldName(text)).toBe(id)
})

describe('a hold is released', () => {
  test('while it stands', () => {
    expect(() => requireStanding(aHold(), '2026-06-30')).not.toThrow()
  })

  test.each([
    ['not after it ended by itself', aHold(), '2026-07-01', 'hold.ended'],
    ['not twice', aHold({ releasedOn: '2026-04-01' }), '2026-05-01', 'hold.ended'],
    ['not before it was placed', aHold(), '2026-02-28', 'date.before-last-act'],
  ])('%s', (_, hold, on, code) => {
    expect(refusalOf(() => requireStanding(hold, on)).code).toBe(code)
  })

  test('by the archive’s number only where there is one', () => {
    const [one, other] = [aHold(), aHold({ id: 3, until: null })]
    expect(onlyStanding([one, other], 'N', '2026-07-01')).toBe(other)
    expect(refusalOf(() => onlyStanding([one], 'N', '2026-07-01')).code).toBe('hold.none')
    expect(refusalOf(() => onlyStanding([one, other], 'N', '2026-06-30')).facts).toEqual({
      number: 'N',
      holds: ['H2', 'H3'],
    })
  })
})
