import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import type { Column } from '../cli/printer.ts'
import type { Stocktake } from '../domain/stocktake.ts'
import { judgingOf } from '../store/stocktake-judging.ts'
import { countsOf, stocktakesIn } from '../store/stocktakes.ts'
import type { Store } from '../store/store.ts'
import type { Desk, Office } from './desk.ts'
import { stocktakeShown, type StocktakeShown } from './stocktake-view.ts'

/** `stocktake list`: every stocktake, newest first, with how it came out, or stands. */
export function stocktakeListCommand(desk: Desk) {
  const { list: text } = desk.text.stocktake
  const command = new Command('list')
    .summary(text.summary)
    .description(text.description)
    .option('--open', text.open)
    .action((options) => sayStocktakes(desk, options))
  const examples = ['dangan stocktake list', 'dangan stocktake list --open --json']
  return withManual(command, { examples, exits: [exits.badData] }, desk.text)
}

export async function sayStocktakes(desk: Desk, { open }: { readonly open?: true }): Promise<void> {
  const office = await desk.read()
  const found = stocktakesIn(office.store, { isOpen: open === true })
  const rows = found.map((it) => stocktakeShown(tallied(office.store, it)))
  const count = desk.say.listing(rows, columns(desk, office))
  const { list: text } = desk.text.stocktake
  if (count === 0 && desk.say.manner.format === 'table')
    desk.say.notice(open ? text.noneOpen : text.none)
}

/** With the counts as they are now, while it is open. */
export const tallied = (store: Store, it: Stocktake): Stocktake =>
  it.droppedBecause === null ? { ...it, counts: countsOf(store, judgingOf(store, it)) } : it

type Row = StocktakeShown

function columns(desk: Desk, { policy }: Office): readonly Column<Row>[] {
  const { keys, status, everywhere, results } = desk.text.stocktake
  const { items, inBrackets } = desk.text.program.marks
  const plain = (key: keyof Row, besides = false): Column<Row> => ({
    key,
    heading: keys[key],
    value: (it) => it[key],
    besides,
  })
  const typeWord = (type: string) => policy.types[type]?.label[desk.language] ?? type
  const scope = ({ place, type, sample }: Row) =>
    [place ?? everywhere, type === null ? '' : typeWord(type)].filter(Boolean).join(items) +
    (sample === null ? '' : inBrackets(`${sample.percent}%`))
  const counts = (it: Row) =>
    Object.entries(it.counts ?? {})
      .filter(([key, count]) => count > 0 && key in results)
      .map(([key, count]) => `${results[key as keyof typeof results]} ${count}`)
      .join(items)
  return [
    plain('stocktake'),
    { ...plain('place'), shown: scope },
    plain('type', true),
    plain('sample', true),
    { ...plain('status'), shown: (it) => status[it.status] },
    plain('openedOn'),
    plain('openedBy', true),
    plain('expected'),
    { ...plain('counts'), shown: counts },
    plain('closedOn'),
    { ...plain('counters'), shown: (it) => it.counters.join(items) },
    plain('witness', true),
    plain('droppedBecause', true),
    plain('audit', true),
  ]
}
