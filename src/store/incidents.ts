import type { Incident, IncidentRemedy, IncidentReport } from '../domain/incident.ts'
import type { Day } from '../domain/words.ts'
import { query, sql } from './query.ts'
import type { Store } from './store.ts'

const nameOf = (column: string) =>
  sql<string | null>`(select name from staff where id = ${sql.ref(column)})`

const rows = query
  .selectFrom('incident')
  .leftJoin('material', 'material.id', 'incident.materialId')
  .selectAll('incident')
  .select(['material.seq', 'material.secrecy'])
  .select([
    nameOf('incident.finder_id').as('finderName'),
    nameOf('incident.liable_id').as('liableName'),
    nameOf('incident.opened_by').as('openerName'),
  ])

type Row = ReturnType<typeof rowType>
const rowType = (store: Store) => store.one(rows)

const somebody = (id: number | null, known: string | null, name: string | null) =>
  id === null && name === null ? null : { id, name: known ?? name ?? '' }

function incidentIn(
  row: Row,
  reports: readonly IncidentReport[],
  remedies: readonly IncidentRemedy[],
): Incident {
  const { isSuspected, finderId, finder, finderName, liableId, liableName, openerName } = row
  const { closedBy, openedBy, ...rest } = row
  return {
    ...plain(rest),
    suspected: isSuspected === 1,
    foundBy: somebody(finderId, finderName, finder),
    liable: somebody(liableId, liableName, row.liable),
    openedBy: somebody(openedBy, openerName, null),
    reports,
    remedies,
  }
}

const plain = (row: Omit<Row, 'closedBy' | 'openedBy'>) => ({
  id: row.id,
  kind: row.kind,
  archiveId: row.archiveId,
  materialId: row.materialId,
  seq: row.seq,
  secrecy: row.secrecy,
  loanId: row.loanId,
  foundOn: row.foundOn,
  text: row.text,
  openedOn: row.openedOn,
  closedOn: row.closedOn,
  result: row.result,
  liability: row.liability,
  compensation: row.compensation,
  merit: row.merit,
  fromNumber: row.fromNumber,
})

/** Which incidents are wanted; what is undefined does not narrow. */
export interface IncidentFilter {
  readonly ids?: readonly number[] | undefined
  readonly archiveIds?: readonly number[] | undefined
  readonly kind?: string | undefined
  readonly isOpen?: boolean | undefined
}

const among = (ids: readonly number[]) =>
  sql<number>`(select value from json_each(${JSON.stringify(ids)}))`

/** Incidents that fit, newest first. */
export function incidentsIn(store: Store, filter: IncidentFilter): Incident[] {
  const { ids, archiveIds, kind, isOpen } = filter
  let asked = rows.orderBy('incident.id', 'desc')
  if (ids) asked = asked.where('incident.id', 'in', among(ids))
  if (archiveIds) asked = asked.where('incident.archiveId', 'in', among(archiveIds))
  if (kind !== undefined) asked = asked.where('incident.kind', '=', kind)
  if (isOpen) asked = asked.where('incident.closedOn', 'is', null)
  const found = store.all(asked)
  const all = found.map(({ id }) => id)
  const [reports, remedies] = [reportsOf(store, all), remediesOf(store, all)]
  return found.map((row) => incidentIn(row, reports.get(row.id) ?? [], remedies.get(row.id) ?? []))
}

export const incidentById = (store: Store, id: number): Incident | undefined =>
  incidentsIn(store, { ids: [id] })[0]

function reportsOf(store: Store, ids: readonly number[]): Map<number, IncidentReport[]> {
  const asked = query
    .selectFrom('incidentReport')
    .selectAll('incidentReport')
    .select([
      nameOf('incident_report.person_id').as('personName'),
      nameOf('incident_report.reported_by').as('reporterName'),
    ])
    .where('incidentId', 'in', among(ids))
    .orderBy('position')
  return grouped(store.all(asked), ({ personId, personName, reporterName, ...row }) => ({
    position: row.position,
    post: row.post,
    dueOn: row.dueOn,
    reportedOn: row.reportedOn,
    person: somebody(personId, personName, null),
    reportedBy: somebody(row.reportedBy, reporterName, null),
  }))
}

function remediesOf(store: Store, ids: readonly number[]): Map<number, IncidentRemedy[]> {
  const asked = query
    .selectFrom('incidentRemedy')
    .selectAll('incidentRemedy')
    .select(nameOf('incident_remedy.recorded_by').as('recorderName'))
    .where('incidentId', 'in', among(ids))
    .orderBy('position')
  return grouped(store.all(asked), ({ recordedBy, recorderName, ...row }) => ({
    position: row.position,
    text: row.text,
    doneOn: row.doneOn,
    recordedBy: somebody(recordedBy, recorderName, null),
  }))
}

function grouped<Row extends { readonly incidentId: number }, Made>(
  list: readonly Row[],
  make: (row: Row) => Made,
): Map<number, Made[]> {
  const groups = new Map<number, Made[]>()
  for (const row of list)
    groups.set(row.incidentId, [...(groups.get(row.incidentId) ?? []), make(row)])
  return groups
}

/** A report that is owed by a day and was not made. */
export interface ReportDue {
  readonly incidentId: number
  readonly archiveId: number | null
  readonly kind: string
  readonly post: string | null
  readonly dueOn: Day
}

/** Reports that have come due by a day, the oldest first. */
export const reportsDue = (store: Store, by: Day): ReportDue[] =>
  store.all(
    query
      .selectFrom('incidentReport')
      .innerJoin('incident', 'incident.id', 'incidentReport.incidentId')
      .select(['incidentReport.incidentId', 'incident.archiveId', 'incident.kind'])
      .select(['incidentReport.post', sql<Day>`incident_report.due_on`.as('dueOn')])
      .where('incidentReport.reportedOn', 'is', null)
      .where('incidentReport.dueOn', '<=', by)
      .orderBy('incidentReport.dueOn')
      .orderBy('incidentReport.incidentId')
      .orderBy('incidentReport.position'),
  )
