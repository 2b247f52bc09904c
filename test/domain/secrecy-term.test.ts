import { expect, test } from 'vitest'
import type { SecrecySection } from '../../src/domain/policy-secrecy.ts'
import { isOver, lapsed, termOf } from '../../src/domain/secrecy-term.ts'
import { anArchive, denture } from '../support/archives.ts'

const label = { 'zh-Hans': '级', 'zh-Hant': '級', en: 'level' }
const policyWith = (levels: SecrecySection['levels']) => ({
  ...denture,
  secrecy: { levels, default: 'none' as const },
})
const stepwise = policyWith({
  secret: { label, termYears: 1 },
  confidential: { label, termYears: 2, lapsesTo: 'secret' },
  topSecret: { label, lapsesTo: 'confidential' },
})
const topSecret = anArchive({ secrecy: 'topSecret', secrecyUntil: '2026-03-31' })

test.each([
  ['of a leap day ends on the last of February', 'secret', '2028-02-29', '2029-02-28'],
  ['of a level without years does not end', 'topSecret', '2026-03-01', null],
  ['of no level is none', 'none', '2026-03-01', null],
] as const)('the term %s', (_, level, on, until) => {
  expect(termOf(level, stepwise, on)).toBe(until)
})

test.each([
  ['stands on its last day', '2026-03-31', 'topSecret', '2026-03-31'],
  [
    'lapses the day after, to a level whose own term begins then',
    '2026-04-01',
    'confidential',
    '2028-04-01',
  ],
  ['and so on, where the office slept for years', '2028-04-02', 'secret', '2029-04-02'],
  ['until nothing is left', '2040-01-01', 'none', null],
] as const)('a level %s', (_, today, secrecy, secrecyUntil) => {
  expect(lapsed(topSecret, stepwise, today)).toMatchObject({ secrecy, secrecyUntil })
})

test('never lapses to a higher one, whatever a policy says', () => {
  const absurd = policyWith({ topSecret: { label, lapsesTo: 'topSecret' } })
  expect(lapsed(topSecret, absurd, '2026-04-01').secrecy).toBe('none')
})

test('what has no last day is never over', () => {
  expect(isOver({ secrecyUntil: null }, '9999-12-31')).toBe(false)
})
