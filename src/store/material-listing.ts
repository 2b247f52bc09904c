import type { Archive } from '../domain/archive.ts'
import type { ReadingRights } from '../domain/reading-rights.ts'
import { archivesById } from './archives.ts'
import { query } from './query.ts'
import { readableArchives, readableMaterials } from './readable.ts'
import type { Store } from './store.ts'

const numbers = new Intl.Collator('en', { numeric: true })

/** Archives that somebody may read with a material of one of these kinds that they may read, too, in the order of their numbers. */
export function archivesHolding(
  store: Store,
  kinds: readonly string[],
  rights: ReadingRights,
): Archive[] {
  const holding = query
    .selectFrom('material')
    .innerJoin('archive', 'archive.id', 'material.archiveId')
    .select('archive.id')
    .distinct()
    .where('material.kind', 'in', [...kinds])
    .where(readableArchives(rights))
    .where(readableMaterials(rights))
  const ids = store.all(holding).map(({ id }) => id)
  const archives = [...archivesById(store, ids).values()]
  return archives.toSorted((a, b) => numbers.compare(a.number, b.number))
}
