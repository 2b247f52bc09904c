import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alignedLines } from '../../src/cli/aligned.ts'
import { safe } from '../../src/cli/safe.ts'
import { tableLines } from '../../src/cli/tables.ts'
import { cut, padded, widthOf, wrapped } from '../../src/cli/width.ts'

/** Han, Latin, emoji, variants, accents, stops, spaces: what stands in registers. */
const character = fc.oneof(
  fc.constantFrom(...'客户档案，。（）《》“”—…①Ａｶﾞ'),
  fc.constantFrom('葛\u{E0100}', '𠮷', 'é', 'e\u0301', '😀', '👍🏽', '☎\uFE0F', '🇨🇳', '각'),
  fc.constantFrom(...'abc XYZ019-/.,@ '),
)
const text = fc.array(character, { maxLength: 60 }).map((all) => all.join(''))
const without = (spaced: string) => spaced.replaceAll(/\s/g, '')

test.each([
  ['客户', 4],
  ['a客', 3],
  ['葛\u{E0100}飾', 4],
  ['e\u0301', 1],
  ['𠮷野', 4],
  ['😀', 2],
  ['', 0],
])('%j takes %i columns', (shown, columns) => {
  expect(widthOf(shown)).toBe(columns)
  expect(widthOf(padded(shown, 12))).toBe(12)
})

describe('breaking lines', () => {
  test.each([
    ['客户档案管理制度', 8, ['客户档案', '管理制度']],
    ['客户档案，管理', 8, ['客户档', '案，管理']],
    ['见《档案法》第三条', 6, ['见《档', '案法》', '第三条']],
    ['dangan help borrow', 12, ['dangan help', 'borrow']],
    ['RG2025-0001张三', 11, ['RG2025-0001', '张三']],
    ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['一\n二', 10, ['一', '二']],
    ['  缩进', 20, ['  缩进']],
  ])('%j in %i columns', (whole, width, lines) => {
    expect(wrapped(whole, width)).toEqual(lines)
  })

  test('loses no character', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 40 }), (whole, width) => {
        expect(without(wrapped(whole, width).join(''))).toBe(without(whole))
      }),
    )
  })

  test('makes no line wider than allowed', () => {
    fc.assert(
      // 3: a Han character with a half-width voicing mark is one character, and cannot be broken
      fc.property(text, fc.integer({ min: 3, max: 40 }), (whole, width) => {
        for (const line of wrapped(whole, width)) expect(widthOf(line)).toBeLessThanOrEqual(width)
      }),
    )
  })

  test('a very long word takes no very long time', () => {
    const begun = performance.now()
    wrapped('档x'.repeat(20_000), 40)
    expect(performance.now() - begun).toBeLessThan(2000)
  })
})

test('what is cut keeps whole characters, fits, and says that it was cut', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 30 }), (whole, width) => {
      const kept = cut(whole, width)
      expect(widthOf(kept)).toBeLessThanOrEqual(Math.max(1, width))
      const isCut = kept.endsWith('…') && whole.startsWith(kept.slice(0, -1))
      expect(kept === whole || isCut).toBe(true)
    }),
  )
})

describe('tables', () => {
  const table = fc.integer({ min: 1, max: 6 }).chain((columns) =>
    fc.array(fc.array(text, { minLength: columns, maxLength: columns }), {
      minLength: 2,
      maxLength: 12,
    }),
  )
  const same = (it: string) => it

  test('a small one on a terminal holds every character and is no wider than it', () => {
    fc.assert(
      fc.property(
        table,
        fc.integer({ min: 20, max: 100 }),
        ([headings = [], ...rows], terminal) => {
          const lines = tableLines(headings, rows, terminal, same)
          for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(terminal)
          const letters = (shown: string) => [...without(shown)].toSorted().join('')
          const all = letters([...headings, ...rows.flat()].join(''))
          const narrow = letters([...rows.flatMap((row) => [...headings, ...row])].join(''))
          expect([all, narrow]).toContain(letters(lines.join('')))
        },
      ),
    )
  })

  test('columns begin in the same place, whatever the script', () => {
    const rows = [
      ['RG1', '葛\u{E0100}飾太郎', 'A'],
      ['RG2', '😀 John', 'B'],
      ['RG3', 'e\u0301', 'C'],
    ]
    const lines = tableLines(['编号', '名称', '级'], rows, 80, same)
    const places = lines.map((line) => widthOf(line.replace(/\S+$/, '')))
    expect(new Set(places).size).toBe(1)
  })

  test('a long cell is broken into lines below one another', () => {
    const lines = tableLines(
      ['编号', '地址'],
      [['RG1', '上海市浦东新区张江高科技园区碧波路']],
      20,
      same,
    )
    expect(lines).toEqual([
      '编号  地址',
      'RG1   上海市浦东新区',
      '      张江高科技园区',
      '      碧波路',
    ])
  })

  test('where not even narrow columns fit, a block a row', () => {
    const headings = ['编号', '名称', '类型', '密级', '责任人']
    const row = ['RG2026-0001', '张三丰', '个人客户', '机密档案', '档案管理员李娜']
    expect(tableLines(headings, [row, row], 24, same)).toEqual([
      '编号    RG2026-0001',
      '名称    张三丰',
      '类型    个人客户',
      '密级    机密档案',
      '责任人  档案管理员李娜',
      '',
      '编号    RG2026-0001',
      '名称    张三丰',
      '类型    个人客户',
      '密级    机密档案',
      '责任人  档案管理员李娜',
    ])
  })

  test('long listings stream, cut to the terminal; piped they are whole', () => {
    const rows = [['RG1', '上海市浦东新区张江高科技园区']]
    expect([...alignedLines(['编号', '地址'], rows, [], 20)]).toEqual([
      '编号  地址',
      'RG1   上海市浦东新…',
    ])
    expect([...alignedLines(['编号', '地址'], rows, [], undefined)][1]).toBe(
      'RG1   上海市浦东新区张江高科技园区',
    )
  })
})

test.each([
  ['\u001B[2J', '\\u{1b}[2J'],
  ['a\u202Eb', 'a\\u{202e}b'],
  ['a\u200Bb', 'a\\u{200b}b'],
  ['a\tb', 'a b'],
  ['\u061C', '\\u{61c}'],
  ['\uD800', '\\u{d800}'],
  ['葛\u{E0100}𠮷é', '葛\u{E0100}𠮷é'],
])('%j goes to a terminal as %j', (hostile, shown) => {
  expect(safe(hostile)).toBe(shown)
})
