import { all, any, term } from './fts.ts'
import { allSyllables, isSyllable } from './pinyin.ts'
import { marks } from './search-document.ts'

const longestSyllable = 6
const mostLetters = 64
const mostInitials = 24
/** Ways to read one ambiguous stretch; a stretch with more of them (nanananana) is not asked for. */
const mostWays = 16

/**
 * Up to so many letters every way is asked for. More do not begin with initials if they can be
 * syllables (zhangsanfeng), and are initials only with at most one vowel: long lists cost time.
 */
const mostDoubtful = 6

/**
 * The ways in which two or more letters may stand for a name's pinyin, as FTS5 expressions:
 * initials, syllables (the last one may be unfinished), and syllables with initials on one side.
 */
export function pinyinExpressions(letters: string): readonly string[] {
  if (letters.length > mostLetters) return []
  // so many letters may be initials before or behind whole syllables (zsanfeng, zhangsf)
  const counts = [1, 2, 3].filter((count) => count < letters.length)
  const ways = [
    read(letters, true),
    ...counts.map((count) => initialsLast(letters, letters.length - count)),
    ...(isPlain(letters) ? [] : withInitialsFirst(letters, counts)),
  ]
  return ways.filter((way) => way !== undefined)
}

const isPlain = (letters: string): boolean =>
  letters.length > mostDoubtful && read(letters, false) !== undefined

const withInitialsFirst = (letters: string, counts: readonly number[]): (string | undefined)[] => [
  initials(letters),
  initials(letters.replace(/([zcs])h/g, '$1')),
  ...counts.map((count) => initialsFirst(letters, count)),
]

const pair = (first: string, second: string): string => term(marks.initials + first + second)

const pairs = (letters: string): string[] =>
  Array.from({ length: letters.length - 1 }, (_, at) => pair(letters[at]!, letters[at + 1]!))

function initials(letters: string): string | undefined {
  if (letters.length < 2 || letters.length > mostInitials) return undefined
  const vowels = letters.replace(/[^aeiouv]/g, '').length
  return letters.length > mostDoubtful && vowels > 1 ? undefined : all(pairs(letters))
}

function initialsLast(letters: string, from: number): string | undefined {
  const [whole, rest] = [letters.slice(0, from), letters.slice(from)]
  const syllables = read(whole, false)
  if (syllables === undefined) return undefined
  const lastStarts = starts(whole).map((at) => pair(whole[at]!, rest[0]!))
  return all([syllables, any(lastStarts), ...pairs(rest)])
}

function initialsFirst(letters: string, to: number): string | undefined {
  const syllables = read(letters.slice(to), true)
  return syllables === undefined ? undefined : all([...pairs(letters.slice(0, to + 1)), syllables])
}

/** Where a last syllable may begin. */
const starts = (letters: string): number[] =>
  [...letters].flatMap((_, at) => (isSyllable(letters.slice(at)) ? [at] : []))

/** A piece of the letters that is read as one syllable, or (`open`) as the beginning of one. */
interface Step {
  readonly from: number
  readonly to: number
  readonly expression: string
}

/**
 * All readings of the letters as syllables, as one expression: cut where every reading has a
 * boundary, each stretch between two cuts read in every way (xian: xian or xi an).
 */
function read(letters: string, open: boolean): string | undefined {
  const steps = usable(stepsOf(letters, open), letters.length)
  if (steps.length === 0) return undefined
  const cuts = [...new Set(steps.map((step) => step.from)), letters.length]
    .filter((at) => !steps.some((step) => step.from < at && at < step.to))
    .toSorted((one, two) => one - two)
  const stretches = cuts.slice(1).flatMap((to, at) => stretch(letters, steps, cuts[at]!, to) ?? [])
  const seams = cuts
    .slice(1, -1)
    .map((at) => any(lastBefore(steps, at).map((from) => seam(letters, from, at))))
  return stretches.length === 0 ? undefined : all([...stretches, ...seams])
}

/** Syllables that follow each other have their initials as a pair: few names have that by chance. */
const seam = (letters: string, before: number, at: number): string =>
  pair(letters[before]!, letters[at]!)

const lastBefore = (steps: readonly Step[], at: number): number[] =>
  steps.filter(({ to }) => to === at).map(({ from }) => from)

function stepsOf(letters: string, open: boolean): Step[] {
  const steps: Step[] = []
  for (let from = 0; from < letters.length; from++) {
    for (let to = from + 1; to <= Math.min(from + longestSyllable, letters.length); to++) {
      const piece = letters.slice(from, to)
      const expression = open && to === letters.length ? beginning(piece) : whole(piece)
      if (expression !== undefined) steps.push({ from, to, expression })
    }
  }
  return steps
}

const syllable = (letters: string): string => term(marks.syllable + letters)

const whole = (piece: string): string | undefined =>
  isSyllable(piece) ? syllable(piece) : undefined

/** One letter alone is an initial, unless it is a syllable by itself. */
function beginning(piece: string): string | undefined {
  if (piece.length === 1) return whole(piece)
  const begun = allSyllables().filter((one) => one.startsWith(piece))
  return begun.length === 0 ? undefined : any(begun.map(syllable))
}

/** Only the steps that lie on some way from the first letter to the last. */
function usable(steps: readonly Step[], length: number): Step[] {
  const reached = new Set([0])
  for (const step of steps) if (reached.has(step.from)) reached.add(step.to)
  const leading = new Set([length])
  for (const step of steps.toReversed()) if (leading.has(step.to)) leading.add(step.from)
  return steps.filter((step) => reached.has(step.from) && leading.has(step.to))
}

/** Every way from one cut to the next, or nothing when they are too many: the check in code decides. */
function stretch(
  letters: string,
  steps: readonly Step[],
  from: number,
  to: number,
): string | undefined {
  const ways: string[] = []
  const walk = (at: number, taken: readonly string[], before?: Step): void => {
    if (ways.length > mostWays) return
    if (at === to) ways.push(all(taken))
    else
      for (const step of steps.filter((it) => it.from === at)) {
        const seams = before ? [seam(letters, before.from, at)] : []
        walk(step.to, [...taken, step.expression, ...seams], step)
      }
  }
  walk(from, [])
  return ways.length > mostWays ? undefined : any(ways)
}
