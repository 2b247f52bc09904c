import { expect, test } from 'vitest'
import { newMaterial, readMaterial } from '../../src/domain/material-draft.ts'
import { documentNumberOf, inOrder, levelOf, readMaterialName } from '../../src/domain/material.ts'
import type { Policy } from '../../src/domain/policy.ts'
import { denture } from '../support/archives.ts'
import { refusalOf } from '../support/refusals.ts'

const today = '2026-11-20'
const label = (text: string) => ({ 'zh-Hans': text, 'zh-Hant': text, en: text })
const lending: Policy = {
  ...denture,
  materials: {
    kinds: {
      certificate: { label: label('权证'), number: '{number}', part: 'papers', secrecy: 'secret' },
    },
    parts: { approval: { label: label('立项审批') }, papers: { label: label('客户资料') } },
  },
}

test('what is said in Chinese or English is read the same', () => {
  const said = { kind: '合同', form: '复印件', medium: '纸质', on: '2025/3/1', pages: '１２' }
  expect(readMaterial(said, denture, today)).toEqual({
    kind: 'contract',
    form: 'copy',
    medium: 'paper',
    datedOn: '2025-03-01',
    pages: 12,
  })
  expect(readMaterial({ kind: 'contract', form: 'copy' }, denture, today)).toEqual({
    kind: 'contract',
    form: 'copy',
  })
})

test('everything that is wrong is said at once', () => {
  const said = { title: ' ', kind: '合桶', pages: '0', copies: '-1', on: '2030-01-01', form: '' }
  const { code, facts } = refusalOf(() => readMaterial(said, denture, today))
  expect(code).toBe('value.bad')
  expect(
    (facts as { problems: { key: string; invalid: { code: string } }[] }).problems.map(
      ({ key, invalid }) => `${key} ${invalid.code}`,
    ),
  ).toEqual([
    '--title value.missing',
    '--kind choice.unknown',
    '--pages integer.range',
    '--copies integer.negative',
    '--on date.future',
    '--form value.missing',
  ])
})

test('an empty value takes away what can be absent', () => {
  expect(readMaterial({ kind: '', place: '', pages: '' }, denture, today)).toEqual({
    kind: null,
    place: null,
    pages: null,
  })
})

test('a policy that is silent about materials has no kinds', () => {
  const { materials, ...silent } = denture
  expect(refusalOf(() => readMaterial({ kind: 'contract' }, silent, today)).code).toBe(
    'policy.silent',
  )
  expect(readMaterial({ title: '合同' }, silent, today)).toEqual({ title: '合同' })
})

test.each([
  ['a paper is an original on paper', {}, false, 'original paper'],
  ['a file is an original, too: much is born as one', {}, true, 'original electronic'],
  ['a file of a paper that is there is its scan', { counterpart: 1 }, true, 'scan electronic'],
  ['a paper of a paper that is there is its copy', { counterpart: 1 }, false, 'copy paper'],
  ['unless somebody says otherwise', { form: 'duplicate' as const }, true, 'duplicate electronic'],
])('%s', (_, draft, hasFile, what) => {
  const { form, medium } = newMaterial({ title: '合同', ...draft }, hasFile, denture)
  expect(`${form} ${medium}`).toBe(what)
})

test('its kind says in which part it lies and how secret it is', () => {
  const made = newMaterial({ title: '房产证', kind: 'certificate' }, false, lending)
  expect([made.part, made.secrecy]).toEqual(['papers', 'secret'])
  const said = newMaterial(
    { title: '房产证', kind: 'certificate', secrecy: 'topSecret' },
    false,
    lending,
  )
  expect(said.secrecy).toBe('topSecret')
})

test.each([
  ['none', null, 'none'],
  ['none', 'secret', 'secret'],
  ['confidential', 'secret', 'confidential'],
  ['topSecret', null, 'topSecret'],
] as const)('in an archive of level %s a material of %s is read from %s', (secrecy, own, level) => {
  expect(levelOf({ secrecy: own }, { secrecy })).toBe(level)
})

test('a contract is numbered within its archive, a certificate bears its number (S003-15.4-12, S003-15.5-5)', () => {
  expect(documentNumberOf('{number}-HT{serial:2}', 'RG2025-0001', 3)).toBe('RG2025-0001-HT03')
  expect(documentNumberOf('{number}-HT{serial:2}', 'RG2025-0001', 123)).toBe('RG2025-0001-HT123')
  expect(documentNumberOf('{number}', 'RG2025-0001', 3)).toBe('RG2025-0001')
})

test('the list follows the parts of the policy, then places, then as they came in (S003-15.4-6)', () => {
  const line = (seq: number, part: string | null, position: number | null) => ({
    seq,
    part,
    position,
  })
  const lines = [
    line(1, null, null),
    line(2, 'papers', null),
    line(3, 'papers', 1),
    line(4, 'approval', 9),
  ]
  expect(inOrder(lines, lending).map(({ seq }) => seq)).toEqual([4, 3, 2, 1])
})

test.each([
  ['RG2025-0001/3', { number: 'RG2025-0001', seq: 3 }],
  ['rg20250001／３', { number: 'rg20250001', seq: 3 }],
  ['0001', { number: '0001' }],
  ['0001/', { number: '0001', seq: 0 }],
  ['0001/abc', { number: '0001', seq: 0 }],
])('%s names an archive and perhaps a material of it', (text, meant) => {
  expect(readMaterialName(text)).toEqual(meant)
})
