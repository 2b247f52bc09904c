import type { Archive } from './archive.ts'
import { requireOpen } from './closing.ts'
import { Refusal } from './refusal.ts'
import { isAlone, type Staff } from './staff.ts'
import type { Day } from './words.ts'

/** An archive that was verified, and what is to be known of it. */
export interface Verification {
  readonly archive: Archive
  /** By its own collector, who is alone in the office. */
  readonly isOwn: boolean
  /** By somebody else's word: the operator who says so collected it, and acts for another (SPEC 15.1). */
  readonly isAttested: boolean
}

/**
 * The archive verified by a person: pending becomes active, an active one is verified anew
 * (S000-4.1-8, S004-D-5.2). Whoever collected the information does not verify it (S000-4.2-1),
 * unless they are alone in the office (SPEC 15.1): then it shows as self-verified.
 * @throws Refusal verify.own, status.wrong
 */
export function verified(
  archive: Archive,
  by: Staff,
  operator: Staff | null,
  office: readonly Staff[],
  today: Day,
): Verification {
  requireOpen(archive)
  const isPending = archive.status === 'pending'
  const isOwn = isPending && archive.collectedBy === by.id
  if (isOwn && !isAlone(by, office, today))
    throw new Refusal('verify.own', { number: archive.number, staff: by.name })
  const isAttested = isPending && !isOwn && archive.collectedBy === operator?.id
  const stored: Archive = { ...archive, status: 'active', verifiedBy: by.id, verifiedOn: today }
  return { archive: stored, isOwn, isAttested }
}
