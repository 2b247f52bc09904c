import { describe, expect, test } from 'vitest'
import { changed } from '../../src/domain/change.ts'
import { problemsOfChange, requireKnownKeys } from '../../src/domain/change-check.ts'
import { joined, without } from '../../src/domain/contacts.ts'
import { readDraft } from '../../src/domain/draft.ts'
import type { Policy } from '../../src/domain/policy.ts'
import { Refusal } from '../../src/domain/refusal.ts'
import { anArchive, denture } from '../support/archives.ts'

const today = '2026-11-20'
const change = (said: Record<string, string>, archive = anArchive(), policy: Policy = denture) =>
  changed(archive, new Map(Object.entries(said)), policy, today)

/** The refusal that `work` ends in. */
function refusalOf(work: () => unknown): Refusal {
  try {
    work()
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown
    throw thrown
  }
  throw new Error('nothing was refused')
}

describe('a change of contents', () => {
  test('sets what is said and leaves the rest', () => {
    const after = change({ phone: '13900139000', sex: 'female' })
    expect(after).toEqual(anArchive({ phone: '13900139000', fields: { sex: 'female' } }))
  })

  test('takes a value away where it is empty', () => {
    const archive = anArchive({ fields: { sex: 'male', age: '40' } })
    const after = change({ phone: '', sex: '' }, archive)
    expect(after).toMatchObject({ phone: null, fields: { age: '40' } })
  })

  test.each([
    ['name', '张三丰'],
    ['type', 'individual'],
    ['openedOn', '2026-03-01'],
  ])('never takes the %s away', (key, value) => {
    expect(change({ [key]: '' })).toMatchObject({ [key]: value })
  })

  test('falls back to the policy where a level or a class is taken away', () => {
    const archive = anArchive({ secrecy: 'secret', retentionClass: 'important' })
    const after = change({ secrecy: '', retentionClass: '' }, archive)
    expect(after).toMatchObject({ secrecy: 'none', retentionClass: 'general' })
  })

  test('a date of forming taken away is the date of opening', () => {
    expect(change({ formedOn: '' }, anArchive({ formedOn: '2020-01-01' })).formedOn).toBe(
      '2026-03-01',
    )
  })

  test('a field may be called __proto__', () => {
    const after = change({ __proto__x: '1' })
    expect(changed(after, new Map([['__proto__', 'x']]), denture, today).fields).toHaveProperty(
      '__proto__',
    )
  })
})

describe('what follows from a change', () => {
  test('a new retention class brings its own end', () => {
    expect(change({ retentionClass: 'important' }).retainUntil).toBe('2056-03-01')
  })

  test('permanent archives have no end', () => {
    expect(change({ retentionClass: 'permanent' }).retainUntil).toBeNull()
  })

  test('an earlier date of forming brings the end nearer', () => {
    expect(change({ formedOn: '2020-02-29' }).retainUntil).toBe('2030-02-28')
  })

  test('a longer period that was taken over in a merge outlives a change of phone', () => {
    expect(
      change({ phone: '13900139000' }, anArchive({ retainUntil: '2060-01-01' })).retainUntil,
    ).toBe('2060-01-01')
  })

  test('a new type brings its own class and level, where the old ones were by default', () => {
    const dealer = {
      ...denture.types['dealer']!,
      secrecy: 'secret' as const,
      retentionClass: 'permanent',
    }
    const policy = { ...denture, types: { ...denture.types, dealer } }
    const after = change({ type: 'dealer', orgCode: 'XH01' }, anArchive(), policy)
    expect(after).toMatchObject({
      secrecy: 'secret',
      retentionClass: 'permanent',
      retainUntil: null,
    })
  })

  test('a new type never lowers the level, nor touches a class that somebody chose', () => {
    const archive = anArchive({
      secrecy: 'confidential',
      retentionClass: 'important',
      retainUntil: '2056-03-01',
    })
    const after = change({ type: 'dealer' }, archive)
    expect(after).toMatchObject({
      secrecy: 'confidential',
      retentionClass: 'important',
      retainUntil: '2056-03-01',
    })
  })

  const strict: Policy = {
    ...denture,
    review: { everyMonths: 12, importantMonths: 1, incompleteMonths: 2 },
  }

  test('an archive that becomes important is reviewed sooner', () => {
    const archive = anArchive({ nextReviewOn: '2027-10-01' })
    expect(change({ importance: 'important' }, archive, strict).nextReviewOn).toBe('2026-12-20')
  })

  test('which degrees are important is for the policy to say, whatever they are called', () => {
    const label = { 'zh-Hans': '大客户', 'zh-Hant': '大客戶', en: 'key customer' }
    const importances = { plain: { label }, key: { label, strict: true } }
    const own = { ...strict, importances }
    const archive = anArchive({ nextReviewOn: '2027-10-01' })
    expect(change({ importance: 'key' }, archive, own).nextReviewOn).toBe('2026-12-20')
    expect(change({ importance: 'plain' }, archive, own).nextReviewOn).toBe('2027-10-01')
  })

  test('a laxer cycle waits for the review that is due', () => {
    const archive = anArchive({ importance: 'important', nextReviewOn: '2026-12-01' })
    expect(change({ importance: 'ordinary' }, archive, strict).nextReviewOn).toBe('2026-12-01')
  })

  test('a change that touches no cycle leaves the review where it is', () => {
    const archive = anArchive({ nextReviewOn: '2027-10-01' })
    expect(change({ address: '上海' }, archive, strict).nextReviewOn).toBe('2027-10-01')
  })
})

describe('what stands against a change', () => {
  const problems = (said: Record<string, string>, archive = anArchive()) =>
    problemsOfChange(
      readDraft(new Map(Object.entries(said)), denture),
      archive,
      denture,
      today,
    ).map(({ key, invalid }) => `${key} ${invalid.code}`)

  test.each([
    ['a name', { name: '' }, ['name value.missing']],
    ['a type', { type: '' }, ['type value.missing']],
    ['a date of opening', { openedOn: '' }, ['openedOn value.missing']],
  ])('%s cannot be taken away', (_, said, expected) => {
    expect(problems(said)).toEqual(expected)
  })

  test('today is a good date of opening, tomorrow is not', () => {
    expect(problems({ openedOn: '2026-11-20' })).toEqual([])
    expect(problems({ openedOn: '2026-11-21' })).toEqual(['openedOn date.future'])
  })

  test('a type whose numbers have an org code wants one', () => {
    expect(problems({ type: 'dealer' })).toEqual(['orgCode value.missing'])
    expect(problems({ type: 'dealer', orgCode: 'XH01' })).toEqual([])
    expect(problems({ orgCode: '' }, anArchive({ type: 'dealer', orgCode: 'XH01' }))).toEqual([
      'orgCode value.missing',
    ])
  })

  test('an org code that was never there is not asked for by another change', () => {
    expect(problems({ phone: '13900139000' }, anArchive({ type: 'dealer' }))).toEqual([])
  })

  test('values are read by the rules of their kinds', () => {
    expect(problems({ phone: '12', sex: '男女' })).toEqual([
      'phone phone.shape',
      'sex choice.unknown',
    ])
  })
})

describe('keys that can be set', () => {
  const require = (key: string, extras: string[] = [], fields = {}) =>
    requireKnownKeys(new Map([[key, 'x']]), new Set(extras), anArchive({ fields }), denture)

  test.each(['phone', 'type', 'sex', 'uscc'])('%s is one', (key) => {
    expect(() => require(key)).not.toThrow()
  })

  test('a field that the archive has is one, and a field said to be extra', () => {
    expect(() => require('微信', [], { 微信: 'a' })).not.toThrow()
    expect(() => require('微信', ['微信'])).not.toThrow()
  })

  test.each([
    ['微信', undefined],
    ['adress', 'address'],
    ['性别别', 'sex'],
    ['status', '--close'],
    ['number', 'classify --renumber'],
    ['contact', '--add-contact'],
    ['version', undefined],
  ])('%s is not, and %s may be meant', (key, suggestion) => {
    const { code, facts } = refusalOf(() => require(key))
    expect(code).toBe('usage.unknown-field')
    expect(facts).toMatchObject({ field: key, suggestion })
  })

  test('what the register works out by itself is not an extra field either', () => {
    for (const key of ['status', 'version', 'serial'])
      expect(refusalOf(() => require(key, [key])).code).toBe('usage.unknown-field')
  })
})

describe('contacts', () => {
  const [wang, li] = [{ name: '王小明', role: '采购' }, { name: '李四' }]

  test('somebody new joins, somebody known takes over what is said', () => {
    expect(joined([wang], li)).toEqual([wang, li])
    expect(joined([wang, li], { name: '王小明', phone: '13900139000' })).toEqual([
      { ...wang, phone: '13900139000' },
      li,
    ])
  })

  test('somebody goes by name; nobody else does', () => {
    expect(without([wang, li], ' 王小明 ')).toEqual([li])
    const { code, facts } = refusalOf(() => without([wang], '王大明'))
    expect([code, facts]).toEqual([
      'usage.bad-option',
      { option: '--remove-contact', value: '王大明', choices: ['王小明'] },
    ])
  })
})
