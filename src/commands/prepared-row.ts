import { keysOf } from '../domain/duplicates.ts'
import { rowText } from '../domain/import-row.ts'
import type { Policy } from '../domain/policy.ts'
import { rowRead, type RowRead, type RowRules } from '../domain/row-reading.ts'
import { indexTerms } from '../domain/search-terms.ts'
import type { CsvRecord } from '../exchange/csv-read.ts'
import { plainCell } from '../exchange/csv-write.ts'
import { digester } from '../store/digests.ts'
import { ownCells, type OwnCells } from '../store/intake-row.ts'
import { documentOf } from '../store/terms.ts'

/**
 * A row of a list, made ready as far as that goes without a look into the register. Without names,
 * because threads hand it over by the hundred thousand, and names would cost three times as much.
 */
export type PreparedRow = readonly [
  line: number,
  /** As they stand in the file, with NUL (which no list may have) between them. */
  cells: string,
  digest: bigint,
  /** The number that it brings along. */
  number: string | null,
  /** Null: something stands against opening it. */
  own: OwnCells | null,
  terms: string,
]

/** Everything that makes a row what it comes to. */
export interface Preparation extends RowRules {
  /** Under which keys are kept: that of the day it really is. */
  readonly keyingPolicy: Policy
  readonly digestKey: Uint8Array
}

/** Makes rows ready, one by one. */
export function preparer(rules: Preparation): (record: CsvRecord) => PreparedRow {
  const digestOf = digester(rules.digestKey)
  return ({ line, cells }) => {
    const plain = plainCells(cells)
    const digest = digestOf(rowText(plain, rules.columns, rules.type))
    const { draft, opening } = rowRead(plain, rules)
    const number = draft.values.get('number') ?? null
    const whole = cells.join('\0')
    if (!opening) return [line, whole, digest, number, null, '']
    const own = ownCells(opening, keysOf(opening, rules.keyingPolicy))
    return [line, whole, digest, number, own, indexTerms(documentOf(opening))]
  }
}

/** The row as the file has it. */
export const recordIn = ([line, cells]: PreparedRow): Pick<CsvRecord, 'line' | 'cells'> => ({
  line,
  cells: cells.split('\0'),
})

/** Reads a row once more, where its values or problems are asked for: that is rare. */
export const readAgain = (row: PreparedRow, rules: RowRules): RowRead =>
  rowRead(plainCells(recordIn(row).cells), rules)

/** Cells without what an export put on; most rows have none, and are not copied. */
const plainCells = (cells: string[]): string[] =>
  cells.some((cell) => cell.charCodeAt(0) === 39) ? cells.map(plainCell) : cells
