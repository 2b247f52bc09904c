import { query } from './query.ts'
import type { Store } from './store.ts'
import { dropEntryTerms, keepEntryTerms } from './terms.ts'
import type { EntryRow } from './tables.ts'
import { dropTraces, keepTraces } from './traces.ts'

/** An entry (记录) of an archive: a dated fact with the fields of its kind. */
export interface Entry extends Omit<EntryRow, 'id' | 'fields' | 'version' | 'importId' | 'digest'> {
  readonly id: number
  readonly fields: Readonly<Record<string, string>>
  readonly version: number
  readonly importId: number | null
}

/** A stored entry: the digest of its row is asked for, never read. */
export type StoredEntry = Omit<Entry, 'fields'> & { readonly fields: string }

export const entryColumns = [
  'entry.id',
  'entry.archiveId',
  'entry.kind',
  'entry.happenedOn',
  'entry.text',
  'entry.fields',
  'entry.recordedBy',
  'entry.recordedOn',
  'entry.fromNumber',
  'entry.version',
  'entry.importId',
] as const

export const entryIn = (row: StoredEntry): Entry => ({
  ...row,
  fields: JSON.parse(row.fields) as Entry['fields'],
})

const newestFirst = (archiveId: number) =>
  query
    .selectFrom('entry')
    .select(entryColumns)
    .where('archiveId', '=', archiveId)
    .orderBy('happenedOn', 'desc')
    .orderBy('id', 'desc')

/** An archive's entries, newest first; at most `limit` of them. */
export const entriesOf = (store: Store, archiveId: number, limit?: number): Entry[] =>
  store
    .all(limit === undefined ? newestFirst(archiveId) : newestFirst(archiveId).limit(limit))
    .map(entryIn)

export const countEntries = (store: Store, archiveId: number): number =>
  store.one(
    query
      .selectFrom('entry')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('archiveId', '=', archiveId),
  ).count

/** The last entry of a kind, by the day of which it speaks. */
export function latestOf(store: Store, archiveId: number, kind: string): Entry | undefined {
  const row = store.first(newestFirst(archiveId).where('kind', '=', kind).limit(1))
  return row && entryIn(row)
}

export function entryById(store: Store, id: number): Entry | undefined {
  const row = store.first(query.selectFrom('entry').select(entryColumns).where('id', '=', id))
  return row && entryIn(row)
}

/** Enters an entry, what it is found by and what it is traced by. */
export function addEntry(store: Store, entry: Omit<Entry, 'id' | 'version' | 'importId'>): Entry {
  const row = { ...entry, fields: JSON.stringify(entry.fields) }
  const { lastId } = store.run(query.insertInto('entry').values(row))
  keepEntryTerms(store, lastId, entry.text)
  keepTraces(store, lastId, entry)
  return { ...entry, id: lastId, version: 1, importId: null }
}

/** Puts a corrected entry in the place of `before`, as its next version. */
export function replaceEntry(store: Store, before: Entry, after: Entry): Entry {
  const { happenedOn, text, fields } = after
  const version = before.version + 1
  const row = { happenedOn, text, fields: JSON.stringify(fields), version }
  dropEntryTerms(store, before.id, before.text)
  dropTraces(store, before)
  store.run(query.updateTable('entry').set(row).where('id', '=', before.id))
  keepEntryTerms(store, before.id, text)
  keepTraces(store, before.id, after)
  return { ...after, version }
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
export function returnEntry(
  store: Store,
  { id, archiveId, fromNumber }: Pick<Entry, 'id' | 'archiveId' | 'fromNumber'>,
): void {
  store.run(query.updateTable('entry').set({ archiveId, fromNumber }).where('id', '=', id))
}

/** Takes one out, with what it is found and traced by. */
export function removeEntry(store: Store, entry: Entry): void {
  dropEntryTerms(store, entry.id, entry.text)
  dropTraces(store, entry)
  store.run(query.deleteFrom('entry').where('id', '=', entry.id))
}

/** Takes an archive's entries out. */
export function removeEntries(store: Store, archiveId: number): void {
  for (const entry of entriesOf(store, archiveId)) removeEntry(store, entry)
}
