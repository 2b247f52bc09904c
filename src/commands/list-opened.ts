import { basename } from 'node:path'
import { UsageFault } from '../cli/failure.ts'
import { describeCsv, readRecords, type CsvRecord } from '../exchange/csv-read.ts'
import type { encodings } from '../exchange/encoding.ts'
import { openSource, type ChunkSource } from '../exchange/source.ts'
import type { Desk } from './desk.ts'

/** A list that was handed in: opened, told apart, its headings read. */
export interface OpenedList {
  /** As it was given. */
  readonly path: string
  /** As it is kept and listed: nothing in it acts on a terminal. */
  readonly fileName: string
  readonly source: ChunkSource
  readonly shape: ReturnType<typeof describeCsv>
  readonly headings: readonly string[]
  /** What comes behind the headings. */
  readonly records: Iterator<CsvRecord>
}

/** Opens the list that the line names, or asks for it; closes it whatever comes of it. */
export async function withList(
  desk: Desk,
  given: string | undefined,
  said: { readonly encoding?: (typeof encodings)[number]; readonly delimiter?: string },
  work: (list: OpenedList) => Promise<void>,
): Promise<void> {
  const question = { kind: 'text', message: desk.text.import.run.file, option: '<file>' } as const
  const { file: path } = await desk.ask(
    { file: question },
    given === undefined ? {} : { file: given },
  )
  const { encoding } = said
  const delimiter = delimiterIn(desk, said.delimiter)
  const source = openSource(path, desk.stdin)
  try {
    const shape = describeCsv(source, { encoding, delimiter })
    const records = readRecords(source, shape)
    const heading = records.next()
    const headings = heading.done ? [] : heading.value.cells
    await work({ path, fileName: fileNameOf(path), source, shape, headings, records })
  } finally {
    source.close()
  }
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
