import type { Archive } from './archive.ts'
import { lacksContacts } from './completeness.ts'
import type { Policy } from './policy.ts'
import { isOver } from './secrecy-term.ts'
import type { Day } from './words.ts'

/** What is to be noticed about an archive on a day: derived, never stored (SPEC section 2). */
export function flagsOf(archive: Archive, today: Day, policy: Policy): string[] {
  const flags: string[] = []
  if (archive.status === 'pending') flags.push('unverified')
  if (archive.verifiedBy !== null && archive.verifiedBy === archive.collectedBy)
    flags.push('selfVerified')
  if (archive.nextReviewOn !== null && archive.nextReviewOn <= today && archive.status === 'active')
    flags.push('reviewDue')
  if (archive.status === 'destroyed') return flags
  if (archive.retainUntil !== null && archive.retainUntil < today) flags.push('retentionOver')
  if (isOver(archive, today)) flags.push('secrecyOver')
  if (lacksContacts(archive, policy)) flags.push('fewContacts')
  return flags
}
