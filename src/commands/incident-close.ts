import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { readAmount } from '../domain/amount.ts'
import { requireDating } from '../domain/dating.ts'
import { incidentName, requireClosable, type IncidentOutcome } from '../domain/incident.ts'
import { invalid, isInvalid } from '../domain/invalid.ts'
import { Refusal } from '../domain/refusal.ts'
import { closeIncident } from '../store/incident-acts.ts'
import type { Desk, Office } from './desk.ts'
import { incidentGiven, incidentMeant, type Befallen } from './incident-given.ts'
import { enterIncident } from './incident-opening.ts'
import { sayIncident } from './incident-view.ts'
import { somebodyIn } from './people.ts'
import { wordsGiven, wordsOrNone } from './text-given.ts'

interface CloseOptions {
  readonly liable?: string
  readonly liability?: string
  readonly compensation?: string
  readonly merit?: string
  readonly reason?: string
}

/** `incident close I3 --result …`: what came of it, who is liable and who deserves credit (S004-G-4.1, S003-7.5-1). */
export function incidentCloseCommand(desk: Desk) {
  const { close: text, open, reason } = desk.text.incident
  const command = new Command('close')
    .summary(text.summary)
    .description(text.description)
    .argument('[incident]', desk.text.incident.incident)
    .option('--result <text>', text.result)
    .option('--liable <staff>', open.liable)
    .option('--liability <text>', text.liability)
    .option('--compensation <amount>', text.compensation)
    .option('--merit <text>', text.merit)
    .option('--reason <reason>', reason)
    .action(async (given, options) => {
      const name = await incidentGiven(desk, given)
      const question = { kind: 'text', message: text.result, option: '--result' } as const
      const said = options.result === undefined ? {} : { result: options.result }
      const { result } = await desk.ask({ result: question }, said)
      const { office, ...it } = await desk.act((office) => ({
        office,
        ...closed(office, name, result, options),
      }))
      sayIncident(desk, office, it, text.done(incidentName(it.incident.id)))
    })
  const examples = [
    'dangan incident close I3 --result 已补制 --liability 借阅人保管不善 --compensation 500',
    'dangan incident close I3 --result 未造成后果 --merit 王芳及时举报',
  ]
  const statuses = [exits.refused, exits.missing, exits.notPermitted, exits.badData]
  return withManual(command, { examples, exits: statuses }, desk.text)
}

/** Decides and writes, in the caller's transaction. */
function closed(office: Office, name: string, result: string, options: CloseOptions): Befallen {
  const { store, policy, hand, today } = office
  const { reason } = options
  requireDating({ ...office, reason }, policy)
  const { incident, archive } = incidentMeant(office, name)
  requireClosable(incident, policy, today)
  const outcome = outcomeIn(office, result, options)
  const after = closeIncident(store, incident.id, outcome, {
    closedOn: today,
    closedBy: hand.staffId,
  })
  enterIncident(office, after, 'incident.close', { ...outcome, reason })
  return { incident: after, archive }
}

/** @throws Refusal value.bad, person.ambiguous */
function outcomeIn({ store }: Office, result: string, options: CloseOptions): IncidentOutcome {
  const { liable, liability, compensation, merit } = options
  return {
    result: wordsGiven('--result', result),
    liability: wordsOrNone('--liability', liability),
    compensation: compensation === undefined ? null : amountIn('--compensation', compensation),
    merit: wordsOrNone('--merit', merit),
    liable: liable === undefined ? null : somebodyIn(store, '--liable', liable),
  }
}

/** Yuan, not below zero. @throws Refusal value.bad */
function amountIn(option: string, raw: string): string | null {
  const read = readAmount(raw)
  const it =
    typeof read === 'string' && read.startsWith('-') ? invalid('amount.negative', {}) : read
  if (!isInvalid(it)) return it === '' ? null : it
  throw new Refusal('value.bad', { problems: [{ key: option, value: raw, invalid: it }] })
}
