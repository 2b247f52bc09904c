import { Command, Option } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { UsageFault } from '../cli/failure.ts'
import { withManual } from '../cli/help.ts'
import { requireDating } from '../domain/dating.ts'
import { entryKindNamed } from '../domain/entry.ts'
import { entryColumns, entryKeys, type EntryColumn } from '../domain/entry-columns.ts'
import { EntryReader } from '../domain/entry-row.ts'
import { checkMapping, parseMapping, type Mapping } from '../domain/mapping.ts'
import { isInvalid, type Invalid } from '../domain/invalid.ts'
import type { Policy } from '../domain/policy.ts'
import { Refusal } from '../domain/refusal.ts'
import { encodings } from '../exchange/encoding.ts'
import type { Desk } from './desk.ts'
import type { Manner } from './import-stretch.ts'
import { sayImport } from './import-view.ts'
import { withList } from './list-opened.ts'
import { runEntryImport, type EntryFile, type EntryList } from './note-import-run.ts'
import { noteOptions } from './note-options.ts'
import { rejectFile } from './reject-file.ts'

interface ImportOptions {
  readonly kind?: string
  readonly map?: string
  readonly encoding?: (typeof encodings)[number]
  readonly delimiter?: string
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
      rejects: rejectFile(desk, options.errors, headings),
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
    const mapping = mappingIn(options.map, headings, policy, kind)
    const columns = entryColumns(headings, policy, { kind, mapping })
    const reader = new EntryReader(policy, columns, { kind, today })
    requireWhole(desk, reader, headings)
    sayColumns(desk, policy, columns)
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
    throw new UsageFault(text.noArchiveColumn(headings.filter(Boolean).join(marks.items)))
  if (!reader.knowsKinds) throw new UsageFault(text.noKindColumn)
}

/** @throws Refusal value.bad */
function mappingIn(
  said: string | undefined,
  headings: readonly string[],
  policy: Policy,
  kind: string | undefined,
): Mapping | undefined {
  if (said === undefined) return undefined
  const mapping = parseMapping(said)
  if (isInvalid(mapping)) throw bad(said, mapping)
  const wrong = checkMapping(mapping, headings, [...entryKeys(policy, kind)])
  if (wrong) throw bad(said, wrong)
  return mapping
}

const bad = (value: string, it: Invalid): Refusal =>
  new Refusal('value.bad', { problems: [{ key: '--map', value, invalid: it }] })

/** What each column was taken as. */
function sayColumns(desk: Desk, policy: Policy, columns: readonly EntryColumn[]): void {
  const text = desk.text.import.run
  const names = columns.map((column) => {
    const name = nameOf(desk, policy, column)
    return name === undefined ? text.extra(column.heading) : text.known(column.heading, name)
  })
  desk.say.notice(text.columns(names))
}

function nameOf(desk: Desk, policy: Policy, { target }: EntryColumn): string | undefined {
  if ('part' in target) return desk.text.entry.import.keys[target.part]
  if ('customer' in target) return target.customer.field.label[desk.language]
  if ('extra' in target) return undefined
  const [[kind, key] = ['', '']] = target.fields
  return policy.entries?.[kind]?.fields?.[key]?.label[desk.language] ?? key
}
