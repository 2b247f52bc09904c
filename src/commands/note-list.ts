import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { readEntryFilter, type EntryFilterSaid } from '../domain/entry-filter.ts'
import { Totals } from '../domain/totals.ts'
import {
  listedEntries,
  surveyEntries,
  type EntryListed,
  type EntrySelection,
} from '../store/entry-listing.ts'
import { archivesFor } from './archives-given.ts'
import { collected } from './content-options.ts'
import type { Desk, Office } from './desk.ts'
import { entryColumnsFor } from './entry-view.ts'
import { limitIn, lineOf } from './filter-options.ts'
import { noteOptions } from './note-options.ts'
import { numbersFrom } from './numbers-given.ts'
import { enterReadings, levelsToEnter, toEnter } from './reading.ts'

type ListOptions = EntryFilterSaid & { readonly limit?: string; readonly columns?: true }

/** `note list [numbers…]`: entries of one archive, several, or all, newest first, with their totals. */
export function noteListCommand(desk: Desk) {
  const text = desk.text.entry.list
  const command = new Command('list')
    .summary(text.summary)
    .description(text.description)
    .argument('[numbers...]', text.numbers)
    .option('--kind <kinds>', text.kind)
    .option('--since <day>', text.since)
    .option('--until <day>', text.until)
    .option('--product <product>', text.product)
    .option('--batch <batch>', text.batch)
    .option('--field <field=value>', text.field, collected, [] as string[])
    .option('--text <words>', text.text)
    .option('--columns', text.columns)
    .option('--limit <count>', text.limit)
    .action((given, options, self) =>
      list(desk, given, { ...options, ...noteOptions(self, 'kind', 'text') }),
    )
  const examples = [
    'dangan note list RG2025-0001',
    'dangan note list --kind 订单 --since 2025-01-01 --until 2025-03-31',
    'dangan note list --batch B2025-07 --json',
    'dangan note list --kind 订单 --columns --format csv --headings > 台账.csv',
  ]
  return withManual(
    command,
    { examples, exits: [exits.missing, exits.notPermitted, exits.badData] },
    desk.text,
  )
}

async function list(desk: Desk, given: readonly string[], options: ListOptions): Promise<void> {
  const { limit: most, columns, ...said } = options
  const limit = limitIn(desk, most)
  const office = await desk.read()
  const numbers = given.length === 0 ? [] : await numbersFrom(desk, given)
  const archives = archivesFor(office, numbers)
  const selection: EntrySelection = {
    filter: readEntryFilter(said, office.policy),
    archiveIds: given.length === 0 ? undefined : archives.map(({ id }) => id),
    rights: office.operator.rights,
  }
  const line = lineOf('note list', numbers, said)
  // of an archive that was named it is told even that there is nothing
  if (given.length > 0) await enterReadings(desk, line, toEnter(office, archives))
  else await enterEntryReadings(desk, office, selection, line)
  const isOneArchive = archives.length === 1
  sayEntries(desk, office, selection, { limit, isOneArchive, apart: columns === true })
}

/** Of archives whose reading is an act of its own, it is entered before any entry is shown (SPEC 15.3). */
export async function enterEntryReadings(
  desk: Desk,
  office: Office,
  selection: EntrySelection,
  line: string,
): Promise<void> {
  const levels = levelsToEnter(office)
  if (levels.length > 0)
    await enterReadings(desk, line, surveyEntries(office.store, selection, levels))
}

interface Showing {
  readonly limit: number | undefined
  readonly isOneArchive: boolean
  /** Each field in a column of its own. */
  readonly apart: boolean
}

function sayEntries(
  desk: Desk,
  office: Office,
  selection: EntrySelection,
  { limit, isOneArchive, apart }: Showing,
): void {
  const totals = new Totals(office.policy)
  const { kinds } = selection.filter
  const shown = { isOneArchive, reveal: false, ...(apart ? { fieldsOf: kinds } : {}) }
  const columns = entryColumnsFor(desk, office, shown)
  desk.say.listing(counted(listedEntries(office.store, selection), totals, limit), columns)
  if (desk.say.manner.format !== 'table') return
  const text = desk.text.entry.list
  const { count, quantity, amount } = totals
  desk.say.notice(count === 0 ? text.none : text.totals(count, quantity, amount))
}

function* counted(
  entries: Iterable<EntryListed>,
  totals: Totals,
  limit = Infinity,
): Generator<EntryListed> {
  for (const entry of entries) {
    totals.add(entry)
    yield entry
    if (totals.count >= limit) return
  }
}
