import { describe, expect, test } from 'vitest'
import {
  agreementStatus,
  isStanding,
  requireAgreement,
  requireTerm,
  untilOf,
  type Agreement,
  type Signatory,
} from '../../src/domain/agreement.ts'
import type { AgreementRule, AgreementUse } from '../../src/domain/policy-custody.ts'
import { denture } from '../support/archives.ts'
import { readText, readyText } from '../support/policies.ts'
import { refusalOf } from '../support/refusals.ts'

const general = readText(readyText('general') ?? '')
const wang: Signatory = { staff: { id: 2, name: '王强' }, outsider: null }
const lei: Signatory = { staff: null, outsider: { name: '李 雷', unit: '宏达公司' } }

const signed = (said: Partial<Agreement> = {}): Agreement => ({
  id: 1,
  kind: 'confidentiality',
  signatory: wang,
  number: null,
  signedOn: '2026-03-01',
  until: '2026-06-30',
  endedOn: null,
  endReason: null,
  ...said,
})

test.each([
  ['the day before it was signed', '2026-02-28', false],
  ['the day of signing', '2026-03-01', true],
  ['its last day', '2026-06-30', true],
  ['the day after', '2026-07-01', false],
])('an agreement on %s', (_, on, holds) => {
  expect(isStanding(signed(), on)).toBe(holds)
})

test('one without end holds for ever, and an ended one from its end on no more', () => {
  expect(isStanding(signed({ until: null }), '9999-12-31')).toBe(true)
  const ended = signed({ endedOn: '2026-05-01' })
  expect([agreementStatus(ended, '2026-04-30'), agreementStatus(ended, '2026-05-01')]).toEqual([
    'standing',
    'ended',
  ])
})

test.each([
  [2, '2026-03-01', '2028-02-29'],
  [1, '2026-11-20', '2027-11-19'],
  [undefined, '2026-11-20', null],
])('%s years from %s last until %s', (years, on, until) => {
  const rule = { ...general.agreements?.['confidentiality'], years } as AgreementRule
  expect(untilOf(rule, on)).toBe(until)
})

test('none ends before it was signed', () => {
  expect(() => requireTerm('2026-03-01', '2026-03-01')).not.toThrow()
  expect(refusalOf(() => requireTerm('2026-03-01', '2026-02-28')).facts).toMatchObject({
    problems: [{ invalid: { code: 'date.before', facts: { from: '2026-03-01' } } }],
  })
})

describe('whoever needs an agreement', () => {
  const asking =
    (who: Signatory, list: readonly Agreement[], use: AgreementUse, policy = general) =>
    () =>
      requireAgreement(who, list, policy, { use, day: '2026-06-30' })

  test('and has one may go on', () => {
    expect(asking(wang, [signed()], 'borrow')).not.toThrow()
  })

  test('and has none is told which clause wants it, and what to enter', () => {
    expect(refusalOf(asking(wang, [], 'borrow'))).toMatchObject({
      code: 'agreement.missing',
      facts: { name: '王强', staff: 2, unit: null, kind: 'confidentiality', source: ['S000-4-8'] },
    })
  })

  test('and has one of another kind has none', () => {
    expect(refusalOf(asking(wang, [signed({ kind: 'other' })], 'borrow')).code).toBe(
      'agreement.missing',
    )
  })

  test('and had one is told until when', () => {
    const list = [signed({ id: 4, until: '2026-06-29' }), signed({ until: '2026-05-01' })]
    expect(refusalOf(asking(wang, list, 'borrow'))).toMatchObject({
      code: 'agreement.expired',
      facts: { agreement: 'A4', until: '2026-06-29' },
    })
  })

  test('is not helped by one that is signed later', () => {
    const later = signed({ signedOn: '2026-07-01', until: null })
    expect(refusalOf(asking(wang, [later], 'borrow')).code).toBe('agreement.missing')
  })

  test('is of the office or not, as the policy says', () => {
    expect(refusalOf(asking(lei, [], 'borrow'))).toMatchObject({
      facts: { name: '李 雷', staff: null, unit: '宏达公司' },
    })
    expect(asking(lei, [], 'borrow', denture)).not.toThrow()
    expect(refusalOf(asking(wang, [], 'handle', denture)).code).toBe('agreement.missing')
  })

  test('needs it only for what the policy says', () => {
    expect(asking(wang, [], 'consult')).not.toThrow()
  })

  test('is nobody where the policy is silent', () => {
    const { agreements: _, ...silent } = general
    expect(asking(wang, [], 'borrow', silent)).not.toThrow()
  })
})
