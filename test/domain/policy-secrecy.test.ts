import { describe, expect, test } from 'vitest'
import { checkPolicy } from '../../src/domain/policy-check.ts'
import type { SecrecyRule } from '../../src/domain/policy-secrecy.ts'
import type { Policy } from '../../src/domain/policy.ts'
import { readText, readyText, smallText } from '../support/policies.ts'

const label = { 'zh-Hans': '级', 'zh-Hant': '級', en: 'level' }
const small: Policy = {
  ...readText(smallText),
  posts: { archivist: { label: { 'zh-Hans': '档案员', 'zh-Hant': '檔案員', en: 'archivist' } } },
}
const said = (policy: Policy): string[] =>
  checkPolicy(policy, { isTimeZone: () => true }).map(({ at, code }) => `${at} ${code}`)
const withLevel = (rule: Partial<SecrecyRule>, knowsAll: string[] = []): Policy => {
  const named = (zh: string) => ({ label: { ...label, 'zh-Hans': zh, 'zh-Hant': zh, en: zh } })
  const levels = {
    none: named('无'),
    secret: named('秘密'),
    confidential: { ...named('机密'), ...rule },
  }
  return { ...small, secrecy: { levels, default: 'none', knowsAll } }
}

const at = 'secrecy.levels.confidential'
test.each([
  [
    'readers in a post that nobody knows',
    { readers: { posts: ['boss'] } },
    `${at}.readers.posts name.unknown`,
  ],
  ['namers in a post that nobody knows', { namedBy: ['boss'] }, `${at}.namedBy name.unknown`],
  [
    'a level that lapses to itself',
    { lapsesTo: 'confidential' as const },
    `${at}.lapsesTo secrecy.not-lower`,
  ],
  [
    'a level that lapses to one that is not there',
    { lapsesTo: 'topSecret' as const },
    `${at}.lapsesTo name.unknown`,
  ],
])('%s are named with their place', (_, rule, problem) => {
  expect(said(withLevel(rule))).toContain(problem)
})

test('posts that know everything must be posts', () => {
  expect(said(withLevel({}, ['boss']))).toEqual(['secrecy.knowsAll name.unknown'])
})

test('what makes sense has nothing wrong with it', () => {
  const rule = {
    lapsesTo: 'secret',
    readers: { posts: ['archivist'], named: true },
    namedBy: ['archivist'],
  } as const
  expect(said(withLevel(rule, ['archivist']))).toEqual([])
})

test('readers of a field’s choice are looked at, too', () => {
  const choices = { company: { label, readers: { posts: ['boss'] } } }
  const policy: Policy = {
    ...small,
    fields: { ...small.fields, tier: { label, kind: 'choice', choices } },
  }
  expect(said(policy)).toContain('fields.tier.choices.company.readers.posts name.unknown')
})

describe('company secrets (S003 制度7)', () => {
  const { secrecy, materials } = readText(readyText('secrets') as string)

  test.each([
    ['topSecret', ['decision']],
    ['confidential', ['plan', 'finance', 'statistics', 'minutes', 'technology']],
    ['secret', ['contract', 'agreement', 'personnel', 'certificate', 'unpublished']],
  ])('are %s by default: %s', (level, kinds) => {
    for (const kind of kinds) expect(materials?.kinds[kind]?.secrecy).toBe(level)
  })

  test('are known to both general managers, and name their readers', () => {
    expect(secrecy?.knowsAll).toEqual(['generalManager', 'deputyGeneralManager'])
    expect(secrecy?.levels.topSecret).toMatchObject({
      readers: { named: true },
      namedBy: ['generalManager', 'deputyGeneralManager'],
    })
    for (const level of ['secret', 'confidential', 'topSecret'] as const)
      expect(secrecy?.levels[level]?.termYears).toBeGreaterThan(0)
  })
})
