import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { padded, widthOf } from '../cli/width.ts'
import type { Desk, Office } from './desk.ts'
import { incidentGiven, incidentMeant, incidentsToEnter, type Befallen } from './incident-given.ts'
import { incidentKindWord, incidentShown, reportWords, whatBefell } from './incident-view.ts'
import { enterReadings } from './reading.ts'

/** `incident show I3`: what happened, who was told, what was done, what came of it. */
export function incidentShowCommand(desk: Desk) {
  const { show: text } = desk.text.incident
  const command = new Command('show')
    .summary(text.summary)
    .description(text.description)
    .argument('[incident]', desk.text.incident.incident)
    .action(async (given) => {
      const name = await incidentGiven(desk, given)
      const office = await desk.read()
      const it = incidentMeant(office, name)
      const shown = incidentShown(it, office.today)
      await enterReadings(desk, `incident show ${shown.incident}`, incidentsToEnter(office, [it]))
      desk.say.result(shown, () => lines(desk, office, it))
    })
  const examples = ['dangan incident show I3', 'dangan incident show 3 --json']
  return withManual(command, { examples, exits: [exits.missing] }, desk.text)
}

/** A label and a value a line, nothing that is empty. */
function lines(desk: Desk, office: Office, it: Befallen): string[] {
  const { keys, status, suspected, outside } = desk.text.incident
  const { reports, remedies, overdueReports, ...shown } = incidentShown(it, office.today)
  const values = {
    ...shown,
    kind: incidentKindWord(desk, office.policy, shown.kind),
    number: whatBefell(it) ?? outside,
    material: null,
    fromNumber: null,
    status: status[shown.status],
    suspected: shown.suspected ? suspected : null,
  }
  const all = Object.entries(values).map(([key, value]) => [keys[key as keyof typeof keys], value])
  const isAfter = Object.keys(values).indexOf('closedOn')
  const rows = [
    ...all.slice(0, isAfter),
    ...it.incident.reports.map((report) => [keys.reports, reportWords(desk, office, report)]),
    ...remedies.map(({ on, text }) => [keys.remedies, `${on}  ${text}`]),
    ...all.slice(isAfter),
  ].filter(([, value]) => value !== null) as [string, string][]
  const width = Math.max(...rows.map(([label]) => widthOf(label)))
  return rows.map(([label, value]) => `${padded(label, width)}  ${value}`)
}
