import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import type { Column } from '../cli/printer.ts'
import type { Archive } from '../domain/archive.ts'
import type { FilterSaid } from '../domain/filter.ts'
import { readOrder } from '../domain/order.ts'
import { listed } from '../store/listing.ts'
import { archivesFor } from './archives-given.ts'
import type { Desk, Office } from './desk.ts'
import { planned, type Planned } from './disposing.ts'
import { lineOf, selectionOf, withFilters } from './filter-options.ts'
import { numbersFrom } from './numbers-given.ts'
import { enterReadings, toEnter } from './reading.ts'

interface PlanOptions extends FilterSaid {
  readonly kept?: true
}

/** `purge plan [numbers…]`: what may go and what is kept, each with its reasons. */
export function purgePlanCommand(desk: Desk) {
  const { plan: text } = desk.text.disposal
  const command = new Command('plan')
    .summary(text.summary)
    .description(text.description)
    .argument('[numbers...]', text.numbers)
    .option('--kept', text.kept)
    .action((given, options) => sayPlan(desk, given, options))
  const examples = [
    'dangan purge plan',
    'dangan purge plan RG2015-0001 --json',
    'dangan purge plan --type 个人 --kept --format csv',
  ]
  return withManual(
    withFilters(command, desk.text.finding.filters),
    { examples, exits: [exits.missing, exits.notPermitted, exits.badData] },
    desk.text,
  )
}

async function sayPlan(
  desk: Desk,
  given: readonly string[],
  { kept: withKept, ...said }: PlanOptions,
): Promise<void> {
  const numbers = given.length === 0 ? [] : await numbersFrom(desk, given)
  const office = await desk.read()
  const plans = [...planned(office, meant(office, numbers, said))]
  const shown = plans.map(({ archive }) => archive)
  await enterReadings(desk, lineOf('purge plan', numbers, said), toEnter(office, shown))
  const [items, kept] = [true, false].map((may) =>
    plans.filter(({ verdict }) => verdict.mayGo === may),
  ) as [Planned[], Planned[]]
  if (desk.say.manner.format === 'json') {
    const plan = {
      disposal: null,
      status: 'draft',
      items: items.map(planShown),
      kept: kept.map(planShown),
    }
    return desk.say.result(plan, () => [])
  }
  const isAll = withKept === true || numbers.length > 0
  desk.say.listing(isAll ? [...items, ...kept] : items, columns(desk))
  if (desk.say.manner.format === 'table') tell(desk, items, kept, isAll)
}

/** Named ones; else all that the filters let through. */
const meant = (office: Office, numbers: readonly string[], said: FilterSaid): Iterable<Archive> =>
  numbers.length > 0
    ? archivesFor(office, numbers)
    : listed(office.store, selectionOf(office, [], said), readOrder(undefined, office.policy))

const planShown = ({ archive, verdict }: Planned) => ({
  number: archive.number,
  retainUntil: verdict.retainUntil,
  because: verdict.because,
})

function tell(desk: Desk, items: readonly Planned[], kept: readonly Planned[], isAll: boolean) {
  const { plan: text } = desk.text.disposal
  const lines = [text.count(items.length, kept.length)]
  if (kept.length > 0 && !isAll) lines.push(text.hidden)
  const numbers = items.slice(0, 3).map(({ archive }) => archive.number)
  if (numbers.length > 0) lines.push(text.next(numbers.join(' ')))
  desk.say.notice(...lines)
}

function columns(desk: Desk): readonly Column<Planned>[] {
  const { keys, because, plan } = desk.text.disposal
  return [
    { key: 'number', heading: keys.number, value: ({ archive }) => archive.number },
    {
      key: 'verdict',
      heading: keys.verdict,
      value: ({ verdict }) => (verdict.mayGo ? 'mayGo' : 'kept'),
      shown: ({ verdict }) => (verdict.mayGo ? plan.mayGo : plan.isKept),
    },
    { key: 'retainUntil', heading: keys.retainUntil, value: ({ verdict }) => verdict.retainUntil },
    {
      key: 'because',
      heading: keys.because,
      value: ({ verdict }) => verdict.because,
      shown: ({ verdict }) => verdict.because.map(because).join(desk.text.program.marks.clauses),
    },
  ]
}
