import type { Day } from '../domain/words.ts'
import { aliasesOf } from './aliases.ts'
import type { Entry } from './entries.ts'
import { historyOf, stretchEvents, type Event } from './history.ts'
import { query } from './query.ts'
import type { Store } from './store.ts'

/** What an entry said in one of its versions. */
export interface EntryWords {
  readonly on: Day
  readonly text: string
  readonly fields: Readonly<Record<string, string>>
}

/** What the journal keeps of a correction: all that it said before, and after (SPEC 15.2). */
export interface Correction {
  readonly entry: number
  readonly kind: string
  /** The version that it made. `version` is that of an archive. */
  readonly entryVersion: number
  readonly was: EntryWords
  readonly is: EntryWords
  readonly reason: string
}

/** One version of an entry, and who made it, when and why. */
export interface EntryVersion extends EntryWords, Omit<Event, 'detail' | 'on'> {
  readonly version: number
  readonly actedOn: Day
  readonly reason: string | null
  /** The import that made it. */
  readonly importId: number | null
}

export const entryWords = ({ happenedOn, text, fields }: Entry): EntryWords => ({
  on: happenedOn,
  text,
  fields,
})

/** Every version of an entry, the first one first. */
export function versionsOfEntry(store: Store, entry: Entry): EntryVersion[] {
  const archives = [entry.archiveId, ...formerArchives(store, entry.archiveId)]
  const events = archives
    .flatMap((id) => historyOf(store, id))
    .filter(({ detail }) => (detail as { entry?: number } | null)?.entry === entry.id)
    .toSorted((a, b) => a.seq - b.seq)
  const made = entry.importId === null ? events[0] : importOf(store, entry)
  const corrections = events.filter(({ action }) => action === 'entry.correct')
  const words = [
    (corrections[0]?.detail as Correction | undefined)?.was ?? entryWords(entry),
    ...corrections.map(({ detail }) => (detail as Correction).is),
  ]
  return [made, ...corrections].flatMap((event, at) =>
    event ? [versionOf(event, words[at] as EntryWords, at, entry)] : [],
  )
}

function versionOf(event: Event, words: EntryWords, at: number, entry: Entry): EntryVersion {
  const { detail, on: actedOn, ...by } = event
  const reason = (detail as { reason?: string } | null)?.reason ?? null
  const importId = at === 0 ? entry.importId : null
  return { ...by, ...words, version: at + 1, actedOn, reason, importId }
}

const formerArchives = (store: Store, archiveId: number): number[] =>
  aliasesOf(store, archiveId).flatMap(({ because, formerId }) =>
    because === 'merged' && formerId !== null ? [formerId] : [],
  )

/** The stretch in which an entry was taken in: the act has no part of its own for it. */
function importOf(store: Store, { id, importId }: Entry): Event | undefined {
  const row = store.first(
    stretchEvents
      .where('importStretch.importId', '=', importId ?? 0)
      .where('firstEntryId', '<=', id)
      .where('lastEntryId', '>=', id),
  )
  return row && { ...row, detail: null }
}

/** Imports that took entries of an archive in, and how many of them are in it. */
export function entryIntakesOf(store: Store, archiveId: number): Event[] {
  const taken = store.all(
    query
      .selectFrom('entry')
      .select(({ fn }) => [
        'importId',
        fn.min('id').as('first'),
        fn.countAll<number>().as('entries'),
      ])
      .where('archiveId', '=', archiveId)
      .where('importId', 'is not', null)
      .groupBy('importId'),
  )
  return taken.flatMap(({ importId, first, entries }) => {
    const stretch = stretchEvents
      .where('importStretch.importId', '=', importId)
      .where('firstEntryId', '<=', first)
      .where('lastEntryId', '>=', first)
    return store
      .all(stretch)
      .map(({ batch, ...event }) => ({ ...event, detail: { batch, entries } }))
  })
}
