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
    ['today', today, undefined],
    ['tomorrow', '2026-11-21', 'date.future'],
    ['the day of forming', '2026-03-01', undefined],
    ['the day before forming', '2026-02-28', 'date.before-formed'],
  ])('on %s', (_, on, code) => {
    const close = () => closed(anArchive(), on, denture, today)
    if (code) expect(close).toThrow(code)
    else expect(close().closedOn).toBe(on)
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

test.each([
  ['active', true],
  ['pending', true],
  ['closed', false],
  ['destroyed', false],
] as const)('may a %s archive be changed? %s', (status, may) => {
  const ask = () => requireOpen(anArchive({ status }))
  if (may) expect(ask).not.toThrow()
  else expect(ask).toThrow('status.wrong')
})
