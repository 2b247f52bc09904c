import type { Archive } from '../domain/archive.ts'
import type { Secrecy } from '../domain/words.ts'
import { archivesById } from './archives.ts'
import { isReadable } from './materials.ts'
import { query } from './query.ts'
import type { Store } from './store.ts'

const numbers = new Intl.Collator('en', { numeric: true })

/** Archives of these levels that have a material of one of these kinds, of these levels too, in the order of their numbers. */
export function archivesHolding(
  store: Store,
  kinds: readonly string[],
  levels: readonly Secrecy[],
): Archive[] {
  const holding = query
    .selectFrom('material')
    .innerJoin('archive', 'archive.id', 'material.archiveId')
    .select('archive.id')
    .distinct()
    .where('material.kind', 'in', [...kinds])
    .where('archive.secrecy', 'in', [...levels])
    .where(isReadable(levels))
  const ids = store.all(holding).map(({ id }) => id)
  const archives = [...archivesById(store, ids).values()]
  return archives.toSorted((a, b) => numbers.compare(a.number, b.number))
}
