import { Command, Option } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { requireDating } from '../domain/dating.ts'
import { onDuplicate } from '../domain/import-decision.ts'
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
import { writeTemplate } from './import-template.ts'
import { withList, type OpenedList } from './list-opened.ts'
import { outputPath } from './output-option.ts'
import { rowsHere, type Rows } from './prepared-rows.ts'
import { rejectFile } from './reject-file.ts'

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
    .option('--sheet <sheet>', text.options.sheet)
    .option('--errors <file>', text.options.errors)
    .option('--template <file>', text.options.template, outputPath)
    .option('--all-or-nothing', text.options.allOrNothing)
    .option('--foreign-number', text.options.foreignNumber)
    .option('--reason <reason>', desk.text.archive.add.options.reason)
    .addCommand(importListCommand(desk))
    .addCommand(importShowCommand(desk))
    .addCommand(importUndoCommand(desk))
    .action((given, { template, ...options }) =>
      template === undefined
        ? takeIn(desk, given, options)
        : writeTemplate(desk, template, options.type),
    )
  const examples = [
    'dangan import customers.csv --dry-run',
    'dangan import customers.xlsx --errors rejected.xlsx',
    'dangan import --template new-customers.xlsx --type individual',
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
  readonly sheet?: string
  readonly errors?: string
  readonly allOrNothing?: true
  readonly foreignNumber?: true
  readonly reason?: string
}

const takeIn = (desk: Desk, given: string | undefined, options: ImportOptions): Promise<void> =>
  withList(desk, given, options, async (list) => {
    const { path, fileName, source, shape, headings } = list
    const { reason } = options
    const office = await desk.write()
    requireDating({ ...office, reason }, office.policy)
    const told = columnsFor(office.policy, headings, path, options)
    const columns = await askAboutColumns(desk, told, office.policy)
    const wish: ImportWish = {
      ...columns,
      onDuplicate: options.onDuplicate ?? 'ask',
      foreignNumber: options.foreignNumber === true,
    }
    const rows = await rowsOf(office, list, columns)
    try {
      await takeRows(desk, office, { fileName, shape, bytes: source.bytes, rows }, wish, {
        rejects: await rejectFile(desk, options.errors, headings),
        allOrNothing: options.allOrNothing === true,
        reason,
      })
    } finally {
      rows.close()
    }
  })

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
  { source, text, records }: OpenedList,
  { headings, columns, width, type }: Columns,
): Promise<Rows> {
  const { digestKey } = registryOf(store)
  const preparation = { width, type, policy, keyingPolicy, today, digestKey }
  const here = () => rowsHere(source, records, { ...preparation, columns })
  if (text === undefined) return here()
  // Node's threads take milliseconds to load
  const { rowsBeside } = await import('./rows-beside.ts')
  return (await rowsBeside(source, { shape: text, headings, preparation })) ?? here()
}
