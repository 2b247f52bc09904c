import { expect, test } from 'vitest'
import { candidatesIn, readMatch } from '../../src/domain/file-match.ts'

const numbersIn = (name: string, pattern: string) =>
  candidatesIn(name, readMatch(pattern)).map(({ number, title }) => `${number}|${title}`)

test.each<[string, string, string]>([
  ['RG2025-0001-合同.pdf', '{number}-*', 'RG2025-0001|合同'],
  ['RG2025-0001.pdf', '{number}', 'RG2025-0001|RG2025-0001'],
  ['RG2025-0001.pdf', '{number}*', 'RG2025-0001|RG2025-0001'],
  ['rg20250001_2.jpg', '{number}*', 'rg20250001|2'],
  ['扫描_RG2025-0001_正面.png', '*_{number}_*', 'RG2025-0001|扫描 正面'],
  ['YG2025XH01-0001 发票.pdf', '{number} *', 'YG2025XH01-0001|发票'],
  ['合同RG2025-0001.pdf', '合同{number}', 'RG2025-0001|合同'],
  ['鸿借字第001号-合同.pdf', '{number}-*', '鸿借字第001号|合同'],
])('%s under %s says a number and a title', (name, pattern, said) => {
  expect(numbersIn(name, pattern)).toContain(said)
})

test('the longest number comes first: 0001 is not cut off from RG2025', () => {
  expect(numbersIn('RG2025-0001-合同.pdf', '{number}*').slice(0, 2)).toEqual([
    'RG2025-0001|合同',
    'RG2025|0001-合同',
  ])
})

test.each([
  ['合同.pdf', '{number}-*'],
  ['RG2025_0001.pdf', '{number}-*'],
  ['RG2025-0001.pdf', '{number}.png'],
  ['xRG2025-0001-a.pdf', 'RG{number}-*'],
])('%s says nothing under %s', (name, pattern) => {
  expect(numbersIn(name, pattern)).toEqual([])
})

test.each(['*', '{number}{number}', '{Number}', '../{number}', 'a\\{number}', ''])(
  'a pattern without one {number}, or with a folder, is refused: %j',
  (pattern) => {
    expect(() => readMatch(pattern)).toThrow('match.bad')
  },
)

test('what looks like an expression is plain text', () => {
  expect(numbersIn('RG2025-0001-a.pdf', '{number}-.+')).toEqual([])
  expect(numbersIn('RG2025-0001(1).pdf', '{number}(1)')).toEqual(['RG2025-0001|(1)'])
})
