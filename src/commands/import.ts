import { Command, Option } from '@commander-js/extra-typings'
import { basename } from 'node:path'
import { exits } from '../cli/exit.ts'
import { UsageFault } from '../cli/failure.ts'
import { withManual } from '../cli/help.ts'
import { requireDating } from '../domain/dating.ts'
import { onDuplicate } from '../domain/import-decision.ts'
import { describeCsv, readRecords, type CsvRecord, type CsvShape } from '../exchange/csv-read.ts'
import { openSource, type ChunkSource } from '../exchange/source.ts'
import { encodings } from '../exchange/encoding.ts'
import type { Desk, Office } from './desk.ts'
import { registryOf } from '../store/registry.ts'
import { askAboutColumns, columnsFor, type Columns } from './import-columns.ts'
import { askAboutLikenesses } from './import-likenesses.ts'
import { runImport } from './import-run.ts'
import type { ImportFile, ImportWish, Manner } from './import-stretch.ts'
import { sayImport } from './import-view.ts'
import { importListCommand, importShowCommand } from './import-list.ts'
import { importUndoCommand } from './import-undo.ts'
import { rowsHere, type Rows } from './prepared-rows.ts'
import { rejectFile } from './reject-file.ts'
import { rowsBeside } from './rows-beside.ts'

/** `import <file>`: takes a department's list in, row by row (SPEC sections 12 and 15.4; S002-2.2-1). */
export function importCommand(desk: Desk) {
  const text = desk.text.import.run
  const command = new Command('import')
    .summary(text.summary)
    .description(text.description)
    .argument('[file]', text.file)
    .option('--type <type>', text.options.type)
    .option('--map <pairs>', text.options.map)
    .addOption(new Option('--on-duplicate <how>', text.options.onDuplicate).choices(onDuplicate))
    .addOption(new Option('--encoding <encoding>', text.options.encoding).choices(encodings))
    .option('--delimiter <character>', text.options.delimiter)
    .option('--errors <file>', text.options.errors)
    .option('--all-or-nothing', text.options.allOrNothing)
    .option('--foreign-number', text.options.foreignNumber)
    .option('--reason <reason>', desk.text.archive.add.options.reason)
    .addCommand(importListCommand(desk))
    .addCommand(importShowCommand(desk))
    .addCommand(importUndoCommand(desk))
    .action((given, options) => takeIn(desk, given, options))
  const examples = [
    'dangan import customers.csv --dry-run',
    'dangan import customers.csv --errors rejected.csv',
    'dangan import - --type individual --map 单位=name < list.tsv',
  ]
  return withManual(
    command,
    { examples, exits: [exits.refused, exits.missing, exits.notPermitted, exits.badData] },
    desk.text,
  )
}

interface ImportOptions {
  readonly type?: string
  readonly map?: string
  readonly onDuplicate?: (typeof onDuplicate)[number]
  readonly encoding?: (typeof encodings)[number]
  readonly delimiter?: string
  readonly errors?: string
  readonly allOrNothing?: true
  readonly foreignNumber?: true
  readonly reason?: string
}

async function takeIn(
  desk: Desk,
  given: string | undefined,
  options: ImportOptions,
): Promise<void> {
  const question = { kind: 'text', message: desk.text.import.run.file, option: '<file>' } as const
  const { file } = await desk.ask({ file: question }, given === undefined ? {} : { file: given })
  const { encoding, reason } = options
  const delimiter = delimiterIn(desk, options.delimiter)
  const source = openSource(file, desk.stdin)
  try {
    const shape = describeCsv(source, { encoding, delimiter })
    const records = readRecords(source, shape)
    const heading = records.next()
    const headings = heading.done ? [] : heading.value.cells
    const office = await desk.write()
    requireDating({ ...office, reason }, office.policy)
    const told = columnsFor(office.policy, headings, file, options)
    const columns = await askAboutColumns(desk, told, office.policy)
    const wish: ImportWish = {
      ...columns,
      onDuplicate: options.onDuplicate ?? 'ask',
      foreignNumber: options.foreignNumber === true,
    }
    const rows = await rowsOf(office, { source, shape, records }, columns)
    try {
      const taken = { fileName: nameOf(file), shape, bytes: source.bytes, rows }
      await takeRows(desk, office, taken, wish, {
        rejects: rejectFile(desk, options.errors, headings),
        allOrNothing: options.allOrNothing === true,
        reason,
      })
    } finally {
      rows.close()
    }
  } finally {
    source.close()
  }
}

async function takeRows(
  desk: Desk,
  office: Office,
  file: ImportFile,
  wish: ImportWish,
  manner: Manner,
): Promise<void> {
  const { rejects } = manner
  try {
    const taken = await runImport(desk, office, file, wish, manner)
    const whole = await askAboutLikenesses(desk, office, wish, taken, rejects)
    rejects.keep()
    sayImport(desk, whole)
    if (whole.counts.rejected > 0) desk.finish(exits.badData)
  } finally {
    rejects.discard()
  }
}

/** The list's rows, made ready beside this thread where there are many of them. */
async function rowsOf(
  { store, policy, keyingPolicy, today }: Office,
  list: {
    readonly source: ChunkSource
    readonly shape: CsvShape
    readonly records: Iterator<CsvRecord>
  },
  { headings, columns, width, type }: Columns,
): Promise<Rows> {
  const { digestKey } = registryOf(store)
  const preparation = { width, type, policy, keyingPolicy, today, digestKey }
  const { source, shape, records } = list
  const beside = await rowsBeside(source, { shape, headings, preparation })
  return beside ?? rowsHere(source, records, { ...preparation, columns })
}

/** The file's name as it is kept and listed: nothing in it acts on a terminal. */
const nameOf = (file: string): string =>
  basename(file).replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '\uFFFD')

/** One character, or the tab by name. @throws UsageFault */
function delimiterIn(desk: Desk, said: string | undefined): string | undefined {
  if (said === undefined) return undefined
  if (/^(tab|\\t)$/i.test(said)) return '\t'
  if (/^[^"\r\n]$/.test(said)) return said
  throw new UsageFault(desk.text.import.run.badDelimiter(said))
}
