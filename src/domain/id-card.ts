import { digitsAt, isDate } from './calendar.ts'
import { invalid, type Invalid } from './invalid.ts'
import { coded, isNothing, spoilt, withoutPointZero } from './plain.ts'

/** GB 11643: ISO 7064 MOD 11-2 over 17 digits. */
const weights = Uint8Array.of(7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
const checkSigns = '10X98765432'

/** GB/T 2260 provinces, and 83 for residents from Taiwan. */
const provinces = new Uint8Array(100)
for (const province of [
  11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52,
  53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83,
])
  provinces[province] = 1

/**
 * An identity card's number: 18 characters with checksum, or the 15 digits of before 1999 (kept as
 * they are). '' when the cell says that there is none.
 */
export const readIdCard = (raw: string): string | Invalid =>
  raw.length === 18 && isSound(raw) ? raw : readRoughIdCard(raw)

function isSound(text: string): boolean {
  if (checkSignOf(text) !== text.charCodeAt(17)) return false
  return isRegion(pairOf(0)) && isDate(pairOf(6) * 100 + pairOf(8), pairOf(10), pairOf(12))
}

/** The digits that `checkSignOf` met: to read them twice would cost as much again. */
const met = new Uint8Array(17)
const pairOf = (index: number): number => (met[index] as number) * 10 + (met[index + 1] as number)

/** The code of the sign that must come eighteenth; NaN when a digit is none. */
function checkSignOf(text: string): number {
  let sum = 0
  for (let index = 0; index < 17; index++) {
    const digit = text.charCodeAt(index) - 48
    if (!(digit >= 0 && digit <= 9)) return NaN
    met[index] = digit
    sum += digit * (weights[index] as number)
  }
  return checkSigns.charCodeAt(sum % 11)
}

/** Foreigners' permanent residence numbers (since 2023) begin with 9. */
const isRegion = (province: number): boolean => province >= 90 || provinces[province] === 1

const isBorn18 = (text: string): boolean =>
  isDate(digitsAt(text, 6, 4), digitsAt(text, 10, 2), digitsAt(text, 12, 2))

const isBorn15 = (text: string): boolean =>
  isDate(1900 + digitsAt(text, 6, 2), digitsAt(text, 8, 2), digitsAt(text, 10, 2))

function readRoughIdCard(raw: string): string | Invalid {
  const said = coded(raw)
  if (typeof said !== 'string') return said
  if (isNothing(said)) return ''
  const lost = spoilt(said)
  if (lost && lost.whole === undefined) return invalid('idCard.rounded', { missing: lost.missing })
  const text = (lost?.whole ?? withoutPointZero(said)).replace(/[\s-]/g, '').toUpperCase()
  return flawOf(text) ?? text
}

function flawOf(text: string): Invalid | undefined {
  if (text.includes('*')) return invalid('value.masked', {})
  if (/^[A-Z]{1,2}\d{6,10}(?:\([\dA]\))?$/.test(text)) return invalid('idCard.not-mainland', {})
  const strange = /[^\dX]|X(?!$)/.exec(text)
  if (strange)
    return invalid('idCard.character', { at: strange.index + 1, character: signAt(text, strange) })
  if (text.length === 15 && !text.endsWith('X')) return flawOf15(text)
  if (text.length !== 18) return invalid('idCard.length', { length: text.length })
  return flawOf18(text)
}

const signAt = (text: string, found: RegExpExecArray): string =>
  String.fromCodePoint(text.codePointAt(found.index) ?? 0)

function flawOf15(text: string): Invalid | undefined {
  if (!isRegion(digitsAt(text, 0, 2))) return invalid('idCard.region', { region: text.slice(0, 2) })
  return isBorn15(text) ? undefined : invalid('idCard.date', { date: `19${text.slice(6, 12)}` })
}

function flawOf18(text: string): Invalid | undefined {
  if (isSound(text)) return undefined
  if (text.endsWith('000') && checkSignOf(text) !== text.charCodeAt(17))
    return invalid('idCard.rounded', { missing: 3 })
  if (!isRegion(digitsAt(text, 0, 2))) return invalid('idCard.region', { region: text.slice(0, 2) })
  if (!isBorn18(text)) return invalid('idCard.date', { date: text.slice(6, 14) })
  return invalid('idCard.checksum', {})
}
