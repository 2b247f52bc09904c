import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import type { Column } from '../cli/printer.ts'
import type { Archive } from '../domain/archive.ts'
import { readEntryFilter, type EntryFilterSaid } from '../domain/entry-filter.ts'
import type { Policy } from '../domain/policy.ts'
import { Refusal } from '../domain/refusal.ts'
import { totalOf } from '../domain/totals.ts'
import { byTraces, isTraceable, lotsOf, tracedKeys, type Lot } from '../domain/tracking.ts'
import { archivesById } from '../store/archives.ts'
import { listedEntries, type EntryListed, type EntrySelection } from '../store/entry-listing.ts'
import { archivesFor } from './archives-given.ts'
import type { Desk, Office } from './desk.ts'
import { lineOf } from './filter-options.ts'
import { enterEntryReadings } from './note-list.ts'
import { numbersFrom } from './numbers-given.ts'

/** `note trace`: from a product or batch to all its buyers, from a customer to all products and batches (S004-A-1). */
export function noteTraceCommand(desk: Desk) {
  const text = desk.text.entry.trace
  const command = new Command('trace')
    .summary(text.summary)
    .description(text.description)
    .argument('[numbers...]', text.numbers)
    .option('--product <product>', text.product)
    .option('--batch <batch>', text.batch)
    .option('--since <day>', text.since)
    .option('--until <day>', text.until)
    .action((given, options) => trace(desk, given, options))
  const examples = [
    'dangan note trace --batch B2025-07',
    'dangan note trace --product 全瓷冠 --since 2025-01-01 --format csv',
    'dangan note trace RG2025-0001',
  ]
  return withManual(
    command,
    { examples, exits: [exits.missing, exits.notPermitted, exits.badData] },
    desk.text,
  )
}

async function trace(desk: Desk, given: readonly string[], said: EntryFilterSaid): Promise<void> {
  const isOfCustomers = given.length > 0
  if (!isOfCustomers && said.product === undefined && said.batch === undefined)
    throw new Refusal('usage.missing', { options: ['--product', '--batch', '<number>'] })
  const office = await desk.read()
  const { policy, store } = office
  const numbers = isOfCustomers ? await numbersFrom(desk, given) : []
  const selection: EntrySelection = {
    filter: readEntryFilter(said, policy),
    archiveIds: isOfCustomers ? archivesFor(office, numbers).map(({ id }) => id) : undefined,
    rights: office.operator.rights,
  }
  await enterEntryReadings(desk, office, selection, lineOf('note trace', numbers, said))
  const keys = tracedKeys(policy)
  const entries = traceable(listedEntries(store, selection), keys)
  if (isOfCustomers) sayPurchases(desk, policy, entries, keys)
  else
    sayBuyers(
      desk,
      office,
      lotsOf(entries, ({ archiveId }) => archiveId, policy),
    )
}

function* traceable(
  entries: Iterable<EntryListed>,
  keys: readonly string[],
): Generator<EntryListed> {
  for (const entry of entries) if (isTraceable(entry, keys)) yield entry
}

interface Buyer extends Lot<EntryListed> {
  readonly archive: Archive | undefined
}

/** Every buyer, by number, with whom to call. */
function sayBuyers(desk: Desk, { store, policy }: Office, lots: readonly Lot<EntryListed>[]): void {
  const { keys, entry, program } = desk.text
  const archives = archivesById(
    store,
    lots.map(({ subject }) => subject.archiveId),
  )
  const buyers = lots
    .map((lot): Buyer => ({ ...lot, archive: archives.get(lot.subject.archiveId) }))
    .toSorted((a, b) => (a.subject.number < b.subject.number ? -1 : 1))
  const columns: Column<Buyer>[] = [
    { key: 'number', heading: keys.archive.number, value: ({ subject }) => subject.number },
    { key: 'name', heading: keys.archive.name, value: ({ subject }) => subject.name },
    { key: 'phone', heading: keys.archive.phone, value: ({ archive }) => archive?.phone ?? null },
    {
      key: 'contacts',
      heading: keys.archive.contacts,
      value: ({ archive }) => archive?.contacts ?? [],
      shown: ({ archive }) =>
        (archive?.contacts ?? [])
          .map(({ name, phone }) => [name, phone].filter(Boolean).join(' '))
          .join(program.marks.items),
    },
    ...tracedColumns(desk, policy),
    ...sums(desk),
  ]
  desk.say.listing(buyers, columns)
  if (desk.say.manner.format !== 'table') return
  const text = entry.trace
  const quantity = totalOf(buyers.map((it) => it.quantity))
  desk.say.notice(buyers.length === 0 ? text.none : text.buyers(buyers.length, quantity))
}

/** What one customer, or several, bought: a line for each product and batch. */
function sayPurchases(
  desk: Desk,
  policy: Policy,
  entries: Iterable<EntryListed>,
  keys: readonly string[],
): void {
  const identity = (it: EntryListed) => `${it.archiveId}\u001F${byTraces(it, keys)}`
  const lots = lotsOf(entries, identity, policy)
  const isOne = new Set(lots.map(({ subject }) => subject.archiveId)).size < 2
  const { archive } = desk.text.keys
  desk.say.listing(lots, [
    { key: 'number', heading: archive.number, value: (it) => it.subject.number, besides: isOne },
    { key: 'name', heading: archive.name, value: (it) => it.subject.name, besides: isOne },
    ...tracedColumns(desk, policy).map((column) => ({
      ...column,
      value: ({ values }: Lot<EntryListed>) => values.get(column.key)?.[0] ?? null,
    })),
    ...sums(desk),
  ])
  if (lots.length === 0) desk.say.notice(desk.text.entry.trace.none)
}

const tracedColumns = (desk: Desk, policy: Policy): Column<Lot<EntryListed>>[] =>
  tracedKeys(policy).map((key) => ({
    key,
    heading: headingOf(key, policy, desk),
    value: ({ values }) => values.get(key) ?? [],
    shown: ({ values }) => (values.get(key) ?? []).join(desk.text.program.marks.items),
  }))

const headingOf = (key: string, { entries = {} }: Policy, { language }: Desk): string =>
  Object.values(entries).find(({ fields }) => fields?.[key]?.traced)?.fields?.[key]?.label[
    language
  ] ?? key

const sums = (desk: Desk): Column<Lot<EntryListed>>[] => {
  const text = desk.text.entry.trace
  return [
    { key: 'quantity', heading: text.quantity, value: ({ quantity }) => quantity },
    { key: 'amount', heading: text.amount, value: ({ amount }) => amount, besides: true },
    { key: 'entries', heading: text.entries, value: ({ entries }) => entries, besides: true },
    { key: 'firstOn', heading: text.firstOn, value: ({ firstOn }) => firstOn },
    { key: 'lastOn', heading: text.lastOn, value: ({ lastOn }) => lastOn },
  ]
}
