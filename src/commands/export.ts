import { Command } from '@commander-js/extra-typings'
import { basename, extname } from 'node:path'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import type { FilterSaid } from '../domain/filter.ts'
import { byNumberUp } from '../domain/order.ts'
import { Refusal } from '../domain/refusal.ts'
import { requireBound } from '../domain/staff.ts'
import { isSameFile, newFile } from '../exchange/new-file.ts'
import { mostRows } from '../exchange/sheet-text.ts'
import type { Selection } from '../store/conditions.ts'
import { listed, survey } from '../store/listing.ts'
import { enterReading } from '../store/reading.ts'
import type { Desk, Office } from './desk.ts'
import { exportBag } from './export-bag.ts'
import { exportSubject } from './export-subject.ts'
import { outgoing } from './export-columns.ts'
import { outletOf, type ExportFormat, type Outlet } from './export-shape.ts'
import { lineOf, selectionOf, withFilters } from './filter-options.ts'
import { outputPath } from './output-option.ts'

interface ExportOptions extends FilterSaid {
  readonly output?: string
  readonly reveal?: true
}

interface GivenOptions extends ExportOptions {
  readonly bag?: string
  readonly subject?: string
  readonly to?: string
}

/** `export [words…] [-o <file>]`: archives with every field, for other programs and for our own import (SPEC 12). */
export function exportCommand(desk: Desk) {
  const text = desk.text.finding.export
  const command = new Command('export')
    .summary(text.summary)
    .description(text.description)
    .argument('[words...]', desk.text.finding.find.words)
    .option('-o, --output <file>', text.output, outputPath)
    .option('--reveal', text.reveal)
    .option('--bag <folder>', desk.text.package.bag.option, outputPath)
    .option('--subject <number>', desk.text.package.subject.option)
    .option('--to <name>', desk.text.package.subject.toOption)
    .action((words, options) => exported(desk, words, options))
  const examples = [
    'dangan export -o customers.xlsx --headings',
    'dangan export --type 经销商 --region 华东 -o dealers.csv --headings',
    'dangan export --format ndjson --opened-after 2025-01-01 | gzip > new.ndjson.gz',
    'dangan export --type 经销商 --bag dealers-2025',
    'dangan export --subject RG2025-0001 --to 张三丰 -o copy.zip',
  ]
  return withManual(
    withFilters(command, desk.text.finding.filters),
    { examples, exits: [exits.refused, exits.notPermitted, exits.badData] },
    desk.text,
  )
}

/** What is to be made of the archives: a list, a package, or the copy of one customer. */
function exported(
  desk: Desk,
  words: readonly string[],
  { bag, subject, to, ...options }: GivenOptions,
): Promise<void> {
  const { output, reveal, ...said } = options
  if (bag !== undefined && (output !== undefined || subject !== undefined))
    throw together('--bag', output === undefined ? '--subject' : '--output')
  if (subject === undefined && to !== undefined)
    throw new Refusal('usage.missing', { options: ['--subject'] })
  if (subject !== undefined) {
    if (words.length > 0) throw together('--subject', words[0] ?? '')
    return exportSubject(desk, { number: subject, to, output })
  }
  if (bag === undefined) return exportArchives(desk, words, options)
  return exportBag(desk, { folder: bag, words, said, reveal: reveal === true })
}

const together = (...options: readonly string[]): Refusal =>
  new Refusal('usage.together', { options })

async function exportArchives(
  desk: Desk,
  words: readonly string[],
  options: ExportOptions,
): Promise<void> {
  const { output, reveal = false, ...said } = options
  const format = formatFor(desk, output)
  const office = await desk.read()
  requireBound(office.operator)
  if (output !== undefined && isSameFile(output, office.store.path))
    throw new Refusal('file.target-exists', { path: output })
  const selection = selectionOf(office, words, said)
  const told = survey(office.store, selection)
  if (format === 'xlsx') requireFit(told.count)
  if (desk.globals.dryRun)
    return desk.say.notice(desk.text.finding.export.would(told.count), desk.text.program.dryRun)
  const file = output === undefined ? undefined : newFile(output, desk.globals.yes)
  try {
    const { store, hand } = await desk.write()
    const query = lineOf('export', words, said)
    enterReading(store, hand, { action: 'archive.export', query, ...told, revealed: reveal })
    const outlet = await outletOf(desk, office, selection, { format, file })
    const went = writeOut(office, selection, outlet, reveal)
    file?.keep()
    sayExported(desk, { ...went, format, output })
  } finally {
    file?.discard()
  }
}

/** By the file's ending, else by `--format`; csv where neither says anything. @throws Refusal export.format */
function formatFor(desk: Desk, output: string | undefined): ExportFormat {
  const { format } = desk.say.manner
  const ending = output === undefined ? '' : extname(output).toLowerCase()
  const meant = endings[ending]
  if (meant !== undefined) return meant
  if (format !== 'table') return format
  if (output === undefined) return 'csv'
  throw new Refusal('export.format', { file: basename(output), endings: Object.keys(endings) })
}

const endings: Readonly<Record<string, ExportFormat>> = {
  '.csv': 'csv',
  '.xlsx': 'xlsx',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.json': 'json',
}

/** Below its headings a sheet has one row less. @throws Refusal workbook.too-many-rows before anything is written */
function requireFit(rows: number): void {
  const limit = mostRows - 1
  if (rows > limit) throw new Refusal('workbook.too-many-rows', { rows, limit })
}

/** What went out. */
interface Went {
  readonly count: number
  /** Sensitive fields were withheld from some. */
  readonly masked: boolean
  /** Some numbers stand outside any series. */
  readonly foreign: boolean
}

function writeOut(office: Office, selection: Selection, outlet: Outlet, reveal: boolean): Went {
  const went = { count: 0, masked: false, foreign: false }
  for (const archive of listed(office.store, selection, byNumberUp)) {
    const it = outgoing(office, archive, reveal)
    outlet.row(it)
    went.count += 1
    went.masked ||= it.shown.masked !== undefined
    went.foreign ||= archive.serial === null
  }
  outlet.end()
  return went
}

function sayExported(
  desk: Desk,
  {
    output,
    ...went
  }: Went & { readonly format: ExportFormat; readonly output: string | undefined },
): void {
  const text = desk.text.finding.export
  if (output === undefined) desk.say.notice(text.said(went.count))
  else desk.say.result({ path: output, ...went }, () => [text.written(output, went.count)])
  if (went.masked) desk.say.notice(text.masked)
  if (went.foreign && (went.format === 'csv' || went.format === 'xlsx'))
    desk.say.notice(text.foreign)
}
