import type { Archive } from '../domain/archive.ts'
import { requireAfterLastAct, requireDating } from '../domain/dating.ts'
import {
  consultationName,
  consultationRule,
  placeNamed,
  requireAtHand,
  requireClosingSignature,
  requireConsultable,
  requireIdentity,
  requireNotReading,
  requireOpenConsultation,
  requireScope,
  type Consultation,
} from '../domain/consultation.ts'
import type { Condition } from '../domain/loan.ts'
import type { Takings } from '../domain/takings.ts'
import { statusOn, type Applicant, type Request } from '../domain/request.ts'
import { archiveById, touchArchive } from '../store/archives.ts'
import {
  addConsultation,
  closeConsultation,
  consultationById,
  readingsOf,
} from '../store/consultations.ts'
import { enter } from '../store/journal.ts'
import { outstandingOf } from '../store/loans.ts'
import { applicantFor, type ApplicantOptions } from './applicant-given.ts'
import type { Office } from './desk.ts'
import { nameIn, textIn } from './name-given.ts'
import {
  makeRequest,
  openRequestFor,
  requestGiven,
  requireReadable,
  requireUnraised,
  requireUsable,
  takingsOf,
  useRequest,
} from './requesting.ts'

/** What the line says of a consultation about to be opened. */
export interface OpeningOptions {
  readonly place?: string
  readonly identity?: string
  readonly reason?: string
}

export interface ConsultOptions extends ApplicantOptions, OpeningOptions {
  readonly purpose?: string
  readonly basis?: string
  readonly scope?: string
}

/** What became of one wish: a request, and the consultation where nothing stands in its way. */
export interface Consulted {
  readonly request: Request
  readonly consultation: Consultation | null
}

/**
 * Uses the approved request for the same things, or makes one (SPEC 15.10), in the caller's
 * transaction; opens at once where nobody need approve.
 * @throws Refusal policy.silent, status.wrong, archive.out, consultation.*, request.*, applicant.*
 */
export function consulted(office: Office, takings: Takings, options: ConsultOptions): Consulted {
  const { store, policy, today } = office
  requireDating({ ...office, reason: options.reason }, policy)
  requireAfterLastAct(takings.archive, today)
  const reader = applicantFor(office, options)
  const scope = nameIn('--scope', options.scope)
  const said = scope === undefined ? {} : { scope }
  const known = openRequestFor(office, 'consult', takings, reader, said)
  if (known && statusOn(known, today) === 'pending') return { request: known, consultation: null }
  // what they showed when they applied just now was seen just now
  const shown = known ? undefined : reader.outsider?.credentialNumber
  const identity = options.identity ?? shown ?? undefined
  const opening = { ...options, ...(identity === undefined ? {} : { identity }) }
  if (known) return opened(office, known, opening)
  const rule = consultationRule(policy)
  requireConsultable(takings, rule)
  requireScope(takings, scope, rule)
  requireNotReading(takings, reader, readingsOf(store, takings.archive.id))
  const request = applied(office, takings, reader, options)
  if (request.status === 'pending') return { request, consultation: null }
  return opened(office, request, opening)
}

function applied(
  office: Office,
  takings: Takings,
  applicant: Applicant,
  options: ConsultOptions,
): Request {
  const scope = nameIn('--scope', options.scope)
  const wish = {
    ...(scope === undefined ? {} : { scope }),
    ...(options.unitSeal === undefined ? {} : { unitSeal: options.unitSeal }),
  }
  const purpose = textIn('--purpose', options.purpose) ?? ''
  const { basis } = options
  return makeRequest(office, { kind: 'consult', applicant, takings, purpose, wish, basis })
}

/**
 * Lays before its reader what was approved, in the caller's transaction; everything is looked at
 * once more (S002-6.2-1).
 * @throws Refusal request.status, request.kind, request.raised, status.wrong, archive.out,
 *   consultation.scope, consultation.identity, consultation.place, consultation.already
 */
export function opened(office: Office, request: Request, options: OpeningOptions): Consulted {
  const { store, policy, hand, today } = office
  requireDating({ ...office, reason: options.reason }, policy)
  requireUsable(office, requireReadable(office, request), 'consult')
  requireUnraised(office, request)
  const [takings] = takingsOf(office, request)
  if (!takings) throw new Error('a consultation is of an archive')
  const { archive, materials } = takings
  const reader = request.applicant
  const identity = nameIn('--identity', options.identity)
  const rule = consultationRule(policy)
  requireAfterLastAct(archive, today)
  requireConsultable(takings, rule)
  requireAtHand(takings, outstandingOf(store, archive.id))
  requireScope(takings, request.wish.scope, rule)
  requireNotReading(takings, reader, readingsOf(store, archive.id))
  requireIdentity(reader, identity, rule)
  const place = placeNamed(nameIn('--place', options.place), rule)
  const id = addConsultation(store, {
    request: request.id,
    archiveId: archive.id,
    reader,
    place,
    identity: identity ?? null,
    openedOn: today,
    openedAt: hand.now(),
    openedBy: hand.staffId,
    materialIds: materials.map((it) => it.id),
  })
  useRequest(office, request)
  const detail = { consultation: id, request: request.id, place, identity, reason: options.reason }
  const parts = [{ archiveId: archive.id, detail }]
  enter(store, hand, { action: 'consultation.open', object: consultationName(id), parts })
  touchArchive(store, archive.id, today)
  return {
    request: requestGiven(office, `R${request.id}`),
    consultation: consultationById(store, id) as Consultation,
  }
}

/** What was said and seen when a reader gave it back. */
export interface ClosingWish {
  readonly signed: string | undefined
  readonly effect: string | undefined
  readonly condition: Condition
  readonly remark: string | undefined
  readonly reason: string | undefined
}

/**
 * The reader gave it back and signed, in the caller's transaction (S002-6.2-4).
 * @throws Refusal consultation.closed, consultation.signature, date.before-last-act
 */
export function closed(
  office: Office,
  consultation: Consultation,
  wish: ClosingWish,
): Consultation {
  const { store, policy, hand, today } = office
  const { id, archiveId, reader } = consultation
  requireDating({ ...office, reason: wish.reason }, policy)
  requireOpenConsultation(consultation)
  requireAfterLastAct(archiveById(store, archiveId) as Archive, today)
  requireClosingSignature(id, reader, wish.signed, policy.consultation ?? {})
  const closing = {
    closedOn: today,
    closedAt: hand.now(),
    closedBy: hand.staffId,
    signedBy: wish.signed ?? null,
    effect: wish.effect ?? null,
    condition: wish.condition,
    remark: wish.remark ?? null,
  }
  closeConsultation(store, id, closing)
  const { closedAt: _, closedBy: __, ...told } = closing
  const detail = { consultation: id, ...told, reason: wish.reason }
  const parts = [{ archiveId, detail }]
  enter(store, hand, { action: 'consultation.close', object: consultationName(id), parts })
  touchArchive(store, archiveId, today)
  return consultationById(store, id) as Consultation
}
