import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvLine, plainCell } from '../../src/exchange/csv-write.ts'
import { cellsOf } from './input-files.ts'

describe('a line of a table', () => {
  test.each([
    [['a', 'b'], 'a,b'],
    [['a,b', 'c'], '"a,b",c'],
    [['说"好"', 'c'], '"说""好""",c'],
    [['一\n二', ''], '"一\n二",'],
    [[''], '""'],
    [['', ''], ','],
    [[' a', 'b '], '" a","b "'],
  ])('%j is written %s', (cells, line) => {
    expect(csvLine(cells)).toBe(line)
  })

  test('with another delimiter, the comma needs no quotes', () => {
    expect(csvLine(['a,b', 'c;d'], ';')).toBe('a,b;"c;d"')
  })
})

describe('a cell that would start a formula', () => {
  test.each([
    ['=cmd|/c calc', "'=cmd|/c calc"],
    ['+8613800138000', "'+8613800138000"],
    ['-12.5', "'-12.5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠a', "'＠a"],
    ["'=1", "''=1"],
    ["''", "'''"],
    ["''x", "'''x"],
  ])('%s is written %s', (cell, written) => {
    expect(csvLine([cell, 'x'])).toBe(`${written},x`)
    expect(plainCell(written)).toBe(cell)
  })

  test.each(['\t=1', '\r=1', '\n=1'])('%j is text', (cell) => {
    expect(csvLine([cell])).toBe(`"'${cell}"`)
  })

  test.each(["'", "'13800138000", "'abc", 'a=1', '', '1-2', "O'Neil"])('%j stays', (cell) => {
    expect(csvLine([cell, 'x'])).toBe(`${cell},x`)
    expect(plainCell(cell)).toBe(cell)
  })
})

/** What a table can be about to break on, and any other character but NUL. */
const awkward = fc.constantFrom(...`='+-@,;"\t\r\n|＝＋－＠ ，張a\uFEFF`)
const anyCharacter = fc.string({ unit: 'binary', maxLength: 1 })
const cell = fc
  .array(fc.oneof({ weight: 3, arbitrary: awkward }, anyCharacter), { maxLength: 6 })
  .map((parts) => parts.join('').replaceAll('\0', ''))

test('import(export(x)) = x, for any text without NUL', () => {
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { maxLength: 4 })
  const delimiters = fc.constantFrom(',', ';', '\t', '|')
  fc.assert(
    fc.property(table, delimiters, (rows, delimiter) => {
      const all = [['h', 'i'], ...rows]
      const text = all.map((row) => `${csvLine(row, delimiter)}\r\n`).join('')
      const options = { encoding: 'utf-8', delimiter, chunkBytes: 5 } as const
      expect(cellsOf(text, options).map((row) => row.map(plainCell))).toEqual(all)
    }),
    { numRuns: 500 },
  )
})

test('plainCell undoes the sign for any text whatever', () => {
  fc.assert(
    fc.property(fc.oneof(cell, fc.string()), (text) => {
      const line = csvLine([text, ''], '\u0001')
      const written = line.startsWith('"')
        ? line.slice(1, -2).replaceAll('""', '"')
        : line.slice(0, -1)
      expect(plainCell(written)).toBe(text)
      expect(written).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
    }),
    { numRuns: 2000 },
  )
})
