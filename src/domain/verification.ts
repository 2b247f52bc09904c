import type { Archive } from './archive.ts'
import { requireOpen } from './closing.ts'
import { Refusal } from './refusal.ts'
import { isActive, type Staff } from './staff.ts'
import type { Day } from './words.ts'

/**
 * The archive verified by a person: pending becomes active, an active one is verified anew
 * (S000-4.1-8, S004-D-5.2). Whoever collected the information does not verify it (S000-4.2-1),
 * unless they are alone in the office (SPEC 15.1): then it shows as self-verified.
 * @throws Refusal verify.own, status.wrong
 */
export function verified(
  archive: Archive,
  by: Staff,
  office: readonly Staff[],
  today: Day,
): Archive {
  requireOpen(archive)
  const isOwn = archive.collectedBy === by.id && archive.status === 'pending'
  const isAlone = !office.some((staff) => staff.id !== by.id && isActive(staff, today))
  if (isOwn && !isAlone) throw new Refusal('verify.own', { number: archive.number, staff: by.name })
  return { ...archive, status: 'active', verifiedBy: by.id, verifiedOn: today }
}
