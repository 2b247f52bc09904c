import { Refusal } from './refusal.ts'
import { exceeds, secrecyLevels, type Day, type Secrecy } from './words.ts'

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

/** Whoever sits at the machine: their rights are those of the bound staff member, never of `--as` (SPEC 15.1). */
export interface Operator {
  readonly account: string
  /** The staff member bound to the account; null: unbound. */
  readonly staff: Staff | null
}

/** An unbound account reads what has no level, and nothing else. */
export const clearanceOf = (operator: Operator): Secrecy => operator.staff?.clearance ?? 'none'

export const mayRead = (operator: Operator, secrecy: Secrecy): boolean =>
  !exceeds(secrecy, clearanceOf(operator))

/** The levels of the archives that somebody may read. */
export const readableLevels = (operator: Operator): Secrecy[] =>
  secrecyLevels.filter((level) => mayRead(operator, level))

/** @throws Refusal person.not-cleared (S001-22, S003-7.4.1) */
export function requireClearance(
  operator: Operator,
  archive: { readonly number: string; readonly secrecy: Secrecy },
): void {
  if (mayRead(operator, archive.secrecy)) return
  const { number, secrecy } = archive
  throw new Refusal('person.not-cleared', { number, secrecy, clearance: clearanceOf(operator) })
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

/** Of people of one name or account, those who have not gone. */
export const thoseHere = (list: readonly Staff[]): Staff[] => list.filter((it) => !hasLeft(it))
