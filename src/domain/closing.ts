import type { Archive } from './archive.ts'
import { derived } from './change.ts'
import { completenessOf } from './completeness.ts'
import { statusAtOpening } from './opening.ts'
import type { Policy } from './policy.ts'
import { Refusal } from './refusal.ts'
import { nextReview } from './review.ts'
import type { Day, Status } from './words.ts'

/** @throws Refusal status.wrong unless the archive is in one of these states */
export function requireStatus(archive: Archive, needs: readonly Status[]): void {
  const { number, status } = archive
  if (!needs.includes(status)) throw new Refusal('status.wrong', { number, status, needs })
}

/** In use: neither closed nor destroyed. */
export const isOpen = ({ status }: Pick<Archive, 'status'>): boolean =>
  openStatuses.includes(status)

const openStatuses: readonly Status[] = ['active', 'pending']

/** A closed archive stays as it is until it is reopened. @throws Refusal status.wrong */
export const requireOpen = (archive: Archive): void => requireStatus(archive, openStatuses)

/**
 * Cooperation has ended on a day (S000-4-10, S004-O-3.3): no more reviews, and retention may begin.
 * @throws Refusal status.wrong, date.future, date.before-formed
 */
export function closed(archive: Archive, on: Day, policy: Policy, today: Day): Archive {
  requireOpen(archive)
  if (on > today) throw new Refusal('date.future', { date: on, today })
  const { number, formedOn } = archive
  if (formedOn !== null && on < formedOn)
    throw new Refusal('date.before-formed', { number, date: on, formedOn })
  const after = { ...archive, status: 'closed' as const, closedOn: on, nextReviewOn: null }
  return derived(archive, after, policy, today)
}

/** Cooperation goes on; what was never verified still waits for it. @throws Refusal status.wrong */
export function reopened(archive: Archive, policy: Policy, today: Day): Archive {
  requireStatus(archive, ['closed'])
  const complete = completenessOf(archive, policy).missing.length === 0
  const status = archive.verifiedOn === null ? statusAtOpening(archive.channel, policy) : 'active'
  const after = {
    ...archive,
    status,
    closedOn: null,
    nextReviewOn: nextReview(policy, { importance: archive.importance, complete }, today),
  }
  return derived(archive, after, policy, today)
}
