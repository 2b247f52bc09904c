import { requireStatus } from '../domain/closing.ts'
import type { HandoverCause } from '../domain/handover-words.ts'
import { handoverName } from '../domain/handover.ts'
import { Refusal } from '../domain/refusal.ts'
import { isActive, type Staff } from '../domain/staff.ts'
import { exceeds } from '../domain/words.ts'
import {
  archivesListed,
  archivesOwnedBy,
  otherDutiesOf,
  type Duty,
} from '../store/handover-duties.ts'
import { itemKey, itemsInHandover, wereDelivered } from '../store/handovers.ts'
import { staffList, staffOf } from '../store/staff.ts'
import { archivesFor } from './archives-given.ts'
import type { Office } from './desk.ts'

/** What is to be handed over: all of it, or the archives that were named. */
export interface Wanted {
  readonly giver: Staff
  readonly because: HandoverCause
  /** Whose people's archives go to the archive; null: the giver's own duties. */
  readonly department: string | null
  readonly numbers: readonly string[]
  readonly allOf: readonly string[]
}

/**
 * The list of a handover: what the operator may see of it, and how much more there is.
 * @throws Refusal handover.nothing, handover.not-theirs, handover.already, archive.missing, person.not-cleared
 */
export function dutiesToPass(
  office: Office,
  wanted: Wanted,
): { duties: readonly Duty[]; hidden: number } {
  const { store } = office
  const busy = itemsInHandover(store)
  if (wanted.numbers.length > 0) return { duties: named(office, wanted, busy), hidden: 0 }
  const all = whatThereIs(office, wanted)
  const delivered =
    wanted.because === 'department' ? wereDelivered(store) : new Set<number | null>()
  const fresh = all.filter((it) => !busy.has(itemKey(it)) && !delivered.has(it.archiveId))
  const duties = fresh.filter(({ readable }) => readable)
  if (duties.length === 0) {
    const others = new Set(all.flatMap((it) => busy.get(itemKey(it)) ?? []))
    const { giver, because } = wanted
    throw new Refusal('handover.nothing', {
      ...{ giver: giver.name, because },
      others: [...others].toSorted((a, b) => a - b).map(handoverName),
    })
  }
  return { duties, hidden: fresh.length - duties.length }
}

function whatThereIs({ store, operator }: Office, wanted: Wanted): Duty[] {
  const { giver, because, department, allOf } = wanted
  const { rights } = operator
  if (because === 'department')
    return archivesOwnedBy(store, ownersOf(store, department, allOf), rights)
  return [...archivesOwnedBy(store, [giver.name], rights), ...otherDutiesOf(store, giver, rights)]
}

const ownersOf = (
  store: Office['store'],
  department: string | null,
  allOf: readonly string[],
): string[] =>
  allOf.length > 0
    ? allOf.map((name) => staffOf(store, name).name)
    : staffList(store)
        .filter((it) => it.department === department)
        .map(({ name }) => name)

/** Archives by their numbers; each is the giver's, or the department's, and in no other handover. */
function named(
  office: Office,
  { giver, because, numbers }: Wanted,
  busy: ReadonlyMap<string, number>,
): Duty[] {
  const { store, operator } = office
  const archives = archivesFor(office, numbers)
  for (const archive of archives) {
    requireStatus(archive, ['pending', 'active', 'closed'])
    const { number, owner } = archive
    if (because !== 'department' && owner !== giver.name)
      throw new Refusal('handover.not-theirs', { number, giver: giver.name, owner })
  }
  const ids = archives.map(({ id }) => id)
  const duties = archivesListed(store, ids, operator.rights)
  for (const duty of duties) {
    const other = busy.get(itemKey(duty))
    const number = duty.number ?? ''
    if (other !== undefined)
      throw new Refusal('handover.already', { number, handover: handoverName(other) })
  }
  return duties
}

/** Nobody answers for what they are not cleared for (S001-22-4). @throws Refusal handover.not-cleared */
export function requireReceivable(
  duties: readonly Pick<Duty, 'number' | 'secrecy'>[],
  receiver: Staff,
): void {
  const { name, clearance } = receiver
  for (const { number, secrecy } of duties)
    if (number !== null && secrecy !== null && exceeds(secrecy, clearance))
      throw new Refusal('handover.not-cleared', { receiver: name, number, secrecy, clearance })
}

/** May the receiver still take over? @throws Refusal person.left */
export function requireReceiver(receiver: Staff, today: string): void {
  if (!isActive(receiver, today))
    throw new Refusal('person.left', { staff: receiver.name, leftOn: receiver.leftOn ?? '' })
}
