import {
  daysOverdue,
  incidentName,
  incidentStatus,
  reportsOpen,
  type IncidentReport,
} from '../domain/incident.ts'
import { materialName } from '../domain/material.ts'
import type { Policy } from '../domain/policy.ts'
import type { Day } from '../domain/words.ts'
import type { Desk, Office } from './desk.ts'
import type { Befallen } from './incident-given.ts'

/** A report as other programs see it. */
const reportShown = (report: IncidentReport, today: Day) => ({
  post: report.post,
  to: report.person?.name ?? null,
  dueOn: report.dueOn,
  reportedOn: report.reportedOn,
  reportedBy: report.reportedBy?.name ?? null,
  overdueDays: daysOverdue(report, today),
})

/** An incident as other programs see it. */
export const incidentShown = ({ incident, archive }: Befallen, today: Day) => ({
  incident: incidentName(incident.id),
  kind: incident.kind,
  number: archive?.number ?? null,
  material: incident.seq,
  loan: incident.loanId === null ? null : `L${incident.loanId}`,
  status: incidentStatus(incident),
  suspected: incident.suspected,
  foundOn: incident.foundOn,
  foundBy: incident.foundBy?.name ?? null,
  openedOn: incident.openedOn,
  openedBy: incident.openedBy?.name ?? null,
  text: incident.text,
  liable: incident.liable?.name ?? null,
  reports: incident.reports.map((report) => reportShown(report, today)),
  overdueReports: reportsOpen(incident).filter((it) => daysOverdue(it, today) > 0).length,
  remedies: incident.remedies.map(({ doneOn, text, recordedBy }) => ({
    on: doneOn,
    text,
    by: recordedBy?.name ?? null,
  })),
  closedOn: incident.closedOn,
  result: incident.result,
  liability: incident.liability,
  compensation: incident.compensation,
  merit: incident.merit,
  fromNumber: incident.fromNumber,
})

export type IncidentShown = ReturnType<typeof incidentShown>

/** `RG2025-0001/3`; null: of no archive in particular. */
export const whatBefell = ({ incident, archive }: Befallen): string | null => {
  if (!archive) return null
  return incident.seq === null ? archive.number : materialName(archive.number, incident.seq)
}

/** What a kind of the policy is called; one that it no longer has stands for itself. */
export const incidentKindWord = (desk: Desk, { incidents }: Policy, kind: string): string =>
  incidents?.kinds[kind]?.label[desk.language] ?? kind

export const postWord = (desk: Desk, { posts }: Policy, post: string): string =>
  posts?.[post]?.label[desk.language] ?? post

/** `档案主管：未报告，最迟 2026-11-21` */
export function reportWords(desk: Desk, office: Office, report: IncidentReport): string {
  const { post, person, dueOn, reportedOn } = report
  const text = desk.text.incident
  const { inBrackets } = desk.text.program.marks
  const title = post === null ? '' : postWord(desk, office.policy, post)
  const name = person?.name ?? ''
  const to = title === '' ? name : `${title}${name === '' ? '' : inBrackets(name)}`
  const late = daysOverdue(report, office.today)
  return reportedOn === null
    ? text.owes(to, dueOn ?? office.today, late)
    : text.told(to, reportedOn, late)
}

/** Says an incident that was entered or changed: its JSON, or one sentence. */
export const sayIncident = (desk: Desk, office: Office, it: Befallen, sentence: string): void =>
  desk.say.result(incidentShown(it, office.today), () => [sentence])
