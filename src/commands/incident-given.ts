import type { Archive } from '../domain/archive.ts'
import { readIncidentName, type Incident } from '../domain/incident.ts'
import { levelOf } from '../domain/material.ts'
import { Refusal } from '../domain/refusal.ts'
import { mayRead } from '../domain/staff.ts'
import { archivesById } from '../store/archives.ts'
import { incidentById } from '../store/incidents.ts'
import { surveyed } from '../store/listing.ts'
import { isJournaledReading } from '../store/reading.ts'
import type { Desk, Office } from './desk.ts'

/** An incident, and the archive that it befell. */
export interface Befallen {
  readonly incident: Incident
  readonly archive: Archive | null
}

/** The incident that the line names, or a person is asked for. */
export async function incidentGiven(desk: Desk, given: string | undefined): Promise<string> {
  const message = desk.text.incident.incident
  const question = { kind: 'text', message, option: '<incident>' } as const
  const said = given === undefined ? {} : { incident: given }
  return (await desk.ask({ incident: question }, said)).incident
}

/**
 * The incident of that name. Of one that befell what the operator may not read nothing is told.
 * @throws Refusal incident.missing
 */
export function incidentMeant(office: Office, given: string): Befallen {
  const id = readIncidentName(given)
  const incident = id === undefined ? undefined : incidentById(office.store, id)
  const [befallen] = incident ? readableIncidents(office, [incident]) : []
  if (!befallen) throw new Refusal('incident.missing', { incident: given })
  return befallen
}

/** Those that the operator may read: of no archive, or of what they are cleared for. */
export function readableIncidents(
  { store, operator }: Office,
  incidents: readonly Incident[],
): Befallen[] {
  const archives = archivesById(
    store,
    incidents.flatMap(({ archiveId }) => archiveId ?? []),
  )
  return incidents.flatMap((incident): Befallen[] => {
    if (incident.archiveId === null) return [{ incident, archive: null }]
    const archive = archives.get(incident.archiveId)
    return archive && mayRead(operator, archive, levelOf(incident, archive))
      ? [{ incident, archive }]
      : []
  })
}

/** Archives whose incidents are only shown once that was entered (SPEC 15.3). */
export const incidentsToEnter = ({ policy }: Office, list: readonly Befallen[]) =>
  surveyed(
    new Map(
      list.flatMap(({ incident, archive }) =>
        archive && isJournaledReading(policy, levelOf(incident, archive))
          ? [[archive.id, archive] as const]
          : [],
      ),
    ).values(),
  )
