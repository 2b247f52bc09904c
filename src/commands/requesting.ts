import { basisFor } from '../domain/basis.ts'
import { chainFor, highestOf, type Chain } from '../domain/chain.ts'
import type { Archive } from '../domain/archive.ts'
import { addDays } from '../domain/day.ts'
import { levelOf } from '../domain/material.ts'
import { takingsLevels, takingsNames, type Takings } from '../domain/takings.ts'
import type { RequestKind } from '../domain/policy-use.ts'
import { Refusal } from '../domain/refusal.ts'
import {
  applicantName,
  outsiderKey,
  readRequestName,
  requestName,
  statusOn,
  type Applicant,
  type Request,
  type RequestWish,
} from '../domain/request.ts'
import { mayRead, requireClearance } from '../domain/staff.ts'
import { exceeds } from '../domain/words.ts'
import { archiveById, touchArchive } from '../store/archives.ts'
import { enter } from '../store/journal.ts'
import { materialsOf } from '../store/materials.ts'
import { addRequest, settleRequest, tieRequest } from '../store/requesting.ts'
import { requestById, requestsWith } from '../store/requests.ts'
import type { Office } from './desk.ts'

/** An application about to be made, for one archive or some of its materials. */
export interface Application {
  readonly kind: RequestKind
  readonly applicant: Applicant
  readonly takings: Takings
  /** Further archives under the same application, whole: a disposal is of many. */
  readonly more?: readonly Archive[]
  readonly purpose: string
  readonly wish: RequestWish
  /** The ground, as it was said: some policies want one (S004-M-7.1). */
  readonly basis?: string | undefined
}

/** The chain that an application would need. @throws Refusal request.never, applicant.not-cleared */
export function chainOf({ policy }: Office, application: Application): Chain {
  const { kind, applicant, takings } = application
  const { archive, materials } = takings
  const more = application.more ?? []
  const levels = [...takingsLevels(takings), ...more.map(({ secrecy }) => secrecy)]
  const kinds = materials.flatMap(({ kind: it }) => it ?? [])
  const materialKinds = materials.length > 0 && kinds.length === materials.length ? kinds : null
  const chain = chainFor(
    { kind, applicant, levels, materialKinds, archives: [archive, ...more] },
    policy,
  )
  if (chain.steps.length === 0 && !chain.isExempt) requireOwnClearance(application)
  return chain
}

/** Where nobody approves, applicants get what they are cleared for (S001-22-4); customers what is theirs. */
function requireOwnClearance({ applicant, takings, wish }: Application): void {
  if (wish.customer) return
  const secrecy = highestOf(takingsLevels(takings))
  const clearance = applicant.staff?.clearance ?? 'none'
  if (!exceeds(secrecy, clearance)) return
  const [number = ''] = takingsNames(takings)
  const name = applicantName(applicant)
  throw new Refusal('applicant.not-cleared', { name, number, secrecy, clearance })
}

/**
 * Makes a request, in the caller's transaction: its chain is fixed now (SPEC section 7). It is
 * approved at once where nobody need approve.
 * @throws Refusal request.never, request.basis, applicant.not-cleared
 */
export function makeRequest(office: Office, application: Application): Request {
  const { store, policy, policyVersion, hand, today } = office
  const { kind, applicant, takings, more = [], purpose } = application
  const { steps } = chainOf(office, application)
  const basis = basisFor(kind, application.basis, policy)
  const wish = basis === undefined ? application.wish : { ...application.wish, basis }
  const { archive, materials } = takings
  const days = policy.requests?.expireDays
  const id = addRequest(store, {
    kind,
    applicant,
    department: applicant.staff?.department ?? null,
    purpose,
    wish,
    steps,
    items:
      materials.length === 0
        ? [archive, ...more].map(({ id: archiveId, secrecy }) => ({
            archiveId,
            materialId: null,
            secrecy,
          }))
        : materials.map((it) => ({
            archiveId: archive.id,
            materialId: it.id,
            secrecy: levelOf(it, archive),
          })),
    madeOn: today,
    madeBy: hand.staffId,
    expiresOn: days === undefined ? null : addDays(today, days),
    policyVersion,
  })
  const detail = {
    request: id,
    kind,
    applicant: applicant.staff ? { staff: applicant.staff.id } : applicant.outsider,
    purpose,
    ...toldOf(wish),
    steps: steps.length,
  }
  const parts = [
    { archiveId: archive.id, detail: { ...detail, items: takingsNames(takings) } },
    ...more.map((it) => ({ archiveId: it.id, detail: { ...detail, items: [it.number] } })),
  ]
  const seq = enter(store, hand, { action: 'request.make', object: requestName(id), parts })
  tieRequest(store, id, seq)
  for (const it of [archive, ...more]) touchArchive(store, it.id, today)
  return requestById(store, id) as Request
}

/** A change is told as changes are, value by value: what is sensitive is withheld there. */
const toldOf = ({ change, ...wish }: RequestWish): object =>
  change ? { before: change.before, after: change.after } : { wish }

/** The request that `R12` means. @throws Refusal request.missing */
export function requestGiven({ store }: Office, name: string): Request {
  const id = readRequestName(name)
  const request = id === undefined ? undefined : requestById(store, id)
  if (request) return request
  throw new Refusal('request.missing', { request: name })
}

/** @throws Refusal person.not-cleared, person.not-reader where the operator may not see what it asks for */
export function requireReadable({ store, operator }: Office, request: Request): Request {
  for (const item of request.items) {
    const archive = archiveById(store, item.archiveId)
    const { number } = item
    if (archive) requireClearance(operator, archive, { number, secrecy: levelOf(item, archive) })
  }
  return request
}

/** May the operator see all that it asks for? */
export const isReadable = ({ store, operator }: Office, request: Request): boolean =>
  request.items.every((item) => {
    const archive = archiveById(store, item.archiveId)
    return archive !== undefined && mayRead(operator, archive, levelOf(item, archive))
  })

/** Whoever applied has a request for the same things, as far as they say how, that was not used yet (SPEC 15.10). */
export const openRequestFor = (
  { store, today }: Office,
  kind: RequestKind,
  { archive, materials }: Takings,
  applicant: Applicant,
  said: RequestWish = {},
): Request | undefined =>
  requestsWith(store, { archiveId: archive.id, kind, isOpen: true }).find(
    (request) =>
      ['pending', 'approved'].includes(statusOn(request, today)) &&
      isSameApplicant(request.applicant, applicant) &&
      isWithin(said, request.wish) &&
      isSameSet(
        request.items.map(({ materialId }) => materialId ?? 0),
        materials.length === 0 ? [0] : materials.map(({ id }) => id),
      ),
  )

const isSameApplicant = (a: Applicant, b: Applicant): boolean =>
  a.staff
    ? a.staff.id === b.staff?.id
    : a.outsider !== null &&
      b.outsider !== null &&
      outsiderKey(a.outsider) === outsiderKey(b.outsider)

const isWithin = (said: RequestWish, wish: RequestWish): boolean =>
  Object.entries(said).every(([key, value]) => wish[key as keyof RequestWish] === value)

const isSameSet = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((it) => b.includes(it))

/** What a request asks for, as it is today. @throws Refusal material.missing where a material is gone */
export function takingsOf({ store }: Office, request: Request): Takings[] {
  const archives = new Set(request.items.map((it) => it.archiveId))
  return [...archives].map((archiveId) => {
    const items = request.items.filter((it) => it.archiveId === archiveId)
    const archive = archiveById(store, archiveId) as Archive
    const held = materialsOf(store, archiveId)
    const materials = items.flatMap(({ materialId, number, seq }) => {
      if (materialId === null) return []
      const material = held.find(({ id }) => id === materialId)
      if (material) return [material]
      throw new Refusal('material.missing', { number, material: String(seq ?? '?') })
    })
    return { archive, materials }
  })
}

/** Is it approved and in time? @throws Refusal request.status, request.kind */
export function requireUsable({ today }: Office, request: Request, kind: RequestKind): void {
  const name = requestName(request.id)
  if (request.kind !== kind)
    throw new Refusal('request.kind', { request: name, kind: request.kind, needs: kind })
  const status = statusOn(request, today)
  if (status !== 'approved')
    throw new Refusal('request.status', { request: name, status, needs: ['approved'] })
}

/**
 * Nothing that was asked for has become more secret since (SPEC section 7).
 * @throws Refusal request.raised, material.missing
 */
export function requireUnraised(office: Office, request: Request): void {
  for (const { archive, materials } of takingsOf(office, request))
    for (const item of request.items.filter(({ archiveId }) => archiveId === archive.id)) {
      const material = materials.find(({ id }) => id === item.materialId)
      const after = material ? levelOf(material, archive) : archive.secrecy
      if (!exceeds(after, item.secrecy)) continue
      const { number, secrecy: before } = item
      const name = requestName(request.id)
      throw new Refusal('request.raised', { request: name, number, before, after })
    }
}

/** It has served its purpose. */
export const useRequest = ({ store, today }: Office, request: Request): void =>
  settleRequest(store, request.id, 'used', today, null)
