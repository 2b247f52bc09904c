import { phoneDigits, plainText, simplify, squeeze } from './characters.ts'
import { unitsOf } from './pinyin.ts'
import type { Unit } from './pinyin.ts'
import type { SearchDocument, SearchName } from './search-document.ts'
import type { Query, Word } from './search-query.ts'

/** What of an archive a word was found in; a contact's name counts as a name. */
export type MatchedBy = 'name' | 'pinyin' | 'phone' | 'text'

export interface Match {
  readonly by: MatchedBy
  /** 0 is best. Ranks of several words add up. */
  readonly rank: number
}

/** From best to worst; the archive's own name goes before other names of the same rank. */
const ranks = { exact: 0, start: 2, inside: 4, pinyin: 6, initials: 8, elsewhere: 10 } as const

/** Whether an archive has every word of a query, and how well: the index finds too much. */
export function matchesQuery(query: Query, document: SearchDocument): Match | undefined {
  if (query.words.length === 0) return undefined
  const matches = query.words.map((word) => matchesWord(word, document))
  if (matches.includes(undefined)) return undefined
  const found = matches as readonly Match[]
  const best = found.reduce((one, two) => (two.rank < one.rank ? two : one))
  const sum = found.reduce((total, { rank }) => total + rank, 0)
  return { by: best.by, rank: Math.min(sum, rankOfWhole(query, document)) }
}

/** A name typed with spaces in it is an exact match all the same. */
function rankOfWhole(query: Query, document: SearchDocument): number {
  const at = document.names.findIndex((name) => folded(name.text) === query.text)
  return at < 0 ? Infinity : ranks.exact + behindOf(at)
}

/** Former names and contacts come after the archive's own name. */
const behindOf = (at: number): number => (at === 0 ? 0 : 1)

/** Where an archive has a word, in the best of the places where it has it. */
export function matchesWord(word: Word, document: SearchDocument): Match | undefined {
  return best([
    ...document.names.map((name, at) => inName(word, name, behindOf(at))),
    inPhones(word, document.phones),
    document.texts.some((text) => folded(text).includes(word.text))
      ? { by: 'text', rank: ranks.elsewhere }
      : undefined,
  ])
}

const folded = (text: string): string => squeeze(simplify(plainText(text)))

function best(matches: readonly (Match | undefined)[]): Match | undefined {
  let found: Match | undefined
  for (const match of matches) if (match && !(found && found.rank <= match.rank)) found = match
  return found
}

function inName(word: Word, name: SearchName, behind: number): Match | undefined {
  const text = folded(name.text)
  const at = text.indexOf(word.text)
  if (at < 0) return inPinyin(word, name, behind)
  const rank = at > 0 ? ranks.inside : text === word.text ? ranks.exact : ranks.start
  return { by: 'name', rank: rank + behind }
}

function inPhones(word: Word, phones: readonly string[]): Match | undefined {
  if (word.digits === undefined) return undefined
  const numbers = phones.flatMap(phoneDigits)
  if (numbers.includes(word.digits)) return { by: 'phone', rank: ranks.exact }
  const isPart = numbers.some((number) => number.includes(word.digits!))
  return isPart ? { by: 'phone', rank: ranks.elsewhere } : undefined
}

function inPinyin(word: Word, name: SearchName, behind: number): Match | undefined {
  if (!/[a-z]/.test(word.text)) return undefined
  const units = unitsOf(name.text, name.naming)
  for (let from = 0; from < units.length; from++) {
    if (!mayBegin(units[from]!, word.text)) continue
    const way = readFrom(word.text, units, from)
    if (way === undefined) continue
    const rank = from > 0 ? ranks.elsewhere : ranks[way]
    return { by: 'pinyin', rank: rank + behind }
  }
  return undefined
}

/** Most names are passed over here: reading on costs a good deal more. */
const mayBegin = ({ text, readings }: Unit, word: string): boolean =>
  readings.some((syllable) => syllable[0] === word[0]) ||
  /^[0-9]/.test(text) ||
  simplify(text)[0] === word[0]

type Way = 'pinyin' | 'initials'

/** Reads the word as units of a name, each whole or by its initial, the last one perhaps unfinished. */
function readFrom(word: string, units: readonly Unit[], from: number): Way | undefined {
  let reached = new Map<number, Way>([[0, 'pinyin']])
  for (let at = from; at < units.length && reached.size > 0; at++) {
    const next = new Map<number, Way>()
    for (const [done, way] of reached) {
      for (const [to, how] of stepsOver(units[at]!, word, done)) {
        if (way === 'pinyin' && how === 'pinyin') next.set(to, 'pinyin')
        else if (!next.has(to)) next.set(to, 'initials')
      }
    }
    if (next.has(word.length)) return next.get(word.length)
    reached = next
  }
  return undefined
}

/** Where in the word one can be behind a unit of the name, and by which way. */
function stepsOver(unit: Unit, word: string, at: number): readonly (readonly [number, Way])[] {
  const steps: [number, Way][] = []
  if (/^[0-9]/.test(unit.text)) steps.push([at, 'initials'])
  if (word.startsWith(simplify(unit.text), at)) steps.push([at + unit.text.length, 'pinyin'])
  for (const syllable of unit.readings) {
    if (word.startsWith(syllable, at)) steps.push([at + syllable.length, 'pinyin'])
    else if (syllable.startsWith(word.slice(at))) steps.push([word.length, 'pinyin'])
    if (syllable[0] === word[at]) steps.push([at + 1, 'initials'])
    if (/^[zcs]h/.test(syllable) && word.startsWith(syllable.slice(0, 2), at)) {
      steps.push([at + 2, 'initials'])
    }
  }
  return steps
}
