import { assert, bigInt, integer, property, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  decimalIn,
  decimalText,
  isSame,
  product,
  rounded,
  shortened,
  sum,
  zero,
} from '../../src/domain/decimal.ts'

const add = (...texts: readonly string[]) => decimalText(texts.map(decimalIn).reduce(sum, zero))
const times = (one: string, other: string) => decimalText(product(decimalIn(one), decimalIn(other)))

describe('amounts are added and multiplied exactly', () => {
  test.each([
    ['a tenth and two tenths are three tenths', ['0.1', '0.2'], '0.3'],
    ['places stay', ['1234.50', '0.5'], '1235.00'],
    ['what comes back is taken off', ['10', '-2.5'], '7.5'],
    ['nothing is left of equals', ['-0.05', '0.05'], '0.00'],
    ['beyond what a float can hold', ['9007199254740993', '1'], '9007199254740994'],
    ['nothing at all', [], '0'],
  ])('%s', (_, texts, expected) => {
    expect(add(...texts)).toBe(expected)
  })

  test('a product has the places of both', () => {
    expect(times('3', '0.335')).toBe('1.005')
    expect(times('-2', '1800.50')).toBe('-3601.00')
  })

  test.each([
    ['1.005', 2, '1.01'],
    ['1.0049', 2, '1.00'],
    ['-1.005', 2, '-1.01'],
    ['12', 2, '12'],
  ])('%s to %i places is %s', (text, places, expected) => {
    expect(decimalText(rounded(decimalIn(text), places))).toBe(expected)
  })

  test('zeros at the end go, down to the places that are wanted', () => {
    expect(decimalText(shortened(decimalIn('3601.0000'), 2))).toBe('3601.00')
    expect(decimalText(shortened(decimalIn('3601.0000'), 0))).toBe('3601')
    expect(isSame(decimalIn('3601.0'), decimalIn('3601'))).toBe(true)
  })
})

test('adding and taking off again changes nothing, whatever the figures', () => {
  const figure = tuple(
    bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
    integer({ min: 0, max: 8 }),
  ).map(([units, places]) => ({ units, places }))
  assert(
    property(figure, figure, (one, other) => {
      const back = sum(sum(one, other), { ...other, units: -other.units })
      expect(isSame(back, one)).toBe(true)
      expect(isSame(decimalIn(decimalText(one)), one)).toBe(true)
    }),
  )
})
