import { Refusal } from '../domain/refusal.ts'
import type { Somebody } from '../domain/incident.ts'
import { staffList, staffOf } from '../store/staff.ts'
import type { Store } from '../store/store.ts'
import { textGiven } from './text-given.ts'

/** Names of everybody who is or was on the staff, by their numbers. */
export const peopleIn = (store: Store): ReadonlyMap<number, string> =>
  new Map(staffList(store).map(({ id, name }) => [id, name]))

/**
 * Somebody of the staff by name or number; whoever is not there is an outsider of that name.
 * @throws Refusal person.ambiguous, value.bad
 */
export function somebodyIn(store: Store, option: string, said: string): Somebody {
  const name = textGiven(option, said)
  try {
    const staff = staffOf(store, name)
    return { id: staff.id, name: staff.name }
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.code === 'person.missing') return { id: null, name }
    throw thrown
  }
}
