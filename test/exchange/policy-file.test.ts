import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { policyAssumptions } from '../../src/domain/policy-compare.ts'
import type { Policy } from '../../src/domain/policy.ts'
import { readPolicyFile } from '../../src/exchange/policy-file.ts'
import { readReadyPolicy } from '../../src/exchange/policy-merge.ts'
import {
  changed,
  codesIn,
  placed,
  problemsIn,
  readText,
  readyNames,
  readyText,
  smallText,
} from '../support/policies.ts'

const clauses = new Set(
  readFileSync(new URL('../../fixtures/clauses.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n'),
)
const ready = (name: string): Policy => readText(readyText(name) as string)

/** Every `source` list in a policy, with its path. */
const sourcesIn = (value: unknown, at = ''): [string, string][] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, item]) =>
        key === 'source'
          ? (item as string[]).map((clause): [string, string] => [at, clause])
          : sourcesIn(item, `${at}.${key}`),
      )

/** Chains, their steps, and every rule of lending. */
const lendingRules = ({ requests, loans = {} }: Policy): { source?: readonly string[] }[] =>
  [
    ...(requests?.chains ?? []).flatMap((chain) => [chain, ...(chain.steps ?? [])]),
    ...[requests?.unitSeal, requests?.bases, loans.term, loans.renewals, loans.limit, loans.recall],
    ...[loans.borrowers, loans.agreement, requests ?? {}, loans],
  ].filter((rule) => rule !== undefined)

describe('the ready policies', () => {
  test('are one for each regime that ships', () => {
    expect(readyNames).toEqual([
      'cards',
      'contracts',
      'denture',
      'general',
      'information',
      'ledger',
      'lending',
      'privacy',
      'property',
      'sales',
      'secrets',
      'standard',
    ])
  })

  describe.each(readyNames)('%s', (name) => {
    test('is valid, whole, and says its own name', () => {
      const policy = ready(name)
      expect(policy.policy).toBe(name)
      expect(policy).not.toHaveProperty('extends')
      expect(readReadyPolicy(name, readyText)).toEqual(policy)
    })

    test('opens with the line by which editors complete it', () => {
      expect(readyText(name)?.split('\n')[0]).toBe(
        '# yaml-language-server: $schema=../policy.schema.json',
      )
    })

    test('cites only clauses that exist, and cites them for every rule', () => {
      const policy = ready(name)
      expect(sourcesIn(policy).filter(([, clause]) => !clauses.has(clause))).toEqual([])
      const sections = [policy.secrecy, policy.opening, policy.backdating, policy.verification]
      const rules: Readonly<Record<string, { source?: readonly string[] } | undefined>> = {
        ...policy.types,
        ...policy.stages,
        ...policy.industries,
        ...policy.regions,
        ...policy.importances,
        ...policy.entries,
        ...policy.retention?.classes,
        ...policy.verification?.channels,
        ...policy.posts,
        ...policy.requests?.credentials,
        ...policy.requests?.bases?.choices,
        ...Object.fromEntries(lendingRules(policy).map((rule, index) => [`use ${index}`, rule])),
        ...Object.fromEntries([...sections, policy.review, policy.retention].entries()),
      }
      const silent = Object.entries(rules).filter(([, rule]) => !rule?.source?.length)
      expect(silent.map(([key]) => key)).toEqual([])
    })
  })

  test('there are 570 clauses to cite', () => {
    expect(clauses.size).toBe(570)
  })

  test('denture numbers as S002-3.2 says', () => {
    expect(
      Object.entries(ready('denture').types).map(([key, { pattern }]) => [key, pattern]),
    ).toEqual([
      ['individual', 'RG{year}-{serial:4}'],
      ['institution', 'YG{year}{org}-{serial:4}'],
      ['dealer', 'JG{year}{org}-{serial:4}'],
    ])
  })

  test('the blanks of S002 are assumptions', () => {
    expect(policyAssumptions(ready('denture'))).toEqual(
      expect.arrayContaining(['retention.classes.general', 'retention.classes.important']),
    )
  })

  test('health and identity are sensitive', () => {
    const { fields } = ready('denture')
    const sensitive = Object.entries(fields ?? {}).filter(([, rule]) => rule.sensitive)
    expect(sensitive.map(([key]) => key)).toEqual(['oralCondition', 'allergies', 'idCard'])
  })

  test('cards are confidential, opened the same day, completed monthly, in three tiers', () => {
    const policy = ready('cards')
    expect(policy.secrecy?.default).toBe('confidential')
    expect(policy.opening?.withinDays).toBe(0)
    expect(policy.review?.incompleteMonths).toBe(1)
    expect(Object.keys(policy.fields?.['tier']?.choices ?? {})).toEqual([
      'company',
      'department',
      'personal',
    ])
  })

  test('a sales company opens within a week and looks at everything twice', () => {
    const policy = ready('sales')
    expect([policy.opening?.withinDays, policy.verification?.needed]).toEqual([7, 'all'])
    expect(Object.keys(policy.types)).toEqual(['majorDealer', 'hospital', 'pharmacy', 'retailer'])
  })

  test('information marks only 机密 and 绝密', () => {
    expect(Object.keys(ready('information').secrecy?.levels ?? {})).toEqual([
      'none',
      'confidential',
      'topSecret',
    ])
  })
})

describe('extends', () => {
  const over = (rules: string) => `policy: ours\nextends: denture\n${rules}`

  test('maps merge, lists are replaced, null removes, the rest stays', () => {
    const base = ready('denture')
    const policy = readText(
      over(`types:
  individual: { required: [phone], aliases: [病人] }
  dealer: null
retention: { classes: { general: { years: 15, assumed: false } } }
`),
    )
    expect(policy.policy).toBe('ours')
    expect(Object.keys(policy.types)).toEqual(['individual', 'institution'])
    expect(policy.types['individual']).toEqual({
      ...base.types['individual'],
      required: ['phone'],
      aliases: ['病人'],
    })
    expect(policy.retention?.classes['general']).toMatchObject({ years: 15, start: 'formed' })
    expect(policyAssumptions(policy)).not.toContain('retention.classes.general')
    expect(policy.regions).toEqual(base.regions)
  })

  test('an extension may be extended', () => {
    const texts: Record<string, string> = {
      a: smallText,
      b: 'policy: b\nextends: a\nopening: { withinDays: 3 }\n',
    }
    const policy = readPolicyFile(
      'policy: c\nextends: b\nimportances: null\nclassification: null\n',
      'c.yaml',
      (name) => texts[name],
    )
    expect(policy).toMatchObject({ policy: 'c', opening: { withinDays: 3 } })
    expect(policy).not.toHaveProperty('importances')
  })

  test('a base that nobody ships is refused where it is named', () => {
    expect(placed('policy: a\nextends: dentures\n')).toEqual(['2:10 extends.unknown extends'])
  })

  test('a circle is refused', () => {
    const texts: Record<string, string> = { a: 'extends: b\n', b: 'extends: a\n' }
    expect(() => readPolicyFile('extends: a\n', 'c.yaml', (name) => texts[name])).toThrow(
      expect.objectContaining({
        facts: {
          path: 'b',
          problems: [expect.objectContaining({ facts: { names: ['a', 'b', 'a'] } })],
        },
      }),
    )
  })

  test('removing what is not there is told, since it is probably a slip', () => {
    expect(placed(over('types:\n  deeler: null\n'))).toEqual(['4:11 value.blank types.deeler'])
  })

  test('a rule of the base that no longer fits points at the nearest thing that was said', () => {
    expect(
      placed(over('types:\n  individual: { fields: [sex] }\nfields: { sex: null }\n')),
    ).toEqual([
      '4:25 name.unknown types.individual.fields',
      '4:3 name.unknown types.individual.required',
      '4:3 field.not-listed types.individual.required',
    ])
  })
})

describe('what is wrong is said with line and column', () => {
  const cases: [string, string, string][] = [
    [
      'a number where text is wanted',
      changed('RG{year}-{serial:4}', '007'),
      '8:14 value.kind types.individual.pattern',
    ],
    [
      'a yes where text is wanted',
      changed('[sex]\n', '[true]\n'),
      '10:14 value.kind types.individual.fields.0',
    ],
    [
      'an unknown key',
      changed('    naming:', '    nameing:'),
      '9:5 key.unknown types.individual.nameing',
    ],
    ['a snake_case key', changed('timeZone:', 'time_zone:'), '4:1 key.unknown time_zone'],
    ['a missing label', changed(', en: small }', ' }'), '2:1 key.missing title'],
    ['an empty value', changed('kind: choice', 'kind:'), '15:10 value.blank fields.sex.kind'],
    ['a blank label', changed('en: small', "en: ' '"), '2:38 value.blank title.en'],
    [
      'an unknown kind',
      changed('kind: choice', 'kind: choise'),
      '15:11 value.choice fields.sex.kind',
    ],
    [
      'a retention of no years',
      changed('years: 10', 'years: 0'),
      '32:14 value.range retention.classes.general.years',
    ],
    [
      'years in words',
      changed('years: 10', 'years: ten'),
      '32:14 value.choice retention.classes.general.years',
    ],
    [
      'half a year',
      changed('years: 10', 'years: 0.5'),
      '32:14 value.kind retention.classes.general.years',
    ],
    [
      'a clause that is none',
      changed('S002-5.1-1', '5.1-1'),
      '33:16 clause.form retention.classes.general.source.0',
    ],
    [
      'a clause twice',
      changed('[S002-5.1-1]', '[S002-5.1-1, S002-5.1-1]'),
      '33:15 value.twice retention.classes.general.source',
    ],
    ['a type called in Chinese', changed('  individual:', '  个人:'), '6:3 key.form types.个人'],
    [
      'a type called constructor',
      changed('  individual:', '  constructor:'),
      '6:3 key.form types.constructor',
    ],
    ['no serial', changed('-{serial:4}', ''), '8:14 pattern.no-serial types.individual.pattern'],
    [
      'two serials',
      changed('-{serial:4}', '{serial}{serial}'),
      '8:14 pattern.serial-twice types.individual.pattern',
    ],
    [
      'a time zone of no place',
      changed('Asia/Shanghai', 'Asia/Peking'),
      '4:11 time-zone.unknown timeZone',
    ],
    ['an offset', changed('Asia/Shanghai', "'+08:00'"), '4:11 time-zone.unknown timeZone'],
    [
      'an unknown default',
      changed('default: general', 'default: genral'),
      '35:12 name.unknown retention.default',
    ],
    [
      'a key twice',
      changed('  default: none', '  default: none\n  default: none'),
      '27:3 yaml.syntax',
    ],
    ['a tab as indentation', changed('    naming', '\tnaming'), '9:1 yaml.syntax'],
    ['two documents', `${smallText}---\npolicy: two\n`, '39:1 yaml.syntax'],
    ['an anchor that is not there', changed('[phone, sex]', '*all'), '11:15 yaml.syntax'],
    ['a tag of a program', changed('10\n', '!!js/function 10\n'), '32:14 yaml.syntax'],
    ['a full-width colon', changed('    pattern: ', '    pattern： '), '8:5 yaml.full-width-colon'],
    [
      'one at the end of a map',
      changed('default: general', 'default：general'),
      '35:3 yaml.full-width-colon',
    ],
    [
      'one in a flow map',
      changed('en: small', 'en： small'),
      '2:34 yaml.full-width-colon title.en： small',
    ],
    [
      'one alone in a map',
      'policy: small\nsecrecy:\n  default： none\n',
      '3:3 yaml.full-width-colon secrecy',
    ],
    ['an empty file', '', '1:1 value.blank'],
    ['a list for a file', '- a\n', '1:1 value.kind'],
  ]
  test.each(cases)('%s', (_, text, expected) => {
    expect(placed(text)).toContain(expected)
  })

  test('007 is quoted as it was written', () => {
    expect(problemsIn(changed('RG{year}-{serial:4}', '007'))[0]?.facts).toEqual({
      wanted: ['text'],
      found: '007',
    })
  })

  test('half a year, or an English label behind a full-width colon, is one mistake', () => {
    expect(codesIn(changed('years: 10', 'years: 0.5'))).toEqual(['value.kind'])
    expect(codesIn(changed('en: small', 'en： small'))).toEqual(['yaml.full-width-colon'])
  })

  test('an unknown key gets the nearest known one, once', () => {
    const problems = problemsIn(changed('    naming:', '    nameing:'))
    expect(problems).toHaveLength(1)
    expect(problems[0]?.facts).toMatchObject({ key: 'nameing', suggestion: 'naming' })
  })

  test('every full-width colon is told at once', () => {
    const text = changed('    label: { zh-Hans: 个人', '    label： { zh-Hans: 个人')
    const more = text.replace('  default: general', '  default：general')
    expect(placed(more).filter((line) => line.includes('colon'))).toEqual([
      '7:5 yaml.full-width-colon',
      '35:3 yaml.full-width-colon',
    ])
  })

  test('a full-width colon inside a value is nobody’s business', () => {
    expect(codesIn(changed('en: small', 'en: "note：small"'))).toEqual([])
  })

  test('everything that is wrong is told, shape and sense together', () => {
    const text = changed('RG{year}-{serial:4}', 'rg').replace('default: general', 'default: none')
    expect(codesIn(text.replace('years: 10', 'years: 0'))).toEqual([
      'pattern.no-serial',
      'pattern.character',
      'value.range',
      'name.unknown',
    ])
  })

  test('a slip here hides nothing that is wrong there', () => {
    const slip = changed('years: 10', 'years: 0').replace('    naming', '    nameing')
    expect(codesIn(`${slip}zzzzzz: 1\n`.replace(', en: none', ''))).toEqual([
      'key.unknown',
      'key.unknown',
      'key.missing',
      'value.range',
    ])
    const elsewhere = changed(', en: small', '').replace('en: none', 'eng: none')
    expect(placed(elsewhere)[0]).toBe('2:1 key.missing title')
    const strange = changed('kind: choice', 'kind: 选择')
    expect(codesIn(`${strange}zzzzzz: 1\n`)).toEqual(['key.unknown', 'value.choice'])
  })

  test('nobody is told more than fifty things', () => {
    const many = Array.from({ length: 200 }, (_, index) => `wrong${index}: 1\n`).join('')
    expect(problemsIn(smallText + many)).toHaveLength(50)
  })
})

describe('a hostile file', () => {
  test('of ten megabytes is refused unread', () => {
    const begun = performance.now()
    expect(codesIn(`# ${'长'.repeat(10_000_000)}\n${smallText}`)).toEqual(['file.too-long'])
    expect(performance.now() - begun).toBeLessThan(1000)
  })

  test('of a billion laughs is refused', () => {
    const bomb = Array.from({ length: 12 }, (_, index) => {
      const former = index === 0 ? 'ha' : `*a${index - 1}`
      return `a${index}: &a${index} [${Array(10).fill(former).join(', ')}]\n`
    }).join('')
    expect(codesIn(bomb)).toEqual(['file.aliases'])
  })

  test('of fifty thousand aliases is refused before anybody tires', () => {
    expect(codesIn(`a: &a [1, 2]\nb:\n${'  - *a\n'.repeat(50_000)}`)).toEqual(['file.aliases'])
    expect(codesIn(`b:\n${'  - *a\n'.repeat(50_000)}`)).toHaveLength(50)
  })

  test('that bites its tail is refused', () => {
    expect(codesIn('types: &a { individual: *a }\n')).toEqual(['file.aliases'])
  })

  test('nested without end is refused', () => {
    expect(codesIn('['.repeat(50_000))).toEqual(['file.too-deep'])
    expect(codesIn('{a: '.repeat(50_000))).toEqual(['file.too-deep'])
  })

  test('cannot reach the prototype of anything', () => {
    expect(codesIn(`${smallText}__proto__: { polluted: true }\n`)).toEqual(['key.unknown'])
    expect(codesIn('policy: a\nextends: denture\n__proto__: { polluted: true }\n')).toEqual([
      'key.unknown',
    ])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  test('may use anchors for what it repeats', () => {
    const text = changed('importances:', 'stages: &list').replace(
      'classification:',
      'importances: *list\nclassification:',
    )
    expect(readText(text).importances).toEqual(readText(text).stages)
  })

  test('may begin with a byte order mark and end its lines as Windows does', () => {
    expect(readText(`\uFEFF${smallText.replaceAll('\n', '\r\n')}`)).toEqual(readText(smallText))
  })
})
