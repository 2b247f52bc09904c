import { plainText, simplifyUnit, sortOf } from './characters.ts'
import type { Naming } from './fold.ts'
import { once } from './once.ts'
import { readingSets, readingTable, surnames, syllables } from './tables/han.ts'

/** How one character may be read. All lists run in parallel, the usual reading first. */
export interface Reading {
  /** Without tones, ü as v. */
  readonly syllables: readonly string[]
  /** Their places in the list of all syllables. */
  readonly ids: readonly number[]
  /** Their first letters, each once, as character codes. */
  readonly initials: readonly number[]
}

/** All syllables, sorted. */
export const allSyllables = once(() => syllables.split(' '))

const idOf = once(() => new Map(allSyllables().map((syllable, id) => [syllable, id])))

/** Whether the letters are one whole syllable. */
export const isSyllable = (letters: string): boolean => idOf().has(letters)

function reading(list: string): Reading {
  const own = list.split(',')
  const initials = [...new Set(own.map((syllable) => syllable.charCodeAt(0)))]
  return { syllables: own, ids: own.map((syllable) => idOf().get(syllable)!), initials }
}

const sets = once(() => readingSets.split(' ').map((set) => (set ? reading(set) : undefined)))

/** Read when the first Han character is met. */
const readings = once(() => readingTable)

/** The readings of one UTF-16 unit of a plain text, where it is a Han character that has any. */
export function readingOf(unit: number): Reading | undefined {
  if (unit < 0x4e00 || unit > 0x9fff) return undefined
  return sets()[readings().charCodeAt(unit - 0x4e00) - 0xac00]
}

const keyOf = (first: number, second: number): number => first * 0x10000 + second

/** By one simplified character, or by two (尉迟): a reading for each of them. */
const surnameReadings = once(() => {
  const entries = surnames.split(' ').map((entry): [number, readonly Reading[]] => {
    const [, name, list] = /^([^a-z]+)(.+)$/.exec(entry) as unknown as [string, string, string]
    return name.length > 1
      ? [keyOf(name.charCodeAt(0), name.charCodeAt(1)), list.split(',').map(reading)]
      : [name.charCodeAt(0), [reading(list)]]
  })
  return new Map(entries)
})

/** The readings that a plain name's first characters have because they are a surname (單 and 单: shan). */
export function surnameOf(plain: string, naming: Naming): readonly Reading[] | undefined {
  if (naming !== 'person') return undefined
  const first = simplifyUnit(plain.charCodeAt(0))
  const both = plain.length > 2 ? keyOf(first, simplifyUnit(plain.charCodeAt(1))) : -1
  return surnameReadings().get(both) ?? surnameReadings().get(first)
}

/** A name's piece that is read at once: one character, or a run of Latin letters or digits. */
export interface Unit {
  readonly text: string
  /** The character's syllables; the run, or a character without a reading, itself. */
  readonly readings: readonly string[]
}

/** The units of a name in order; spaces and punctuation are none. */
export function unitsOf(name: string, naming: Naming): readonly Unit[] {
  const plain = plainText(name)
  const surname = surnameOf(plain, naming)
  const units: Unit[] = []
  for (const [text] of plain.matchAll(/[a-z0-9]+|[^]/gu)) {
    if (sortOf(text.codePointAt(0)!) === 'none') continue
    const read = surname?.[units.length] ?? readingOf(text.charCodeAt(0))
    units.push({ text, readings: read?.syllables ?? [text] })
  }
  return units
}

/** All readings to be indexed, one entry for each unit of the name, the usual reading first. */
export function syllablesOf(name: string, naming: Naming): readonly (readonly string[])[] {
  return unitsOf(name, naming).map((unit) => unit.readings)
}

/** The first letters by the usual readings: 张三丰 is `zsf`; Latin and digits stand whole: 3m中国 `3mzg`. */
export function initialsOf(name: string, naming: Naming): string {
  return unitsOf(name, naming)
    .map(({ text, readings }) => (readings[0] === text ? text : readings[0]!.slice(0, 1)))
    .join('')
}
