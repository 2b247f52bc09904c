import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { readChoice } from '../domain/choice.ts'
import { requireDating } from '../domain/dating.ts'
import { dayGiven } from '../domain/day-given.ts'
import { incidentName, requireAfterFound, requireIncidentOpen } from '../domain/incident.ts'
import { postOf } from '../domain/post.ts'
import { Refusal } from '../domain/refusal.ts'
import { requireHere } from '../domain/staffing.ts'
import { nearest } from '../domain/suggest.ts'
import type { Day } from '../domain/words.ts'
import { enterReport } from '../store/incident-acts.ts'
import { staffList, staffOf } from '../store/staff.ts'
import { collected } from './content-options.ts'
import type { Desk, Office } from './desk.ts'
import { incidentGiven, incidentMeant, type Befallen } from './incident-given.ts'
import { enterIncident } from './incident-opening.ts'
import { sayIncident } from './incident-view.ts'

interface ReportOptions {
  readonly to: readonly string[]
  readonly on?: string
  readonly reason?: string
}

/** `incident report I3 --to <staff|post>`: enters who was told (S001-27-1, S003-7.4.2-6, S004-N-5.4). */
export function incidentReportCommand(desk: Desk) {
  const { report: text, reason } = desk.text.incident
  const command = new Command('report')
    .summary(text.summary)
    .description(text.description)
    .argument('[incident]', desk.text.incident.incident)
    .option('--to <staff>', text.to, collected, [] as string[])
    .option('--on <day>', text.on)
    .option('--reason <reason>', reason)
    .action(async (given, options) => {
      const name = await incidentGiven(desk, given)
      const question = { kind: 'text', message: text.to, option: '--to' } as const
      const said = options.to.length === 0 ? {} : { to: options.to.join() }
      const { to } = await desk.ask({ to: question }, said)
      const wish = { ...options, to: options.to.length === 0 ? [to] : options.to }
      const { office, on, ...it } = await desk.act((office) => ({
        office,
        ...reported(office, name, wish),
      }))
      const words = wish.to.join(desk.text.program.marks.items)
      sayIncident(desk, office, it, text.done(incidentName(it.incident.id), words, on))
    })
  const examples = [
    'dangan incident report I3 --to 档案主管 --to 王芳',
    'dangan incident report I3 --to 总经理 --on 2025-06-02',
  ]
  const statuses = [exits.refused, exits.missing, exits.notPermitted, exits.badData]
  return withManual(command, { examples, exits: statuses }, desk.text)
}

/** Decides and writes, in the caller's transaction. */
function reported(
  office: Office,
  name: string,
  { to, on, reason }: ReportOptions,
): Befallen & { readonly on: Day } {
  const { store, policy, hand, today } = office
  requireDating({ ...office, reason }, policy)
  const { incident, archive } = incidentMeant(office, name)
  requireIncidentOpen(incident)
  const reportedOn = on === undefined ? today : dayGiven('--on', on, today)
  requireAfterFound(incident, reportedOn)
  const told = to.map((one) => toldBy(office, one))
  const by = { reportedOn, reportedBy: hand.staffId }
  const after = told.reduce((it, one) => enterReport(store, it, one, by), incident)
  enterIncident(office, after, 'incident.report', { to: told, on: reportedOn, reason })
  return { incident: after, archive, on: reportedOn }
}

/**
 * Who was told: somebody of the staff, and with them their post, or the post alone.
 * @throws Refusal incident.nobody, person.ambiguous, person.left
 */
function toldBy({ store, policy }: Office, said: string) {
  const post = readChoice(policy.posts ?? {}, said)
  if (typeof post === 'string' && post !== '') return { post, personId: null }
  try {
    const staff = staffOf(store, said)
    requireHere(staff)
    return { post: postOf(staff, policy) ?? null, personId: staff.id }
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || thrown.code !== 'person.missing') throw thrown
    const posts = Object.values(policy.posts ?? {}).flatMap(({ label }) => Object.values(label))
    const known = [...staffList(store).map(({ name }) => name), ...posts]
    throw new Refusal('incident.nobody', { to: said, suggestion: nearest(said, known) })
  }
}
