import { phoneDigits, plainText, simplify, sortOf } from './characters.ts'
import type { Naming } from './fold.ts'
import { NumberSet } from './number-set.ts'
import { allSyllables, readingOf, surnameOf } from './pinyin.ts'
import type { Reading } from './pinyin.ts'
import { marks } from './search-document.ts'
import type { SearchDocument } from './search-document.ts'
import { tablesVersion } from './tables/han.ts'

export type { SearchDocument } from './search-document.ts'

/**
 * What makes the terms: an index written under another version must be rebuilt. The number before
 * the tables' version goes up with every change of the rules in this file.
 */
export const termsVersion = (): string => `2-${tablesVersion}`

export { parseQuery } from './search-query.ts'
export type { Query, Word } from './search-query.ts'
export { matchesQuery, matchesWord } from './search-match.ts'
export type { Match } from './search-match.ts'

/**
 * The terms of an archive, separated by spaces, each once, for a contentless FTS5 column
 * (`content='' detail=none columnsize=0 tokenize='ascii'`). The same document always gives the same
 * text, so it can be deleted again: signs (Han and the like) in pairs and in names singly, words of
 * Latin letters and digits, phones in runs of four digits, and the names' syllables and pairs of initials.
 */
export function indexTerms(document: SearchDocument): string {
  begin()
  for (const name of document.names) {
    const plain = plainText(name.text)
    addText(simplify(plain), true)
    addPinyin(plain, name.naming)
  }
  for (const text of document.texts) addText(simplify(plainText(text)), false)
  for (const phone of document.phones) addPhone(phone)
  return terms.slice(1)
}

// Made anew for every document, kept between them: this is the innermost loop of an import.
let terms = ''
const seen = new NumberSet()
const seenWords = new Set<string>()

// Terms with the space before them, by number: making a string costs more than all the rest.
const signTerms: string[] = []
const phoneTerms: string[] = []
const initialTerms: string[] = []
const syllableTerms: string[] = []

// Where the numbers of each kind of term begin in `seen`; pairs of main-block signs are below.
const oneSign = 0x2000_0000
const fourDigits = 0x3000_0000
const twoInitials = 0x4000_0000
const oneSyllable = 0x5000_0000

function begin(): void {
  terms = ''
  seen.clear()
  if (seenWords.size > 0) seenWords.clear()
}

function addWord(word: string): void {
  if (seenWords.has(word)) return
  seenWords.add(word)
  terms += ' ' + word
}

const isMain = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff
const signTerm = (unit: number): string => (signTerms[unit] ??= ' ' + String.fromCharCode(unit))

/**
 * Words as they are; signs in pairs, across punctuation but not across words. Signs of names stand
 * singly, too; of other texts only the last before a word or the end, since a pair begins with
 * every other: that saves a third of the index.
 */
function addText(folded: string, singly: boolean): void {
  let before = 0
  for (let at = 0; at < folded.length; at++) {
    const code = folded.codePointAt(at)!
    if (isMain(code)) {
      if (singly && seen.add(oneSign + code)) terms += signTerm(code)
      if (before > 0) addPair(before, code, folded[at]!)
      before = code
      continue
    }
    const sort = sortOf(code)
    if (sort === 'word') {
      const end = endOfWord(folded, at)
      addWord(folded.slice(at, end))
      at = end - 1
      if (!singly) addLast(before)
      before = 0
    } else if (sort === 'sign') {
      addRareSign(before, code)
      before = code
    }
    if (code > 0xffff) at++
  }
  if (!singly) addLast(before)
}

/** The sign that begins no pair. */
function addLast(sign: number): void {
  if (sign === 0) return
  if (!isMain(sign)) addWord(String.fromCodePoint(sign))
  else if (seen.add(oneSign + sign)) terms += signTerm(sign)
}

function addPair(first: number, second: number, sign: string): void {
  if (!isMain(first)) addWord(String.fromCodePoint(first) + sign)
  else if (seen.add((first - 0x4e00) * 0x5200 + second - 0x4e00)) terms += signTerm(first) + sign
}

function addRareSign(before: number, code: number): void {
  const sign = String.fromCodePoint(code)
  addWord(sign)
  if (before > 0) addWord(String.fromCodePoint(before) + sign)
}

function endOfWord(folded: string, start: number): number {
  let end = start + 1
  while (end < folded.length && sortOf(folded.charCodeAt(end)) === 'word') end++
  return end
}

/** Syllables, and pairs of initials of what follows each other; Latin letters beside Han are spelt. */
function addPinyin(plain: string, naming: Naming): void {
  const surname = surnameOf(plain, naming)
  let before: readonly number[] = []
  for (let at = 0; at < plain.length; at++) {
    const unit = plain.charCodeAt(at)
    const reading = surname?.[at] ?? readingOf(unit)
    if (reading) addSyllables(reading)
    const initials = reading?.initials ?? spelt(unit, plain)
    if (!initials) continue
    if (before.length > 0) addInitials(before, initials)
    before = initials
  }
}

function addSyllables(reading: Reading): void {
  for (const id of reading.ids) {
    if (seen.add(oneSyllable + id)) terms += syllableTerm(id)
  }
}

const someHan = /[\u4e00-\u9fff]/

function spelt(unit: number, plain: string): readonly number[] | undefined {
  return unit >= 97 && unit <= 122 && someHan.test(plain) ? [unit] : undefined
}

const syllableTerm = (id: number): string =>
  (syllableTerms[id] ??= ' ' + marks.syllable + allSyllables()[id]!)

function addInitials(before: readonly number[], after: readonly number[]): void {
  for (const one of before) {
    for (const two of after) {
      const pair = one * 256 + two
      if (!seen.add(twoInitials + pair)) continue
      terms += initialTerms[pair] ??= ' ' + marks.initials + String.fromCharCode(one, two)
    }
  }
}

/** Runs of four digits; hyphens, brackets and the like do not interrupt a number. */
function addPhone(phone: string): void {
  for (const digits of phoneDigits(phone)) {
    let run = 0
    for (let at = 0; at < digits.length; at++) {
      run = (run % 1000) * 10 + digits.charCodeAt(at) - 48
      if (at < 3 || !seen.add(fourDigits + run)) continue
      terms += phoneTerms[run] ??= ' ' + marks.phone + digits.slice(at - 3, at + 1)
    }
  }
}
