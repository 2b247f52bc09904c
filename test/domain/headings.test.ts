import { describe, expect, test } from 'vitest'
import {
  checkMapping,
  knownKeys,
  mapHeadings,
  parseMapping,
  type Mapping,
} from '../../src/domain/headings.ts'
import type { FieldRule, Policy } from '../../src/domain/policy.ts'

const label = (hans: string, hant: string, en: string) => ({ 'zh-Hans': hans, 'zh-Hant': hant, en })
const field = (kind: FieldRule['kind'], hans: string, hant: string, en: string): FieldRule => ({
  label: label(hans, hant, en),
  kind,
})
const type = (hans: string, fields: readonly string[]) => ({
  label: label(hans, hans, hans),
  pattern: 'A{year}-{serial:4}',
  naming: 'person' as const,
  fields,
  required: [],
})

const policy: Policy = {
  policy: 'test',
  title: label('测试', '測試', 'test'),
  language: 'zh-Hans',
  timeZone: 'Asia/Shanghai',
  types: { person: type('个人', ['identity', 'level']), company: type('单位', ['grade']) },
  fields: {
    identity: field('idCard', '证件号', '證件號', 'document number'),
    level: field('text', '等级', '等級', 'level'),
    grade: { ...field('text', '等级', '等級', 'grade'), aliases: ['信用等级'] },
    capital: field('amount', '注册资本', '註冊資本', 'capital'),
    head: { ...field('text', '法定代表人', '法定代表人', 'head'), aliases: ['负责人'] },
  },
}

const columnOf = (heading: string) => mapHeadings([heading], policy)[0]
const targetsOf = (headings: readonly string[], wishes = {}) =>
  mapHeadings(headings, policy, wishes).map((column) => column.target)

describe('a heading', () => {
  test.each([
    ['客户名称', 'name'],
    ['姓名', 'name'],
    ['name', 'name'],
    ['kehumingcheng', 'name'],
    ['KeHu MingCheng', 'name'],
    ['客户类型', 'type'],
    ['type', 'type'],
    ['kehuleixing', 'type'],
    ['联系电话', 'phone'],
    ['手机', 'phone'],
    ['lianxidianhua', 'phone'],
    ['行動電話', 'phone'],
    ['电子邮箱', 'email'],
    ['E-mail', 'email'],
    ['電子郵件', 'email'],
    ['地址', 'address'],
    ['联系人', 'contact'],
    ['聯絡人', 'contact'],
    ['行业', 'industry'],
    ['地区', 'region'],
    ['业务阶段', 'stage'],
    ['密级', 'secrecy'],
    ['密等', 'secrecy'],
    ['机构代码', 'orgCode'],
    ['经销商代码', 'orgCode'],
    ['org_code', 'orgCode'],
    ['Org Code', 'orgCode'],
    ['建档日期', 'openedOn'],
    ['opened-on', 'openedOn'],
    ['档案编号', 'number'],
    ['身份证号', 'identity'],
    ['idCard', 'idCard'],
    ['统一社会信用代码', 'uscc'],
    ['备注', 'remark'],
    ['重要程度', 'importance'],
    ['保存期限', 'retentionClass'],
    ['存放位置', 'location'],
    ['客戶名稱', 'name'],
    ['聯繫電話', 'phone'],
    ['客户名称（必填）', 'name'],
    ['*客户名称', 'name'],
    ['客户名称＊：', 'name'],
    [' 客 户 名 称 ', 'name'],
    ['\ufeff客户名称', 'name'],
    ['联系电话(手机)', 'phone'],
    ['联系电话【手机】', 'phone'],
    ['ＰＨＯＮＥ', 'phone'],
    ['注册资本（元）', 'capital'],
    ['注册资本/元', 'capital'],
    ['Capital', 'capital'],
    ['註冊資本', 'capital'],
    ['document number', 'identity'],
    ['负责人', 'head'],
    ['信用等级', 'grade'],
    ['传真', { extra: '传真' }],
    ['组织机构代码', { extra: '组织机构代码' }],
    ['客户编号', { extra: '客户编号' }],
    ['（）', { extra: '（）' }],
    ['constructor', { extra: 'constructor' }],
  ])('%j means %j', (heading, target) => {
    expect(columnOf(heading)?.target).toEqual(target)
  })

  test('in ten thousands says so, for an amount', () => {
    expect(columnOf('注册资本(万元)')).toEqual({
      heading: '注册资本(万元)',
      target: 'capital',
      unit: '万',
    })
    expect(columnOf('註冊資本／萬元')).toMatchObject({ target: 'capital', unit: '万' })
    expect(columnOf('注册资本(元)')).not.toHaveProperty('unit')
    expect(columnOf('地址(万元)')).not.toHaveProperty('unit')
  })

  test('that is nearly known comes with what it probably means', () => {
    expect(columnOf('客户名秤')).toMatchObject({
      target: { extra: '客户名秤' },
      suggestion: 'name',
    })
    expect(columnOf('adress')).toMatchObject({ suggestion: 'address' })
    expect(columnOf('传真')).not.toHaveProperty('suggestion')
    expect(columnOf('序号')).not.toHaveProperty('suggestion')
  })

  test('of what the register works out by itself is marked', () => {
    expect(columnOf('retainUntil')).toEqual({
      heading: 'retainUntil',
      target: 'retainUntil',
      derived: true,
    })
  })
})

describe('the headings of a file', () => {
  test('belong to the type that all rows have, where labels agree', () => {
    expect(targetsOf(['等级'])).toEqual(['level'])
    expect(targetsOf(['等级'], { type: 'company' })).toEqual(['grade'])
  })

  test('that mean the same: the surer one keeps the key, the other is kept beside', () => {
    expect(mapHeadings(['姓名', '客户名称', '手机', '电话', '手机'], policy)).toEqual([
      { heading: '姓名', target: { extra: '姓名' }, duplicateOf: 1 },
      { heading: '客户名称', target: 'name' },
      { heading: '手机', target: { extra: '手机' }, duplicateOf: 3 },
      { heading: '电话', target: 'phone' },
      { heading: '手机', target: { extra: '手机 (2)' }, duplicateOf: 3 },
    ])
  })

  test('written twice alike: the first keeps the key, and no extra takes a known name', () => {
    expect(targetsOf(['phone', 'phone', '传真', '传真'])).toEqual([
      'phone',
      { extra: 'phone (2)' },
      { extra: '传真' },
      { extra: '传真 (2)' },
    ])
  })

  test('left empty are named by their place', () => {
    expect(mapHeadings(['客户名称', '', ' \t'], policy)).toEqual([
      { heading: '客户名称', target: 'name' },
      { heading: '', target: { extra: 'column2' }, empty: true },
      { heading: ' \t', target: { extra: 'column3' }, empty: true },
    ])
  })

  test('go where they are told to', () => {
    const mapping = parseMapping('传真=phone, 客户名称=extra ,单位＝name') as Mapping
    expect(targetsOf(['传真', '联系电话', '客户名称', '单位'], { mapping })).toEqual([
      'phone',
      { extra: '联系电话' },
      { extra: '客户名称' },
      'name',
    ])
  })
})

describe('a mapping', () => {
  test.each([
    ['客户名称=name', [['客户名称', 'name']]],
    [
      '客户名称=name,传真=extra',
      [
        ['客户名称', 'name'],
        ['传真', 'extra'],
      ],
    ],
    ['a=b=name', [['a=b', 'name']]],
    [' 单位 名称 = name ，', [['单位 名称', 'name']]],
  ])('%j is read', (text, pairs) => {
    expect(parseMapping(text)).toEqual(new Map(pairs as [string, string][]))
  })

  test.each([[''], ['name'], ['=name'], ['客户名称='], ['a=name,a=phone'], ['a=name,b']])(
    '%j is refused',
    (text) => {
      expect(parseMapping(text)).toMatchObject({ code: 'map.shape' })
    },
  )

  test.each([
    ['单位=name', undefined],
    ['单位=identity', undefined],
    ['单位=extra', undefined],
    ['单位=nmae', { code: 'map.key', facts: { key: 'nmae', suggestion: 'name' } }],
    ['单未=name', { code: 'map.heading', facts: { heading: '单未', suggestion: '单位' } }],
    ['传真=name', { code: 'map.heading', facts: { heading: '传真' } }],
  ])('%s is checked against file and policy', (text, expected) => {
    const mapping = parseMapping(text) as Mapping
    expect(checkMapping(mapping, ['单位', '电话'], knownKeys(policy))).toEqual(expected)
  })
})
