import { join } from 'node:path'
import { writeFileSync } from 'node:fs'
import {
  utils,
  write,
  type BookType,
  type CellObject,
  type WorkBook,
  type WorkSheet,
} from '@e965/xlsx'
import { newRoom } from './program.ts'

export type Cells = readonly (readonly unknown[])[]

/** A sheet of these cells; `null` is empty, an object is a cell as the library has it. */
export function sheetOf(rows: Cells): WorkSheet {
  const plain = rows.map((row) => row.map((cell) => (isCell(cell) ? null : cell)))
  const sheet = utils.aoa_to_sheet(plain as unknown[][])
  for (const [at, row] of rows.entries())
    for (const [column, cell] of row.entries())
      if (isCell(cell)) sheet[utils.encode_cell({ r: at, c: column })] = cell
  const width = Math.max(...rows.map((row) => row.length))
  sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length - 1, c: width - 1 } })
  return sheet
}

const isCell = (cell: unknown): cell is CellObject =>
  typeof cell === 'object' && cell !== null && 't' in cell

export function bookOf(named: Readonly<Record<string, WorkSheet>>): WorkBook {
  const book = utils.book_new()
  for (const [name, sheet] of Object.entries(named)) utils.book_append_sheet(book, sheet, name)
  return book
}

/** A workbook in a file; gives its path. */
export function saved(book: WorkBook, name: string, bookType: BookType = 'xlsx'): string {
  const path = join(newRoom(), name)
  writeFileSync(path, write(book, { type: 'buffer', bookType, compression: true }) as Uint8Array)
  return path
}

/** One sheet, 客户, in a file. */
export const listIn = (rows: Cells, name = 'list.xlsx', bookType: BookType = 'xlsx'): string =>
  saved(bookOf({ 客户: sheetOf(rows) }), name, bookType)
