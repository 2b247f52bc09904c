import { writeXlsx, type CellStyle, type DataValidation, type WriteSheet } from 'hucre/xlsx'
import { Refusal } from '../domain/refusal.ts'
import { mostRows, sheetCell, sheetName, widthOf } from './sheet-text.ts'
import { zipContent, zipEntries } from './zip-read.ts'
import { zipWriter } from './zip-write.ts'

/** What a cell can hold, in characters. */
const longestCell = 32_767

const font = { name: 'Microsoft YaHei', size: 11 }
const headStyle: CellStyle = {
  font: { ...font, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFDDEBF7' } },
  alignment: { vertical: 'center' },
  numFmt: '@',
}
/** Text, whatever stands there: nothing is reckoned, no zero is lost. */
const textStyle: CellStyle = { font, numFmt: '@', alignment: { vertical: 'top' } }

/** A list in a workbook: what stands over it, and what is known of its columns. */
export interface SheetPlan {
  readonly name: string
  readonly headings: readonly string[]
  /** Lists to choose from, which columns have them, and what a wrong choice is told. */
  readonly choices?: readonly SheetChoice[]
  /** Sheets behind it: rows of text, the first of them a heading. */
  readonly notes?: readonly {
    readonly name: string
    readonly rows: readonly (readonly string[])[]
  }[]
}

export interface SheetChoice {
  /** From 0. */
  readonly column: number
  readonly values: readonly string[]
  readonly title: string
  readonly message: string
}

/** A workbook that is written row by row; nothing of it is held but what its columns need for their width. */
export interface SheetWriter {
  /** @throws Refusal workbook.long-cell, workbook.too-many-rows */
  readonly row: (cells: readonly string[]) => void
  readonly end: () => void
}

/** Rows by which the width of the columns is judged. */
const judged = 200

/** Writes a workbook of one list, and of the sheets that explain it, as a stream of bytes. */
export async function sheetWriter(
  plan: SheetPlan,
  write: (bytes: Uint8Array) => void,
): Promise<SheetWriter> {
  const frame = await frameOf(plan)
  const first: (readonly string[])[] = []
  let body: SheetBody | undefined
  const begin = (): SheetBody => {
    body = bodyOf(frame, plan, first, write)
    for (const cells of first) body.row(cells)
    return body
  }
  return {
    row(cells) {
      if (body) body.row(cells)
      else if (first.push(cells) === judged) begin()
    },
    end: () => (body ?? begin()).end(),
  }
}

/** A workbook without rows, taken apart: its list is written between two halves of its sheet. */
interface Frame {
  readonly parts: readonly { readonly name: string; readonly content: Buffer }[]
  readonly before: string
  readonly after: string
  /** The number of the style of every cell. */
  readonly style: string
}

/** No frame comes near it. */
const frameBytes = 64 * 1024 * 1024
const sheetPart = 'xl/worksheets/sheet1.xml'

async function frameOf({ name, headings, choices = [], notes = [] }: SheetPlan): Promise<Frame> {
  const lists = choices.filter(({ values }) => values.length > 0)
  const book = await writeXlsx({
    sheets: [listSheet(name, headings, lists), ...notes.map(noteSheet), ...choiceSheet(lists)],
    properties: { creator: 'dangan' },
  })
  const bytes = Buffer.from(book.buffer, book.byteOffset, book.byteLength)
  const parts = zipEntries(bytes, 1000).map((entry) => ({
    name: entry.name,
    content: zipContent(bytes, entry, frameBytes),
  }))
  const sheet = String(parts.find((part) => part.name === sheetPart)?.content)
  const whole =
    /^([\s\S]*<sheetData>)([\s\S]*)<row r="2">.*?s="(\d+)".*?<\/row>(<\/sheetData>[\s\S]*)$/
  const [, before = '', heading = '', style = '0', after = ''] = whole.exec(sheet) ?? []
  return { parts, before: before + heading, after, style }
}

const listSheet = (
  name: string,
  headings: readonly string[],
  lists: readonly SheetChoice[],
): WriteSheet => ({
  name: sheetName(name),
  columns: headings.map(() => ({ width: 10, style: textStyle })),
  rows: [[...headings], headings.map(() => 'x')],
  cells: new Map(headings.map((value, at) => [`0,${at}`, { value, style: headStyle }])),
  freezePane: { rows: 1 },
  autoFilter: { range: `A1:${columnName(headings.length - 1)}1` },
  dataValidations: lists.map(choiceRule),
  pageSetup: {
    ...{ orientation: 'landscape', paperSize: 'a4', printTitlesRow: '$1:$1' },
    ...{ fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  },
})

const choicesName = '_choices'
const rowsWithChoices = 10_000

const choiceRule = (
  { column, values, title, message }: SheetChoice,
  at: number,
): DataValidation => {
  const from = columnName(at)
  return {
    type: 'list',
    formula1: `'${choicesName}'!$${from}$1:$${from}$${values.length}`,
    range: `${columnName(column)}2:${columnName(column)}${rowsWithChoices}`,
    ...{ allowBlank: true, showErrorMessage: true, errorStyle: 'stop' },
    ...{ errorTitle: title.slice(0, 32), errorMessage: message.slice(0, 255) },
  }
}

/** Lists to choose from stand in a sheet of their own: in a rule they could have 255 characters. */
function choiceSheet(lists: readonly SheetChoice[]): WriteSheet[] {
  if (lists.length === 0) return []
  const length = Math.max(...lists.map(({ values }) => values.length))
  const rows = Array.from({ length }, (_, at) => lists.map(({ values }) => values[at] ?? null))
  return [{ name: choicesName, rows, hidden: true }]
}

const noteSheet = ({
  name,
  rows,
}: {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}): WriteSheet => {
  const widths = (rows[0] ?? []).map((_, at) => widthOf(rows.map((row) => row[at] ?? '')))
  return {
    name: sheetName(name),
    columns: widths.map((width) => ({ width, style: textStyle })),
    rows: rows.map((row) => [...row]),
    cells: new Map((rows[0] ?? []).map((value, at) => [`0,${at}`, { value, style: headStyle }])),
    freezePane: { rows: 1 },
  }
}

type SheetBody = SheetWriter

/** Held back until it is worth making smaller. */
const pieceLength = 256 * 1024

function bodyOf(
  frame: Frame,
  { headings }: SheetPlan,
  first: readonly (readonly string[])[],
  write: (bytes: Uint8Array) => void,
): SheetBody {
  const { style } = frame
  const names = headings.map((_, at) => columnName(at))
  const zip = zipWriter(write)
  for (const { name, content } of frame.parts) if (name !== sheetPart) zip.add(name, content)
  const sheet = zip.begin(sheetPart)
  let held = framed(frame, headings, first)
  let rows = 1
  const flush = () => {
    sheet.put(Buffer.from(held))
    held = ''
  }
  const cell = (text: string, at: number): string => {
    if (text === '') return ''
    if (text.length > longestCell) throw tooLong(headings[at] ?? '', rows)
    return `<c r="${names[at]}${rows}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${sheetCell(text)}</t></is></c>`
  }
  return {
    row(cells) {
      if (++rows > mostRows) throw new Refusal('workbook.too-many-rows', { rows, limit: mostRows })
      held += `<row r="${rows}">${cells.map(cell).join('')}</row>`
      if (held.length > pieceLength) flush()
    },
    end() {
      const last = names.at(-1) ?? 'A'
      held += frame.after.replace(/(<autoFilter ref="A1:)[A-Z]+\d+/, `$1${last}${rows}`)
      flush()
      sheet.close()
      zip.end()
    },
  }
}

const tooLong = (heading: string, line: number): Refusal =>
  new Refusal('workbook.long-cell', { limit: longestCell, heading, line })

/** What stands before the rows, with columns as wide as what is in them, all of text. */
function framed(
  { before, style }: Frame,
  headings: readonly string[],
  first: readonly (readonly string[])[],
): string {
  const columns = headings.map((heading, at) => {
    const width = widthOf([`${heading}▾▾`, ...first.map((cells) => cells[at] ?? '')])
    return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1" style="${style}"/>`
  })
  return before
    .replace(/<dimension [^>]*>/, '')
    .replace(/<cols>.*<\/cols>/, () => `<cols>${columns.join('')}</cols>`)
}

/** `A` … `Z`, `AA` …, from 0. */
function columnName(at: number): string {
  const [rest, letter] = [Math.floor(at / 26), String.fromCharCode(65 + (at % 26))]
  return rest === 0 ? letter : columnName(rest - 1) + letter
}
