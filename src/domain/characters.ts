import { once } from './once.ts'
import { foldTable, rareFolds } from './tables/han.ts'

/** Read when the first Han character is met. */
const folds = once(() => foldTable)

const unchanged = 48 // '0' in the table
const firstHan = 0x4e00
const lastHan = 0x9fff

/**
 * Text without what a search should not see: NFKC, lower case, accents and invisible characters off,
 * white space removed between Han characters and one space elsewhere. Characters stay Traditional,
 * since readings differ (乾 qian, 干 gan).
 */
export function plainText(text: string): string {
  return isPlain(text) ? text : makePlain(text)
}

/** Maps a plain text character by character, so that positions stay. */
export function simplify(plain: string): string {
  for (let at = 0; at < plain.length; at++) {
    if (isTraditional(plain.charCodeAt(at))) return simplifyFrom(plain, at)
  }
  return plain
}

/** One UTF-16 unit folded: Traditional to Simplified, anything else as it is. */
export function simplifyUnit(unit: number): number {
  return isTraditional(unit) ? folds().charCodeAt(unit - firstHan) : unit
}

function isTraditional(unit: number): boolean {
  return unit >= firstHan && unit <= lastHan && folds().charCodeAt(unit - firstHan) !== unchanged
}

function simplifyFrom(plain: string, start: number): string {
  let folded = plain.slice(0, start)
  for (let at = start; at < plain.length; at++) {
    folded += String.fromCharCode(simplifyUnit(plain.charCodeAt(at)))
  }
  return folded
}

/** Only Han of the main block and visible lower-case ASCII, single spaces between ASCII: nearly all text. */
function isPlain(text: string): boolean {
  let before = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit < firstHan || unit > lastHan) {
      if (unit > 126 || unit < 32 || (unit >= 65 && unit <= 90)) return false
      if (unit === 32 && (before <= 32 || before > 126)) return false
    } else if (before === 32) return false
    before = unit
  }
  return before !== 32
}

const accents = /[\u0300-\u036f]/g
const accented = /[\u00c0-\u036f\u1e00-\u1fff]/
const invisible = once(() => /[\p{Cf}\p{Variation_Selector}]/gu)
const blanks = once(() => /[\s\p{Cc}]+/gu)
const blanksBetweenWide = /(?<=[\u2e80-\uffff]) (?=[\u2e80-\uffff])/g
/** Extension A and surrogate pairs, some of which have a fold inside the table. */
const rare = /[\u3400-\u4dbf]|[\ud800-\udbff][\udc00-\udfff]/g

function makePlain(text: string): string {
  let plain = text.replace(invisible(), '').normalize('NFKC').toLowerCase()
  if (accented.test(plain)) plain = plain.normalize('NFKD').replace(accents, '').normalize('NFKC')
  plain = plain.replace(rare, (char) => rareFold().get(char) ?? char)
  return plain.replace(blanks(), ' ').replace(blanksBetweenWide, '').trim()
}

const rareFold = once(() => {
  const chars = [...rareFolds]
  const folds = new Map<string, string>()
  for (let at = 0; at < chars.length; at += 2) folds.set(chars[at]!, chars[at + 1]!)
  return folds
})

/** What a character is to the search: part of a word, a sign of its own (Han and the like), or neither. */
export type Sort = 'word' | 'sign' | 'none'

/** The sort of one code point of a folded text. A lone surrogate is neither: it cannot be stored. */
export function sortOf(code: number): Sort {
  if (code >= firstHan && code <= lastHan) return 'sign'
  if (code < 128) {
    return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) ? 'word' : 'none'
  }
  return isPunctuation(code) ? 'none' : 'sign'
}

/** Signs and spaces outside ASCII: Latin-1's, general punctuation and symbols, CJK's except 々〇. */
function isPunctuation(code: number): boolean {
  return (
    code < 0xc0 ||
    code === 0xd7 ||
    code === 0xf7 ||
    (code >= 0x2000 && code < 0x2e80) ||
    (code >= 0x3000 && code < 0x3021 && code !== 0x3005 && code !== 0x3007) ||
    (code >= 0xd800 && code < 0xe000) ||
    (code >= 0xfe00 && code < 0xfe70) ||
    (code >= 0xfff0 && code <= 0xffff) ||
    code === 0x30fb
  )
}

/** A folded text without its spaces and punctuation; the same string if it has none. */
export function squeeze(folded: string): string {
  for (let at = 0; at < folded.length; at++) {
    if (sortOf(folded.charCodeAt(at)) === 'none') return squeezeFrom(folded)
  }
  return folded
}

function squeezeFrom(folded: string): string {
  let squeezed = ''
  for (const char of folded) if (sortOf(char.codePointAt(0)!) !== 'none') squeezed += char
  return squeezed
}

/** The numbers in a phone field, digits only: hyphens, spaces, dots and brackets belong to a number. */
export function phoneDigits(phone: string): readonly string[] {
  if (/^[0-9]+$/.test(phone)) return [phone]
  const plain = plainText(phone).replace(/[-\s().+\u2010-\u2015]/g, '')
  return plain.match(/[0-9]+/g) ?? []
}
