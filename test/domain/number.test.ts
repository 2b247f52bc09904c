import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bare,
  canonicalNumber,
  capacityOf,
  numbererOf,
  numberOf,
  readNumber,
  spelledOut,
  stemOf,
  stemsBehind,
  tailIn,
} from '../../src/domain/number.ts'

const person = 'RG{year}-{serial:4}'
const dealer = 'JG{year}{org}-{serial:4}'

describe('a number is made of a stem and a serial', () => {
  test.each([
    [person, 2025, null, 1, 'RG2025-0001'],
    [person, 2025, null, 9999, 'RG2025-9999'],
    [person, 2025, null, 10000, 'RG2025-10000'],
    [dealer, 2025, 'XH01', 7, 'JG2025XH01-0007'],
    ['{serial}', 2025, null, 12, '12'],
    ['KH-{serial:6}-{year}', 2025, null, 42, 'KH-000042-2025'],
    ['客{year}.{serial:3}', 2025, null, 5, '客2025.005'],
  ])('%s of %s for %s, serial %s: %s', (pattern, year, org, serial, number) => {
    const stem = stemOf(pattern, year, org)
    expect(numberOf(stem, serial)).toBe(number)
    expect(numbererOf(stem)(serial)).toBe(number)
    expect(readNumber(pattern, number)?.serial).toBe(serial)
  })

  test('a year before 1000 has four digits all the same', () => {
    expect(stemOf(person, 987, null)).toBe('RG0987-{serial:4}')
  })

  test.each([
    ['RG2025-{serial:4}', 9999],
    ['RG2025-{serial:1}', 9],
    ['RG2025-{serial}', Infinity],
  ])('%s has room for %s', (stem, room) => {
    expect(capacityOf(stem)).toBe(room)
  })
})

describe('a number is read', () => {
  test('with the year and the org code that it says', () => {
    expect(readNumber(person, 'RG2025-0001')).toEqual({ year: 2025, serial: 1 })
    expect(readNumber(dealer, 'JG2025XH01-0012')).toEqual({ year: 2025, org: 'XH01', serial: 12 })
    expect(readNumber(dealer, 'JG202520250001-0012')).toMatchObject({ org: '20250001' })
  })

  test.each([
    ['serial nought', person, 'RG2025-0000'],
    ['too few digits', person, 'RG2025-001'],
    ['too many noughts', person, 'RG2025-00001'],
    ['a serial that no counter could go on from', person, 'RG2025-9007199254740993'],
    ['thirteen digits', person, 'RG2025-1234567890123'],
    ['another beginning', person, 'YG2025-0001'],
    ['something behind it', person, 'RG2025-0001A'],
    ['lower case: numbers are canonical before they are read', person, 'rg2025-0001'],
    ['no org code', dealer, 'JG2025-0001'],
    ['an org code of thirteen signs', dealer, 'JG2025ABCDEFGHIJKLM-0001'],
    ['an org code with a dash', dealer, 'JG2025X-H-0001'],
    ['nothing', person, ''],
  ])('and is not one with %s', (_, pattern, number) => {
    expect(readNumber(pattern, number)).toBeUndefined()
  })

  test('what means something in a regular expression is only itself in a pattern', () => {
    expect(readNumber('K.{year}-{serial:2}', 'K.2025-01')).toBeDefined()
    expect(readNumber('K.{year}-{serial:2}', 'KX2025-01')).toBeUndefined()
  })
})

describe('a number as people type it', () => {
  test.each([
    ['rg2025-0001', 'RG2025-0001'],
    [' RG2025 - 0001 ', 'RG2025-0001'],
    ['ＲＧ２０２５－０００１', 'RG2025-0001'],
    ['RG2025—0001', 'RG2025-0001'],
    ['RG2025−0001', 'RG2025-0001'],
    ['RG2025\u30000001', 'RG20250001'],
  ])('%s is %s', (typed, number) => {
    expect(canonicalNumber(typed)).toBe(number)
  })

  test.each([
    [person, 'RG20250001', ['RG2025-0001']],
    [person, 'RG202510000', ['RG2025-10000']],
    [person, 'RG2025-0001', ['RG2025-0001']],
    [person, 'RG202500001', []],
    [person, 'RG2025000', []],
    [dealer, 'JG2025XH0007', ['JG2025XH-0007']],
    [dealer, 'JG202510001', ['JG20251-0001']],
    [dealer, 'JG2025XH011234', ['JG2025XH0-11234', 'JG2025XH01-1234']],
    [dealer, 'JG2025', []],
  ])('by %s, %s without its dash may be %s', (pattern, typed, numbers) => {
    expect(spelledOut(pattern, typed).toSorted()).toEqual([...numbers].toSorted())
  })

  test.each([
    ['RG2025-{serial:4}', '0001', 'RG2025-0001'],
    ['RG2025-{serial:4}', '1', 'RG2025-0001'],
    ['RG2025-{serial:4}', '10000', 'RG2025-10000'],
    ['RG2025-{serial:4}', '-0001', 'RG2025-0001'],
    ['JG2025XH01-{serial:4}', 'XH01-0001', 'JG2025XH01-0001'],
    ['JG2025XH01-{serial:4}', 'XH010001', undefined],
    ['JG2025XH01-{serial:4}', 'XH02-0001', undefined],
    ['RG2025-{serial:4}', '00001', undefined],
    ['RG2025-{serial:4}', '0000', undefined],
    ['RG2025-{serial:4}', 'A', undefined],
    ['鸿借字第{serial:3}号', '001', '鸿借字第001号'],
    ['鸿借字第{serial:3}号', '第001号', '鸿借字第001号'],
    ['鸿借字第{serial:3}号', '保字第001号', undefined],
    ['RG2025-{serial:4}', '1234567890123', undefined],
  ])('in %s the tail %s is %s', (stem, tail, number) => {
    expect(tailIn(stem, tail)).toBe(number)
  })
})

const patterns = fc.constantFrom(
  person,
  dealer,
  'YG{year}{org}-{serial:4}',
  '{serial}',
  '{org}-{year}-{serial:2}',
  'KH-{serial:6}-{year}',
  '客{year}.{serial:3}',
)
const years = fc.integer({ min: 1800, max: 9999 })
const orgs = fc.stringMatching(/^[A-Z0-9]{1,12}$/)
const serials = fc.oneof(
  fc.integer({ min: 1, max: 12_000 }),
  fc.integer({ min: 1, max: 999_999_999_999 }),
)

describe('whatever the pattern', () => {
  test('a number reads back as what it was made of', () => {
    fc.assert(
      fc.property(patterns, years, orgs, serials, (pattern, year, org, serial) => {
        const number = numberOf(stemOf(pattern, year, org), serial)
        expect(readNumber(pattern, number)).toEqual({
          ...(pattern.includes('{year}') ? { year } : {}),
          ...(pattern.includes('{org}') ? { org } : {}),
          serial,
        })
      }),
    )
  })

  test('two serials, years or org codes never make one number', () => {
    fc.assert(
      fc.property(
        patterns,
        fc.tuple(years, orgs, serials),
        fc.tuple(years, orgs, serials),
        (pattern, one, other) => {
          const [a, b] = [one, other].map(([year, org, serial]) => ({
            stem: stemOf(pattern, year, org),
            serial,
          })) as [{ stem: string; serial: number }, { stem: string; serial: number }]
          const same = a.stem === b.stem && a.serial === b.serial
          expect(numberOf(a.stem, a.serial) === numberOf(b.stem, b.serial)).toBe(same)
        },
      ),
      { examples: [[dealer, [2025, 'X', 1], [2025, 'X0', 1]]] },
    )
  })

  test('typed without dashes in lower case it is among the spellings, and its tail leads to it', () => {
    fc.assert(
      fc.property(patterns, years, orgs, serials, (pattern, year, org, serial) => {
        const stem = stemOf(pattern, year, org)
        const number = numberOf(stem, serial)
        const typed = canonicalNumber(bare(number).toLowerCase())
        expect(spelledOut(pattern, typed)).toContain(number)
        for (const spelled of spelledOut(pattern, typed)) expect(bare(spelled)).toBe(bare(number))
        const byTail = stem.endsWith('}') ? tailIn(stem, String(serial)) : number
        expect(byTail).toBe(number)
      }),
    )
  })

  test('the series that would give it out is found behind it', () => {
    fc.assert(
      fc.property(patterns, years, orgs, serials, (pattern, year, org, serial) => {
        const stem = stemOf(pattern, year, org)
        const behind = stemsBehind(numberOf(stem, serial))
        expect(behind).toContainEqual({ stem, serial })
        for (const it of behind) expect(numberOf(it.stem, it.serial)).toBe(numberOf(stem, serial))
      }),
      { numRuns: 20 },
    )
  })
})
