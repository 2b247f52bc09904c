import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { requireDating } from '../domain/dating.ts'
import { meantBy } from '../domain/inspection.ts'
import { Refusal } from '../domain/refusal.ts'
import { sharesOf, stocktakeName, stocktakeRule, type Stocktake } from '../domain/stocktake.ts'
import { enter } from '../store/journal.ts'
import { shelvesIn } from '../store/places.ts'
import { openStocktake, type Extent } from '../store/stocktake-acts.ts'
import { codesWithin } from '../store/stocktake-judging.ts'
import { stocktakesIn } from '../store/stocktakes.ts'
import { scopeGiven } from './audit-given.ts'
import type { Desk, Office } from './desk.ts'
import { placeCounted } from './stocktake-given.ts'
import { stocktakeShown } from './stocktake-view.ts'

interface OpenOptions {
  readonly place?: string
  readonly type?: string
  readonly sample?: string
  readonly seed?: string
  readonly reason?: string
}

/** `stocktake open`: settles what ought to be on the shelves (S002-5.3-2, S004-S-2.2). */
export function stocktakeOpenCommand(desk: Desk) {
  const { open: text, reason } = desk.text.stocktake
  const command = new Command('open')
    .summary(text.summary)
    .description(text.description)
    .option('--place <place>', text.place)
    .option('--type <type>', text.type)
    .option('--sample <percent>', text.sample)
    .option('--seed <number>', text.seed)
    .option('--reason <reason>', reason)
    .action(async (options) => {
      const opened = await desk.act((office) => open(office, options))
      const name = stocktakeName(opened.id)
      desk.say.result(stocktakeShown(opened), () => [text.done(name, opened.expected)])
      desk.say.notice(desk.text.program.next(`dangan stocktake scan ${name} -`))
    })
  const examples = [
    'dangan stocktake open',
    'dangan stocktake open --place A --type 个人',
    'dangan stocktake open --sample 5% --seed 7',
  ]
  const statuses = [exits.refused, exits.missing, exits.notPermitted, exits.badData]
  return withManual(command, { examples, exits: statuses }, desk.text)
}

/** @throws Refusal policy.silent, place.missing, value.bad, usage.*, stocktake.already, stocktake.nothing */
function open(office: Office, options: OpenOptions): Stocktake {
  const { store, policy, hand, today } = office
  const { reason } = options
  requireDating({ ...office, reason }, policy)
  const extent = extentGiven(office, options)
  const { place, type, sample } = extent
  const other = stocktakesIn(store, { isOpen: true }).find(
    (it) => it.place === place && it.type === type,
  )
  if (other) throw new Refusal('stocktake.already', { stocktake: stocktakeName(other.id) })
  const opened = openStocktake(store, extent, { openedOn: today, openedBy: hand.staffId })
  if (opened.expected === 0) throw new Refusal('stocktake.nothing', { place, type })
  const { percent, seed } = sample ?? {}
  const detail = { place, type, percent, seed, expected: opened.expected, reason }
  const object = `stocktake ${stocktakeName(opened.id)}`
  enter(store, hand, { action: 'stocktake.open', object, parts: [{ archiveId: 0, detail }] })
  return opened
}

function extentGiven(office: Office, { place: said, type, sample, seed }: OpenOptions): Extent {
  const { store, policy } = office
  const rule = stocktakeRule(policy)
  const place = placeCounted(office, said)
  if (seed !== undefined && sample === undefined)
    throw new Refusal('usage.missing', { options: ['--sample'] })
  const drawn = scopeGiven({
    ...(sample === undefined ? {} : { sample }),
    ...(seed === undefined ? {} : { seed }),
  }).sample
  return {
    place,
    within: place === null ? undefined : codesWithin(shelvesIn(store), place),
    type: type === undefined ? null : meantBy(policy.types, type, '--type'),
    sample: drawn && { ...drawn, shares: sharesOf(drawn.percent, rule) },
  }
}
