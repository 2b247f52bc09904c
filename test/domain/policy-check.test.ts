import { describe, expect, test } from 'vitest'
import { checkPolicy } from '../../src/domain/policy-check.ts'
import { comparePolicies, policyAssumptions } from '../../src/domain/policy-compare.ts'
import { canCollide, patternProblems } from '../../src/domain/policy-pattern.ts'
import type { EntryRule, Policy } from '../../src/domain/policy.ts'
import { readText, smallText } from '../support/policies.ts'

const small = readText(smallText)
const world = { isTimeZone: (name: string) => name === 'Asia/Shanghai' }
const label = (name: string) => ({ 'zh-Hans': name, 'zh-Hant': name, en: name })
const individual = small.types['individual'] as Policy['types'][string]

const said = (policy: Policy): string[] =>
  checkPolicy(policy, world).map(({ at, code, facts }) => `${at} ${code} ${JSON.stringify(facts)}`)

const withType = (change: Partial<typeof individual>): Policy => ({
  ...small,
  types: { individual: { ...individual, ...change } },
})

/** A kind of entry with a field of each kind that its rules may speak of. */
const withOrder = (rule: Partial<EntryRule>, more: EntryRule['fields'] = {}): Policy => ({
  ...small,
  entries: {
    order: {
      label: label('订单'),
      fields: {
        product: { label: label('产品'), kind: 'text' },
        pieces: { label: label('件数'), kind: 'integer' },
        weight: { label: label('重量'), kind: 'number' },
        price: { label: label('单价'), kind: 'amount' },
        amount: { label: label('金额'), kind: 'amount' },
        knownOn: { label: label('得知日期'), kind: 'date' },
        ...more,
      },
      ...rule,
    },
  },
})

test('a sensible policy has nothing wrong with it', () => {
  expect(said(small)).toEqual([])
  for (const quantity of ['pieces', 'weight']) {
    const reckoned = { quantity, unitPrice: 'price', amount: 'amount' }
    const enterWithin = { days: 7, since: 'knownOn' }
    expect(said(withOrder({ reckoned, enterWithin, required: ['product'] }))).toEqual([])
  }
})

describe('what makes no sense is named with its place', () => {
  const cases: [string, Policy, string][] = [
    [
      'a time zone that nobody knows',
      { ...small, timeZone: 'Asia/Peking' },
      'timeZone time-zone.unknown {"found":"Asia/Peking"}',
    ],
    [
      'a type with a field that does not exist',
      withType({ fields: ['sex', 'sexx'] }),
      'types.individual.fields name.unknown {"list":"fields","name":"sexx","suggestion":"sex"}',
    ],
    [
      'a required key that is neither standard nor a field',
      withType({ required: ['fone'] }),
      'types.individual.required name.unknown {"list":"keys","name":"fone","suggestion":"phone"}',
    ],
    [
      'a required field that the type does not list',
      withType({ fields: [] }),
      'types.individual.required field.not-listed {"key":"sex"}',
    ],
    [
      'a business key that is not among the type’s fields',
      withType({ businessKey: 'phone' }),
      'types.individual.businessKey name.unknown {"list":"fields","name":"phone"}',
    ],
    [
      'a type at a level that is not in use',
      withType({ secrecy: 'topSecret' }),
      'types.individual.secrecy name.unknown {"list":"secrecyLevels","name":"topSecret"}',
    ],
    [
      'a type of a retention class that does not exist',
      withType({ retentionClass: 'generl' }),
      'types.individual.retentionClass name.unknown ' +
        '{"list":"retentionClasses","name":"generl","suggestion":"general"}',
    ],
    [
      'a default level that is not in use',
      { ...small, secrecy: { ...small.secrecy!, default: 'topSecret' } },
      'secrecy.default name.unknown {"list":"secrecyLevels","name":"topSecret"}',
    ],
    [
      'reading journaled from a level that is not in use',
      { ...small, secrecy: { ...small.secrecy!, journalReadingFrom: 'confidential' } },
      'secrecy.journalReadingFrom name.unknown {"list":"secrecyLevels","name":"confidential"}',
    ],
    [
      'a default class that does not exist',
      { ...small, retention: { ...small.retention!, default: 'forever' } },
      'retention.default name.unknown {"list":"retentionClasses","name":"forever"}',
    ],
    [
      'a field called what every archive already has',
      { ...small, fields: { ...small.fields, phone: { label: label('手机'), kind: 'phone' } } },
      'fields.phone field.standard {"key":"phone"}',
    ],
    [
      'a field called what an archive is shown with',
      { ...small, fields: { ...small.fields, holds: { label: label('暂停'), kind: 'text' } } },
      'fields.holds field.standard {"key":"holds"}',
    ],
    [
      'a classification into a level that is not in use',
      { ...small, classification: [{ when: { sex: 'male' }, set: { secrecy: 'topSecret' } }] },
      'classification.0.set.secrecy name.unknown {"list":"secrecyLevels","name":"topSecret"}',
    ],
    [
      'a classification into a retention class that does not exist',
      { ...small, classification: [{ when: { sex: 'male' }, set: { retentionClass: 'ever' } }] },
      'classification.0.set.retentionClass name.unknown {"list":"retentionClasses","name":"ever"}',
    ],
    [
      'a choice without choices',
      { ...small, fields: { ...small.fields, tier: { label: label('级别'), kind: 'choice' } } },
      'fields.tier field.no-choices {"key":"tier"}',
    ],
    [
      'choices that nobody can choose',
      {
        ...small,
        fields: {
          ...small.fields,
          tier: { label: label('级别'), kind: 'text', choices: { a: { label: label('甲') } } },
        },
      },
      'fields.tier.choices field.idle-choices {"key":"tier","kind":"text"}',
    ],
    [
      'an entry that requires a field it has not',
      { ...small, entries: { visit: { label: label('回访'), required: ['result'] } } },
      'entries.visit.required name.unknown {"list":"fields","name":"result"}',
    ],
    [
      'a quantity that is no number',
      withOrder({ reckoned: { quantity: 'product', unitPrice: 'price', amount: 'amount' } }),
      'entries.order.reckoned.quantity name.unknown {"list":"fields","name":"product"}',
    ],
    [
      'a unit price that is a number and no amount',
      withOrder({ reckoned: { quantity: 'pieces', unitPrice: 'pieces', amount: 'amount' } }),
      'entries.order.reckoned.unitPrice name.unknown {"list":"fields","name":"pieces"}',
    ],
    [
      'an amount that no field is',
      withOrder({ reckoned: { quantity: 'pieces', unitPrice: 'price', amount: 'amonut' } }),
      'entries.order.reckoned.amount name.unknown ' +
        '{"list":"fields","name":"amonut","suggestion":"amount"}',
    ],
    [
      'a term that runs from a field without a day',
      withOrder({ enterWithin: { days: 7, since: 'product' } }),
      'entries.order.enterWithin.since name.unknown {"list":"fields","name":"product"}',
    ],
    [
      'two fields of a kind of entry under one name: an import could not tell them apart',
      withOrder({}, { article: { label: label('产品'), kind: 'text' } }),
      'entries.order.fields.article alias.twice {"alias":"产品","other":"product"}',
    ],
    [
      'a choice without choices in an entry',
      withOrder({}, { stub: { label: label('存根联'), kind: 'choice' } }),
      'entries.order.fields.stub field.no-choices {"key":"stub"}',
    ],
    [
      'a classification by a key that does not exist',
      { ...small, classification: [{ when: { sexx: 'male' }, set: { secrecy: 'secret' } }] },
      'classification.0.when.sexx name.unknown {"list":"keys","name":"sexx","suggestion":"sex"}',
    ],
    [
      'a classification by a value that does not exist',
      { ...small, classification: [{ when: { sex: ['male', 'mal'] }, set: { secrecy: 'none' } }] },
      'classification.0.when.sex name.unknown {"list":"choices","name":"mal","suggestion":"male"}',
    ],
    [
      'a classification into a list that the policy does not have',
      { ...small, classification: [{ when: { type: 'individual' }, set: { stage: 'presale' } }] },
      'classification.0.set.stage name.unknown {"list":"stages","name":"presale"}',
    ],
    [
      'one spelling for two choices, whatever its width and case',
      {
        ...small,
        importances: {
          ordinary: { label: label('一般'), aliases: ['Ｖ'] },
          vip: { label: label('贵宾'), aliases: ['v'] },
        },
      },
      'importances.vip alias.twice {"alias":"v","other":"ordinary"}',
    ],
    [
      'a spelling that is another choice’s identifier',
      {
        ...small,
        importances: {
          ordinary: { label: label('一般') },
          vip: { label: label('贵宾'), aliases: ['Ordinary'] },
        },
      },
      'importances.vip alias.twice {"alias":"ordinary","other":"ordinary"}',
    ],
    [
      'one heading for two fields',
      {
        ...small,
        fields: { ...small.fields, gender: { label: label('性别'), kind: 'text' } },
      },
      'fields.gender alias.twice {"alias":"性别","other":"sex"}',
    ],
    [
      'a pattern in which nothing parts the org code from the serial',
      withType({ pattern: 'YG{org}{serial:4}' }),
      'types.individual.pattern pattern.org-meets-serial {"pattern":"YG{org}{serial:4}"}',
    ],
    [
      'two types that make the same numbers',
      {
        ...small,
        types: {
          individual,
          twin: { ...individual, label: label('双'), pattern: 'RG{year}-{serial}' },
        },
      },
      'types.twin.pattern pattern.same-numbers {"pattern":"RG{year}-{serial}","type":"twin",' +
        '"other":"individual","otherPattern":"RG{year}-{serial:4}"}',
    ],
  ]
  test.each(cases)('%s', (_, policy, expected) => {
    expect(said(policy)).toContain(expected)
  })

  test('one label for 简体 and 繁體 of the same choice is no clash', () => {
    expect(
      said({ ...small, stages: { presale: { label: label('售前'), aliases: ['售前'] } } }),
    ).toEqual([])
  })

  test('a policy silent on secrecy knows all four levels', () => {
    const { secrecy: _, ...silent } = small
    expect(
      said({ ...silent, types: { individual: { ...individual, secrecy: 'topSecret' } } }),
    ).toEqual([])
  })

  test('a policy silent on retention has no classes to name', () => {
    const { retention: _, ...silent } = small
    const types = { individual: { ...individual, retentionClass: 'general' } }
    expect(said({ ...silent, types })[0]).toMatch(/retentionClass name.unknown/)
  })
})

describe('a pattern', () => {
  test.each([
    ['RG{year}-{serial:4}', []],
    ['YG{year}{org}-{serial:4}', []],
    ['{year}{serial}', []],
    ['鴻借字第{serial:3}號', []],
    ['{org}.{year}{serial:9}', []],
    ['', ['pattern.no-serial']],
    ['RG{year}', ['pattern.no-serial']],
    ['RG{serial}{serial:4}', ['pattern.serial-twice']],
    ['{year}RG{year}{serial}', ['pattern.place-twice']],
    ['RG{yaer}{serial}', ['pattern.unknown-place']],
    ['RG{serial:0}', ['pattern.unknown-place']],
    ['RG{serial:10}', ['pattern.unknown-place']],
    ['RG{year}{serial:x}', ['pattern.unknown-place']],
    ['rg{serial}', ['pattern.character']],
    ['ＲＧ{serial}', ['pattern.character']],
    ['-RG{serial}', ['pattern.character']],
    ['RG/{serial}', ['pattern.character']],
    ['R G{serial}', ['pattern.character']],
    ['RG{serial', ['pattern.no-serial', 'pattern.character']],
    ['YG{org}{serial:4}', ['pattern.org-meets-serial']],
    ['YG{serial:4}{org}', ['pattern.org-meets-serial']],
    ['YG{org}0{serial:4}', ['pattern.org-meets-serial']],
    ['YG{org}{year}{serial:4}', ['pattern.org-meets-serial']],
    ['YG{org}第{serial:4}', []],
  ])('%s has %j wrong with it', (pattern, codes) => {
    expect(patternProblems('at', pattern).map(({ code }) => code)).toEqual(codes)
  })

  test('a misspelt place gets a suggestion', () => {
    expect(patternProblems('at', 'RG{serail:4}')[0]?.facts).toEqual({
      place: '{serail:4}',
      suggestion: '{serial:4}',
    })
  })
})

describe('two patterns make one number', () => {
  test.each([
    ['RG{year}-{serial:4}', 'RG{year}-{serial:4}', true],
    ['RG{year}-{serial:4}', 'RG{year}-{serial:2}', true],
    ['RG{year}-{serial:4}', 'RG{serial:4}-{year}', true],
    ['RG{year}-{serial:4}', 'RG2025-{serial:4}', true],
    ['RG{year}{serial:4}', 'RG{year}0{serial:3}', true],
    ['YG{year}{org}-{serial:4}', 'YG{year}XH-{serial:4}', true],
    ['{org}-{serial:4}', 'RG{year}-{serial:4}', true],
    ['RG{year}-{serial:4}', 'YG{year}-{serial:4}', false],
    ['RG{year}-{serial:4}', 'RG{year}{serial:4}', false],
    ['YG{year}-{serial:4}', 'YG{year}{org}-{serial:4}', false],
    ['YG{year}{org}-{serial:4}', 'JG{year}{org}-{serial:4}', false],
    ['{org}-{serial:4}', '第{year}-{serial:4}', false],
  ])('%s and %s: %s', (one, other, expected) => {
    expect(canCollide(one, other)).toBe(expected)
    expect(canCollide(other, one)).toBe(expected)
  })
})

describe('comparing policies', () => {
  test('a policy does not differ from itself, nor from one with its keys in another order', () => {
    const turned = Object.fromEntries(
      Object.entries(structuredClone(small)).toReversed(),
    ) as unknown as Policy
    expect(comparePolicies(small, turned)).toEqual([])
  })

  test('a changed value, a new section, a removed one, a list: each by its path', () => {
    const { importances, ...rest } = small
    const after: Policy = {
      ...rest,
      timeZone: 'Asia/Taipei',
      types: { individual: { ...individual, required: ['phone'] } },
      opening: { withinDays: 7 },
    }
    expect(comparePolicies(small, after)).toEqual([
      { at: 'timeZone', before: 'Asia/Shanghai', after: 'Asia/Taipei' },
      { at: 'types.individual.required', before: ['phone', 'sex'], after: ['phone'] },
      { at: 'importances', before: importances, after: undefined },
      { at: 'opening', before: undefined, after: { withinDays: 7 } },
    ])
  })

  test('a rule inside a list that differs makes the list differ', () => {
    const after: Policy = {
      ...small,
      classification: [{ when: { importance: 'important' }, set: { secrecy: 'none' } }],
    }
    expect(comparePolicies(small, after).map(({ at }) => at)).toEqual(['classification'])
  })
})

test('assumptions are listed by path, in lists too, and none that is confirmed', () => {
  const policy: Policy = {
    ...small,
    classification: [{ when: { type: 'individual' }, set: { secrecy: 'none' }, assumed: true }],
    opening: { withinDays: 7, assumed: false },
  }
  expect(policyAssumptions(policy)).toEqual(['retention.classes.general', 'classification.0'])
})
