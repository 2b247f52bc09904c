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
 * Every number that a name may say under a pattern, the longest first. A number ends where letters
 * and digits end, or before the text of the pattern.
 */
export function candidatesIn(name: string, { before, after }: FileMatch): readonly Candidate[] {
  const plain = name.normalize('NFC')
  const [whole] = nameAndEnding(plain)
  const starts = startsOf(plain, before)
  const found = starts.flatMap((start) =>
    endsAfter(plain, start, after).map((end) => ({
      number: plain.slice(start, end),
      title: titleLeft(plain, whole, start, end),
    })),
  )
  return found.toSorted((a, b) => b.number.length - a.number.length)
}

/** Positions at which the number may begin. */
function startsOf(name: string, before: string): number[] {
  const fits = expressionOf(before)
  const starts: number[] = []
  for (let at = 0; at < name.length; at += 1)
    if (isCode(name[at]) && !isCode(name[at - 1]) && fits.test(name.slice(0, at))) starts.push(at)
  return starts
}

/** Positions at which it may end: followed by something else than a letter or digit, or the end. */
function endsAfter(name: string, start: number, after: string): number[] {
  const fits = expressionOf(after)
  const [whole] = nameAndEnding(name)
  const ends: number[] = []
  for (let at = start + 1; at <= name.length && at - start <= 64; at += 1) {
    if (!isCode(name[at - 1]) || isCode(name[at])) continue
    // an ending may be left out of the pattern: `{number}` fits `RG2025-0001.pdf`
    const isFit = fits.test(name.slice(at)) || (at <= whole.length && fits.test(whole.slice(at)))
    if (isFit) ends.push(at)
  }
  return ends
}

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
function titleLeft(name: string, whole: string, start: number, end: number): string {
  const rest = `${whole.slice(0, start)} ${whole.slice(end)}`.replaceAll(
    /^[\s\-_.·—–]+|[\s\-_.·—–]+$/g,
    '',
  )
  return titleFrom(rest === '' ? name : `${rest}.x`)
}
