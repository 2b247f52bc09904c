import { admits, obstacleTo, type Guarded, type ReadingRights } from './reading-rights.ts'
import { Refusal } from './refusal.ts'
import type { Day, Secrecy } from './words.ts'

/** A person of the office (人员). */
export interface Staff {
  readonly id: number
  readonly name: string
  readonly post: string | null
  readonly department: string | null
  readonly clearance: Secrecy
  /** The operating-system account that acts for them. */
  readonly osAccount: string | null
  readonly joinedOn: Day
  readonly leftOn: Day | null
}

/**
 * Whoever sits at the machine: their rights are those of the bound staff member, never of `--as`
 * (SPEC 15.1). An unbound account reads what has no level, and nothing else.
 */
export interface Operator {
  readonly account: string
  /** The staff member bound to the account; null: unbound. */
  readonly staff: Staff | null
  /** What they may read, under the policy of the day it really is. */
  readonly rights: ReadingRights
}

export const clearanceOf = (operator: Operator): Secrecy => operator.staff?.clearance ?? 'none'

/** May they read an archive, or a paper in it of another level? */
export const mayRead = (
  operator: Operator,
  archive: Guarded,
  level: Secrecy = archive.secrecy,
): boolean => admits(operator.rights, archive, level)

/**
 * Of an archive, or of what `paper` names in it.
 * @throws Refusal person.not-cleared (S001-22, S003-7.4.1), person.not-reader (S003-7.4.1, S003-10.4)
 */
export function requireClearance(
  operator: Operator,
  archive: Guarded & { readonly number: string },
  paper: { readonly number: string; readonly secrecy: Secrecy } = archive,
): void {
  const { number, secrecy } = paper
  if (mayRead(operator, archive, secrecy)) return
  const because = obstacleTo(operator.rights, archive, secrecy)?.because
  if (!because)
    throw new Refusal('person.not-cleared', { number, secrecy, clearance: clearanceOf(operator) })
  const { owner = false, head = false, department = false, named = false, source } = because.rule
  const whoever = { posts: because.posts, owner, head, department, named }
  throw new Refusal('person.not-reader', { number, secrecy, ...whoever, source: source ?? [] })
}

/** An unbound account writes nothing (SPEC 15.1). @throws Refusal person.unbound, person.left */
export function requireBound(operator: Operator): Staff {
  if (!operator.staff) throw new Refusal('person.unbound', { account: operator.account })
  return operator.staff
}

/**
 * Have they gone by a day? The day of leaving is no day of work any more. Without a day: for good,
 * since nobody's leaving is entered before it has come. Whoever has gone has no rights, no account
 * and no name to act under, on whatever day an act is dated.
 */
export const hasLeft = ({ leftOn }: Pick<Staff, 'leftOn'>, by: Day = '9999-12-31'): boolean =>
  leftOn !== null && leftOn <= by

/** On the staff on a day: from that on which they joined to the one before they left. */
export const isActive = (staff: Pick<Staff, 'joinedOn' | 'leftOn'>, on: Day): boolean =>
  staff.joinedOn <= on && !hasLeft(staff, on)

/** Is there nobody else on the staff, who could look at what they do (SPEC 15.1)? */
export const isAlone = ({ id }: Pick<Staff, 'id'>, office: readonly Staff[], on: Day): boolean =>
  !office.some((it) => it.id !== id && isActive(it, on))

/** Of people of one name or account, those who have not gone. */
export const thoseHere = (list: readonly Staff[]): Staff[] => list.filter((it) => !hasLeft(it))
