import { plainText, simplify, sortOf } from './characters.ts'
import type { Naming } from './fold.ts'
import { NumberSet } from './number-set.ts'
import { allSyllables, readingOf, surnameOf } from './pinyin.ts'
import type { Reading } from './pinyin.ts'
import { tablesVersion } from './tables/han.ts'

/**
 * What makes the terms: an index written under another version must be rebuilt. The number before
 * the tables' version goes up with every change of the rules in this file.
 */
export const termsVersion = `1-${tablesVersion}`

/** A name and the way it is read. */
export interface SearchName {
  readonly text: string
  readonly naming: Naming
}

/** What of an archive can be found by words. */
export interface SearchDocument {
  /** The archive's own name first, then former names and contacts. */
  readonly names: readonly SearchName[]
  /** Address, entries, titles of materials … */
  readonly texts: readonly string[]
  readonly phones: readonly string[]
}

/** Marks in front of terms that are not text; folding leaves none of them in any text. */
export const marks = { syllable: '§', initials: '¦', phone: '¬' } as const

/**
 * The terms of an archive, separated by spaces, each once, for a contentless FTS5 column
 * (`content='' detail=none columnsize=0 tokenize='ascii'`). The same document always gives the same
 * text, so it can be deleted again: signs (Han and the like) singly and in pairs, words of Latin
 * letters and digits, phones in runs of four digits, and the names' syllables and pairs of initials.
 */
export function indexTerms(document: SearchDocument): string {
  begin()
  for (const name of document.names) {
    const plain = plainText(name.text)
    addText(simplify(plain))
    addPinyin(plain, name.naming)
  }
  for (const text of document.texts) addText(simplify(plainText(text)))
  for (const phone of document.phones) addPhone(phone)
  return terms
}

// Made anew for every document, kept between them: this is the innermost loop of an import.
let terms = ''
const seen = new NumberSet()
const seenWords = new Set<string>()

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

function addTerm(term: string): void {
  terms = terms === '' ? term : terms + ' ' + term
}

function addWord(word: string): void {
  if (seenWords.has(word)) return
  seenWords.add(word)
  addTerm(word)
}

const isMain = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff

/** Words as they are; signs singly and in pairs, the pairs across punctuation but not across words. */
function addText(folded: string): void {
  let before = ''
  for (let at = 0; at < folded.length; at++) {
    const unit = folded.charCodeAt(at)
    if (isMain(unit)) {
      const sign = folded[at]!
      if (seen.add(oneSign + unit)) addTerm(sign)
      if (before !== '') addPair(before, sign)
      before = sign
    } else if (unit < 128) {
      const end = endOfWord(folded, at)
      if (end === at) continue
      addWord(folded.slice(at, end))
      before = ''
      at = end - 1
    } else {
      const sign = String.fromCodePoint(folded.codePointAt(at)!)
      at += sign.length - 1
      if (sortOf(sign.codePointAt(0)!) === 'none') continue
      addWord(sign)
      if (before !== '') addPair(before, sign)
      before = sign
    }
  }
}

function addPair(first: string, second: string): void {
  const one = first.charCodeAt(0)
  const two = second.charCodeAt(0)
  if (!isMain(one) || !isMain(two)) return addWord(first + second)
  if (seen.add((one - 0x4e00) * 0x5200 + two - 0x4e00)) addTerm(first + second)
}

function endOfWord(folded: string, start: number): number {
  let end = start
  while (end < folded.length && isWordUnit(folded.charCodeAt(end))) end++
  return end
}

const isWordUnit = (unit: number): boolean =>
  (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57)

/** Syllables, and pairs of initials where letters follow each other; Latin runs are spelt. */
function addPinyin(plain: string, naming: Naming): void {
  const surname = surnameOf(plain, naming)
  let before: readonly number[] = []
  for (let at = 0; at < plain.length; at++) {
    const unit = plain.charCodeAt(at)
    const reading = surname?.[at] ?? readingOf(unit)
    if (reading) {
      addSyllables(reading)
      addInitials(before, reading.initials)
      before = reading.initials
    }
  }
}

const syllableTerms: string[] = []

function addSyllables(reading: Reading): void {
  for (const id of reading.ids) {
    if (!seen.add(oneSyllable + id)) continue
    addTerm((syllableTerms[id] ??= marks.syllable + allSyllables()[id]!))
  }
}

function addInitials(before: readonly number[], after: readonly number[]): void {
  for (const one of before) {
    for (const two of after) {
      if (!seen.add(twoInitials + one * 256 + two)) continue
      addTerm(marks.initials + String.fromCharCode(one, two))
    }
  }
}

function addPhone(phone: string): void {
  let run = 0
  let length = 0
  for (let at = 0; at < phone.length; at++) {
    const digit = phone.charCodeAt(at) - 48
    if (digit >= 0 && digit <= 9) {
      run = (run * 10 + digit) % 10000
      if (++length >= 4 && seen.add(fourDigits + run)) {
        addTerm(marks.phone + String(run + 10000).slice(1))
      }
    }
  }
}
