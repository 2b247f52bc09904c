import type { Secrecy } from '../domain/words.ts'
import { query } from './query.ts'
import type { Store } from './store.ts'

/** Archives of these levels that are held, by number. */
export const archivesOfLevels = (store: Store, levels: readonly Secrecy[]): number[] =>
  store
    .all(
      query
        .selectFrom('archive')
        .select('id')
        .where('secrecy', 'in', levels)
        .where('status', 'in', ['pending', 'active', 'closed'])
        .orderBy('number'),
    )
    .map(({ id }) => id)

/** Materials that have one of these levels of their own. */
export const materialsOfLevels = (
  store: Store,
  levels: readonly Secrecy[],
): { readonly id: number; readonly archiveId: number }[] =>
  store.all(
    query
      .selectFrom('material')
      .innerJoin('archive', 'archive.id', 'material.archiveId')
      .select(['material.id', 'material.archiveId'])
      .where('material.secrecy', 'in', levels)
      .where('archive.status', 'in', ['pending', 'active', 'closed'])
      .orderBy('archive.number')
      .orderBy('material.seq'),
  )
