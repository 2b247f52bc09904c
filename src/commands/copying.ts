import { requireAtHand, requireUnread } from '../domain/consultation.ts'
import type { PermitKind } from '../domain/copy-words.ts'
import {
  copiesRule,
  permitName,
  requireCollectable,
  requireCollectionSignature,
  requireCopyable,
  type Permit,
} from '../domain/copy.ts'
import { requireAfterLastAct, requireDating } from '../domain/dating.ts'
import { addDays } from '../domain/day.ts'
import { takingsNames, type Takings } from '../domain/takings.ts'
import { materialName } from '../domain/material.ts'
import type { CopiesRule } from '../domain/policy-giving.ts'
import { Refusal } from '../domain/refusal.ts'
import {
  applicantName,
  statusOn,
  type Applicant,
  type Request,
  type RequestWish,
} from '../domain/request.ts'
import { touchArchive } from '../store/archives.ts'
import { readingsOf } from '../store/consultations.ts'
import { enter } from '../store/journal.ts'
import { outstandingOf } from '../store/loans.ts'
import { replaceMaterial } from '../store/materials.ts'
import { addPermit, permitById } from '../store/permits.ts'
import { applicantFor, type ApplicantOptions } from './applicant-given.ts'
import { contentsOf } from './attaching.ts'
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

/** What the line says of copies to be made, or originals to be handed out. */
export interface CopyOptions extends ApplicantOptions {
  readonly copies?: string
  readonly excerpt?: true
  readonly original?: true
  readonly customer?: true
  readonly signed?: string
  readonly purpose?: string
  readonly basis?: string
  readonly reason?: string
}

/** What became of one wish: a request, and the permit where nothing stands in its way. */
export interface Permitted {
  readonly request: Request
  readonly permit: Permit | null
}

/**
 * Uses the approved request for the same copies, or makes one (SPEC 15.10), in the caller's
 * transaction; issues the permit at once where nobody need approve.
 * @throws Refusal policy.silent, copy.*, archive.out, request.*, applicant.*
 */
export function copied(office: Office, takings: Takings, options: CopyOptions): Permitted {
  const { policy, today } = office
  requireDating({ ...office, reason: options.reason }, policy)
  requireAfterLastAct(takings.archive, today)
  const holder = holderFor(office, takings, options)
  const said = wishOf(options)
  const known = openRequestFor(office, 'copy', takings, holder, said)
  if (known && statusOn(known, today) === 'pending') return { request: known, permit: null }
  if (known) return issuedCopies(office, known, options)
  const wish = { copies: 1, ...said, ...sealOf(options) }
  requireCopies(takings, wish, copiesRule(policy))
  const purpose = textIn('--purpose', options.purpose) ?? ''
  const { basis } = options
  const asked = { kind: 'copy', applicant: holder, takings, purpose, wish, basis } as const
  const request = makeRequest(office, asked)
  if (request.status === 'pending') return { request, permit: null }
  return issuedCopies(office, request, options)
}

/** Whoever gets them: originals, and copies of what is theirs, the archive's own customer. */
function holderFor(office: Office, { archive }: Takings, options: CopyOptions): Applicant {
  if (!isForCustomer(options)) return applicantFor(office, options)
  const { to = '', unitSeal = to } = options
  return applicantFor(office, { ...options, unit: archive.name ?? archive.number, unitSeal })
}

export const isForCustomer = ({ customer, original }: CopyOptions): boolean =>
  customer === true || original === true

function wishOf(options: CopyOptions): RequestWish {
  const { copies, excerpt, original } = options
  if (excerpt && original)
    throw new Refusal('usage.together', { options: ['--excerpt', '--original'] })
  return {
    ...(copies === undefined ? {} : { copies: countIn(copies) }),
    ...(excerpt ? { excerpt } : {}),
    ...(isForCustomer(options) ? { customer: true as const } : {}),
    ...(original ? { original } : {}),
  }
}

const sealOf = ({ unitSeal }: CopyOptions): RequestWish =>
  unitSeal === undefined ? {} : { unitSeal }

/** @throws Refusal usage.bad-option */
function countIn(raw: string): number {
  const digits = raw.normalize('NFKC').trim()
  if (/^[1-9]\d{0,2}$/.test(digits)) return Number(digits)
  throw new Refusal('usage.bad-option', { option: '--copies', value: raw, choices: ['1', '2'] })
}

function requireCopies(takings: Takings, wish: RequestWish, rule: CopiesRule): void {
  const { copies = 1, original } = wish
  if (original) requireCollectable(takings, copies, rule)
  else requireCopyable(takings, copies, rule)
}

/**
 * Issues the permit of an approved request and registers its copies, in the caller's transaction;
 * everything is looked at once more (S003-7.4.2-3, S004-Q-3.1).
 * @throws Refusal request.status, request.kind, request.raised, archive.out, copy.*
 */
export function issuedCopies(office: Office, request: Request, options: CopyOptions): Permitted {
  const { store, policy, hand, today } = office
  requireDating({ ...office, reason: options.reason }, policy)
  requireUsable(office, requireReadable(office, request), 'copy')
  requireUnraised(office, request)
  const [takings] = takingsOf(office, request)
  if (!takings) throw new Error('copies are made of an archive')
  const { archive, materials } = takings
  const { wish } = request
  const { copies: count = 1, customer = false, original = false } = wish
  const signed = nameIn('--signed', options.signed)
  const rule = copiesRule(policy)
  requireAfterLastAct(archive, today)
  requireExtant(takings)
  requireCopies(takings, wish, rule)
  requireAtHand(takings, outstandingOf(store, archive.id))
  if (original) requireUnread(takings, readingsOf(store, archive.id))
  if (customer) requireCollectionSignature(applicantName(request.applicant), signed, rule)
  const things = materials.length === 0 ? [null] : materials.map(({ id }) => id)
  const id = addPermit(store, {
    kind: kindOf(wish),
    request: request.id,
    archiveId: archive.id,
    pattern: rule.number ?? null,
    issuedOn: today,
    issuedBy: hand.staffId,
    expiresOn: customer || rule.expireDays === undefined ? null : addDays(today, rule.expireDays),
    signedBy: signed ?? null,
    copies: things.flatMap((thing) => Array.from({ length: count }, () => thing)),
    isGiven: customer,
  })
  const handedOut = original ? handOut(office, takings, count) : undefined
  useRequest(office, request)
  const detail = {
    permit: id,
    request: request.id,
    items: takingsNames(takings),
    copies: count,
    ...(signed === undefined ? {} : { signed }),
    ...(handedOut && { handedOut }),
    reason: options.reason,
  }
  const parts = [{ archiveId: archive.id, detail }]
  enter(store, hand, { action: 'copy.issue', object: permitName(id), parts })
  touchArchive(store, archive.id, today)
  return { request: requestGiven(office, `R${request.id}`), permit: permitById(store, id) ?? null }
}

/** Of what is destroyed nothing is left to be copied. @throws Refusal status.wrong */
export function requireExtant({ archive: { number, status } }: Takings): void {
  const needs = ['active', 'pending', 'closed'] as const
  if (!needs.includes(status as 'active'))
    throw new Refusal('status.wrong', { number, status, needs })
}

const kindOf = ({ original, excerpt }: RequestWish): PermitKind =>
  original ? 'original' : excerpt ? 'excerpt' : 'copy'

/** So many of each go to the customer: the archive holds as many fewer (S004-Q-3.1). */
const handOut = ({ store }: Office, { archive, materials }: Takings, count: number) =>
  materials.map((material) => {
    const before = contentsOf(material)
    const copies = before.copies - count
    replaceMaterial(store, material, { ...before, copies })
    const name = materialName(archive.number, material.seq)
    return { material: name, before: before.copies, after: copies }
  })
