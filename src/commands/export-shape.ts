import { safeJson } from '../cli/safe.ts'
import { csvLine } from '../exchange/csv-write.ts'
import type { Selection } from '../store/conditions.ts'
import { fieldKeysOf } from '../store/listing.ts'
import type { Desk, Office } from './desk.ts'
import { exportColumns, type Outgoing } from './export-columns.ts'

export type ExportFormat = 'csv' | 'ndjson' | 'json'

/** How archives become text: what stands before, for each, and after. */
export interface Shape {
  readonly begin: string
  readonly row: (it: Outgoing, at: number) => string
  readonly end: string
}

/** The shape of an export. A csv file is made for Excel: with a BOM, lines end in CR LF. */
export function shapeOf(
  desk: Desk,
  office: Office,
  selection: Selection,
  { format, forFile }: { readonly format: ExportFormat; readonly forFile: boolean },
): Shape {
  if (format === 'csv') return csvShape(desk, office, selection, forFile)
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
