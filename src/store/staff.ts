import { Refusal } from '../domain/refusal.ts'
import { thoseHere, type Staff } from '../domain/staff.ts'
import { nearest } from '../domain/suggest.ts'
import { query } from './query.ts'
import type { Store } from './store.ts'

const all = query.selectFrom('staff').selectAll()

export const staffList = (store: Store): Staff[] => store.all(all.orderBy('id'))

export const staffById = (store: Store, id: number): Staff | undefined =>
  store.first(all.where('id', '=', id))

/** The staff member for whom an account acts. */
export const staffOfAccount = (store: Store, account: string): Staff | undefined =>
  thoseHere(store.all(all.where('osAccount', '=', account)))[0]

export function addStaff(store: Store, staff: Omit<Staff, 'id'>): Staff {
  const { lastId } = store.run(query.insertInto('staff').values(staff))
  return staffById(store, lastId) as Staff
}

export function changeStaff(store: Store, id: number, changes: Partial<Omit<Staff, 'id'>>): Staff {
  store.run(query.updateTable('staff').set(changes).where('id', '=', id))
  return staffById(store, id) as Staff
}

/**
 * The person meant by a name or a staff number.
 * @throws Refusal person.missing, person.ambiguous
 */
export function staffOf(store: Store, text: string): Staff {
  const list = staffList(store)
  const meant = list.filter((staff) => staff.name === text || String(staff.id) === text)
  const active = thoseHere(meant)
  const found = active.length > 0 ? active : meant
  if (found.length > 1) {
    const candidates = found.map(({ id, name, department }) => ({ staff: id, name, department }))
    throw new Refusal('person.ambiguous', { staff: text, candidates })
  }
  if (found[0]) return found[0]
  const suggestion = nearest(
    text,
    list.map(({ name }) => name),
  )
  throw new Refusal('person.missing', { staff: text, suggestion })
}
