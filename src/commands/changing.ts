import { differenceOf, snapshotOf, type Archive } from '../domain/archive.ts'
import { chainFor } from '../domain/chain.ts'
import { requireUntouched, type ChangeWish } from '../domain/change-wish.ts'
import { requireOpen } from '../domain/closing.ts'
import { requireDating } from '../domain/dating.ts'
import { dayGiven } from '../domain/day-given.ts'
import { requestName, statusOn, type Request } from '../domain/request.ts'
import { isAlone, type Staff } from '../domain/staff.ts'
import { archiveById } from '../store/archives.ts'
import { writeChanges } from '../store/changes.ts'
import { requireIdentityFree } from '../store/duplicates.ts'
import { requestById, requestsWith } from '../store/requests.ts'
import { staffById, staffList } from '../store/staff.ts'
import type { Office } from './desk.ts'
import { housed } from './housing.ts'
import { makeRequest, useRequest } from './requesting.ts'
import type { UpdateWish } from './update-questions.ts'
import { contentsChanged, decided, wantedIn, type Updated } from './updating.ts'

/**
 * Of which archives must a change by whoever acts be accepted by the archive office (S000-4.4-4)? The
 * policy's chain of kind `change` says so; its exempt posts change archives themselves, and so does
 * whoever is alone.
 */
export function thoseToAccept(office: Office, archives: readonly Archive[]): Archive[] {
  const { store, hand, policy, today } = office
  const staff = staffById(store, hand.staffId ?? 0)
  if (!staff || !policy.requests || isAlone(staff, staffList(store), today)) return []
  return archives.filter((it) => chainFor(askedBy(staff, it), policy).steps.length > 0)
}

const askedBy = (staff: Staff, archive: Archive) => ({
  kind: 'change' as const,
  applicant: { staff, outsider: null },
  levels: [archive.secrecy],
  materialKinds: null,
  archives: [archive],
})

/**
 * Hands a change in, in the caller's transaction; nothing happens to the archive before it is
 * accepted. The same wish, handed in twice, is one request. Undefined: nothing would change.
 * @throws Refusal value.bad, usage.unknown-field, version.stale, identity.taken
 */
export function handIn(office: Office, archive: Archive, wish: UpdateWish): Request | undefined {
  const { store, policy, hand, today } = office
  const { options, reason } = wish
  requireDating({ ...office, reason }, policy)
  const after = housed(office, decided(office, archive, wish), archive.number, archive.location)
  requireIdentityFree(office, archive, after)
  const difference = differenceOf(snapshotOf(archive), snapshotOf(after))
  if (!difference) return undefined
  const { knownOn, source } = options
  const change: ChangeWish = {
    ...wantedIn(options, policy),
    ...difference,
    knownOn: knownOn === undefined ? null : dayGiven('--known-on', knownOn, today),
    source: source ?? null,
  }
  const staff = staffById(store, hand.staffId ?? 0) ?? null
  return (
    known(office, archive, staff, change) ??
    makeRequest(office, {
      kind: 'change',
      applicant: { staff, outsider: null },
      takings: { archive, materials: [] },
      purpose: reason ?? '',
      wish: { change },
    })
  )
}

const known = (
  { store, today }: Office,
  { id }: Archive,
  staff: Staff | null,
  change: ChangeWish,
): Request | undefined =>
  requestsWith(store, { archiveId: id, kind: 'change', isOpen: true }).find(
    (it) =>
      statusOn(it, today) === 'pending' &&
      it.applicant.staff?.id === staff?.id &&
      JSON.stringify(it.wish.change) === JSON.stringify(change),
  )

/** What a change would make of its archive today. @throws Refusal change.overtaken, status.wrong, value.bad, identity.taken */
export function changeAsAccepted(office: Office, request: Request): Updated | undefined {
  const { store, policy } = office
  const before = archiveById(store, request.items[0]?.archiveId ?? 0)
  const { change } = request.wish
  if (!before || !change) return undefined
  requireOpen(before)
  requireUntouched(change, before, { request: requestName(request.id), policy })
  const changed = contentsChanged(office, before, change)
  const after = housed(office, changed, before.number, before.location)
  requireIdentityFree(office, before, after)
  return { before, after }
}

/** With the last approval a change is made, in the same transaction; the request has served its purpose. */
export function acceptChange(office: Office, request: Request): Request {
  const updated = changeAsAccepted(office, request)
  const { change } = request.wish
  if (!updated || !change) return request
  const { before, after } = updated
  const knownOn = change.knownOn ?? undefined
  const name = requestName(request.id)
  const source = change.source === null ? name : `${change.source} ${name}`
  const remarks = { reason: request.purpose || undefined, source, knownOn }
  writeChanges(office, [{ before, after }], 'archive.update', remarks)
  useRequest(office, request)
  return requestById(office.store, request.id) as Request
}
