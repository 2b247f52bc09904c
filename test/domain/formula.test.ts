import { expect, test } from 'vitest'
import { askedIn, holds, isFault, parseFormula, type Formula } from '../../src/domain/formula.ts'

const values: Readonly<Record<string, string>> = {
  nationality: 'US',
  stage: 'signed',
  age: '18',
  amount: '100.50',
  signedOn: '2026-03-01',
  empty: '',
}
const isSo = (text: string): boolean =>
  holds(parseFormula(text) as Formula, (key) => values[key] ?? '')

test.each([
  ["nationality != 'CN'", true],
  ["nationality = 'US'", true],
  ["nationality == 'US'", true],
  ["nationality = 'us'", false],
  ['nationality', true],
  ['empty', false],
  ['nobodyKnows', false],
  ["nobodyKnows != 'CN'", true],
  ["nobodyKnows = ''", true],
  ['not empty', true],
  ["nationality in ('CN', 'US')", true],
  ["nationality in ('CN')", false],
  ["nationality = 'CN' or stage = 'signed'", true],
  ["nationality = 'CN' and stage = 'signed'", false],
  // and binds closer than or
  ["stage = 'signed' or nationality = 'CN' and empty", true],
  ["(stage = 'signed' or nationality = 'CN') and empty", false],
  ["not (stage = 'signed' and empty)", true],
  ["not stage = 'signed'", false],
  ['age >= 18', true],
  ['age > 18', false],
  ['age < 18.5', true],
  ['age <= 17', false],
  ['age <= 18', true],
  ['age >= 19', false],
  ['age = 18', true],
  // numbers, not texts: '100.50' is more than 99
  ['amount > 99', true],
  ['amount = 100.5', true],
  ['empty < 5', false],
  ['empty != 5', true],
  ["signedOn >= '2026-03-01'", true],
  ["signedOn < '2026-03-01'", false],
  ['nationality = "US"', true],
  ["nationality='US'and stage='signed'", true],
])('%s is %s', (text, expected) => {
  expect(isSo(text)).toBe(expected)
})

test.each([
  ['', 1, 'key'],
  ["= 'CN'", 1, 'key'],
  ['nationality =', 14, 'value'],
  ['nationality = CN', 15, 'value'],
  ["nationality = 'CN", 15, 'value'],
  ["(stage = 'signed'", 18, 'bracket'],
  ["stage = 'signed')", 17, 'end'],
  ["stage 'signed'", 7, 'end'],
  ['not', 4, 'key'],
  ['stage and', 10, 'key'],
  ['stage in signed', 10, 'bracket'],
  ['stage in ()', 11, 'value'],
  ["stage in ('a', )", 16, 'value'],
  ['nationality ！= 1', 13, 'end'],
  ['process.exit()', 8, 'end'],
  ["stage = 'a'; x", 12, 'end'],
  [`${'('.repeat(501)}`, 500, 'short'],
])('%s cannot be read from character %i on', (text, at, wanted) => {
  expect(parseFormula(text)).toEqual({ at, wanted })
})

test('brackets as deep as a formula is long are read', () => {
  const text = `${'('.repeat(247)}stage${')'.repeat(247)}`
  expect(isFault(parseFormula(text))).toBe(false)
})

test('every question of a formula is known, however deep', () => {
  const read = parseFormula("not (a = 'x' or b in ('y')) and c") as Formula
  expect(askedIn(read).map(({ key }) => key)).toEqual(['a', 'b', 'c'])
})
