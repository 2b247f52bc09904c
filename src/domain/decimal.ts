/** An exact decimal number: `units` × 10^-`places`. Amounts and quantities are never floats. */
export interface Decimal {
  readonly units: bigint
  readonly places: number
}

export const zero: Decimal = { units: 0n, places: 0 }

/** Of a value as the register keeps it: `-1234.50`. */
export function decimalIn(text: string): Decimal {
  const point = text.indexOf('.')
  if (point < 0) return { units: BigInt(text), places: 0 }
  return {
    units: BigInt(text.slice(0, point) + text.slice(point + 1)),
    places: text.length - point - 1,
  }
}

/** With all its places: `1234.50`. */
export function decimalText({ units, places }: Decimal): string {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const sign = units < 0n ? '-' : ''
  return places === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-places)}`
}

export function sum(one: Decimal, other: Decimal): Decimal {
  const places = Math.max(one.places, other.places)
  return { units: unitsAt(one, places) + unitsAt(other, places), places }
}

export const product = (one: Decimal, other: Decimal): Decimal => ({
  units: one.units * other.units,
  places: one.places + other.places,
})

/** Units of so many places, of which it has no more. */
const unitsAt = ({ units, places }: Decimal, wanted: number): bigint =>
  units * 10n ** BigInt(wanted - places)

/** Rounded to so many places at most, halves away from zero, as money is. */
export function rounded(number: Decimal, places: number): Decimal {
  if (number.places <= places) return number
  const cut = 10n ** BigInt(number.places - places)
  const half = number.units < 0n ? -cut / 2n : cut / 2n
  return { units: (number.units + half) / cut, places }
}

/** Without zeros at the end, down to so many places. */
export function shortened({ units, places }: Decimal, least: number): Decimal {
  let short = { units, places }
  while (short.places > least && short.units % 10n === 0n)
    short = { units: short.units / 10n, places: short.places - 1 }
  return short
}

export function isSame(one: Decimal, other: Decimal): boolean {
  const places = Math.max(one.places, other.places)
  return unitsAt(one, places) === unitsAt(other, places)
}
