import { basename, extname } from 'node:path'
import { anchorCode, anchorTo } from '../domain/anchor.ts'
import { requireDating } from '../domain/dating.ts'
import { Refusal } from '../domain/refusal.ts'
import { csvLine } from '../exchange/csv-write.ts'
import { formPage } from '../exchange/form-page.ts'
import { sheetStyles } from '../exchange/form-sheet.ts'
import { isSameFile, newFile, type NewFile } from '../exchange/new-file.ts'
import { reportStyles } from '../exchange/report-page.ts'
import type { chartSvg } from '../exchange/chart.ts'
import { enter } from '../store/journal.ts'
import { hashAt } from '../store/journal-check.ts'
import { staffById } from '../store/staff.ts'
import type { Desk, Office } from './desk.ts'
import { runningFoot, type Foot } from './printing.ts'
import { reportSheet, reportSheets, type CopyMarks, type Drawn } from './report-sheet.ts'
import { columnsFor } from './report-shown.ts'

/** A report about to be written to a file. */
export interface Writing {
  readonly drawn: Drawn
  readonly reason: string | undefined
  /** What the journal calls it. */
  readonly action: 'report.make' | 'report.issue'
  readonly object: string
  readonly detail: object
  /** The copies to be printed; none: one, which stays in the office. */
  readonly copies: readonly CopyMarks[]
  /** What goes with the entry, in its transaction. */
  readonly act?: () => void
}

/** What became of it. */
export interface Written {
  readonly path: string
  /** Null: it was only tried. */
  readonly anchor: string | null
}

const endings = ['.html', '.xlsx', '.csv'] as const
type Ending = (typeof endings)[number]

/** What a file is to be, by its ending. @throws Refusal report.format */
export function endingOf(path: string, allowed: readonly Ending[] = endings): Ending {
  const ending = extname(path).toLowerCase()
  const meant = allowed.find((it) => it === ending)
  if (meant !== undefined) return meant
  throw new Refusal('report.format', { file: basename(path), endings: [...allowed] })
}

/**
 * Makes what is needed for the bytes of a file before any transaction: a workbook is packed, a
 * page's charts are read in, neither of which can wait inside one.
 */
export async function preparedFile(
  desk: Desk,
  office: Office,
  path: string,
): Promise<(drawn: Drawn) => Promise<FileOf>> {
  const ending = endingOf(path)
  if (isSameFile(path, office.store.path)) throw new Refusal('file.target-exists', { path })
  if (ending === '.csv') return async (drawn) => () => csvBytes(desk, office, drawn)
  if (ending === '.html') {
    const { chartSvg: draw } = await import('../exchange/chart.ts')
    return async (drawn) => (foot, copies) => pageBytes(desk, office, drawn, { draw, foot, copies })
  }
  const { workbookBytes } = await import('../exchange/report-workbook.ts')
  return async (drawn) => {
    const bytes = await workbookBytes(reportSheets(desk, office, drawn))
    return () => bytes
  }
}
export type FileOf = (foot: Foot, copies: readonly CopyMarks[]) => Uint8Array

/** Enters it and writes the file, both or neither; under --dry-run neither. In the caller's transaction. */
export function writeReport(
  desk: Desk,
  office: Office,
  path: string,
  fileOf: FileOf,
  writing: Writing,
): { written: Written; file: NewFile | undefined } {
  const { store, policy, hand } = office
  const { drawn, reason, action, object, detail, copies, act } = writing
  requireDating({ ...office, reason }, policy)
  act?.()
  const { kind, period, by } = drawn.asked
  const told = { report: kind, period: period.name, by: by ?? null, rows: drawn.rows.length }
  const parts = [{ archiveId: 0, detail: { ...told, ...detail, reason } }]
  const seq = enter(store, hand, { action, object, parts })
  const anchor = anchorCode(anchorTo(seq, hashAt(store, seq) ?? ''))
  const bytes = fileOf(footOf(desk, office, anchor), copies)
  if (desk.globals.dryRun) return { written: { path, anchor: null }, file: undefined }
  const file = newFile(path, desk.globals.yes)
  try {
    file.add(bytes)
    file.keep()
  } catch (thrown) {
    file.discard()
    throw thrown
  }
  return { written: { path, anchor }, file }
}

/** One transaction; a file whose entry did not come about is taken away again. */
export function atOnce<Result>(
  desk: Desk,
  { store }: Office,
  work: () => { readonly result: Result; readonly file: NewFile | undefined },
): Result {
  let done: { readonly result: Result; readonly file: NewFile | undefined } | undefined
  const once = () => {
    done = work()
    return done.file !== undefined
  }
  try {
    if (desk.globals.dryRun) store.rehearse(once)
    else store.transact(once)
  } catch (thrown) {
    done?.file?.takeBack()
    throw thrown
  }
  if (desk.globals.dryRun) desk.say.notice(desk.text.program.dryRun)
  if (!done) throw new Error('nothing was done')
  return done.result
}

function footOf(desk: Desk, { store, hand, today }: Office, anchor: string): Foot {
  const by = staffById(store, hand.staffId ?? 0)?.name ?? hand.account
  return {
    anchor,
    code: `${desk.text.form.anchor} ${anchor}`,
    printed: desk.text.report.page.made(today, by),
  }
}

function pageBytes(
  desk: Desk,
  office: Office,
  drawn: Drawn,
  given: { draw: typeof chartSvg; foot: Foot; copies: readonly CopyMarks[] },
): Uint8Array {
  const { draw, foot, copies } = given
  const { title } = desk.text.report.kinds[drawn.asked.kind]
  const sheets =
    copies.length === 0
      ? [reportSheet(desk, office, drawn, { draw, foot })]
      : copies.map((copy) => reportSheet(desk, office, drawn, { draw, foot, copy }))
  return Buffer.from(
    formPage({
      language: desk.language,
      title,
      styles: sheetStyles + reportStyles,
      landscape: true,
      ...runningFoot(desk, title, foot, copies.length < 2),
      sheets,
    }),
  )
}

/** As on stdout, with what Excel wants: a BOM, and CR LF. */
function csvBytes(desk: Desk, office: Office, { asked, rows }: Drawn): Uint8Array {
  const { headings, fields } = desk.say.manner
  const all = columnsFor(desk, office, asked.kind)
  const columns = fields ? fields.flatMap((it) => all.find(({ key }) => key === it) ?? []) : all
  const lines = [
    columns.map(({ key, heading }) => (headings ? heading : key)),
    ...rows.map((row) => columns.map(({ value }) => cellText(value(row)))),
  ]
  return Buffer.from(`\uFEFF${lines.map((cells) => `${csvLine(cells)}\r\n`).join('')}`)
}

const cellText = (value: unknown): string => (value === null ? '' : String(value))
