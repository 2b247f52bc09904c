import { Command, Option } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { UsageFault } from '../cli/failure.ts'
import { withManual } from '../cli/help.ts'
import { requireDating } from '../domain/dating.ts'
import { entryKindNamed } from '../domain/entry.ts'
import { reportHeading } from '../domain/import-row.ts'
import { EntryReader } from '../domain/entry-row.ts'
import { Refusal } from '../domain/refusal.ts'
import { encodings } from '../exchange/encoding.ts'
import type { Desk } from './desk.ts'
import type { Manner } from './import-stretch.ts'
import { sayImport } from './import-view.ts'
import { withList } from './list-opened.ts'
import { settleEntryColumns } from './note-import-columns.ts'
import { runEntryImport, type EntryFile, type EntryList } from './note-import-run.ts'
import { noteOptions } from './note-options.ts'
import { rejectFile } from './reject-file.ts'

interface ImportOptions {
  readonly kind?: string
  readonly map?: string
  readonly encoding?: (typeof encodings)[number]
  readonly delimiter?: string
  readonly sheet?: string
  readonly errors?: string
  readonly allOrNothing?: true
  readonly reason?: string
}

/** `note import <file>`: takes a department's entries in, each into its archive (S003-5.3.1-1, SPEC 12). */
export function noteImportCommand(desk: Desk) {
  const text = desk.text.entry.import
  const options = desk.text.import.run.options
  const command = new Command('import')
    .summary(text.summary)
    .description(text.description)
    .argument('[file]', desk.text.import.run.file)
    .option('--kind <kind>', text.kind)
    .option('--map <pairs>', text.map)
    .addOption(new Option('--encoding <encoding>', options.encoding).choices(encodings))
    .option('--delimiter <character>', options.delimiter)
    .option('--sheet <sheet>', options.sheet)
    .option('--errors <file>', options.errors)
    .option('--all-or-nothing', options.allOrNothing)
    .option('--reason <reason>', desk.text.entry.options.reason)
    .action((given, said, self) =>
      takeIn(desk, given, { ...said, ...noteOptions(self, 'kind', 'reason') }),
    )
  const examples = [
    'dangan note import orders.csv --kind 订单 --dry-run',
    'dangan note import ledger.csv --errors rejected.csv',
    'dangan note import - --kind order --map 客户号=number < orders.tsv',
  ]
  const statuses = [exits.refused, exits.missing, exits.notPermitted, exits.badData]
  return withManual(command, { examples, exits: statuses }, desk.text)
}

const takeIn = (desk: Desk, given: string | undefined, options: ImportOptions): Promise<void> =>
  withList(desk, given, options, async ({ path, headings, ...file }) => {
    if (headings.every((it) => it.trim() === '')) throw new Refusal('input.empty', { path })
    const manner = {
      rejects: await rejectFile(desk, options.errors, headings),
      allOrNothing: options.allOrNothing === true,
      reason: options.reason,
    }
    await takeRows(desk, { headings, options, file, manner })
  })

interface Taking {
  readonly headings: readonly string[]
  readonly options: ImportOptions
  readonly file: EntryList
  readonly manner: Manner
}

async function takeRows(desk: Desk, { headings, options, file, manner }: Taking): Promise<void> {
  const office = await desk.write()
  const { policy, today } = office
  try {
    requireDating({ ...office, reason: options.reason }, policy)
    const kind = options.kind === undefined ? undefined : entryKindNamed(options.kind, policy)
    const columns = await settleEntryColumns(desk, policy, { headings, kind, map: options.map })
    const reader = new EntryReader(policy, columns, { kind, today })
    requireWhole(desk, reader, headings)
    const taking: EntryFile = { file, reader, width: headings.length, manner }
    const taken = await runEntryImport(desk, office, taking)
    manner.rejects.keep()
    sayImport(desk, taken)
    if (taken.counts.rejected > 0) desk.finish(exits.badData)
  } finally {
    manner.rejects.discard()
  }
}

/** A file of which nobody knows whose entries it has, or of what kind, is no use. @throws UsageFault */
function requireWhole(desk: Desk, reader: EntryReader, headings: readonly string[]): void {
  const text = desk.text.entry.import
  const { marks } = desk.text.program
  if (!reader.knowsArchives)
    throw new UsageFault(
      text.noArchiveColumn(headings.filter((it) => it && !reportHeading(it)).join(marks.items)),
    )
  if (!reader.knowsKinds) throw new UsageFault(text.noKindColumn)
}
