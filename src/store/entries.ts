import { query } from './query.ts'
import type { Store } from './store.ts'
import { dropEntryTerms, keepEntryTerms } from './terms.ts'
import type { EntryRow } from './tables.ts'

/** An entry (记录) of an archive: a dated fact with the fields of its kind. */
export interface Entry extends Omit<EntryRow, 'id' | 'fields'> {
  readonly id: number
  readonly fields: Readonly<Record<string, string>>
}

const entryIn = (row: Omit<EntryRow, 'id'> & { id: number }): Entry => ({
  ...row,
  fields: JSON.parse(row.fields) as Entry['fields'],
})

/** An archive's entries, newest first. */
export const entriesOf = (store: Store, archiveId: number): Entry[] =>
  store
    .all(
      query
        .selectFrom('entry')
        .selectAll()
        .where('archiveId', '=', archiveId)
        .orderBy('happenedOn', 'desc')
        .orderBy('id', 'desc'),
    )
    .map(entryIn)

export function addEntry(store: Store, entry: Omit<Entry, 'id'>): Entry {
  const row = { ...entry, fields: JSON.stringify(entry.fields) }
  const { lastId } = store.run(query.insertInto('entry').values(row))
  keepEntryTerms(store, lastId, entry.text)
  return { ...entry, id: lastId }
}

/** Moves an archive's entries to another, each keeping the number under which it was recorded. */
export function moveEntries(store: Store, from: number, to: number, number: string): void {
  store
    .prepare(
      'UPDATE entry SET archive_id = ?, from_number = ifnull(from_number, ?) WHERE archive_id = ?',
    )
    .run(to, number, from)
}

/** Puts an entry back to the archive and the number that it had. */
export function returnEntry(store: Store, { id, archiveId, fromNumber }: Entry): void {
  store.run(query.updateTable('entry').set({ archiveId, fromNumber }).where('id', '=', id))
}

/** Takes an archive's entries out, with their search terms. */
export function removeEntries(store: Store, archiveId: number): void {
  for (const { id, text } of entriesOf(store, archiveId)) dropEntryTerms(store, id, text)
  store.run(query.deleteFrom('entry').where('archiveId', '=', archiveId))
}
