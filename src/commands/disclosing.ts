import { permitName } from '../domain/copy.ts'
import { requireAfterLastAct, requireDating } from '../domain/dating.ts'
import { addDays } from '../domain/day.ts'
import {
  basisOf,
  disclosureRule,
  requireBasis,
  requirePriorApproval,
} from '../domain/disclosure.ts'
import { takingsNames, type Takings } from '../domain/takings.ts'
import type { DisclosureBasis } from '../domain/disclosure-bases.ts'
import { Refusal } from '../domain/refusal.ts'
import { statusOn, type Request, type RequestWish } from '../domain/request.ts'
import { touchArchive } from '../store/archives.ts'
import { enter } from '../store/journal.ts'
import { addPermit, permitById } from '../store/permits.ts'
import { staffById } from '../store/staff.ts'
import { applicantFor } from './applicant-given.ts'
import { requireExtant, type Permitted } from './copying.ts'
import type { Office } from './desk.ts'
import { nameIn, textIn } from './name-given.ts'
import {
  chainOf,
  makeRequest,
  openRequestFor,
  requestGiven,
  requireReadable,
  requireUnraised,
  requireUsable,
  takingsOf,
  useRequest,
} from './requesting.ts'

/** Who is to be told what, on what ground. */
export interface DisclosureWish {
  readonly to: string
  readonly recipient: string
  readonly what: string
  readonly basis: DisclosureBasis
  readonly reference: string
  readonly consent: string | undefined
  readonly purpose: string
  /** Who of the staff applies; for whom the operator acts, where nobody is named. */
  readonly applicant: string | undefined
  readonly reason: string | undefined
}

/**
 * Uses the approved request for the same disclosure, or makes one (SPEC 15.10), in the caller's
 * transaction. Nothing is disclosed without prior approval (S001-24-1, S004-M-8.1).
 * @throws Refusal policy.silent, disclosure.*, request.*, applicant.*
 */
export function disclosed(office: Office, takings: Takings, wish: DisclosureWish): Permitted {
  const { policy, today } = office
  const { archive } = takings
  requireDating({ ...office, reason: wish.reason }, policy)
  requireAfterLastAct(archive, today)
  const applicant = applicantFor(office, { to: applicantOf(office, wish), unitSeal: '' })
  const said = saidIn(wish)
  const known = openRequestFor(office, 'disclose', takings, applicant, said)
  if (known && statusOn(known, today) === 'pending') return { request: known, permit: null }
  if (known) return issuedDisclosure(office, known, wish.reason)
  const rule = disclosureRule(policy)
  requireExtant(takings)
  requireBasis(wish.basis, wish.consent, rule)
  const purpose = textIn('--purpose', wish.purpose) ?? ''
  const application = { kind: 'disclose', applicant, takings, purpose, wish: said } as const
  requirePriorApproval(chainOf(office, application), rule)
  const request = makeRequest(office, application)
  if (request.status === 'pending') return { request, permit: null }
  return issuedDisclosure(office, request, wish.reason)
}

/** @throws Refusal person.unbound where nobody is there to apply */
function applicantOf({ store, hand }: Office, { applicant }: DisclosureWish): string {
  if (applicant !== undefined) return applicant
  const staff = staffById(store, hand.staffId ?? 0)
  if (!staff) throw new Refusal('person.unbound', { account: hand.account })
  return String(staff.id)
}

function saidIn(wish: DisclosureWish): RequestWish {
  const line = (option: string, raw: string) => needed(option, nameIn(option, raw))
  const consent = nameIn('--consent', wish.consent)
  return {
    recipient: line('--to', wish.to),
    person: line('--recipient', wish.recipient),
    what: needed('--what', textIn('--what', wish.what)),
    basis: wish.basis,
    reference: line('--reference', wish.reference),
    ...(consent === undefined ? {} : { consent }),
  }
}

/** @throws Refusal usage.missing where nothing but blanks was said */
function needed(option: string, words: string | undefined): string {
  if (words !== undefined) return words
  throw new Refusal('usage.missing', { options: [option] })
}

/**
 * Issues the permit of an approved disclosure, in the caller's transaction.
 * @throws Refusal request.status, request.kind, request.raised, disclosure.*
 */
export function issuedDisclosure(
  office: Office,
  request: Request,
  reason: string | undefined,
): Permitted {
  const { store, policy, hand, today } = office
  requireDating({ ...office, reason }, policy)
  requireUsable(office, requireReadable(office, request), 'disclose')
  requireUnraised(office, request)
  const [takings] = takingsOf(office, request)
  if (!takings) throw new Error('a disclosure is of an archive')
  const { archive } = takings
  const rule = disclosureRule(policy)
  requireAfterLastAct(archive, today)
  requireExtant(takings)
  requireBasis(basisOf(request.wish), request.wish.consent, rule)
  const id = addPermit(store, {
    kind: 'disclosure',
    request: request.id,
    archiveId: archive.id,
    pattern: rule.number ?? null,
    issuedOn: today,
    issuedBy: hand.staffId,
    expiresOn: rule.expireDays === undefined ? null : addDays(today, rule.expireDays),
    signedBy: null,
    copies: [],
    isGiven: false,
  })
  useRequest(office, request)
  const detail = { permit: id, request: request.id, items: takingsNames(takings), reason }
  const parts = [{ archiveId: archive.id, detail: { ...detail, ...request.wish } }]
  enter(store, hand, { action: 'disclosure.issue', object: permitName(id), parts })
  touchArchive(store, archive.id, today)
  return { request: requestGiven(office, `R${request.id}`), permit: permitById(store, id) ?? null }
}
