import { describe, expect, test } from 'vitest'
import { basisFor } from '../../src/domain/basis.ts'
import { denture } from '../support/archives.ts'
import { readText, readyText } from '../support/policies.ts'
import { refusalOf } from '../support/refusals.ts'

const privacy = readText(readyText('privacy') ?? '')

describe('the ground of a request (S004-M-7.1)', () => {
  test.each([
    ['顾客同意', 'consent'],
    ['顧客明示同意', 'consent'],
    ['law', 'law'],
    ['法律', 'law'],
  ])('%s is %s', (said, key) => expect(basisFor('borrow', said, privacy)).toBe(key))

  test.each([
    [undefined, null],
    ['  ', null],
    ['领导交代', '领导交代'],
  ])('%j is none', (said, value) => {
    const { code, facts } = refusalOf(() => basisFor('borrow', said, privacy))
    expect([code, facts]).toMatchObject([
      'request.basis',
      { kind: 'borrow', value, bases: ['consent', 'law'], source: ['S004-M-7.1', 'S004-M-8.1'] },
    ])
  })

  test('is not asked for where the policy wants none', () => {
    expect(basisFor('renew', undefined, privacy)).toBeUndefined()
    expect(basisFor('borrow', '顾客同意', denture)).toBeUndefined()
  })
})
