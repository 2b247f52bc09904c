import type { CellObject, WorkSheet } from '@e965/xlsx'
import { headingRowAmong } from '../domain/heading-row.ts'
import type { CsvRecord } from './csv-records.ts'
import { spreadsheetText } from './csv-write.ts'
import { cellText } from './workbook-cell.ts'
import { workbookLimits } from './workbook-limits.ts'

/** A sheet as a list: its headings, and what comes under them. */
export interface SheetList {
  readonly headings: readonly string[]
  /** The row that has the headings, from 1. */
  readonly headingLine: number
  /** Rows under the headings that are not to be seen; they are taken like any other. */
  readonly hiddenRows: number
  readonly lines: number
  readonly records: Iterator<CsvRecord>
}

type Rows = readonly (readonly (CellObject | undefined)[] | undefined)[]

/** Rows in which headings are looked for. */
const head = 30

const rowsOf = (sheet: WorkSheet): Rows => (sheet['!data'] ?? []) as Rows

const says = (cell: CellObject | undefined): boolean => cellText(cell, false).trim() !== ''

/** Something stands in it. */
export const isWritten = (sheet: WorkSheet): boolean => rowsOf(sheet).some((row) => row?.some(says))

/** It has several rows, or several headings; a cover has a title. */
export function isTable(sheet: WorkSheet): boolean {
  let found = 0
  for (const row of rowsOf(sheet)) {
    const cells = row?.filter(says).length ?? 0
    if (cells > 1 || (cells > 0 && ++found > 1)) return true
  }
  return false
}

/** A sheet as a list; cells come as they would in a csv file, so that `plainCell` reads both. */
export function sheetList(sheet: WorkSheet, is1904: boolean): SheetList {
  fillDown(sheet)
  const rows = rowsOf(sheet)
  const textsOf = (at: number): string[] =>
    Array.from(rows[at] ?? [], (cell) => spreadsheetText(cellText(cell, is1904)))
  const first = Array.from({ length: Math.min(rows.length, head) }, (_, at) => textsOf(at))
  const at = headingRowAmong(first)
  const headings = withoutBlankEnd(first[at] ?? [])
  const hidden = (sheet['!rows'] ?? []).filter((row, line) => line > at && row?.hidden)
  return {
    headings,
    headingLine: at + 1,
    hiddenRows: hidden.length,
    lines: rows.length,
    records: recordsFrom(textsOf, at + 1, rows.length, headings.length),
  }
}

function* recordsFrom(
  textsOf: (at: number) => string[],
  from: number,
  to: number,
  width: number,
): Generator<CsvRecord, void, undefined> {
  for (let at = from; at < to; at++) {
    const cells = withoutBlankEnd(textsOf(at))
    while (cells.length < width) cells.push('')
    yield { cells, line: at + 1, ragged: cells.length !== width }
  }
}

function withoutBlankEnd(cells: readonly string[]): string[] {
  let length = cells.length
  while (length > 0 && (cells[length - 1] ?? '').trim() === '') length--
  return cells.slice(0, length)
}

/** What is written once over several rows is meant of each of them. */
function fillDown(sheet: WorkSheet): void {
  const rows = (sheet['!data'] ?? []) as (CellObject | undefined)[][]
  let left = workbookLimits.cells
  for (const { s: from, e: to } of sheet['!merges'] ?? []) {
    const said = rows[from.r]?.[from.c]
    const last = Math.min(to.r, rows.length - 1)
    left -= Math.max(0, last - from.r)
    if (said === undefined || left < 0) continue
    for (let at = from.r + 1; at <= last; at++) {
      const row = (rows[at] ??= [])
      if (cellText(row[from.c], false) === '') row[from.c] = said
    }
  }
}
