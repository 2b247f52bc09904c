import * as fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { widthOf } from '../../src/cli/columns.ts'

describe('columns of a text', () => {
  test.each([
    ['张三丰', 6],
    ['ABC', 3],
    ['ＡＢＣ', 6],
    ['档案（一）', 10],
    ['é', 1],
    ['e\u0301', 1],
    ['👨‍👩‍👧', 2],
    ['❤️', 2],
    ['©', 1],
    ['\u200B', 0],
    ['ｶﾞ', 2],
    ['葛\u{E0100}', 2],
    ['𠮷', 2],
    ['', 0],
  ])('%j takes %i', (text, columns) => expect(widthOf(text)).toBe(columns))

  test('are those of string-width, whatever an office writes', () => {
    const sign = fc.constantFrom(...'档案張三，。（）A1 -é㐀𠮷½①→…“”ア가😀☎©é\u0301\u200B')
    fc.assert(
      fc.property(fc.string({ unit: sign }), (text) => {
        expect(widthOf(text)).toBe(stringWidth(text))
      }),
    )
  })
})
