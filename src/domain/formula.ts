/**
 * A condition over one archive, as a policy writes it: `nationality != 'CN'`,
 * `stage = 'signed' and (payment = 'loan' or not idCard)`, `age >= 18`, `origin in ('foreign', 'outside')`.
 * A key alone asks whether it has a value. What has none is the text ''.
 */
export type Formula =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Formula[] }
  | { readonly kind: 'not'; readonly part: Formula }
  | { readonly kind: 'present'; readonly key: string }
  | { readonly kind: 'among'; readonly key: string; readonly values: readonly string[] }
  | Comparison

/** Against a number only a value that is one compares; against a text all do, days in their order. */
export interface Comparison {
  readonly kind: 'compare'
  readonly key: string
  readonly operator: Operator
  readonly value: string | number
}

export const operators = ['!=', '<=', '>=', '=', '<', '>'] as const
export type Operator = (typeof operators)[number]

/** Where a formula cannot be read on, counted in characters from 1, and what was looked for there. */
export interface FormulaFault {
  readonly at: number
  readonly wanted: Wanted
}
export type Wanted = 'key' | 'value' | 'bracket' | 'end' | 'short'

/** A formula or why it is none; no code of the policy's is ever run. */
export function parseFormula(text: string): Formula | FormulaFault {
  if (text.length > longest) return { at: longest, wanted: 'short' }
  const reader = new FormulaReader(piecesOf(text))
  try {
    return reader.whole()
  } catch (thrown) {
    if (thrown instanceof Stumble) return { at: thrown.at, wanted: thrown.wanted }
    throw thrown
  }
}

export const isFault = (read: Formula | FormulaFault): read is FormulaFault => 'wanted' in read

/** Longer than anybody reads; it also bounds how deep brackets go. */
const longest = 500

class Stumble extends Error {
  readonly at: number
  readonly wanted: Wanted
  constructor(at: number, wanted: Wanted) {
    super(wanted)
    this.at = at
    this.wanted = wanted
  }
}

interface Piece {
  readonly kind: 'word' | 'text' | 'number' | 'sign' | 'end' | 'stray'
  readonly said: string
  readonly at: number
}

const shapes: readonly (readonly [Piece['kind'], RegExp])[] = [
  ['text', /'[^']*'|"[^"]*"/y],
  ['number', /-?\d+(?:\.\d+)?/y],
  ['word', /[A-Za-z][A-Za-z0-9]*/y],
  ['sign', /!=|<=|>=|==|[=<>(),]/y],
]

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let at = skipped(text, 0)
  while (at < text.length) {
    const piece = pieceAt(text, at)
    pieces.push({ ...piece, at: at + 1 })
    at = skipped(text, at + piece.said.length)
  }
  return [...pieces, { kind: 'end', said: '', at: text.length + 1 }]
}

function skipped(text: string, at: number): number {
  let next = at
  while (/\s/.test(text.charAt(next))) next += 1
  return next
}

function pieceAt(text: string, at: number): Omit<Piece, 'at'> {
  for (const [kind, shape] of shapes) {
    shape.lastIndex = at
    const found = shape.exec(text)?.[0]
    if (found !== undefined) return { kind, said: found }
  }
  return { kind: 'stray', said: text.charAt(at) }
}

/** Words that are no keys. */
const joints: ReadonlySet<string> = new Set(['and', 'or', 'not', 'in'])

class FormulaReader {
  readonly #pieces: readonly Piece[]
  #next = 0

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces
  }

  whole(): Formula {
    const formula = this.#either()
    if (this.#piece.kind !== 'end') throw this.#stumble('end')
    return formula
  }

  get #piece(): Piece {
    return this.#pieces[this.#next] as Piece
  }

  #stumble = (wanted: Wanted): Stumble => new Stumble(this.#piece.at, wanted)

  /** Goes on behind `said` where that is what comes. */
  #takes(said: string): boolean {
    const { kind, said: found } = this.#piece
    const isIt = kind !== 'text' && found === said
    if (isIt) this.#next += 1
    return isIt
  }

  #either(): Formula {
    return this.#joined('or', () => this.#both())
  }

  #both(): Formula {
    return this.#joined('and', () => this.#one())
  }

  #joined(joint: 'and' | 'or', part: () => Formula): Formula {
    const parts = [part()]
    while (this.#takes(joint)) parts.push(part())
    return parts.length === 1 ? (parts[0] as Formula) : { kind: joint, parts }
  }

  #one(): Formula {
    if (this.#takes('not')) return { kind: 'not', part: this.#one() }
    if (!this.#takes('(')) return this.#said()
    const inner = this.#either()
    if (!this.#takes(')')) throw this.#stumble('bracket')
    return inner
  }

  #said(): Formula {
    const { kind, said: key } = this.#piece
    if (kind !== 'word' || joints.has(key)) throw this.#stumble('key')
    this.#next += 1
    if (this.#takes('in')) return { kind: 'among', key, values: this.#values() }
    if (this.#takes('==')) return { kind: 'compare', key, operator: '=', value: this.#value() }
    const operator = operators.find((it) => this.#takes(it))
    return operator
      ? { kind: 'compare', key, operator, value: this.#value() }
      : { kind: 'present', key }
  }

  #value(): string | number {
    const { kind, said } = this.#piece
    if (kind !== 'text' && kind !== 'number') throw this.#stumble('value')
    this.#next += 1
    return kind === 'text' ? said.slice(1, -1) : Number(said)
  }

  #values(): string[] {
    if (!this.#takes('(')) throw this.#stumble('bracket')
    const values = [String(this.#value())]
    while (this.#takes(',')) values.push(String(this.#value()))
    if (!this.#takes(')')) throw this.#stumble('bracket')
    return values
  }
}

/** Does it hold, where `valueOf` gives the value of a key or ''? */
export function holds(formula: Formula, valueOf: (key: string) => string): boolean {
  switch (formula.kind) {
    case 'and':
      return formula.parts.every((part) => holds(part, valueOf))
    case 'or':
      return formula.parts.some((part) => holds(part, valueOf))
    case 'not':
      return !holds(formula.part, valueOf)
    case 'present':
      return valueOf(formula.key) !== ''
    case 'among':
      return formula.values.includes(valueOf(formula.key))
    case 'compare':
      return compares(formula, valueOf(formula.key))
  }
}

function compares({ operator, value }: Comparison, found: string): boolean {
  if (typeof value === 'string')
    return inOrder(operator, found < value ? -1 : found === value ? 0 : 1)
  return found === '' ? operator === '!=' : inOrder(operator, Math.sign(Number(found) - value))
}

const inOrder = (operator: Operator, order: number): boolean => {
  switch (operator) {
    case '=':
      return order === 0
    case '!=':
      return order !== 0
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
  }
}

/** One question about one key. */
export type Question = Exclude<Formula, { parts: readonly Formula[] } | { part: Formula }>

/** Every question that a formula asks. */
export function askedIn(formula: Formula): readonly Question[] {
  if ('part' in formula) return askedIn(formula.part)
  return 'parts' in formula ? formula.parts.flatMap(askedIn) : [formula]
}
