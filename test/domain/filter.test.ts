import { describe, expect, test } from 'vitest'
import { readFilter, type FilterSaid } from '../../src/domain/filter.ts'
import type { Choices } from '../../src/domain/policy.ts'
import type { Refusal } from '../../src/domain/refusal.ts'
import { keysIn } from '../../src/messages/index.ts'
import { denture } from '../support/archives.ts'

const statuses: Choices = {
  active: { label: { 'zh-Hans': '在用', 'zh-Hant': '使用中', en: 'active' } },
  destroyed: { label: { 'zh-Hans': '已销毁', 'zh-Hant': '已銷毀', en: 'destroyed' } },
}
const read = (said: FilterSaid) =>
  readFilter(said, { policy: denture, statuses, keys: keysIn['zh-Hans'], today: '2026-11-20' })
const one = (said: FilterSaid) => read(said).conditions[0]

function refused(said: FilterSaid): Refusal {
  try {
    read(said)
  } catch (thrown) {
    return thrown as Refusal
  }
  throw new Error('it was not refused')
}
const problems = (said: FilterSaid) => (refused(said) as Refusal<'value.bad'>).facts.problems

describe('a filter is read in any language', () => {
  test.for([
    [{ type: '经销商' }, 'type', ['dealer']],
    [{ type: '經銷商' }, 'type', ['dealer']],
    [{ type: 'Dealer' }, 'type', ['dealer']],
    [{ type: '个人,dealer' }, 'type', ['individual', 'dealer']],
    [{ type: '个人、经销商' }, 'type', ['individual', 'dealer']],
    [{ region: '華東，华南' }, 'region', ['eastChina', 'southChina']],
    [{ region: 'Hong Kong, Macao and Taiwan' }, 'region', ['hongKongMacaoTaiwan']],
    [{ secrecy: '机密' }, 'secrecy', ['confidential']],
    [{ importance: '贵宾' }, 'importance', ['vip']],
    [{ status: '使用中' }, 'status', ['active']],
    [{ owner: ' 李娜 ' }, 'owner', ['李娜']],
    [{ owner: '' }, 'owner', ['']],
    [{ org: 'xh01' }, 'orgCode', ['XH01']],
    [{ where: ['重要程度=重要'] }, 'importance', ['important']],
    [{ where: ['phone=138 0013 8000'] }, 'phone', ['13800138000']],
  ] as const)('%j', ([said, key, values]) => {
    expect(one(said)).toEqual({ kind: 'standard', key, values })
  })

  test.for([
    [{ where: ['性别=男'] }, 'sex', ['male']],
    [{ where: ['机构等级=三甲'] }, 'institutionLevel', ['tertiaryA']],
    [{ where: ['传真=021-1'] }, '传真', ['021-1']],
    [{ where: ['备注='] }, 'remark', ['']],
  ] as const)('a field: %j', ([said, key, values]) => {
    expect(one(said)).toEqual({ kind: 'field', key, values })
  })

  test.for([
    [{ openedAfter: '2026年1月5日' }, { kind: 'opened', from: '2026-01-05' }],
    [{ openedBefore: '2026/3/1' }, { kind: 'opened', to: '2026-03-01' }],
    [
      { openedAfter: '2026-01-01', openedBefore: '2026-12-31' },
      { kind: 'opened', from: '2026-01-01', to: '2026-12-31' },
    ],
    [{ incomplete: true }, { kind: 'incomplete' }],
    [{ reviewDue: true }, { kind: 'reviewDue', on: '2026-11-20' }],
    [{ reviewDue: '2027-01-01' }, { kind: 'reviewDue', on: '2027-01-01' }],
  ] as const)('days and states: %j', ([said, condition]) => {
    expect(one(said)).toEqual(condition)
  })
})

describe('what cannot be meant is refused', () => {
  test('with a suggestion', () => {
    expect(problems({ type: '经消商' })).toMatchObject([
      {
        key: 'type',
        value: '经消商',
        invalid: { code: 'choice.unknown', facts: { suggestion: 'dealer' } },
      },
    ])
  })

  test('all of it at once', () => {
    expect(
      problems({ type: 'x', region: '华东,火星', openedAfter: '昨天' }).map(({ key }) => key),
    ).toEqual(['type', 'region', '--opened-after'])
  })

  test.for([{ type: '' }, { secrecy: ' ' }, { status: '' }, { openedAfter: '' }])(
    'no value where there always is one: %j',
    (said) => {
      expect(problems(said)).toMatchObject([{ invalid: { code: 'value.missing' } }])
    },
  )

  test('a sensitive field, which would tell by what it finds', () => {
    const { code, facts } = refused({ where: ['过敏史=青霉素'] })
    expect(code).toBe('usage.bad-option')
    expect(JSON.stringify(facts)).not.toContain('idCard')
  })

  test('a condition without =', () => {
    expect(refused({ where: ['性别'] }).code).toBe('value.bad')
  })
})

test('stubs of destroyed archives are meant only where a status is asked for', () => {
  expect(read({}).stubs).toBe(false)
  expect(read({ type: 'dealer' }).stubs).toBe(false)
  expect(read({ status: '已销毁' }).stubs).toBe(true)
})
