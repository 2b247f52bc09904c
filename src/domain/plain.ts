import { invalid, type Invalid } from './invalid.ts'

/** Longest text of a field, and longest line (a name), in characters. */
const textLimit = 10_000
const nameLimit = 200

/** Text of several lines: TAB and line ends are kept, line ends as LF. */
export const readText = (raw: string): string | Invalid => {
  const text = checked(raw, textLimit, true)
  return typeof text === 'string' && text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

/** A name, or anything else of one line. */
export const readName = (raw: string): string | Invalid => checked(raw, nameLimit, false)

function checked(raw: string, limit: number, lines: boolean): string | Invalid {
  if (raw.length <= limit && isUsual(raw)) return raw
  const text = trimmed(raw)
  if (text.length > limit && isLonger(text, limit)) return invalid('text.long', { limit })
  const at = flawIn(text, lines)
  return at < 0 ? text : flaw(text, at)
}

/** Visible ASCII, Han and their punctuation, with no space at either end: nothing to do. */
const isUsual = (text: string): boolean =>
  !unusual.test(text) && text.charCodeAt(0) !== 0x20 && text.charCodeAt(text.length - 1) !== 0x20
const unusual = /[^ -~\u3001-\ud7ff\uff01-\uff9f]/

const isLonger = (text: string, limit: number): boolean =>
  text.length > 2 * limit || [...text].length > limit

/** Without blanks at either end: spaces of every width, NBSP, zero-width ones, BOM, TAB, line ends. */
export function trimmed(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isBlank(text.charCodeAt(start))) start++
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--
  return end - start === text.length ? text : text.slice(start, end)
}

function isBlank(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 9 && code <= 13)
  if (code > 0x3000) return code === 0xfeff
  if (code < 0x1680) return code === 0xa0 || code === 0x85
  return code === 0x3000 || otherBlanks.test(String.fromCharCode(code))
}
const otherBlanks = /[\u1680\u180e\u2000-\u200d\u2028\u2029\u202f\u205f\u2060]/

/** Index of the first character that no value may hold, or -1. */
function flawIn(text: string, lines: boolean): number {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if ((code >= 0x20 && code < 0x7f) || (code >= 0x2070 && code < 0xd800)) continue
    if (code >= 0xd800 && code < 0xe000) {
      if (!isPair(text, index)) return index
      index++
    } else if (isFlaw(code, text, index, lines)) return index
  }
  return -1
}

const isPair = (text: string, index: number): boolean =>
  text.charCodeAt(index) < 0xdc00 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00

function isFlaw(code: number, text: string, index: number, lines: boolean): boolean {
  if (code === 9 || code === 10 || code === 13 || code === 0x2028 || code === 0x2029) return !lines
  if (code === 0x200d) return !joinsEmoji(text, index)
  return controls.test(String.fromCharCode(code))
}
const controls =
  /[\0-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/

const joinsEmoji = (text: string, index: number): boolean =>
  /[\p{Extended_Pictographic}\ufe0f\u{1f3fb}-\u{1f3ff}]$/u.test(text.slice(0, index).slice(-2))

function flaw(text: string, index: number): Invalid {
  const at = [...text.slice(0, index)].length + 1
  const code = text.charCodeAt(index)
  if (code >= 0xd800 && code < 0xe000) return invalid('text.surrogate', { at })
  return invalid('text.control', { at, character: codePoint(code) })
}

const codePoint = (code: number): string => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`

/** Full-width letters, digits and signs as ASCII, every dash as `-`, every space as a space. */
const narrowed = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010-\u2015\u2212\ufe63]/g, '-')
    .replace(/[\u3000\xa0\u2000-\u200a\u202f]/g, ' ')

/**
 * A code (phone, number, day …) freed of what cannot belong to it: full width, invisible
 * characters, the apostrophe by which Excel marks text.
 */
export function coded(raw: string): string | Invalid {
  if (raw.length > 2 * codeLimit) return invalid('text.long', { limit: codeLimit })
  const visible = raw.replace(/[\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
  const at = flawIn(visible, true)
  if (at >= 0) return flaw(visible, at)
  const text = trimmed(narrowed(visible))
  return trimmed(text.replace(/^['‘’`´]/, ''))
}
const codeLimit = 320

/** A code that is not there, in the ways people write that in a cell. */
export const isNothing = (text: string): boolean => nothing.test(text)
const nothing =
  /^(?:[-/\\.]*|#?n\/a|none|nil|null|nan|[无無]|[没沒]有|[暂暫][无無]|不[详詳]|未知)$/i

/** `1.38E+10`: what the spreadsheet left of a number. */
export interface Spoilt {
  /** All digits, where none is lost. */
  readonly whole?: string
  readonly known: number
  readonly missing: number
}

/** Reads exponents back, and drops the `.0` of a number once kept as a float; undefined: no exponent. */
export function spoilt(text: string): Spoilt | undefined {
  const found = /^(\d)(?:\.(\d*))?e\+?(\d{1,3})$/i.exec(text)
  if (!found) return undefined
  const digits = `${found[1]}${found[2] ?? ''}`
  const missing = Number(found[3]) + 1 - digits.length
  return missing === 0
    ? { whole: digits, known: digits.length, missing }
    : { known: digits.length, missing: Math.max(missing, 0) }
}

export const withoutPointZero = (text: string): string => text.replace(/^(\d+)\.0+$/, '$1')
