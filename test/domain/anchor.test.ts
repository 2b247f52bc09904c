import { assert, integer, nat, pre, property, stringMatching, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anchorCode, anchorTo, readAnchor } from '../../src/domain/anchor.ts'
import { refusalOf } from '../support/refusals.ts'

const hashes = stringMatching(/^[0-9a-f]{64}$/)
const seqs = integer({ min: 1, max: 999_999_999 })
const codes = tuple(seqs, hashes).map(([seq, hash]) => anchorCode(anchorTo(seq, hash)))
const codeOf = (text: string) => refusalOf(() => readAnchor(text)).code

describe('the code at the foot of a form', () => {
  test('is an entry and the beginning of its hash, in groups that people can read out', () => {
    const hash = '5faa8e8644f7f194064a3f5b7f7b66650deffcc5440a259fae464a81c3383776'
    expect(anchorCode(anchorTo(57, hash))).toMatch(/^57(-[0-9A-HJKMNP-TV-Z]{4}){4}$/)
  })

  test('is read as it was written, in lower case, with spaces, and with O for 0 and l for 1', () => {
    assert(
      property(codes, (code) => {
        const [seq = '', ...rest] = code.split('-')
        const sloppy = rest.join(' ').replaceAll('0', 'O').replaceAll('1', 'l').toLowerCase()
        expect(readAnchor(`${seq} ${sloppy}`)).toEqual(readAnchor(code))
        expect(anchorCode(readAnchor(code))).toBe(code)
      }),
    )
  })

  test('copied with one sign wrong, is a slip of the pen and no forgery', () => {
    const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
    const slips = tuple(codes, nat(15), integer({ min: 1, max: 30 }))
    assert(
      property(slips, ([code, at, by]) => {
        const [seq = '', ...rest] = code.split('-')
        const signs = [...rest.join('')]
        const before = digits.indexOf(signs[at] ?? '')
        // a sign and the one 31 further count the same: there is one such pair, 0 and Z
        const after = (before + by) % 31
        pre(before < 31 && before !== after)
        signs[at] = digits[after] as string
        expect(codeOf(`${seq}-${signs.join('')}`)).toBe('anchor.bad')
      }),
    )
  })

  test.each(['', '57', '57-K7QM', 'K7QM-4XTP-9RZ2-HB3D', '57-K7QM-4XTP-9RZ2-HB3!', '—'])(
    '%s is none',
    (text) => expect(codeOf(text)).toBe('anchor.bad'),
  )
})
