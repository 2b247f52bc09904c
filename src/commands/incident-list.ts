import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import type { Column } from '../cli/printer.ts'
import { daysOverdue, incidentKind, reportsOpen } from '../domain/incident.ts'
import { incidentsIn } from '../store/incidents.ts'
import { archivesFor } from './archives-given.ts'
import type { Desk, Office } from './desk.ts'
import { incidentsToEnter, readableIncidents, type Befallen } from './incident-given.ts'
import {
  incidentKindWord,
  incidentShown,
  reportWords,
  whatBefell,
  type IncidentShown,
} from './incident-view.ts'
import { numbersFrom } from './numbers-given.ts'
import { enterReadings } from './reading.ts'

interface ListOptions {
  readonly open?: true
  readonly kind?: string
  readonly overdue?: true
}

/** `incident list [numbers…]`: what befell, newest first. */
export function incidentListCommand(desk: Desk) {
  const { list: text } = desk.text.incident
  const command = new Command('list')
    .summary(text.summary)
    .description(text.description)
    .argument('[numbers...]', text.numbers)
    .option('--open', text.open)
    .option('--kind <kind>', text.kind)
    .option('--overdue', text.overdue)
    .action((given, options) => sayIncidents(desk, given, options))
  const examples = ['dangan incident list --open', 'dangan incident list --kind 泄密 --json']
  const statuses = [exits.missing, exits.notPermitted, exits.badData]
  return withManual(command, { examples, exits: statuses }, desk.text)
}

export async function sayIncidents(
  desk: Desk,
  given: readonly string[],
  { open, kind, overdue }: ListOptions,
): Promise<void> {
  const numbers = given.length === 0 ? [] : await numbersFrom(desk, given)
  const office = await desk.read()
  const { store, policy, today } = office
  const named = archivesFor(office, numbers).map(({ id }) => id)
  const found = incidentsIn(store, {
    archiveIds: given.length === 0 ? undefined : named,
    kind: kind === undefined ? undefined : incidentKind(policy, kind),
    isOpen: open === true,
  })
  const isLate = ({ incident }: Befallen) =>
    reportsOpen(incident).some((report) => daysOverdue(report, today) > 0)
  const list = readableIncidents(office, found).filter((it) => !overdue || isLate(it))
  const line = ['incident', 'list', ...numbers].join(' ')
  await enterReadings(desk, line, incidentsToEnter(office, list))
  desk.say.listing(
    list.map((it) => ({ ...it, shown: incidentShown(it, today) })),
    columns(desk, office),
  )
  if (desk.say.manner.format !== 'table') return
  const { list: text } = desk.text.incident
  const unsettled = list.filter(({ incident }) => incident.closedOn === null).length
  desk.say.notice(list.length === 0 ? text.none : text.count(list.length, unsettled))
}

type Row = Befallen & { readonly shown: IncidentShown }

function columns(desk: Desk, office: Office): readonly Column<Row>[] {
  const { keys, status, suspected } = desk.text.incident
  const heading = (key: string) => keys[key as keyof typeof keys] ?? key
  const besides = (key: keyof IncidentShown): Column<Row> => ({
    key,
    heading: heading(key),
    value: ({ shown }) => shown[key],
    besides: true,
  })
  const plain = (key: keyof IncidentShown): Column<Row> => ({ ...besides(key), besides: false })
  return [
    plain('incident'),
    {
      ...plain('kind'),
      shown: ({ incident }) => incidentKindWord(desk, office.policy, incident.kind),
    },
    { ...plain('number'), shown: (it) => whatBefell(it) ?? '' },
    besides('material'),
    besides('loan'),
    { ...plain('status'), shown: ({ shown }) => status[shown.status] },
    { ...plain('suspected'), shown: ({ shown }) => (shown.suspected ? suspected : '') },
    plain('foundOn'),
    besides('foundBy'),
    besides('openedOn'),
    besides('openedBy'),
    plain('text'),
    plain('liable'),
    { ...plain('reports'), shown: (it) => owedWords(desk, office, it) },
    besides('overdueReports'),
    besides('remedies'),
    ...(['closedOn', 'result', 'liability', 'compensation', 'merit', 'fromNumber'] as const).map(
      besides,
    ),
  ]
}

/** What was not reported yet. */
const owedWords = (desk: Desk, office: Office, { incident }: Befallen): string =>
  reportsOpen(incident)
    .map((report) => reportWords(desk, office, report))
    .join(desk.text.program.marks.clauses)
