import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import type { Column } from '../cli/printer.ts'
import { agreementName } from '../domain/agreement.ts'
import { addDays } from '../domain/day.ts'
import { handoverName } from '../domain/handover.ts'
import { incidentName } from '../domain/incident.ts'
import { trainingName } from '../domain/training.ts'
import { violationName } from '../domain/violation.ts'
import { Refusal } from '../domain/refusal.ts'
import { duesIn, type Due } from '../store/dues.ts'
import type { Desk } from './desk.ts'

/** `due`: one list, by date, of everything that wants doing; status 10 where there is anything (SPEC section 9). */
export function dueCommand(desk: Desk) {
  const { due: text } = desk.text.audit
  const command = new Command('due')
    .summary(text.summary)
    .description(text.description)
    .option('--within <days>', text.within)
    .action(async ({ within }) => {
      const days = daysIn(within ?? '0')
      const { store, operator, today } = await desk.read()
      const asked = { rights: operator.rights, today, by: addDays(today, days) }
      const count = desk.say.listing(duesIn(store, asked), columns(desk))
      if (desk.say.manner.format === 'table')
        desk.say.notice(count === 0 ? text.none : text.count(count))
      if (count > 0) desk.finish(exits.attention)
    })
  const examples = ['dangan due', 'dangan due --within 7', 'dangan due --within 7 --json']
  return withManual(command, { examples, exits: [exits.attention] }, desk.text)
}

/** @throws Refusal usage.bad-option */
function daysIn(raw: string): number {
  const digits = raw.normalize('NFKC').trim()
  if (/^\d{1,4}$/.test(digits)) return Number(digits)
  throw new Refusal('usage.bad-option', {
    option: '--within',
    value: raw,
    choices: ['0', '7', '30'],
  })
}

function columns(desk: Desk): readonly Column<Due>[] {
  const { keys, kinds } = desk.text.audit.due
  return [
    { key: 'due', heading: keys.due, value: (it) => it.due },
    {
      key: 'kind',
      heading: keys.kind,
      value: (it) => it.kind,
      shown: (it) => kinds[it.kind],
    },
    { key: 'number', heading: keys.number, value: (it) => it.number },
    { key: 'what', heading: keys.what, value: nameOf, shown: (it) => whatOf(desk, it) },
    { key: 'who', heading: keys.who, value: (it) => it.who },
    { key: 'count', heading: keys.count, value: (it) => it.count, besides: true },
  ]
}

/** What machines are told, whatever the language: `L3`, or the check that found it. */
function nameOf({ kind, id, check }: Due): string {
  if (kind === 'loan') return `L${id}`
  if (kind === 'request') return `R${id}`
  if (kind === 'incident') return incidentName(id)
  if (kind === 'handover') return handoverName(id)
  if (kind === 'training') return trainingName(id)
  if (kind === 'violation') return violationName(id)
  if (kind === 'agreement') return agreementName(id)
  return check ?? kind
}

function whatOf(desk: Desk, { kind, id, count, check }: Due): string {
  const { what } = desk.text.audit.due
  switch (kind) {
    case 'loan':
      return what.loan(`L${id}`)
    case 'request':
      return what.request(`R${id}`)
    case 'incident':
      return what.incident(incidentName(id))
    case 'handover':
      return what.handover(handoverName(id))
    case 'training':
      return what.training(trainingName(id))
    case 'violation':
      return what.violation(violationName(id))
    case 'agreement':
      return what.agreement(agreementName(id))
    case 'rectification':
      return what.rectification(check === null ? '' : desk.text.audit.checks[check].title, count)
    case 'review':
    case 'secrecy':
    case 'retention':
      return what[kind](count)
  }
}
