import { describe, expect, test } from 'vitest'
import { codesIn, placed, problemsIn, smallText } from '../support/policies.ts'

const kinds = `materials:
  kinds:
    contract:
      label: { zh-Hans: 合同, zh-Hant: 合約, en: contract }
`
const item = (said: string): string => `${smallText}${kinds}checklists:
  papers:
    label: { zh-Hans: 资料, zh-Hant: 資料, en: papers }
    items:
      contract: ${said}
`

test.each([
  '{ kind: contract }',
  "{ kind: contract, copies: { original: 2, duplicate: 2 }, pages: 1, when: sex = 'male' }",
  "{ kind: contract, when: type = 'individual' and not stage }",
  "{ kind: contract, when: sex != '' }",
])('an item may say %s', (said) => {
  expect(problemsIn(item(said))).toEqual([])
})

test.each([
  ['{ kind: contrat }', 'name.unknown'],
  ['{ copies: { any: 1 } }', 'item.kind'],
  ['{ kind: contract, checklist: papers }', 'item.kind'],
  ['{ checklist: nobody }', 'name.unknown'],
  ['{ kind: contract, copies: { original: 0 } }', 'value.range'],
  ['{ kind: contract, copies: { orginal: 1 } }', 'key.unknown'],
  ['{ kind: contract, pages: 0 }', 'value.range'],
  ['{ kind: contract, when: sex = }', 'formula.form'],
  ["{ kind: contract, when: sexx = 'male' }", 'name.unknown'],
  ["{ kind: contract, when: sex = 'man' }", 'name.unknown'],
  [`{ kind: contract, when: "sex in ('male', 'woman')" }`, 'name.unknown'],
  ["{ kind: contract, when: type = 'dealer' }", 'name.unknown'],
  ['{ kind: contract, when: sex > 3 }', 'formula.number'],
])('%s is told: %s', (said, code) => {
  expect(codesIn(item(said))).toContain(code)
})

test('a formula that cannot be read is placed where it stands, and says from where on', () => {
  const text = item("{ kind: contract, when: sex = 'male' or }")
  const line = text.split('\n').findIndex((it) => it.includes('or }')) + 1
  expect(placed(text)[0]).toMatch(
    new RegExp(`^${line}:\\d+ formula.form checklists.papers.items.contract.when$`),
  )
  expect(problemsIn(text)[0]?.facts).toMatchObject({ character: 16, wanted: 'key' })
})

test('what is missing must not tell a sensitive value', () => {
  const text = item("{ kind: contract, when: sex = 'male' }").replace(
    'kind: choice',
    'kind: choice\n    sensitive: true',
  )
  expect(codesIn(text)).toEqual(['formula.sensitive'])
})

describe('checklists that hold each other', () => {
  const two = (first: string, second: string) => `${smallText}${kinds}checklists:
  first:
    label: { zh-Hans: 一, zh-Hant: 一, en: first }
    items: { it: ${first} }
  second:
    label: { zh-Hans: 二, zh-Hant: 二, en: second }
    items: { it: ${second} }
`
  test.each([
    ['{ checklist: second }', '{ checklist: first }', 1],
    ['{ checklist: first }', '{ kind: contract }', 1],
    ['{ checklist: second }', '{ checklist: second }', 1],
    ['{ checklist: second }', '{ kind: contract }', 0],
  ])('%s and %s: %i circle', (first, second, count) => {
    const loops = codesIn(two(first, second)).filter((code) => code === 'checklist.loop')
    expect(loops).toHaveLength(count)
  })
})

test('stages and types of a checklist must be known', () => {
  const text = item('{ kind: contract }').replace(
    '    items:',
    '    types: [idividual]\n    stages: [sold]\n    items:',
  )
  expect(codesIn(text)).toEqual(['name.unknown', 'name.unknown'])
})

test('a seal and a signature are told apart by their keys and their names', () => {
  const sealed = (seals: string, signatures: string) =>
    `${smallText}${kinds}      seals: ${seals}\n      signatures: ${signatures}\n`
  const label = (name: string) => `{ label: { zh-Hans: ${name}, zh-Hant: ${name}, en: ${name} } }`
  expect(codesIn(sealed(`{ p1: ${label('章')} }`, `{ buyer: ${label('签字')} }`))).toEqual([])
  expect(codesIn(sealed(`{ p1: ${label('章')} }`, `{ p1: ${label('签字')} }`))).toEqual([
    'value.twice',
  ])
  expect(codesIn(sealed(`{ p1: ${label('章')} }`, `{ p2: ${label('章')} }`))).toContain(
    'alias.twice',
  )
})

test('a comma too many in a label is told, not stumbled over', () => {
  const text = item('{ kind: contract }').replace('en: contract }', 'en: family, table 1 }')
  expect(codesIn(text)).toContain('key.unknown')
})
