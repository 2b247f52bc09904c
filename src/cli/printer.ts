import { Refusal } from '../domain/refusal.ts'
import { nearest } from '../domain/suggest.ts'
import { alignedLines, looked } from './aligned.ts'
import type { Paint } from './paint.ts'
import { safe, safeJson, safeLines } from './safe.ts'
import type { Stream } from './streams.ts'

export const formats = ['table', 'json', 'ndjson', 'csv'] as const
export type Format = (typeof formats)[number]

/** A column of a listing: `key` is what machines are told, `heading` what people read. */
export interface Column<Row> {
  readonly key: string
  readonly heading: string
  /** The value for machines: text, number, null or more. */
  readonly value: (row: Row) => unknown
  /** What people read where it is not the value itself. */
  readonly shown?: (row: Row) => string
  /** Asked for by name only (`--fields`), and always there for machines. */
  readonly besides?: boolean
}

/** How results are given: decided once, from the options. */
export interface Manner {
  readonly format: Format
  readonly fields: readonly string[] | undefined
  readonly quiet: boolean
  /** Translated headings in csv. */
  readonly headings: boolean
  /** One csv record, without its line end. */
  readonly csvLine: (cells: readonly string[]) => string
  /** Colours of stdout. */
  readonly paint: Paint
  /** Small tables for a terminal, where one will be shown: loaded beforehand (see `Desk`). */
  readonly tables: Tables | undefined
}

/** Lines of a small table: headings, rows, columns of the terminal, how headings are set off. */
export type Tables = (
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  terminal: number,
  heading: (text: string) => string,
) => readonly string[]

type Record_ = Readonly<Record<string, unknown>>

/** Says results on stdout and everything else on stderr. */
export class Printer {
  readonly out: Stream
  readonly err: Stream
  readonly manner: Manner

  constructor(out: Stream, err: Stream, manner: Manner) {
    this.out = out
    this.err = err
    this.manner = manner
  }

  /** For people on stderr, after what was said before it; nothing under `--quiet`. */
  notice(...lines: readonly string[]): void {
    if (this.manner.quiet) return
    this.out.flush()
    for (const line of lines) this.err.write(`${safeLines(line)}\n`)
  }

  /** Somebody watches, and wants to: progress may be drawn on stderr. */
  get isWatched(): boolean {
    return this.err.isTerminal && !this.manner.quiet
  }

  /** Text that is the result itself: a form, a script, a document. Written as it is. */
  raw(text: string): void {
    this.out.write(text)
  }

  /** A file's own bytes, where they are the result. */
  bytes(piece: Uint8Array): void {
    this.out.bytes(piece)
  }

  /** One result: an object for machines, lines for people. */
  result(value: Record_, human: () => readonly string[]): void {
    if (this.manner.format === 'table' && !this.manner.fields)
      for (const line of human()) this.out.write(`${safeLines(line)}\n`)
    else this.#machines([this.#chosen(value)], true)
  }

  /** Many results: an array for machines, `human` lines for people. */
  results(values: readonly Record_[], human: () => readonly string[]): void {
    if (this.manner.format === 'table' && !this.manner.fields)
      for (const line of human()) this.out.write(`${safeLines(line)}\n`)
    else
      this.#machines(
        values.map((value) => this.#chosen(value)),
        false,
      )
  }

  /** A listing of any size, streamed. Returns how many rows there were. */
  listing<Row>(rows: Iterable<Row>, columns: readonly Column<Row>[]): number {
    const chosen = this.#columns(columns)
    if (this.manner.format !== 'table') return this.#machines(valuesOf(rows, chosen), false, chosen)
    return this.#table(rows, chosen)
  }

  #table<Row>(rows: Iterable<Row>, columns: readonly Column<Row>[]): number {
    let count = 0
    const cellsOf = (row: Row) => {
      count += 1
      return columns.map((column) => safe(shownBy(column, row)))
    }
    const source = rows[Symbol.iterator]()
    try {
      const { first, rest } = begun(source, cellsOf)
      for (const line of this.#lined(
        columns.map(({ heading }) => heading),
        first,
        rest,
      ))
        this.out.write(`${line}\n`)
    } finally {
      source.return?.()
    }
    return count
  }

  #lined(
    headings: readonly string[],
    first: readonly (readonly string[])[],
    rest: Iterable<readonly string[]> | undefined,
  ): Iterable<string> {
    const { tables, paint } = this.manner
    const width = this.out.isTerminal ? (this.out.columns ?? 80) : undefined
    if (first.length === 0) return []
    if (tables && width !== undefined && rest === undefined)
      return tables(headings, first, width, paint.heading)
    return alignedLines(headings, first, rest ?? [], width, paint.heading)
  }

  #columns<Row>(columns: readonly Column<Row>[]): readonly Column<Row>[] {
    const { fields, format } = this.manner
    if (!fields) return format === 'table' ? columns.filter(({ besides }) => !besides) : columns
    return fields.map((field) => {
      const found = columns.find(({ key }) => key === field)
      if (!found)
        throw unknownField(
          field,
          columns.map(({ key }) => key),
        )
      return found
    })
  }

  #chosen(value: Record_): Record_ {
    const { fields } = this.manner
    if (!fields) return value
    const unknown = fields.find((field) => !(field in value))
    if (unknown !== undefined) throw unknownField(unknown, Object.keys(value))
    return Object.fromEntries(fields.map((field) => [field, value[field]]))
  }

  #machines<Row>(
    values: Iterable<Record_>,
    single: boolean,
    columns?: readonly Column<Row>[],
  ): number {
    if (this.manner.format === 'csv') return this.#csv(values, columns)
    if (this.manner.format === 'ndjson') return this.#lines(values, '', '\n', '')
    if (single) return this.#lines(values, '', '\n', '', 2)
    return this.#lines(values, '[\n', ',\n', '\n]\n')
  }

  /** JSON, an object a line; between array brackets where it is `json`. */
  #lines(
    values: Iterable<Record_>,
    begin: string,
    between: string,
    end: string,
    indent = 0,
  ): number {
    let count = 0
    this.out.write(begin)
    for (const value of values) {
      if (count > 0 && end !== '') this.out.write(between)
      this.out.write(safeJson(value, indent) + (end === '' ? between : ''))
      count += 1
    }
    this.out.write(count === 0 && begin !== '' ? ']\n' : end)
    return count
  }

  #csv<Row>(values: Iterable<Record_>, columns?: readonly Column<Row>[]): number {
    let count = 0
    const { csvLine, headings } = this.manner
    const begin = (keys: readonly string[]) => {
      const told = headings && columns ? columns.map(({ heading }) => heading) : keys
      this.out.write(`${csvLine(told)}\n`)
    }
    if (columns) begin(columns.map(({ key }) => key))
    for (const value of values) {
      if (count === 0 && !columns) begin(Object.keys(value))
      this.out.write(`${csvLine(Object.values(value).map(cellOf))}\n`)
      count += 1
    }
    return count
  }
}

/** The first rows of a listing, and the rest where there is more. */
function begun<Row>(source: Iterator<Row>, cellsOf: (row: Row) => readonly string[]) {
  const first: (readonly string[])[] = []
  let next = source.next()
  for (; !next.done && first.length < looked; next = source.next()) first.push(cellsOf(next.value))
  return { first, rest: next.done ? undefined : rest(next.value) }

  function* rest(row: Row) {
    yield cellsOf(row)
    for (let next = source.next(); !next.done; next = source.next()) yield cellsOf(next.value)
  }
}

const unknownField = (field: string, fields: readonly string[]) =>
  new Refusal('usage.unknown-field', { field, suggestion: nearest(field, fields), fields })

function* valuesOf<Row>(rows: Iterable<Row>, columns: readonly Column<Row>[]) {
  for (const row of rows) {
    const value: Record<string, unknown> = {}
    for (const column of columns) value[column.key] = column.value(row) ?? null
    yield value
  }
}

const shownBy = <Row>(column: Column<Row>, row: Row): string =>
  column.shown ? column.shown(row) : cellOf(column.value(row))

/** A value as the text of one cell. */
const cellOf = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? safeJson(value) : String(value)
}
