import { basename } from 'node:path'
import { UsageFault } from '../cli/failure.ts'
import { describeCsv, readRecords, type CsvRecord, type CsvShape } from '../exchange/csv-read.ts'
import type { Encoding } from '../exchange/encoding.ts'
import { openSource, type ChunkSource } from '../exchange/source.ts'
import { looksLikeWorkbook, type WorkbookKind } from '../exchange/workbook-kind.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Desk } from './desk.ts'

/** What a list turned out to be. */
export interface ListShape {
  readonly encoding: Encoding | WorkbookKind
  /** Empty in a workbook. */
  readonly delimiter: string
  /** The sheet of a workbook that was read. */
  readonly sheet: string | null
}

/** How the line says that a list is to be read. */
export interface ListSaid {
  readonly encoding?: Encoding
  readonly delimiter?: string
  readonly sheet?: string
}

/** A list that was handed in: opened, told apart, its headings read. */
export interface OpenedList {
  /** As it was given. */
  readonly path: string
  /** As it is kept and listed: nothing in it acts on a terminal. */
  readonly fileName: string
  readonly source: ChunkSource
  readonly shape: ListShape
  /** Of a text: how its bytes are read. A workbook has none. */
  readonly text: CsvShape | undefined
  readonly headings: readonly string[]
  /** What comes behind the headings. */
  readonly records: Iterator<CsvRecord>
}

/** Opens the list that the line names, or asks for it; closes it whatever comes of it. */
export async function withList(
  desk: Desk,
  given: string | undefined,
  said: ListSaid,
  work: (list: OpenedList) => Promise<void>,
): Promise<void> {
  const question = { kind: 'text', message: desk.text.import.run.file, option: '<file>' } as const
  const { file: path } = await desk.ask(
    { file: question },
    given === undefined ? {} : { file: given },
  )
  const source = openSource(path, desk.stdin)
  try {
    const list = looksLikeWorkbook(source.sample)
      ? await sheetIn(desk, source, said.sheet)
      : textIn(desk, source, said)
    await work({ path, fileName: fileNameOf(path), ...list })
  } finally {
    source.close()
  }
}

type Opened = Omit<OpenedList, 'path' | 'fileName'>

function textIn(desk: Desk, source: ChunkSource, said: ListSaid): Opened {
  const delimiter = delimiterIn(desk, said.delimiter)
  const text = describeCsv(source, { encoding: said.encoding, delimiter })
  const { path } = source
  if (said.sheet !== undefined)
    throw new Refusal('workbook.no-workbook', { path, sheet: said.sheet })
  const records = readRecords(source, text)
  const heading = records.next()
  const headings = heading.done ? [] : heading.value.cells
  const shape = { encoding: text.encoding, delimiter: text.delimiter, sheet: null }
  return { source, shape, text, headings, records }
}

/** A sheet of a workbook, and what of it nobody would expect. */
async function sheetIn(desk: Desk, source: ChunkSource, wish: string | undefined): Promise<Opened> {
  const { openWorkbook } = await import('../exchange/workbook-read.ts')
  const list = openWorkbook(source, wish)
  const { kind, sheet, headings, headingLine, hiddenRows, sheets } = list
  const text = desk.text.import.run
  const others = sheets.filter((name) => name !== sheet)
  desk.say.notice(
    ...[text.sheet(sheet, others)],
    ...(headingLine > 1 ? [text.headingLine(headingLine)] : []),
    ...(hiddenRows > 0 ? [text.hiddenRows(hiddenRows)] : []),
  )
  const shape = { encoding: kind, delimiter: '', sheet }
  const bytes = source.bytes ?? list.lines
  const [records, share] = counted(list.records, list.lines)
  const read = {
    ...source,
    ...{ bytes, whole: true },
    get position() {
      return Math.round(share() * bytes)
    },
  }
  return { source: read, shape, text: undefined, headings, records }
}

/** Rows, and what share of the lines is behind the last of them. */
function counted(
  records: Iterator<CsvRecord>,
  lines: number,
): readonly [Iterator<CsvRecord>, () => number] {
  let line = 0
  const next = (): IteratorResult<CsvRecord> => {
    const it = records.next()
    line = it.done ? lines : it.value.line
    return it
  }
  return [{ next }, () => line / lines]
}

/** The last part of a path; nothing in it acts on a terminal. */
export const fileNameOf = (path: string): string =>
  basename(path).replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '\uFFFD')

/** One character, or the tab by name. @throws UsageFault */
function delimiterIn(desk: Desk, said: string | undefined): string | undefined {
  if (said === undefined) return undefined
  if (/^(tab|\\t)$/i.test(said)) return '\t'
  if (/^[^"\r\n]$/.test(said)) return said
  throw new UsageFault(desk.text.import.run.badDelimiter(said))
}
