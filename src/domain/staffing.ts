import { Refusal } from './refusal.ts'
import { clearanceOf, hasLeft, thoseHere, type Operator, type Staff } from './staff.ts'
import { exceeds, secrecyLevels, type Day, type Secrecy } from './words.ts'

/** May act through the program: here, and known by an account (SPEC 15.1). */
const canWrite = (staff: Staff): boolean => !hasLeft(staff) && staff.osAccount !== null

/**
 * Nobody gives a clearance above their own, nor changes a person who is cleared above them: else
 * they could lend themselves that person's rights. The rights are the operator's, never those of `--as`.
 * @throws Refusal person.above-own (S001-22-4)
 */
export function requireReach(operator: Operator, name: string, clearance: Secrecy): void {
  const own = clearanceOf(operator)
  if (exceeds(clearance, own))
    throw new Refusal('person.above-own', { staff: name, clearance, own })
}

/** @throws Refusal person.left, where they have gone already */
export function requireHere(staff: Staff): void {
  if (hasLeft(staff))
    throw new Refusal('person.left', { staff: staff.name, leftOn: staff.leftOn ?? '' })
}

/** One account acts for one person at a time. @throws Refusal person.account-taken */
export function requireFreeAccount(
  list: readonly Staff[],
  account: string | null,
  except?: number,
): void {
  const holder = thoseHere(list).find((it) => it.osAccount === account && it.id !== except)
  if (account !== null && holder)
    throw new Refusal('person.account-taken', { account, staff: holder.name })
}

/** @throws Refusal person.left-early, where they would leave before they came */
export function requireStay({ name, joinedOn }: Staff, leftOn: Day): void {
  if (leftOn < joinedOn) throw new Refusal('person.left-early', { staff: name, leftOn, joinedOn })
}

/**
 * Somebody can still write afterwards, and is cleared as high as anybody was: else nobody could ever
 * read the highest archives again, or clear anybody for them.
 * @throws Refusal person.last
 */
export function requireSuccessor(list: readonly Staff[], after: Staff): void {
  const remaining = list.map((staff) => (staff.id === after.id ? after : staff)).filter(canWrite)
  const top = highest(list.filter(canWrite))
  const facts = { staff: after.name, clearance: top }
  if (remaining.length === 0) throw new Refusal('person.last', { ...facts, because: 'writer' })
  if (exceeds(top, highest(remaining)))
    throw new Refusal('person.last', { ...facts, because: 'clearance' })
}

const highest = (list: readonly Staff[]): Secrecy =>
  secrecyLevels.findLast((level) => list.some(({ clearance }) => clearance === level)) ?? 'none'

/** Keys of a person in JSON, in the order in which they are shown. */
export interface ShownStaff {
  readonly staff: number
  readonly name: string
  readonly post: string | null
  readonly department: string | null
  readonly clearance: Secrecy
  readonly account: string | null
  readonly joinedOn: Day
  readonly leftOn: Day | null
  readonly status: 'active' | 'left'
}

/** A person as other programs see them. */
export const shownStaff = (staff: Staff, today: Day): ShownStaff => ({
  staff: staff.id,
  name: staff.name,
  post: staff.post,
  department: staff.department,
  clearance: staff.clearance,
  account: staff.osAccount,
  joinedOn: staff.joinedOn,
  leftOn: staff.leftOn,
  status: hasLeft(staff, today) ? 'left' : 'active',
})
