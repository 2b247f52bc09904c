import { addDays, daysBetween } from './day.ts'
import { readChoice } from './choice.ts'
import { invalid, isInvalid } from './invalid.ts'
import type { IncidentKindRule } from './policy-custody.ts'
import type { Policy } from './policy.ts'
import { Refusal } from './refusal.ts'
import type { Day, Secrecy } from './words.ts'

/** Somebody by their number in the register, or an outsider by name; one of them is null. */
export interface Somebody {
  readonly id: number | null
  readonly name: string
}

/** Who must be told of an incident, or was: a post, a person, or the holder of a post. */
export interface IncidentReport {
  readonly position: number
  /** A key of the policy's posts. */
  readonly post: string | null
  readonly person: Somebody | null
  /** The last day in time; null: nobody asked for it. */
  readonly dueOn: Day | null
  readonly reportedOn: Day | null
  readonly reportedBy: Somebody | null
}

export interface IncidentRemedy {
  readonly position: number
  readonly text: string
  readonly doneOn: Day
  readonly recordedBy: Somebody | null
}

/** What came of an incident (S004-G-4.1, S003-7.5-1). */
export interface IncidentOutcome {
  readonly result: string
  readonly liability: string | null
  /** Yuan, as a decimal text. */
  readonly compensation: string | null
  /** Of whoever reported it or limited the damage. */
  readonly merit: string | null
  /** Null: nobody, or as was said before. */
  readonly liable: Somebody | null
}

/** Something befell what is kept (事故). */
export interface Incident extends Omit<IncidentOutcome, 'result'> {
  readonly id: number
  /** A key of the policy's incidents. */
  readonly kind: string
  readonly archiveId: number | null
  readonly materialId: number | null
  /** The material's sequence number; null: the whole archive, or it is gone. */
  readonly seq: number | null
  /** The material's own level. */
  readonly secrecy: Secrecy | null
  readonly loanId: number | null
  /** It may have happened: a leak that is possible counts as one (S001-27-1). */
  readonly suspected: boolean
  readonly foundOn: Day
  readonly foundBy: Somebody | null
  /** Null: erased with its archive. */
  readonly text: string | null
  readonly openedOn: Day
  readonly openedBy: Somebody | null
  readonly closedOn: Day | null
  readonly result: string | null
  readonly fromNumber: string | null
  readonly reports: readonly IncidentReport[]
  readonly remedies: readonly IncidentRemedy[]
}

/** `I3`: how people and files name an incident. */
export const incidentName = (id: number): string => `I${id}`

/** Reads `I3`, `i3`, `3`; undefined where it is none. */
export function readIncidentName(text: string): number | undefined {
  const said = /^[Ii]?(\d{1,15})$/.exec(text.normalize('NFKC').trim())
  return said ? Number(said[1]) : undefined
}

export const incidentStatus = ({ closedOn }: Pick<Incident, 'closedOn'>): 'open' | 'closed' =>
  closedOn === null ? 'open' : 'closed'

/** A kind of incident, as a person says it. @throws Refusal policy.silent, value.bad */
export function incidentKind(policy: Policy, said: string): string {
  const kinds = incidentKinds(policy)
  const kind = readChoice(kinds, said)
  if (!isInvalid(kind) && kind !== '') return kind
  const it = isInvalid(kind) ? kind : invalid('value.missing', {})
  throw new Refusal('value.bad', { problems: [{ key: '<kind>', value: said, invalid: it }] })
}

/** @throws Refusal policy.silent */
export function incidentKinds(policy: Policy): Readonly<Record<string, IncidentKindRule>> {
  if (policy.incidents) return policy.incidents.kinds
  throw new Refusal('policy.silent', { section: 'incidents', source: [] })
}

/**
 * Posts that are to be told, and the last day for it: hours count from the day of finding, in whole
 * days; less than 24 are that day itself (S001-27-1, S003-7.4.2-6, S004-N-5.4).
 */
export function reportsOwed(
  { reportTo = [], reportWithinHours = 0 }: IncidentKindRule,
  foundOn: Day,
): { readonly post: string; readonly dueOn: Day }[] {
  const dueOn = addDays(foundOn, Math.floor(reportWithinHours / 24))
  return reportTo.map((post) => ({ post, dueOn }))
}

export const reportsOpen = ({ reports }: Pick<Incident, 'reports'>): IncidentReport[] =>
  reports.filter(({ reportedOn }) => reportedOn === null)

/** Days by which a report came, or is, too late; 0: in time. */
export const daysOverdue = (
  { dueOn, reportedOn }: Pick<IncidentReport, 'dueOn' | 'reportedOn'>,
  today: Day,
): number => (dueOn === null ? 0 : Math.max(0, daysBetween(dueOn, reportedOn ?? today)))

/** @throws Refusal incident.closed */
export function requireIncidentOpen({ id, closedOn }: Pick<Incident, 'id' | 'closedOn'>): void {
  if (closedOn !== null)
    throw new Refusal('incident.closed', { incident: incidentName(id), closedOn })
}

/** Nothing was reported or done before it was found. @throws Refusal incident.before-found */
export function requireAfterFound(
  { id, foundOn }: Pick<Incident, 'id' | 'foundOn'>,
  on: Day,
): void {
  const incident = incidentName(id)
  if (on < foundOn) throw new Refusal('incident.before-found', { incident, date: on, foundOn })
}

/**
 * An incident is closed when everybody was told who must be.
 * @throws Refusal incident.closed, incident.unreported, date.before-last-act
 */
export function requireClosable(incident: Incident, policy: Policy, today: Day): void {
  requireIncidentOpen(incident)
  const name = incidentName(incident.id)
  const open = reportsOpen(incident).flatMap(({ post }) => post ?? [])
  const { source = [] } = policy.incidents?.kinds[incident.kind] ?? {}
  if (open.length > 0) {
    const posts = open.map((post) => ({ post, label: policy.posts?.[post]?.label ?? null }))
    throw new Refusal('incident.unreported', { incident: name, posts, source })
  }
  const lastAct = lastActOf(incident)
  if (today < lastAct)
    throw new Refusal('date.before-last-act', { number: name, date: today, lastAct })
}

const lastActOf = ({ openedOn, reports, remedies }: Incident): Day =>
  [...reports.map(({ reportedOn }) => reportedOn), ...remedies.map(({ doneOn }) => doneOn)].reduce(
    (last: Day, on) => (on !== null && on > last ? on : last),
    openedOn,
  )
