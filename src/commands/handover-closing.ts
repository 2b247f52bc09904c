import type { Archive } from '../domain/archive.ts'
import { requireAfterLastAct } from '../domain/dating.ts'
import { addDays, dayIn } from '../domain/day.ts'
import {
  handoverName,
  isLacking,
  requireCloseable,
  type Handover,
  type HandoverItem,
} from '../domain/handover.ts'
import { requestName } from '../domain/request.ts'
import type { Staff } from '../domain/staff.ts'
import { archivesById, touchArchive } from '../store/archives.ts'
import { keepRun } from '../store/audit-runs.ts'
import { findAll } from '../store/audit-walk.ts'
import { auditName } from '../domain/audit-finding.ts'
import { applyChange, changeDetail } from '../store/changes.ts'
import { endHandover, nameLacking, passOn } from '../store/handover-acts.ts'
import { handoverById } from '../store/handovers.ts'
import { enter } from '../store/journal.ts'
import { settleRequest } from '../store/requesting.ts'
import { staffById } from '../store/staff.ts'
import type { Office } from './desk.ts'
import { enterHandover, handoverMeant, requireAllReadable } from './handover-given.ts'
import { requireReceivable, requireReceiver } from './handover-listing.ts'

export interface Closed {
  readonly handover: Handover
  /** Requests of whoever leaves that are withdrawn with it. */
  readonly withdrawn: readonly string[]
}

/**
 * Passes everything on, in the caller's transaction: one entry, with a part per archive; what was
 * lacking becomes a finding, for which the giver answers.
 * @throws Refusal handover.ended, handover.unchecked, handover.unsigned, person.not-cleared, date.before-last-act
 */
export function closed(office: Office, name: string, reason: string | undefined): Closed {
  const { store, policy, hand, today } = office
  const handover = handoverMeant(office, name)
  requireCloseable(handover, policy, today)
  requireAllReadable(office, handover)
  const [giver, receiver] = [handover.giverId, handover.receiverId].map(
    (id) => staffById(store, id) as Staff,
  ) as [Staff, Staff]
  requireReceiver(receiver, today)
  requireReceivable(handover.items, receiver)
  const archives = passArchives(office, handover, { giver, receiver })
  const open = handover.items.filter(({ settled }) => !settled)
  for (const item of open) passOn(store, item, { giver, receiver })
  const withdrawn = handover.because === 'leave' ? withdrawRequests(office, handover, open) : []
  endHandover(store, handover.id, { outcome: 'closed', endedOn: today, endedBy: hand.staffId })
  const others = open
    .filter(({ kind }) => kind !== 'archive')
    .map(({ position, kind, what, answer }) =>
      // what a paper is called is its archive's
      kind === 'material' ? { position, kind, answer } : { position, kind, what, answer },
    )
  const told = { from: giver.id, to: receiver.id, others, withdrawn, reason }
  enterHandover(office, handover, 'close', { office: told, archives })
  if (handover.items.some(isLacking)) findLacking(office, handover)
  return { handover: handoverById(store, handover.id) as Handover, withdrawn }
}

interface Parties {
  readonly giver: Staff
  readonly receiver: Staff
}

/** Archives get their new owner, unless a department delivers: then their keeping passes, not the customer. */
function passArchives(
  office: Office,
  handover: Handover,
  { giver, receiver }: Parties,
): ReadonlyMap<number, object> {
  const { store, policy, today } = office
  const told = new Map<number, object>()
  const ids = handover.items.flatMap(({ archiveId }) => archiveId ?? [])
  const archives = archivesById(store, [...new Set(ids)])
  for (const item of handover.items) {
    const archive = archives.get(item.archiveId ?? 0)
    if (!archive || archive.status === 'destroyed') continue
    requireAfterLastAct(archive, today)
    const said = { from: giver.id, to: receiver.id, pages: item.pagesFound ?? item.pages }
    const known = told.get(archive.id)
    if (item.kind !== 'archive') {
      if (!known) {
        touchArchive(store, archive.id, today)
        told.set(archive.id, { from: giver.id, to: receiver.id })
      }
      continue
    }
    const after: Archive =
      handover.because !== 'department' && archive.owner === giver.name
        ? { ...archive, owner: receiver.name }
        : archive
    const change = changeDetail(store, archive, after)
    if (change)
      applyChange(
        { store, policy, hand: office.hand, keyingPolicy: office.keyingPolicy },
        archive,
        after,
      )
    else touchArchive(store, archive.id, today)
    told.set(archive.id, { ...change, ...said })
  }
  return told
}

/** Nobody is there any more to use them. */
function withdrawRequests(
  { store, today }: Office,
  { id }: Handover,
  items: readonly HandoverItem[],
): string[] {
  const requests = items.flatMap(({ kind, subjectId }) =>
    kind === 'request' && subjectId !== null ? [subjectId] : [],
  )
  for (const request of requests)
    settleRequest(store, request, 'withdrawn', today, handoverName(id))
  return requests.map(requestName)
}

/** What was listed and was not there is a finding at once, with its deadline (S000-5-3). */
function findLacking(office: Office, handover: Handover): void {
  const { store, policy, hand, today, operator } = office
  const checks = ['handover.missing'] as const
  const it = {
    ...{ store, policy, today, checks, rights: operator.rights, scope: { checks } },
    dayOf: (at: string) => dayIn(new Date(at), policy.timeZone),
  }
  findAll(it)
  const days = policy.audit?.rectifyDays
  const run = keepRun(it, hand, days === undefined ? null : addDays(today, days))
  nameLacking(store, handoverName(handover.id), handover.giverId)
  const { scope, archives, hidden, counts } = run
  const parts = [{ archiveId: 0, detail: { scope, archives, hidden, counts } }]
  enter(store, hand, { action: 'audit.run', object: auditName(run.id), parts })
}
