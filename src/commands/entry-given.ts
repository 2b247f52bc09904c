import type { Archive } from '../domain/archive.ts'
import { Refusal } from '../domain/refusal.ts'
import { mayRead } from '../domain/staff.ts'
import { archiveById } from '../store/archives.ts'
import { entryById, type Entry } from '../store/entries.ts'
import type { Desk, Office } from './desk.ts'

/** The number of an entry from the line; asked for where it is not there. */
export async function entryGiven(desk: Desk, given: string | undefined): Promise<string> {
  const question = { kind: 'text', message: desk.text.entry.entry, option: '<entry>' } as const
  const { entry } = await desk.ask({ entry: question }, given === undefined ? {} : { entry: given })
  return entry
}

/**
 * The entry that a number means, and its archive. Of one in an archive that the operator
 * may not read nothing is told, not even that it is there: entries are simply counted.
 * @throws Refusal entry.missing
 */
export function entryMeant(
  { store, operator }: Office,
  given: string,
): { readonly entry: Entry; readonly archive: Archive } {
  const id = /^\d{1,15}$/.test(given.trim()) ? Number(given) : 0
  const entry = entryById(store, id)
  const archive = entry && archiveById(store, entry.archiveId)
  if (!archive || !mayRead(operator, archive)) throw new Refusal('entry.missing', { entry: given })
  return { entry, archive }
}
