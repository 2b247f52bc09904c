import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import type { Column } from '../cli/printer.ts'
import { Refusal } from '../domain/refusal.ts'
import {
  stocktakeName,
  stocktakeResults,
  strayKinds,
  type Stocktake,
  type StocktakeResult,
  type StrayKind,
} from '../domain/stocktake.ts'
import { judgingOf } from '../store/stocktake-judging.ts'
import { countsOf, hiddenIn, itemsOf, straysOf } from '../store/stocktakes.ts'
import type { Desk, Office } from './desk.ts'
import { stocktakeGiven, stocktakeMeant } from './stocktake-given.ts'

/** An archive of a stocktake, or what was counted instead, as other programs see it. */
export interface ResultShown {
  readonly number: string
  readonly result: StocktakeResult | StrayKind
  readonly expected: boolean
  /** Where the register has it. */
  readonly place: string | null
  readonly seenPlace: string | null
  readonly seenOn: string | null
  readonly times: number
  /** It is, or was when the stocktake was closed, lent. */
  readonly lent: boolean
}

/** `stocktake show C2`: how each archive comes out. */
export function stocktakeShowCommand(desk: Desk) {
  const { show: text, stocktake } = desk.text.stocktake
  const command = new Command('show')
    .summary(text.summary)
    .description(text.description)
    .argument('[stocktake]', stocktake)
    .option('--result <results>', text.result)
    .action(async (given, { result }) => {
      const wanted = result === undefined ? undefined : resultsGiven(desk, result)
      const name = await stocktakeGiven(desk, given)
      const office = await desk.read()
      const it = stocktakeMeant(office, name)
      const count = desk.say.listing(resultsOf(office, it, wanted), columns(desk))
      sayTally(desk, office, it, count)
    })
  const examples = [
    'dangan stocktake show C2',
    'dangan stocktake show C2 --result missing,misplaced --format csv',
  ]
  const statuses = [exits.missing, exits.badData]
  return withManual(command, { examples, exits: statuses }, desk.text)
}

type Result = StocktakeResult | StrayKind
const allResults: readonly Result[] = [...stocktakeResults, ...strayKinds]

/** By their keys, or as the reader's language calls them. @throws Refusal usage.bad-option */
function resultsGiven(desk: Desk, said: string): readonly Result[] {
  const { results } = desk.text.stocktake
  return said.split(/[,，、]/).map((word) => {
    const typed = word.trim().toLowerCase()
    const found = allResults.find((it) => it.toLowerCase() === typed || results[it] === typed)
    if (found) return found
    throw new Refusal('usage.bad-option', { option: '--result', value: word, choices: allResults })
  })
}

/** Archives by number as they were made, then what is no archive of ours; only readable ones. */
export function* resultsOf(
  { store, operator }: Office,
  stocktake: Stocktake,
  wanted: readonly Result[] = allResults,
): Generator<ResultShown> {
  const results = stocktakeResults.filter((it) => wanted.includes(it))
  if (stocktake.droppedBecause !== null) return
  if (results.length > 0)
    for (const it of itemsOf(store, judgingOf(store, stocktake), operator.rights, results))
      yield {
        number: it.number,
        result: it.result,
        expected: it.isExpected,
        place: it.place,
        seenPlace: it.seenPlace,
        seenOn: it.seenOn,
        times: it.times,
        lent: it.isOut,
      }
  const kinds = strayKinds.filter((it) => wanted.includes(it))
  for (const { text: number, kind: result, seenPlace, seenOn, times } of straysOf(
    store,
    stocktake.id,
    kinds,
  ))
    yield { number, result, expected: false, place: null, seenPlace, seenOn, times, lent: false }
}

function columns(desk: Desk): readonly Column<ResultShown>[] {
  const { resultKeys: keys, results, remarks } = desk.text.stocktake
  const plain = (key: keyof ResultShown, besides = false): Column<ResultShown> => ({
    key,
    heading: keys[key],
    value: (it) => it[key],
    besides,
  })
  return [
    plain('number'),
    { ...plain('result'), shown: ({ result }) => results[result] },
    {
      ...plain('expected'),
      shown: (it) => (it.expected || it.place === null ? '' : remarks.unexpected),
    },
    plain('place'),
    plain('seenPlace'),
    plain('seenOn'),
    { ...plain('times'), shown: ({ times }) => (times === 0 ? '' : String(times)) },
    {
      ...plain('lent'),
      shown: ({ lent, times }) => (lent ? (times > 0 ? remarks.lentButHere : remarks.lent) : ''),
    },
  ]
}

function sayTally(desk: Desk, { store, operator }: Office, it: Stocktake, count: number): void {
  if (desk.say.manner.format !== 'table') return
  const { show: text, results } = desk.text.stocktake
  if (it.droppedBecause !== null) return desk.say.notice(text.dropped(it.droppedBecause))
  const counts = countsOf(store, judgingOf(store, it))
  const words = allResults
    .filter((key) => counts[key] > 0)
    .map((key) => `${results[key]} ${counts[key]}`)
  const name = stocktakeName(it.id)
  desk.say.notice(text.tally(name, it.expected, words.join(desk.text.program.marks.items)))
  if (counts.destroyed > 0) desk.say.notice(text.destroyed(counts.destroyed))
  const hidden = hiddenIn(store, it.id, operator.rights)
  if (hidden > 0) desk.say.notice(text.hidden(hidden))
  if (count === 0) desk.say.notice(text.none)
}
