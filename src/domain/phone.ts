import { invalid, type Invalid } from './invalid.ts'
import { coded, isNothing, spoilt, withoutPointZero } from './plain.ts'

const mobile = /^1[3-9]\d{9}$/
const usual = /^(?:1[3-9]\d{9}|0(?:(?:10|2\d)-[2-9]\d{7}|[3-9]\d\d-[2-9]\d{6,7}))$/

/**
 * A telephone number as the register keeps it; '' when the cell says that there is none. Mainland:
 * `13800138000`, `021-62345678`, `021-62345678-123`, `400-820-8820`, `95588`, `62345678`; Taiwan as
 * dialled there (`0912345678`, `02-27001234`); elsewhere, and where +886 is written, `+85223456789`.
 */
export const readPhone = (raw: string): string | Invalid =>
  usual.test(raw) ? raw : readRoughPhone(raw)

function readRoughPhone(raw: string): string | Invalid {
  const text = coded(raw)
  if (typeof text !== 'string') return text
  if (isNothing(text)) return ''
  const lost = spoilt(text)
  if (lost && lost.whole === undefined)
    return invalid('phone.exponent', { known: lost.known, missing: lost.missing })
  const whole = lost?.whole ?? withoutPointZero(text)
  return withExtension(whole) ?? unclear(whole)
}

/** The digits by which a kept number is searched and compared: `+886…` as dialled in Taiwan. */
export const phoneDigits = (phone: string): string =>
  mobile.test(phone) ? phone : phone.replace(/^\+886/, '0').replace(/\D/g, '')

const extension =
  /^(.*\d.*?)\s*(?:转|轉|分机|分機|内线|內線|extension|ext\.?|x|#)\s*:?\s*(\d{1,6})$/i

function withExtension(text: string): string | undefined {
  const found = extension.exec(text) ?? dashed(text)
  const number = found?.[1] === undefined ? undefined : bare(found[1])
  return number === undefined ? bare(text) : `${number}-${found?.[2]}`
}

/** `021-62345678-12`: the last dash begins an extension, unless only both parts make a number with area. */
function dashed(text: string): RegExpExecArray | null {
  const found = text.startsWith('+') ? null : /^(.+)-\s*(\d{1,6})$/.exec(text)
  const isArea = (digits: string) => mainland(digits.replace(/\D/g, '')) !== undefined
  return found?.[1] !== undefined && (isArea(found[1]) || !isArea(text)) ? found : null
}

/** A number without extension, in any spelling. */
function bare(text: string): string | undefined {
  if (!/^[+(]{0,2}[\d\s().·-]+$/.test(text)) return undefined
  const digits = text.replace(/\D/g, '')
  if (/^\(?\+/.test(text)) return international(text.replace('(0)', '').replace(/\D/g, ''))
  if (digits.startsWith('00')) return international(digits.slice(2))
  if (/^86(?:[\s-]|1[3-9]\d{9}$)/.test(text)) return dialledIn(digits.slice(2))
  return mainland(digits) ?? taiwan(digits) ?? short(digits)
}

function international(digits: string): string | undefined {
  if (digits.startsWith('86')) return dialledIn(digits.slice(2))
  const shape = /^(886|85[23])/.exec(digits)
  if (shape) return abroad[shape[0]]?.test(digits) ? `+${digits}` : undefined
  return /^[1-9]\d{6,14}$/.test(digits) ? `+${digits}` : undefined
}

const abroad: Partial<Record<string, RegExp>> = {
  '886': /^886(?:9\d{8}|[2-8]\d{7,8})$/,
  '852': /^852[2-9]\d{7}$/,
  '853': /^853[268]\d{7}$/,
}

/** After +86 the zero of the area code is left out. */
const dialledIn = (digits: string): string | undefined => mainland(digits) ?? mainland(`0${digits}`)

function mainland(digits: string): string | undefined {
  if (mobile.test(digits)) return digits
  if (/^[48]00\d{7}$/.test(digits))
    return `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`
  if (/^0(?:10|2\d)[2-9]\d{7}$/.test(digits)) return `${digits.slice(0, 3)}-${digits.slice(3)}`
  if (/^0[3-9]\d\d[2-9]\d{6,7}$/.test(digits)) return `${digits.slice(0, 4)}-${digits.slice(4)}`
  return undefined
}

/** No mainland number with a leading zero has nine or ten digits. */
function taiwan(digits: string): string | undefined {
  if (/^09\d{8}$/.test(digits)) return digits
  if (/^0(?:37|49|82|89)[2-9]\d{5,6}$/.test(digits))
    return `${digits.slice(0, 3)}-${digits.slice(3)}`
  if (/^0(?:2[2-8]|4[23])\d{7}$|^0[3-8][2-9]\d{6}$/.test(digits))
    return `${digits.slice(0, 2)}-${digits.slice(2)}`
  return undefined
}

/** Numbers without area code (also of Hong Kong and Macao), and those of banks, carriers, services. */
const short = (digits: string): string | undefined =>
  /^(?:[2-9]\d{6,7}|9[56]\d{3,6}|1[0-2]\d{3}|1010\d{4}|1008611)$/.test(digits) ? digits : undefined

function unclear(text: string): Invalid {
  if (text.includes('*')) return invalid('value.masked', {})
  if (/\d{6}[^\d]*[/;,、|\n或][^\d]*(?:\d[\d\s()-]{5})/.test(text))
    return invalid('phone.several', {})
  const digits = text.replace(/\D/g, '')
  const suggestion = /^[\d\s().-]+$/.test(text) ? withZero(digits) : undefined
  if (suggestion !== undefined) return invalid('phone.lost-zero', { suggestion })
  return invalid('phone.shape', { digits: digits.length })
}

/** The number with the leading zero that a spreadsheet takes away. */
const withZero = (digits: string): string | undefined =>
  mainland(`0${digits}`) ?? (/^9\d{8}$/.test(digits) ? `0${digits}` : undefined)
