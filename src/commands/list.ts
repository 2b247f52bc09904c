import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import type { Column } from '../cli/printer.ts'
import type { Archive } from '../domain/archive.ts'
import type { FilterSaid } from '../domain/filter.ts'
import { readOrder, type Order } from '../domain/order.ts'
import type { Selection } from '../store/conditions.ts'
import { listed, survey } from '../store/listing.ts'
import { archiveColumns, missingColumn, scoreColumn, type Listed } from './archive-columns.ts'
import type { Desk, Office } from './desk.ts'
import { limitIn, lineOf, selectionOf, withFilters } from './filter-options.ts'
import { indexColumns } from './index-columns.ts'
import { asksMissing, listedRows } from './listed-rows.ts'
import { enterReadings, levelsToEnter, toEnter } from './reading.ts'

interface ListOptions extends FilterSaid {
  readonly sort?: string
  readonly limit?: string
  readonly index?: true
}

/** `list [words…]`: every archive of a kind, in order, however many there are (S002-4.2-3, S003-5.3.2-1). */
export function listCommand(desk: Desk) {
  const text = desk.text.finding.list
  const command = new Command('list')
    .summary(text.summary)
    .description(text.description)
    .argument('[words...]', desk.text.finding.find.words)
    .option('--sort <key>', text.sort)
    .option('--limit <count>', text.limit)
    .option('--index', text.index)
    .action((words, options) => list(desk, words, options))
  const examples = [
    'dangan list --type 经销商 --region 华东',
    'dangan list --incomplete --sort openedOn:desc',
    'dangan list --missing 合同 --type 经销商',
    'dangan list --index --format csv --headings > index.csv',
  ]
  return withManual(
    withFilters(command, desk.text.finding.filters),
    { examples, exits: [exits.notPermitted, exits.badData] },
    desk.text,
  )
}

async function list(desk: Desk, words: readonly string[], options: ListOptions): Promise<void> {
  const { sort, limit: most, index, ...said } = options
  const limit = limitIn(desk, most)
  const office = await desk.read()
  const selection = selectionOf(office, words, said)
  const order = readOrder(sort, office.policy)
  const line = lineOf('list', words, said)
  const page = await entered(desk, office, { selection, order, limit, line })
  const columns = index ? indexColumns(desk, office) : columnsFor(desk, office, said)
  const rows = listedRows(office, page.archives, asksMissing(columns, desk.say.manner.fields))
  tellCount(desk, desk.say.listing(rows, columns), page.hasMore())
}

/** On stderr: how many there are, or, in every format, that the limit left some out. */
function tellCount(desk: Desk, count: number, hasMore: boolean): void {
  const text = desk.text.finding.list
  if (hasMore) desk.say.notice(text.more(count))
  else if (desk.say.manner.format === 'table')
    desk.say.notice(count === 0 ? text.none : text.count(count))
}

/** Archives up to a limit, and, once they have been taken, whether there were more. */
interface Page {
  readonly archives: Iterable<Archive>
  readonly hasMore: () => boolean
}

/** So many are read before the first is shown; more are counted by the database. */
const readBefore = 10_000

/** The archives, once it has been entered that they are read. */
async function entered(
  desk: Desk,
  office: Office,
  wish: { selection: Selection; order: Order; limit: number | undefined; line: string },
): Promise<Page> {
  const { selection, order, limit, line } = wish
  const page = upTo(limit, listed(office.store, selection, order))
  if (limit !== undefined && limit <= readBefore) {
    const archives = [...page.archives]
    await enterReadings(desk, line, toEnter(office, archives))
    return { ...page, archives }
  }
  const levels = levelsToEnter(office)
  if (levels.length > 0) await enterReadings(desk, line, survey(office.store, selection, levels))
  return page
}

/** One more is looked at, never counted: a list may have millions. */
function upTo(limit: number | undefined, all: Iterable<Archive>): Page {
  let more = false
  function* taken() {
    let count = 0
    for (const archive of all) {
      more = count === limit
      if (more) return
      yield archive
      count += 1
    }
  }
  return { archives: taken(), hasMore: () => more }
}

/** The usual columns; of what is incomplete, what it lacks. */
function columnsFor(
  desk: Desk,
  office: Office,
  { incomplete, missing }: FilterSaid,
): readonly Column<Listed>[] {
  const columns = archiveColumns(desk, office)
  return (incomplete || missing !== undefined) && !desk.say.manner.fields
    ? [...columns, scoreColumn(desk), missingColumn(desk, office)]
    : columns
}
