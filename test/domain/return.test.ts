import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { conditions, type Condition } from '../../src/domain/loan.ts'
import { conditionNamed, inspected, isHarmed } from '../../src/domain/return.ts'
import { loan as zhHans } from '../../src/messages/zh-Hans/loan.ts'
import { refusalOf } from '../support/refusals.ts'

describe('twelve pages were lent', () => {
  test.each<[string, Condition, number | null, Condition]>([
    ['all came back', 'intact', 12, 'intact'],
    ['more than all', 'intact', 13, 'intact'],
    ['one is missing, whatever was said', 'intact', 11, 'incomplete'],
    ['none came back', 'intact', 0, 'incomplete'],
    ['nobody counted', 'intact', null, 'intact'],
    ['one is missing of what is damaged', 'damaged', 11, 'damaged'],
    ['what is lost stays lost', 'lost', 0, 'lost'],
    ['said to be incomplete, all counted', 'incomplete', 12, 'incomplete'],
  ])('%s', (_, condition, pagesBack, found) => {
    const item = { pages: 12, seq: 1 }
    expect(inspected(item, { condition, pagesBack, remark: null }).condition).toBe(found)
  })
})

test('what was lent uncounted cannot be short', () => {
  fc.assert(
    fc.property(fc.nat(10_000), (pagesBack) => {
      const seen = { condition: 'intact', pagesBack, remark: null } as const
      expect(inspected({ pages: null, seq: 1 }, seen)).toEqual(seen)
    }),
  )
})

test('somebody may be liable for all but what is intact', () => {
  expect(conditions.filter(isHarmed)).toEqual(['damaged', 'incomplete', 'lost'])
})

describe('a condition by its word', () => {
  test.each([
    ['损坏', 'damaged'],
    ['damaged', 'damaged'],
    [' LOST ', 'lost'],
    ['ｌｏｓｔ', 'lost'],
  ])('%s', (raw, condition) => expect(conditionNamed(raw, zhHans.conditions)).toBe(condition))

  test('any other is refused with the choices', () => {
    const { code, facts } = refusalOf(() => conditionNamed('旧', zhHans.conditions))
    expect([code, facts]).toMatchObject([
      'usage.bad-option',
      { choices: ['完好', '损坏', '缺失', '遗失'] },
    ])
  })
})
