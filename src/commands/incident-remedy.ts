import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { requireDating } from '../domain/dating.ts'
import { dayGiven } from '../domain/day-given.ts'
import { incidentName, requireAfterFound, requireIncidentOpen } from '../domain/incident.ts'
import { addRemedy } from '../store/incident-acts.ts'
import type { Desk, Office } from './desk.ts'
import { incidentGiven, incidentMeant, type Befallen } from './incident-given.ts'
import { enterIncident } from './incident-opening.ts'
import { sayIncident } from './incident-view.ts'
import { wordsGiven } from './text-given.ts'

interface RemedyOptions {
  readonly on?: string
  readonly reason?: string
}

/** `incident remedy I3 --text …`: enters what was done about it (S001-27-1, S002-5.3-3). */
export function incidentRemedyCommand(desk: Desk) {
  const { remedy: text, reason } = desk.text.incident
  const command = new Command('remedy')
    .summary(text.summary)
    .description(text.description)
    .argument('[incident]', desk.text.incident.incident)
    .option('--text <text>', text.text)
    .option('--on <day>', text.on)
    .option('--reason <reason>', reason)
    .action(async (given, options) => {
      const name = await incidentGiven(desk, given)
      const question = { kind: 'text', message: text.text, option: '--text' } as const
      const said = options.text === undefined ? {} : { text: options.text }
      const { text: words } = await desk.ask({ text: question }, said)
      const { office, ...it } = await desk.act((office) => ({
        office,
        ...remedied(office, name, words, options),
      }))
      const { id, remedies } = it.incident
      sayIncident(desk, office, it, text.done(incidentName(id), remedies.length))
    })
  const examples = [
    'dangan incident remedy I3 --text 已通知客户并更换门锁',
    'dangan incident remedy I3 --text 已找回 --on 2025-06-02',
  ]
  const statuses = [exits.refused, exits.missing, exits.notPermitted, exits.badData]
  return withManual(command, { examples, exits: statuses }, desk.text)
}

/** Decides and writes, in the caller's transaction. */
function remedied(
  office: Office,
  name: string,
  words: string,
  { on, reason }: RemedyOptions,
): Befallen {
  const { store, policy, hand, today } = office
  requireDating({ ...office, reason }, policy)
  const { incident, archive } = incidentMeant(office, name)
  requireIncidentOpen(incident)
  const doneOn = on === undefined ? today : dayGiven('--on', on, today)
  requireAfterFound(incident, doneOn)
  const text = wordsGiven('--text', words)
  const after = addRemedy(store, incident, { text, doneOn, recordedBy: hand.staffId })
  enterIncident(office, after, 'incident.remedy', { text, on: doneOn, reason })
  return { incident: after, archive }
}
