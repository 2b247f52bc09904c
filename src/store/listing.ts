import type { Archive } from '../domain/archive.ts'
import { byNumberUp, type Order } from '../domain/order.ts'
import { admits } from '../domain/reading-rights.ts'
import type { Secrecy } from '../domain/words.ts'
import { archiveIn, archivesById } from './archives.ts'
import { byNumber } from './by-number.ts'
import { askedBy, candidateIds, standingIn } from './candidates.ts'
import { conditionsOf, type Selection } from './conditions.ts'
import { orderedIds } from './ordering.ts'
import { query, sql } from './query.ts'
import { inNumberOrder } from './series-pages.ts'
import type { Store } from './store.ts'

/** Rows of one read: nothing is held open between two pages, however long the reader pauses (SPEC 15.17). */
export const pageRows = 2000

/**
 * Every archive of a selection, in order. By number, without words, from the first page on;
 * any other order is settled first, as a list of ids.
 */
export function* listed(store: Store, selection: Selection, order: Order): Generator<Archive> {
  const hasWords = selection.words.trim() !== ''
  if (!hasWords && order.key === 'number') {
    const conditions = conditionsOf(selection)
    for (const row of inNumberOrder(store, conditions, order.descending, pageRows))
      yield archiveIn(row)
    return
  }
  const answers = hasWords ? answersTo(store, selection) : undefined
  const ids = orderedIds(store, selection, order, answers?.ids)
  const isStillMeant = (archive: Archive) => admits(selection.rights, archive)
  for (let at = 0; at < ids.length; at += pageRows) {
    for (const archive of archivesById(store, ids.slice(at, at + pageRows)).values())
      if (isStillMeant(archive) && (!answers || answers.answers(archive))) yield archive
  }
}

/** All that may answer to words, and whether one does: what the index gives too much is left out as it is read. */
function answersTo(store: Store, selection: Selection) {
  const asked = askedBy(store, selection)
  const numbered = byNumber(store, selection, 2 ** 31)
  const ids = new Set([...numbered.keys(), ...candidateIds(store, asked)])
  const answers = (archive: Archive): boolean =>
    numbered.has(archive.id) || standingIn(store, asked, archive) !== undefined
  return { ids, answers }
}

/** How many a selection has, and the first thousand by number: what the journal is told before they are read. */
export interface Survey {
  readonly count: number
  readonly archives: readonly { readonly id: number; readonly number: string }[]
}

const told = 1000

/** Surveys a selection; with `levels`, only what has one of these levels. */
export function survey(store: Store, selection: Selection, levels?: readonly Secrecy[]): Survey {
  const narrowed = levels ? { ...selection, levels } : selection
  if (selection.words.trim() !== '') return surveyed(listed(store, narrowed, byNumberUp))
  const base = query.selectFrom('archive').where(conditionsOf(narrowed))
  const { count } = store.one(base.select(sql<number>`count(*)`.as('count')))
  const archives = store.all(base.select(['id', 'number']).orderBy('id').limit(told))
  return { count, archives }
}

/** Surveys archives that have been read. */
export function surveyed(
  found: Iterable<{ readonly id: number; readonly number: string }>,
): Survey {
  const archives: { id: number; number: string }[] = []
  let count = 0
  for (const { id, number } of found) {
    count += 1
    if (archives.length < told) archives.push({ id, number })
  }
  return { count, archives }
}

/** Keys of fields that archives of a selection have, in the order of the alphabet. */
export function fieldKeysOf(store: Store, selection: Selection): readonly string[] {
  const keys =
    selection.words.trim() === ''
      ? keysIn(store, selection)
      : keysAmong(listed(store, selection, byNumberUp))
  return keys.toSorted()
}

const keysIn = (store: Store, selection: Selection): string[] =>
  store
    .all(
      query
        .selectFrom(['archive', sql<{ key: string }>`json_each(archive.fields)`.as('field')])
        .select('field.key')
        .distinct()
        .where(conditionsOf(selection)),
    )
    .map(({ key }) => key)

function keysAmong(archives: Iterable<Archive>): string[] {
  const keys = new Set<string>()
  for (const { fields } of archives) for (const key of Object.keys(fields)) keys.add(key)
  return [...keys]
}
