import { invalid, type Invalid } from './invalid.ts'
import { coded, isNothing, withoutPointZero } from './plain.ts'

/** A whole number from 0 on, without leading zeros; '' when the cell says that there is none. */
export const readInteger = (raw: string): string | Invalid =>
  /^(?:0|[1-9]\d{0,14})$/.test(raw) ? raw : readRoughInteger(raw)

function readRoughInteger(raw: string): string | Invalid {
  const said = coded(raw)
  if (typeof said !== 'string') return said
  if (isNothing(said)) return ''
  const text = withoutPointZero(ungrouped(said)).replace(/^\+/, '')
  if (/^0*\d{1,15}$/.test(text)) return text.replace(/^0+(?=\d)/, '')
  if (/^-\d+$/.test(text)) return invalid('integer.negative', {})
  return invalid(exponent.test(text) ? 'integer.exponent' : 'integer.shape', {})
}

/** A quantity as a decimal text from 0 on: `2`, `1.5`; '' when the cell says that there is none. */
export function readNumber(raw: string): string | Invalid {
  const said = coded(raw)
  if (typeof said !== 'string') return said
  if (isNothing(said)) return ''
  const found = /^([-+]?)0*(\d{1,15})(?:\.(\d{0,8}))?$/.exec(ungrouped(said))
  if (!found) return invalid(exponent.test(said) ? 'integer.exponent' : 'number.shape', {})
  if (found[1] === '-') return invalid('integer.negative', {})
  return found[3] ? `${found[2]}.${found[3]}` : (found[2] ?? '')
}

const exponent = /^[-+]?\d+(?:\.\d*)?e[-+]?\d+$/i

/** `1,234,567.5` without its commas, where they stand between thousands. */
const ungrouped = (text: string): string =>
  /^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/.test(text) ? text.replaceAll(',', '') : text

/**
 * An amount of yuan as a decimal text, exact, with as many decimals as were written: `1234.50`.
 * Below zero it begins with `-`, also when brackets said so.
 */
export const readAmount = (raw: string): string | Invalid =>
  /^(?:0|[1-9]\d{0,14})(?:\.\d{1,8})?$/.test(raw) ? raw : readRoughAmount(raw)

function readRoughAmount(raw: string): string | Invalid {
  const said = coded(raw)
  if (typeof said !== 'string') return said
  if (isNothing(said)) return ''
  const bracketed = /^\((.*)\)$/.exec(said)
  return inYuan(bracketed ? `-${bracketed[1]}` : said) ?? unclear(said)
}

/** By how many places a unit moves the decimal point. */
const units: Partial<Record<string, number>> = { 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8 }
const yuan =
  /^([-+]?)\s*(?:人民币|人民幣|rmb|cny|[¥￥])?\s*([-+]?)([\d,.]+)\s*([百千]?[万萬]|千|[亿億])?\s*(?:元|圆|圓|块|塊|rmb|cny)?[整正]?$/i

function inYuan(text: string): string | undefined {
  const found = yuan.exec(text)
  const number = /^(\d*)(?:\.(\d*))?$/.exec(ungrouped(found?.[3] ?? ''))
  if (!found || !number || (found[1] && found[2])) return undefined
  const whole = number[1] ?? ''
  const decimals = number[2] ?? ''
  if (whole + decimals === '' || whole.length > 15 || decimals.length > 8) return undefined
  const places = units[(found[4] ?? '').replace('萬', '万').replace('億', '亿')] ?? 0
  return signed(`${found[1]}${found[2]}`, shifted(whole, decimals, places))
}

/** The decimal point moved right by so many places, without rounding. */
function shifted(whole: string, decimals: string, places: number): string {
  const moved = whole + decimals.slice(0, places).padEnd(places, '0')
  const rest = decimals.slice(places)
  const plain = moved.replace(/^0+(?=\d)/, '') || '0'
  return rest === '' ? plain : `${plain}.${rest}`
}

const signed = (sign: string, number: string): string =>
  sign === '-' && /[1-9]/.test(number) ? `-${number}` : number

const words = /[零〇一二三四五六七八九十百壹贰貳叁參肆伍陆陸柒捌玖拾佰仟]/
const currency =
  /US\$|HK\$|NT\$|[$€£₩]|USD|HKD|TWD|MOP|EUR|GBP|JPY|[美港欧歐日英台臺澳][元币幣圆圓镑鎊]|新[台臺][币幣]/i

function unclear(text: string): Invalid {
  const foreign = currency.exec(text)
  if (foreign) return invalid('amount.currency', { currency: foreign[0] })
  if (exponent.test(text)) return invalid('amount.exponent', {})
  return invalid(words.test(text) ? 'amount.words' : 'amount.shape', {})
}
