import type { Archive } from '../domain/archive.ts'
import { requireStatus } from '../domain/closing.ts'
import { requireAfterLastAct } from '../domain/dating.ts'
import {
  incidentKinds,
  incidentName,
  reportsOwed,
  type Incident,
  type Somebody,
} from '../domain/incident.ts'
import type { Material } from '../domain/material.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Day } from '../domain/words.ts'
import { touchArchive } from '../store/archives.ts'
import { addIncident } from '../store/incident-acts.ts'
import { enter } from '../store/journal.ts'
import type { Office } from './desk.ts'

/** What is said of an incident; what is left out is not known. */
export interface IncidentWish {
  /** A key of the policy's incidents. */
  readonly kind: string
  readonly text: string
  readonly archive?: Archive | undefined
  /** One of the archive's. */
  readonly material?: Pick<Material, 'id' | 'seq' | 'secrecy'> | undefined
  /** The loan from which it came back so. */
  readonly loanId?: number | undefined
  readonly suspected?: boolean | undefined
  /** The day of the act, where nothing is said. */
  readonly foundOn?: Day | undefined
  /** Whoever acts, where nothing is said. */
  readonly foundBy?: Somebody | undefined
  readonly liable?: Somebody | undefined
  readonly reason?: string | undefined
}

/**
 * Opens an incident and settles who must be told of it by when, in the caller's transaction; an entry
 * of its own says so (S001-27-1, S002-5.3-3, S002-6.4-5, S003-7.4.2-6).
 * @throws Refusal policy.silent, status.wrong, date.before-last-act
 */
export function openIncident(office: Office, wish: IncidentWish): Incident {
  const { store, policy, hand, today } = office
  const { kind, archive, material, foundOn = today } = wish
  const rule = incidentKinds(policy)[kind]
  if (!rule) throw new Refusal('policy.silent', { section: `incidents.kinds.${kind}`, source: [] })
  if (archive) requireUnderCare(archive, today)
  const said = {
    kind,
    text: wish.text,
    archiveId: archive?.id ?? null,
    materialId: material?.id ?? null,
    loanId: wish.loanId ?? null,
    suspected: wish.suspected === true,
    foundOn,
    foundBy: wish.foundBy ?? (hand.staffId === null ? null : { id: hand.staffId, name: '' }),
    liable: wish.liable ?? null,
  }
  const owed = reportsOwed(rule, foundOn)
  const incident = addIncident(store, said, owed, { on: today, by: hand.staffId })
  if (archive) touchArchive(store, archive.id, today)
  const { suspected, text, loanId } = said
  const { foundBy, liable } = incident
  const told = { text, suspected, foundOn, foundBy, liable, loanId, reason: wish.reason }
  enterIncident(office, incident, 'incident.open', told)
  return incident
}

/** @throws Refusal status.wrong, date.before-last-act */
function requireUnderCare(archive: Archive, today: Day): void {
  requireStatus(archive, ['pending', 'active', 'closed'])
  requireAfterLastAct(archive, today)
}

/** Enters an act upon an incident: its words belong to the incident's archive (SPEC 15.5). */
export function enterIncident(
  { store, hand }: Office,
  { id, kind, archiveId, seq, secrecy }: Incident,
  action: string,
  told: object,
): void {
  const incident = incidentName(id)
  const of = seq === null ? {} : { material: seq, secrecy }
  const detail = { incident, kind, ...of, ...told }
  enter(store, hand, { action, object: incident, parts: [{ archiveId: archiveId ?? 0, detail }] })
}
