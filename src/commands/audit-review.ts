import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import type { Column } from '../cli/printer.ts'
import { daysBetween } from '../domain/day.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Day } from '../domain/words.ts'
import { archivesById } from '../store/archives.ts'
import { enter } from '../store/journal.ts'
import { itemsOf, openRound, roundOf, sizeOfRound, type ReviewItem } from '../store/reviews.ts'
import { periodGiven } from './audit-given.ts'
import type { Desk, Office } from './desk.ts'
import { enterReadings, toEnter } from './reading.ts'

/** `audit review --period 2025Q3`: opens the round once; lists it by who is responsible (S000-4.4-2, S003-4-2). */
export function auditReviewCommand(desk: Desk) {
  const { review: text } = desk.text.audit
  const command = new Command('review')
    .summary(text.summary)
    .description(text.description)
    .option('--period <period>', text.period)
    .option('--all', text.all)
    .action(async (_options, self) => {
      // `audit` has a --period of its own, and takes it
      const options = self.optsWithGlobals()
      const question = { kind: 'text', message: text.period, option: '--period' } as const
      const said = options.period === undefined ? {} : { period: options.period }
      const { period: named } = await desk.ask({ period: question }, said)
      const period = periodGiven(named)
      const { office, items, size, isNew } = await desk.act((office) => opened(office, period))
      const rows = items.filter((it) => options.all === true || it.confirmedOn === null)
      const ids = rows.map(({ archiveId }) => archiveId)
      const archives = [...archivesById(office.store, ids).values()]
      await enterReadings(desk, `audit review ${period.name}`, toEnter(office, archives))
      desk.say.listing(
        rows.map((it) => itemShown(it, period.name, office.today)),
        columns(desk),
      )
      if (isNew) desk.say.notice(text.opened(period.name, size))
      const left = items.filter(({ confirmedOn }) => confirmedOn === null).length
      desk.say.notice(text.count(left, items.length))
      if (size > items.length) desk.say.notice(text.hidden(size - items.length))
    })
  const examples = [
    'dangan audit review --period 2026Q4',
    'dangan audit review --period 2026Q4 --all',
  ]
  return withManual(command, { examples, exits: [exits.refused] }, desk.text)
}

/** @throws Refusal policy.silent */
function opened(office: Office, period: Parameters<typeof openRound>[1]) {
  const { store, hand, policy, today, operator } = office
  if (!policy.review) throw new Refusal('policy.silent', { section: 'review', source: [] })
  const known = roundOf(store, period.name)
  if (!known) {
    const count = openRound(store, period, { openedOn: today, openedBy: hand.staffId })
    const parts = [{ archiveId: 0, detail: { period: period.name, count } }]
    enter(store, hand, { action: 'review.open', object: period.name, parts })
  }
  const round = roundOf(store, period.name) ?? { id: 0 }
  const items = itemsOf(store, round.id, operator.rights)
  return { office, items, size: sizeOfRound(store, round.id), isNew: !known }
}

const itemShown = (it: ReviewItem, round: string, today: Day) => ({
  round,
  number: it.number,
  name: it.name,
  owner: it.owner,
  dueOn: it.dueOn,
  confirmedOn: it.confirmedOn,
  confirmedBy: it.confirmedBy,
  withCustomer: it.withCustomer === null ? null : it.withCustomer === 1,
  lateDays: Math.max(0, daysBetween(it.dueOn, it.confirmedOn ?? today)),
})
type ItemShown = ReturnType<typeof itemShown>

function columns(desk: Desk): readonly Column<ItemShown>[] {
  const { reviewKeys: keys, yes } = desk.text.audit
  const plain = (key: keyof ItemShown, besides = false): Column<ItemShown> => ({
    key,
    heading: keys[key],
    value: (it) => it[key],
    besides,
  })
  return [
    plain('round', true),
    plain('owner'),
    plain('number'),
    plain('name'),
    plain('dueOn'),
    { ...plain('lateDays'), shown: ({ lateDays }) => (lateDays > 0 ? String(lateDays) : '') },
    plain('confirmedOn'),
    plain('confirmedBy', true),
    { ...plain('withCustomer', true), shown: (it) => (it.withCustomer ? yes : '') },
  ]
}
