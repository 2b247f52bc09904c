import { safeJson } from '../cli/safe.ts'
import { csvLine } from '../exchange/csv-write.ts'
import type { NewFile } from '../exchange/new-file.ts'
import type { Selection } from '../store/conditions.ts'
import { fieldKeysOf } from '../store/listing.ts'
import type { Desk, Office } from './desk.ts'
import { exportColumns, type Outgoing } from './export-columns.ts'

export type ExportFormat = 'csv' | 'ndjson' | 'json' | 'xlsx'

/** Where archives go, one by one. */
export interface Outlet {
  readonly row: (it: Outgoing) => void
  /** What comes after the last. */
  readonly end: () => void
}

/** How archives become text: what stands before, for each, and after. */
interface Shape {
  readonly begin: string
  readonly row: (it: Outgoing, at: number) => string
  readonly end: string
}

/** The outlet of an export: a file, or what is shown. A csv file is made for Excel: with a BOM, lines end in CR LF. */
export async function outletOf(
  desk: Desk,
  office: Office,
  selection: Selection,
  { format, file }: { readonly format: ExportFormat; readonly file: NewFile | undefined },
): Promise<Outlet> {
  if (format === 'xlsx' && file) return sheetOutlet(desk, office, selection, file)
  const forFile = file !== undefined
  const shape = format === 'csv' ? csvShape(desk, office, selection, forFile) : jsonShape(format)
  const write = file ? file.write : (part: string) => desk.say.raw(part)
  let count = 0
  write(shape.begin)
  return { row: (it) => write(shape.row(it, count++)), end: () => write(shape.end) }
}

async function sheetOutlet(
  desk: Desk,
  office: Office,
  selection: Selection,
  file: NewFile,
): Promise<Outlet> {
  const { sheetWriter } = await import('../exchange/workbook-write.ts')
  const columns = exportColumns(desk, office, fieldKeysOf(office.store, selection))
  const headings = columns.map(({ key, heading }) => (desk.say.manner.headings ? heading : key))
  const plan = { name: desk.text.finding.export.sheet, headings }
  const sheet = await sheetWriter(plan, file.add)
  return { row: (it) => sheet.row(columns.map(({ cell }) => cell(it))), end: sheet.end }
}

function jsonShape(format: 'json' | 'ndjson' | 'xlsx'): Shape {
  const row = (it: Outgoing) => safeJson(record(it))
  if (format === 'ndjson') return { begin: '', row: (it) => `${row(it)}\n`, end: '' }
  return { begin: '[', row: (it, at) => `${at > 0 ? ',' : ''}\n${row(it)}`, end: '\n]\n' }
}

/** The archive as `show` tells it, with its contacts and channel. */
const record = ({ shown, archive }: Outgoing) => {
  const { masked = [], ...told } = shown
  return { ...told, channel: archive.channel, contacts: archive.contacts, masked }
}

function csvShape(desk: Desk, office: Office, selection: Selection, forFile: boolean): Shape {
  const columns = exportColumns(desk, office, fieldKeysOf(office.store, selection))
  const told = columns.map(({ key, heading }) => (desk.say.manner.headings ? heading : key))
  const [bom, end] = forFile ? ['\uFEFF', '\r\n'] : ['', '\n']
  return {
    begin: bom + csvLine(told) + end,
    row: (it) => csvLine(columns.map(({ cell }) => cell(it))) + end,
    end: '',
  }
}
