import { writeXlsx } from 'hucre/xlsx'
import { sheetName, widthOf } from './sheet-text.ts'

// Loaded when a workbook is written, not before.

/** A sheet of a workbook: numbers stay numbers, texts stay texts whatever they look like. */
export interface Sheet {
  readonly name: string
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly SheetCell[])[]
}
export type SheetCell = string | number | boolean | null

export interface SheetColumn {
  readonly heading: string
  /** In characters. */
  readonly width?: number
  /** Numbers and dates that must stay as they are written. */
  readonly text?: boolean
  /** How a number is shown: `0.0%`. */
  readonly format?: string
}

/** A workbook as bytes: its headings are bold and stay in sight, columns are as wide as their cells. */
export async function workbookBytes(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const names = new Set<string>()
  const written = await writeXlsx({
    sheets: sheets.map(({ name, columns, rows }) => ({
      name: ownName(name, names),
      columns: columns.map((column, at) => ({
        header: column.heading,
        width: column.width ?? widthFor(column.heading, rows, at),
        ...(column.text ? { style: { numFmt: '@' } } : {}),
        ...(column.format === undefined ? {} : { style: { numFmt: column.format } }),
      })),
      rows: [
        columns.map(({ heading }) => heading),
        ...rows.map((cells) => cells.map((cell, at) => cellFor(cell, columns[at]))),
      ],
      cells: new Map(
        columns.map((_, at) => [`0,${at}`, { style: { font: { bold: true }, numFmt: '@' } }]),
      ),
      freezePane: { rows: 1 },
    })),
  })
  return written as Uint8Array
}

const cellFor = (cell: SheetCell, column: SheetColumn | undefined): SheetCell =>
  column?.text && typeof cell === 'number' ? String(cell) : withoutControls(cell)

/** What no workbook may carry. */
const withoutControls = (cell: SheetCell): SheetCell =>
  typeof cell === 'string' ? cell.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, '') : cell

/** A hundred rows tell how wide a column is. */
const widthFor = (heading: string, rows: readonly (readonly SheetCell[])[], at: number): number =>
  widthOf([heading, ...rows.slice(0, 100).map((cells) => String(cells[at] ?? ''))])

/** No two sheets of a workbook are called the same. */
function ownName(said: string, taken: Set<string>): string {
  let name = sheetName(said)
  for (let at = 2; taken.has(name); at += 1) name = sheetName(`${at} ${said}`)
  taken.add(name)
  return name
}
