import { plainText, simplify, sortOf, squeeze } from './characters.ts'
import { all, any, prefix, term } from './fts.ts'
import { pinyinExpressions } from './pinyin-query.ts'
import { marks } from './search-document.ts'

/** One word of a query: what to ask the index, and what to check the candidates for. */
export interface Word {
  /** Folded, without punctuation. */
  readonly text: string
  /** The digits of what may be (a part of) a phone number: four or more. */
  readonly digits: string | undefined
  /** A valid FTS5 expression. It finds every match and some more: check with `matchesWord`. */
  readonly match: string
  /**
   * For a single sign: the expression that finds it in names, and at the end of texts, quickly.
   * `match` finds it everywhere, which takes long where it is common: ask that only for more.
   */
  readonly quick?: string
}

export interface Query {
  /** Each distinct word once; words without a letter, digit or character are left out. */
  readonly words: readonly Word[]
  /** All words, as one FTS5 expression; null when there is nothing to ask. */
  readonly match: string | null
  /** The whole input as one word: it may be a name with spaces in it. */
  readonly text: string
}

// Of very long inputs the index is asked for a part; the check sees all of it.
const mostWords = 32
const mostPairs = 64

/** Reads what somebody typed; any input whatever gives a query that FTS5 accepts. */
export function parseQuery(input: string): Query {
  const found = isSpacedPhone(input) ? [input] : input.split(/\s+/)
  const words = new Map<string, Word>()
  for (const one of found.map(parseWord)) if (one && !words.has(one.text)) words.set(one.text, one)
  const asked = [...words.values()].slice(0, mostWords).map((word) => word.match)
  return {
    words: [...words.values()],
    match: asked.length === 0 ? null : all(asked),
    text: squeeze(simplify(plainText(input))),
  }
}

/** `138 0013 8000` is one number, not three words. */
function isSpacedPhone(input: string): boolean {
  const digits = input.replace(/[^0-9]/g, '').length
  return digits >= 7 && digits <= 20 && /^[-+0-9().\s]+$/.test(input)
}

/** A run of signs (across punctuation), or of Latin letters and digits. */
interface Piece {
  readonly sort: 'sign' | 'word'
  readonly text: string
}

function parseWord(input: string): Word | undefined {
  const folded = simplify(plainText(input))
  const pieces = piecesOf(folded)
  if (pieces.length === 0) return undefined
  const digits = digitsOf(pieces)
  const spelt = all(asked(pieces).map(pieceExpression))
  const [only] = pieces
  const single = pieces.length === 1 && only?.sort === 'sign' && [...only.text].length === 1
  return {
    text: squeeze(folded),
    digits,
    ...(single ? { quick: term(only.text) } : {}),
    match: digits === undefined ? spelt : any([spelt, phoneExpression(digits)]),
  }
}

function piecesOf(folded: string): readonly Piece[] {
  const pieces: { sort: 'sign' | 'word'; text: string }[] = []
  let open = false
  for (const char of folded) {
    const sort = sortOf(char.codePointAt(0)!)
    const last = pieces.at(-1)
    if (sort !== 'none' && last?.sort === sort && (open || sort === 'sign')) last.text += char
    else if (sort !== 'none') pieces.push({ sort, text: char })
    open = sort !== 'none'
  }
  return pieces
}

/** A single letter behind signs may be an initial (张三f): the check decides. */
function asked(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.filter(
    (piece, at) => !(/^[a-z]$/.test(piece.text) && pieces[at - 1]?.sort === 'sign'),
  )
}

function digitsOf(pieces: readonly Piece[]): string | undefined {
  const text = pieces.map((piece) => piece.text).join('')
  if (!/^[0-9]{4,}$/.test(text)) return undefined
  return text.replace(/^(?:00)?86(?=1[0-9]{10}$)/, '')
}

function phoneExpression(digits: string): string {
  const count = Math.min(digits.length - 3, mostPairs)
  return all(Array.from({ length: count }, (_, at) => term(marks.phone + digits.slice(at, at + 4))))
}

function pieceExpression({ sort, text }: Piece): string {
  if (sort === 'sign') return signs([...text])
  const word = text.length < 3 ? term(text) : prefix(text)
  return /^[a-z]{2,}$/.test(text) ? any([word, ...pinyinExpressions(text)]) : word
}

function signs(chars: readonly string[]): string {
  if (chars.length === 1) return prefix(chars[0]!)
  const count = Math.min(chars.length - 1, mostPairs)
  return all(Array.from({ length: count }, (_, at) => term(chars[at]! + chars[at + 1]!)))
}
