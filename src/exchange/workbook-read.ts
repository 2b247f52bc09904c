import { CFB, read, set_cptable, type WorkBook, type WorkSheet } from '@e965/xlsx'
import { Refusal } from '../domain/refusal.ts'
import type { CsvRecord } from './csv-records.ts'
import { detectEncoding } from './encoding.ts'
import type { ChunkSource } from './source.ts'
import type { WorkbookKind } from './workbook-kind.ts'
import { workbookLimits } from './workbook-limits.ts'
import { workbookParts } from './workbook-parts.ts'
import { requireFewSpans } from './workbook-repeats.ts'
import { isTable, isWritten, sheetList } from './workbook-sheet.ts'

/** A list that is a sheet of a workbook. */
export interface WorkbookList {
  readonly kind: WorkbookKind
  readonly sheet: string
  /** All of them that are to be seen, in their order. */
  readonly sheets: readonly string[]
  readonly headings: readonly string[]
  readonly headingLine: number
  readonly hiddenRows: number
  readonly records: Iterator<CsvRecord>
  /** Rows in all, and how many have been handed out. */
  readonly lines: number
}

/**
 * Reads a workbook whole and opens one of its sheets: that which `wish` names or counts, else the
 * first that is to be seen and has rows.
 * @throws Refusal workbook.*, input.binary for a package or container that is no workbook
 */
export function openWorkbook(source: ChunkSource, wish: string | undefined): WorkbookList {
  const { path } = source
  const { kind, book } = bookIn(path, wholeOf(source))
  const hidden = new Set(
    book.SheetNames.filter((_, at) => (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0),
  )
  const sheets = book.SheetNames.filter((name) => !hidden.has(name))
  const name = wish === undefined ? firstWithRows(path, book, sheets) : named(path, book, wish)
  const sheet = book.Sheets[name]
  if (!sheet || !isWritten(sheet)) throw new Refusal('workbook.empty', { path, sheets: [name] })
  const list = sheetList(sheet, book.Workbook?.WBProps?.date1904 === true)
  return { kind, sheet: name, sheets, ...list }
}

function wholeOf(source: ChunkSource): Buffer {
  const { path, sample, whole, bytes } = source
  const limit = workbookLimits.bytes
  const tooLarge = () => new Refusal('workbook.too-large', { path, what: 'bytes', limit })
  if ((bytes ?? 0) > limit) throw tooLarge()
  if (whole) return Buffer.from(sample)
  const pieces: Buffer[] = []
  let length = 0
  for (;;) {
    const piece = Buffer.allocUnsafe(1 << 20)
    const count = source.read(piece)
    if (count === 0) return Buffer.concat(pieces, length)
    pieces.push(piece.subarray(0, count))
    length += count
    if (length > limit) throw tooLarge()
  }
}

interface Book {
  readonly kind: WorkbookKind
  readonly book: WorkBook
}

function bookIn(path: string, bytes: Buffer): Book {
  if (bytes.readUInt16BE(0) === 0x504b) {
    const { kind, bytes: parts } = workbookParts(path, bytes)
    return { kind, book: parsed(path, parts) }
  }
  if (bytes[0] === 0xd0 || bytes[0] === 0x09) return { kind: 'xls', book: oldBook(path, bytes) }
  return pageBook(path, bytes)
}

/** Texts as they stand, numbers with their format, nothing of how it looks but what is hidden. */
const manner = { dense: true, raw: true, cellNF: true, cellText: false } as const
const quick = { cellFormula: false, cellHTML: false, cellStyles: true } as const

function parsed(path: string, data: Buffer | string): WorkBook {
  try {
    const type = typeof data === 'string' ? 'string' : 'buffer'
    return read(data, { ...manner, ...quick, type })
  } catch (thrown) {
    if (/password|encrypt/i.test((thrown as Error).message))
      throw new Refusal('workbook.password', { path })
    throw new Refusal('workbook.damaged', { path })
  }
}

/** Excel before 2007, in its container; one of 2007 or later with a password lies in such a one, too. */
function oldBook(path: string, bytes: Buffer): WorkBook {
  const names = bytes[0] === 0xd0 ? partsIn(path, bytes) : ['book']
  if (names.some((name) => /^encrypt(?:edpackage|ion(?:info)?)$/.test(name)))
    throw new Refusal('workbook.password', { path })
  if (!names.some((name) => name === 'workbook' || name === 'book'))
    throw new Refusal('input.binary', { path, kind: 'binary' })
  set_cptable(codePages)
  return parsed(path, bytes)
}

function partsIn(path: string, bytes: Buffer): string[] {
  try {
    return CFB.read(bytes, { type: 'buffer' }).FileIndex.map((it: { name: string }) =>
      it.name.toLowerCase(),
    )
  } catch {
    throw new Refusal('workbook.damaged', { path })
  }
}

/** Code pages in which Excel before 97 kept Chinese. */
const pages: Readonly<Record<number, string>> = {
  936: 'gb18030',
  950: 'big5',
  932: 'shift_jis',
  949: 'euc-kr',
  1200: 'utf-16le',
  65001: 'utf-8',
}

const codePages = {
  utils: {
    decode: (page: number, bytes: ArrayLike<number>): string =>
      new TextDecoder(pages[page] ?? 'windows-1252').decode(Uint8Array.from(bytes)),
  },
}

/** A page, or a table in XML, that calls itself .xls: what office systems hand out. */
function pageBook(path: string, bytes: Buffer): Book {
  const limit = workbookLimits.pageBytes
  if (bytes.length > limit)
    throw new Refusal('workbook.too-large', { path, what: 'unpacked', limit })
  const encoding = detectEncoding(bytes)?.encoding
  if (encoding === undefined) throw new Refusal('input.binary', { path, kind: 'binary' })
  const text = new TextDecoder(encoding).decode(bytes)
  const kind = /<(?:\w+:)?(?:workbook|document)\b/i.test(text.slice(0, 4096)) ? 'xml' : 'html'
  if (kind === 'html' && !/<table\b/i.test(text)) throw new Refusal('workbook.damaged', { path })
  if (kind === 'html') requireFewSpans(path, text)
  return { kind, book: parsed(path, text) }
}

function firstWithRows(path: string, book: WorkBook, sheets: readonly string[]): string {
  const first = (fits: (sheet: WorkSheet) => boolean) =>
    sheets.find((name) => {
      const sheet = book.Sheets[name]
      return sheet !== undefined && fits(sheet)
    })
  const name = first(isTable) ?? first(isWritten)
  if (name === undefined) throw new Refusal('workbook.empty', { path, sheets })
  return name
}

/** By its name, else by its place from 1. Hidden ones, too: whoever names one means it. */
function named(path: string, { SheetNames: names }: WorkBook, wish: string): string {
  const plain = (text: string) => text.trim().toLowerCase()
  const name =
    names.find((it) => it === wish) ??
    names.find((it) => plain(it) === plain(wish)) ??
    (/^[1-9]\d{0,4}$/.test(wish.trim()) ? names[Number(wish) - 1] : undefined)
  if (name === undefined)
    throw new Refusal('workbook.no-sheet', { path, sheet: wish, sheets: names })
  return name
}
