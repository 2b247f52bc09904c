import type { Archive } from '../domain/archive.ts'
import { requireStatus } from '../domain/closing.ts'
import { requireAfterLastAct, requireDating } from '../domain/dating.ts'
import { requireNaming } from '../domain/naming.ts'
import { requireBound, type Staff } from '../domain/staff.ts'
import { requireHere } from '../domain/staffing.ts'
import { exceeds } from '../domain/words.ts'
import { touchArchive } from '../store/archives.ts'
import { enter } from '../store/journal.ts'
import { archiveOf } from '../store/lookup.ts'
import {
  addReader,
  namedReadersOf,
  removeReader,
  type NamedReader,
} from '../store/named-readers.ts'
import { readingRights } from '../store/reading-rights.ts'
import { staffById, staffOf } from '../store/staff.ts'
import type { Desk, Office } from './desk.ts'

/** Who comes on the list of an archive's readers, and who goes. */
export interface ReadersWish {
  readonly add: readonly string[]
  readonly remove: readonly string[]
  readonly reason: string
}

/** An archive's list, after the act. */
interface Listed {
  readonly archive: Archive
  readonly readers: readonly NamedReader[]
}

/** `update --add-reader, --remove-reader`: who else may know what is in an archive (S003-7.4.1). */
export async function nameReaders(
  desk: Desk,
  numbers: readonly string[],
  wish: ReadersWish,
  several: boolean,
): Promise<void> {
  const done = await desk.act((office) => {
    const people = { add: peopleIn(office, wish.add), remove: peopleIn(office, wish.remove) }
    return { listed: named(office, numbers, people, wish.reason), added: people.add }
  })
  const text = desk.text.secrecy
  const results = done.listed.map(({ archive: { number }, readers }) => ({ number, readers }))
  const human = () =>
    results.map(({ number, readers }) =>
      text.readers(number, readers.map(({ name }) => name).join(desk.text.program.marks.items)),
    )
  const [only] = results
  if (several || !only) desk.say.results(results, human)
  else desk.say.result(only, human)
  for (const { archive } of done.listed)
    for (const { name, clearance } of done.added)
      if (exceeds(archive.secrecy, clearance))
        desk.say.notice(text.uncleared(name, desk.text.keys.secrecy[clearance], archive.number))
}

/** @throws Refusal person.missing, person.ambiguous, person.left */
const peopleIn = ({ store }: Office, said: readonly string[]): Staff[] =>
  said.map((name) => {
    const staff = staffOf(store, name)
    requireHere(staff)
    return staff
  })

type People = Readonly<Record<'add' | 'remove', readonly Staff[]>>

/** Decides and writes, in the caller's transaction: one entry, with a part per archive whose list changed. */
function named(office: Office, numbers: readonly string[], people: People, reason: string) {
  const { store, hand, today, policy } = office
  requireDating({ ...office, reason }, policy)
  const archives = numbers.map((number) => archiveOf(office, number))
  for (const archive of archives) requireNameable(office, archive)
  const parts = archives.flatMap(({ id }) => {
    const by = { on: today, by: hand.staffId }
    const added = people.add.filter((it) => addReader(store, id, it.id, by))
    const removed = people.remove.filter((it) => removeReader(store, id, it.id))
    if (added.length + removed.length === 0) return []
    touchArchive(store, id, today)
    const names = (list: readonly Staff[]) => list.map(({ name }) => name)
    const readers = { added: names(added), removed: names(removed) }
    return [{ archiveId: id, detail: { readers, reason } }]
  })
  const [only] = parts.length === 1 ? archives.filter(({ id }) => id === parts[0]?.archiveId) : []
  const act = { action: 'archive.readers', object: only?.number ?? '', parts }
  if (parts.length > 0) enter(store, hand, act)
  return archives.map((archive): Listed => ({
    archive,
    readers: namedReadersOf(store, archive.id),
  }))
}

/** @throws Refusal status.wrong, date.before-last-act, and those of `requireNaming` */
function requireNameable(office: Office, archive: Archive): void {
  const { store, operator, policy, keyingPolicy, hand, today } = office
  const staff = staffById(store, hand.staffId ?? 0) ?? requireBound(operator)
  const rights = readingRights(store, keyingPolicy, staff)
  requireNaming(operator, { ...operator, staff, rights }, archive, policy)
  requireStatus(archive, ['pending', 'active', 'closed'])
  requireAfterLastAct(archive, today)
}
