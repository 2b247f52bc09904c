import { Refusal } from '../domain/refusal.ts'
import { cellEnd, closingQuote, cr, isLonger, lf, quote, unescape } from './csv-cells.ts'
import { type Blocks, lineBreaksIn } from './text-blocks.ts'

/** One row of a table. Quoted cells are unquoted; nothing is trimmed. */
export interface CsvRecord {
  cells: string[]
  /** The line of the file on which it begins, from 1. */
  line: number
  /** It has fewer or more cells than the first. */
  ragged: boolean
}

export interface CsvLimits {
  /** The longest cell, as UTF-8; a row which is longer than a cell may be is refused likewise. */
  cellBytes: number
  columns: number
}

/**
 * RFC 4180 and what programs really write: LF, CRLF and CR, even mixed; blank lines (skipped);
 * a quote in the middle of a cell, or text behind the closing one (the cell is taken as it
 * stands). Throws `csv.unclosed-quote`, `csv.cell-too-long`, `csv.too-many-columns`.
 *
 * By hand, because csv-parse costs several times as much a row and an import has 31 µs in all;
 * csv-parse is the oracle in the tests. Cells may be slices of the text of a whole block: who
 * keeps many of them for long keeps the blocks.
 *
 * @param delimiter one UTF-16 unit, or it is a RangeError
 * @param line of the file, with which the blocks begin
 */
export function* parseRecords(
  blocks: Blocks,
  delimiter: string,
  limits: CsvLimits,
  line = 1,
): Generator<CsvRecord, void, undefined> {
  if (delimiter.length !== 1) throw new RangeError(`a delimiter of ${delimiter.length} units`)
  const scanner = new Scanner(delimiter, limits, line)
  let width = 0
  while (scanner.feed(blocks)) {
    for (let cells = scanner.record(); cells; cells = scanner.record()) {
      width ||= cells.length
      yield { cells, line: scanner.beganOn, ragged: cells.length !== width }
    }
  }
}

class Scanner {
  /** The line on which the last record began. */
  beganOn = 0
  readonly #delimiter: string
  readonly #limits: CsvLimits
  #text = ''
  /** Where the next record begins, and its line. */
  #at = 0
  #line: number
  /** Where the next of each is, from #at on; -1: not looked for, length of the text: nowhere. */
  #lf = -1
  #cr = -1
  #quote = -1
  /** Likewise of the delimiter: looked for anew in each row, it would cost a column the square. */
  #next = -1
  /** The quote which the end of the text found open. */
  #opened = -1

  constructor(delimiter: string, limits: CsvLimits, line: number) {
    this.#delimiter = delimiter
    this.#limits = limits
    this.#line = line
  }

  /** Takes another block behind what is left of the last: a record whose end is not there yet. */
  feed(blocks: Blocks): boolean {
    const rest = this.#text.slice(this.#at)
    const { cellBytes } = this.#limits
    if (isLonger(rest, cellBytes)) this.#refuseLength(this.#lineOfOpened())
    const block = blocks.next(() => this.#line + lineBreaksIn(rest))
    if (block === undefined && rest !== '') {
      throw new Refusal('csv.unclosed-quote', { line: this.#lineOfOpened() })
    }
    this.#text = rest + (block ?? '')
    this.#at = 0
    this.#lf = this.#cr = this.#quote = this.#next = this.#opened = -1
    return block !== undefined
  }

  /** Undefined when the text is at its end, or ends within quotes. */
  record(): string[] | undefined {
    while (this.#at < this.#text.length) {
      const at = this.#at
      if (this.#lf < at) this.#lf = this.#find('\n', at)
      if (this.#cr < at) this.#cr = this.#find('\r', at)
      if (this.#quote < at) this.#quote = this.#find('"', at)
      const end = this.#lf < this.#cr ? this.#lf : this.#cr
      this.beganOn = this.#line
      if (this.#quote < end) return this.#quotedRecord()
      if (end > at) return this.#plainRecord(at, end)
      this.#pass(end)
    }
    return undefined
  }

  #plainRecord(at: number, end: number): string[] {
    const text = this.#text
    const cells: string[] = []
    let from = at
    if (this.#next < at) this.#next = this.#find(this.#delimiter, at)
    while (this.#next < end) {
      cells.push(text.slice(from, this.#next))
      from = this.#next + 1
      this.#next = this.#find(this.#delimiter, from)
    }
    cells.push(text.slice(from, end))
    return this.#complete(cells, end)
  }

  #quotedRecord(): string[] | undefined {
    const text = this.#text
    const delimiter = this.#delimiter.charCodeAt(0)
    const cells: string[] = []
    for (let from = this.#at; ;) {
      const isQuoted = text.charCodeAt(from) === quote
      const close = isQuoted ? closingQuote(text, from + 1) : -1
      if (close === text.length) {
        this.#opened = from
        return undefined
      }
      const end = cellEnd(text, isQuoted ? close + 1 : from, delimiter)
      const isWhole = isQuoted && end === close + 1
      cells.push(isWhole ? unescape(text.slice(from + 1, close)) : text.slice(from, end))
      if (text.charCodeAt(end) !== delimiter) return this.#complete(cells, end)
      from = end + 1
    }
  }

  #complete(cells: string[], end: number): string[] {
    const { columns, cellBytes } = this.#limits
    if (cells.length > columns) {
      const facts = { line: this.#line, columns: cells.length, limit: columns }
      throw new Refusal('csv.too-many-columns', facts)
    }
    if ((end - this.#at) * 3 > cellBytes && cells.some((cell) => isLonger(cell, cellBytes))) {
      this.#refuseLength(this.#line)
    }
    this.#pass(end)
    return cells
  }

  /** Goes behind the line break at the end of a record. */
  #pass(end: number): void {
    const text = this.#text
    if (this.#lf < end || this.#cr < end) this.#line += lineBreaksIn(text, this.#at, end)
    this.#line += 1
    this.#at = text.charCodeAt(end) === cr && text.charCodeAt(end + 1) === lf ? end + 2 : end + 1
  }

  #find(what: string, from: number): number {
    const at = this.#text.indexOf(what, from)
    return at < 0 ? this.#text.length : at
  }

  #lineOfOpened(): number {
    return this.#line + lineBreaksIn(this.#text, this.#at, Math.max(this.#at, this.#opened))
  }

  #refuseLength(line: number): never {
    throw new Refusal('csv.cell-too-long', { line, limitBytes: this.#limits.cellBytes })
  }
}
