import type { Incident, IncidentOutcome, Somebody } from '../domain/incident.ts'
import type { Day } from '../domain/words.ts'
import { incidentById } from './incidents.ts'
import { query } from './query.ts'
import type { Store } from './store.ts'

/** What is said of an incident when it is opened. */
export interface NewIncident extends Pick<
  Incident,
  'kind' | 'archiveId' | 'materialId' | 'loanId' | 'suspected' | 'foundOn' | 'text'
> {
  readonly foundBy: Somebody | null
  readonly liable: Somebody | null
}

/** Enters an incident and the posts that are to be told of it. */
export function addIncident(
  store: Store,
  { suspected, foundBy, liable, ...said }: NewIncident,
  owed: readonly { readonly post: string; readonly dueOn: Day }[],
  opened: { readonly on: Day; readonly by: number | null },
): Incident {
  const row = {
    ...said,
    isSuspected: suspected ? (1 as const) : (0 as const),
    finderId: foundBy?.id ?? null,
    finder: outsiderIn(foundBy),
    liableId: liable?.id ?? null,
    liable: outsiderIn(liable),
    openedOn: opened.on,
    openedBy: opened.by,
  }
  const { lastId } = store.run(query.insertInto('incident').values(row))
  for (const [at, { post, dueOn }] of owed.entries())
    addReport(store, lastId, at + 1, { post, dueOn, personId: null })
  return incidentById(store, lastId) as Incident
}

const outsiderIn = (one: Somebody | null): string | null =>
  one === null || one.id !== null ? null : one.name

function addReport(
  store: Store,
  incidentId: number,
  position: number,
  said: { post: string | null; dueOn: Day | null; personId: number | null },
  reported: { reportedOn: Day | null; reportedBy: number | null } = {
    reportedOn: null,
    reportedBy: null,
  },
): void {
  store.run(
    query.insertInto('incidentReport').values({ incidentId, position, ...said, ...reported }),
  )
}

/** Somebody was told: the report that was owed to their post, or one more. */
export function enterReport(
  store: Store,
  incident: Incident,
  to: { readonly post: string | null; readonly personId: number | null },
  reported: { readonly reportedOn: Day; readonly reportedBy: number | null },
): Incident {
  const owed = incident.reports.find(
    ({ post, reportedOn }) => reportedOn === null && post !== null && post === to.post,
  )
  const { id: incidentId, reports } = incident
  if (!owed) addReport(store, incidentId, reports.length + 1, { ...to, dueOn: null }, reported)
  else
    store.run(
      query
        .updateTable('incidentReport')
        .set({ personId: to.personId, ...reported })
        .where('incidentId', '=', incidentId)
        .where('position', '=', owed.position),
    )
  return incidentById(store, incidentId) as Incident
}

export function addRemedy(
  store: Store,
  { id: incidentId, remedies }: Incident,
  remedy: { readonly text: string; readonly doneOn: Day; readonly recordedBy: number | null },
): Incident {
  const row = { incidentId, position: remedies.length + 1, ...remedy }
  store.run(query.insertInto('incidentRemedy').values(row))
  return incidentById(store, incidentId) as Incident
}

export function closeIncident(
  store: Store,
  id: number,
  { liable, ...outcome }: IncidentOutcome,
  closed: { readonly closedOn: Day; readonly closedBy: number | null },
): Incident {
  const named = liable ? { liableId: liable.id, liable: outsiderIn(liable) } : {}
  const row = { ...outcome, ...named, ...closed }
  store.run(query.updateTable('incident').set(row).where('id', '=', id))
  return incidentById(store, id) as Incident
}
