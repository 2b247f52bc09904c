import { nameAndEnding, titleFrom } from './file-name.ts'
import { Refusal } from './refusal.ts'

/** How names of files tell archives: `{number}-*`. `*` is anything, `?` one character. */
export interface FileMatch {
  readonly pattern: string
  readonly before: string
  readonly after: string
}

/** The number first, then anything. */
export const usualMatch = '{number}*'

/** @throws Refusal match.bad unless `{number}` stands in the pattern once */
export function readMatch(pattern: string): FileMatch {
  const [before, after, ...more] = pattern.normalize('NFKC').split('{number}')
  if (before === undefined || after === undefined || more.length > 0 || /[/\\]/.test(pattern))
    throw new Refusal('match.bad', { pattern })
  return { pattern, before, after }
}

/** A number that a file's name may say, and the title that is left beside it. */
export interface Candidate {
  readonly number: string
  readonly title: string
}

/**
 * Every number that a name may say under a pattern: those of Latin letters and digits first, the
 * longest of them before the others. None ends or begins between two letters or digits.
 */
export function candidatesIn(name: string, { before, after }: FileMatch): readonly Candidate[] {
  const plain = name.normalize('NFC')
  const [whole] = nameAndEnding(plain)
  const starts = startsOf(whole, expressionOf(before))
  const found = starts.flatMap((start) =>
    endsAfter(plain, whole, start, expressionOf(after)).map((end) => ({
      number: plain.slice(start, end),
      title: titleLeft(plain, whole.slice(0, start), whole.slice(end)),
    })),
  )
  return found.toSorted(
    (a, b) =>
      Number(han.test(a.number)) - Number(han.test(b.number)) || b.number.length - a.number.length,
  )
}

/** Most numbers have none: 鸿借字第001号 does. */
const han = /\p{Script=Han}/u
const mostCharacters = 64

/** Positions at which the number may begin. */
const startsOf = (whole: string, fits: RegExp): number[] =>
  positions(whole.length).filter(
    (at) => isWord(whole[at]) && isEdge(whole, at) && fits.test(whole.slice(0, at)),
  )

/** Positions at which it may end; the file's ending may be left out of the pattern. */
const endsAfter = (name: string, whole: string, start: number, fits: RegExp): number[] =>
  positions(Math.min(whole.length, start + mostCharacters) + 1).filter(
    (at) =>
      at > start &&
      isWord(whole[at - 1]) &&
      isEdge(whole, at) &&
      (fits.test(name.slice(at)) || fits.test(whole.slice(at))),
  )

const positions = (count: number): number[] => Array.from({ length: count }, (_, at) => at)

const isWord = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character)

/** Not between two Latin letters or digits. */
const isEdge = (text: string, at: number): boolean => !(isCode(text[at - 1]) && isCode(text[at]))

const isCode = (character: string | undefined): boolean =>
  character !== undefined && /[\p{Script=Latin}\p{Nd}]/u.test(character)

function expressionOf(part: string): RegExp {
  const source = [...part].map((character) => {
    if (character === '*') return '.*'
    if (character === '?') return '.'
    return character.replace(/[.+^${}()|[\]\\]/, String.raw`\$&`)
  })
  return new RegExp(`^${source.join('')}$`, 'isu')
}

/** What the name says besides the number; the whole name where that is nothing. */
function titleLeft(name: string, ...beside: readonly string[]): string {
  const words = beside.map((part) => part.replaceAll(/^[\s\-_.·—–]+|[\s\-_.·—–]+$/g, ''))
  const rest = words.filter((word) => word !== '').join(' ')
  return titleFrom(rest === '' ? name : `${rest}.x`)
}
