import { isBlankRow } from '../domain/import-row.ts'
import type { CsvRecord } from '../exchange/csv-read.ts'
import type { ChunkSource } from '../exchange/source.ts'
import { preparer, type Preparation, type PreparedRow } from './prepared-row.ts'

/** The rows of a list behind its headings, made ready one after the other. */
export interface Rows {
  /** Undefined at the end. Throws the `csv.*` refusals, `input.unreadable`. */
  next(): PreparedRow | undefined
  /** Bytes of the file that have been read. */
  readonly position: number
  close(): void
}

/** Rows that are made ready when they are asked for; a row of blank cells is none. */
export function rowsHere(
  source: ChunkSource,
  records: Iterator<CsvRecord>,
  preparation: Preparation,
): Rows {
  const prepare = preparer(preparation)
  return {
    next() {
      for (let it = records.next(); !it.done; it = records.next())
        if (!isBlankRow(it.value.cells)) return prepare(it.value)
      return undefined
    },
    get position() {
      return source.position
    },
    close: () => undefined,
  }
}
