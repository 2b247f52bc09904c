import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { requireDating } from '../domain/dating.ts'
import { Refusal } from '../domain/refusal.ts'
import {
  requireStocktakeOpen,
  requireWitness,
  stocktakeName,
  type Stocktake,
} from '../domain/stocktake.ts'
import { noteRun } from '../store/inspections.ts'
import { enter } from '../store/journal.ts'
import { keepFindings, type Raised } from '../store/keeping-findings.ts'
import { shelvesIn } from '../store/places.ts'
import { closeStocktake, dropStocktake } from '../store/stocktake-acts.ts'
import { judgingOf } from '../store/stocktake-judging.ts'
import { countsOf, lastCountedOn, missedIn, stocktakeById } from '../store/stocktakes.ts'
import type { Desk, Office } from './desk.ts'
import { rectifyBy } from './inspect-close.ts'
import { signersIn } from './inspect-given.ts'
import { somebodyIn } from './people.ts'
import { stocktakeGiven, stocktakeMeant } from './stocktake-given.ts'
import { stocktakeShown } from './stocktake-view.ts'
import { wordsGiven } from './text-given.ts'

interface CloseOptions {
  readonly by?: readonly string[]
  readonly witness?: string
  readonly drop?: string
  readonly reason?: string
}

/** `stocktake close C2`: writes the result down, signed; what is missing or misplaced becomes findings (S002-5.3-3). */
export function stocktakeCloseCommand(desk: Desk) {
  const { close: text, stocktake, reason } = desk.text.stocktake
  const command = new Command('close')
    .summary(text.summary)
    .description(text.description)
    .argument('[stocktake]', stocktake)
    .option('--by <staff...>', text.by)
    .option('--witness <name>', text.witness)
    .option('--drop <reason>', text.drop)
    .option('--reason <reason>', reason)
    .action(async (given, options) => {
      if ((options.by ?? options.witness) !== undefined && options.drop !== undefined)
        throw new Refusal('usage.together', {
          options: [options.by ? '--by' : '--witness', '--drop'],
        })
      const name = await stocktakeGiven(desk, given)
      const closed = await desk.act((office) =>
        options.drop === undefined ? close(office, name, options) : drop(office, name, options),
      )
      say(desk, closed)
    })
  const examples = [
    'dangan stocktake close C2',
    'dangan stocktake close C2 --by 李娜 --witness 王芳',
    'dangan stocktake close C3 --drop 范围选错',
  ]
  const statuses = [exits.refused, exits.missing, exits.notPermitted, exits.badData]
  return withManual(command, { examples, exits: statuses }, desk.text)
}

/** Decides and writes, in the caller's transaction. */
function close(office: Office, name: string, { by, witness, reason }: CloseOptions): Stocktake {
  const { store, policy, hand, today } = office
  const before = closable(office, name, reason)
  const named = stocktakeName(before.id)
  const lastOn = lastCountedOn(store, before.id)
  if (lastOn === null)
    throw new Refusal('stocktake.uncounted', { stocktake: named, expected: before.expected })
  if (today < lastOn)
    throw new Refusal('date.before-last-act', { number: named, date: today, lastAct: lastOn })
  const counters = signersIn(office, '--by', by)
  const observer = witness === undefined ? undefined : somebodyIn(store, '--witness', witness).name
  requireWitness(counters, observer)
  const judging = judgingOf(store, before)
  const counts = countsOf(store, judging)
  const closed = closeStocktake(store, judging, {
    closedOn: today,
    closedBy: hand.staffId,
    ...{ counters, witness: observer ?? null, counts },
  })
  const missed = missedIn(store, closed.id)
  const run = keepFindings(store, policy, today, hand, {
    checks: ['stocktake.missing', 'stocktake.misplaced', 'stocktake.stray', 'stocktake.purged'],
    archives: closed.expected,
    rectifyBy: rectifyBy(office),
    raised: raisedBy(office, missed),
  })
  noteRun(store, 'stocktake', closed.id, run.id)
  const said = { counters, witness: observer, counts, reason }
  const own = { archiveId: 0, detail: said }
  const each = missed.map(({ archiveId, result }) => {
    return { archiveId, detail: { stocktake: named, isThere: result !== 'missing' } }
  })
  const object = `stocktake ${named}`
  enter(store, hand, { action: 'stocktake.close', object, parts: [own, ...each] })
  return stocktakeById(store, closed.id) as Stocktake
}

/** Whoever keeps the place looks for what is not there. */
function raisedBy({ store }: Office, missed: ReturnType<typeof missedIn>): Raised[] {
  const keepers = new Map(shelvesIn(store).map(({ code, keeper }) => [code, keeper]))
  return missed.map(({ archiveId, result, place }) => ({
    check: result === 'missing' ? ('stocktake.missing' as const) : ('stocktake.misplaced' as const),
    archiveId,
    object: '',
    ownerId: keepers.get(place ?? '') ?? null,
    ...{ dueOn: null, note: null },
  }))
}

/** @throws Refusal stocktake.missing, stocktake.closed, date.* */
function closable(office: Office, name: string, reason: string | undefined): Stocktake {
  requireDating({ ...office, reason }, office.policy)
  const it = stocktakeMeant(office, name)
  requireStocktakeOpen(it, office.today)
  return it
}

/** It was opened by mistake: nothing comes of it. */
function drop(office: Office, name: string, { drop: said = '', reason }: CloseOptions): Stocktake {
  const { store, hand, today } = office
  const { id } = closable(office, name, reason)
  const droppedBecause = wordsGiven('--drop', said)
  const dropped = dropStocktake(store, id, {
    ...{ closedOn: today, closedBy: hand.staffId, droppedBecause },
  })
  const parts = [{ archiveId: 0, detail: { droppedBecause, reason } }]
  const object = `stocktake ${stocktakeName(id)}`
  enter(store, hand, { action: 'stocktake.drop', object, parts })
  return dropped
}

function say(desk: Desk, closed: Stocktake): void {
  const { close: text } = desk.text.stocktake
  const { counts, counters, witness } = closed
  const name = stocktakeName(closed.id)
  const who = [...counters, ...(witness === null ? [] : [witness])]
  desk.say.result(stocktakeShown(closed), () => [
    counts === null
      ? text.dropped(name)
      : text.done(name, who.join(desk.text.program.marks.items), counts),
  ])
  if (!counts) return
  const { next } = desk.text.program
  if (counts.missing > 0) {
    desk.say.notice(text.missing)
    desk.say.notice(next(`dangan stocktake show ${name} --result missing`))
  } else if (counts.misplaced + counts.purged + counts.unknown + counts.void > 0)
    desk.say.notice(next('dangan audit findings --open'))
}
