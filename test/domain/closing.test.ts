import { describe, expect, test } from 'vitest'
import { closed, reopened, requireOpen } from '../../src/domain/closing.ts'
import type { Policy } from '../../src/domain/policy.ts'
import { anArchive, denture } from '../support/archives.ts'

const today = '2026-11-20'
const byClosing: Policy = {
  ...denture,
  retention: {
    classes: { general: { ...denture.retention!.classes['general']!, start: 'closed', years: 3 } },
    default: 'general',
  },
}

describe('closing', () => {
  test('ends reviews and keeps the day', () => {
    const after = closed(anArchive(), '2026-10-01', denture, today)
    expect(after).toMatchObject({ status: 'closed', closedOn: '2026-10-01', nextReviewOn: null })
    expect(after.retainUntil).toBe('2036-03-01')
  })

  test('begins the retention that counts from it', () => {
    const after = closed(anArchive({ retainUntil: null }), '2026-10-01', byClosing, today)
    expect(after.retainUntil).toBe('2029-10-01')
  })

  test.each([
    ['today', today],
    ['the day of forming', '2026-03-01'],
  ])('may be on %s', (_, on) => {
    expect(closed(anArchive(), on, denture, today).closedOn).toBe(on)
  })

  test.each([
    ['tomorrow', '2026-11-21', 'date.future'],
    ['the day before forming', '2026-02-28', 'date.before-formed'],
  ])('is not on %s', (_, on, code) => {
    expect(() => closed(anArchive(), on, denture, today)).toThrow(code)
  })

  test.each(['closed', 'destroyed'] as const)('a %s archive is not closed', (status) => {
    expect(() => closed(anArchive({ status }), today, denture, today)).toThrow('status.wrong')
  })
})

describe('reopening', () => {
  const shut = anArchive({ status: 'closed', closedOn: '2026-10-01', nextReviewOn: null })

  test('brings the next review back, counted from today', () => {
    const after = reopened(shut, denture, today)
    expect(after).toMatchObject({ status: 'active', closedOn: null, nextReviewOn: '2027-02-20' })
  })

  test('ends the retention that counted from closing', () => {
    expect(
      reopened({ ...shut, retainUntil: '2029-10-01' }, byClosing, today).retainUntil,
    ).toBeNull()
  })

  test('what came from others and was never verified is pending again', () => {
    const indirect = { ...shut, channel: 'thirdParty' }
    expect(reopened(indirect, denture, today).status).toBe('pending')
    expect(reopened({ ...indirect, verifiedOn: '2026-04-01' }, denture, today).status).toBe(
      'active',
    )
  })

  test.each(['active', 'pending', 'destroyed'] as const)(
    'a %s archive is not reopened',
    (status) => {
      expect(() => reopened(anArchive({ status }), denture, today)).toThrow('status.wrong')
    },
  )
})

test.each(['active', 'pending'] as const)('a %s archive may be changed', (status) => {
  expect(() => requireOpen(anArchive({ status }))).not.toThrow()
})

test.each(['closed', 'destroyed'] as const)('a %s archive may not be changed', (status) => {
  expect(() => requireOpen(anArchive({ status }))).toThrow('status.wrong')
})
