import type { Day } from '../domain/words.ts'
import { query } from './query.ts'
import type { Store } from './store.ts'

/** Somebody who was named a reader of an archive. */
export interface NamedReader {
  readonly staff: number
  readonly name: string
  readonly post: string | null
  readonly on: Day
  /** For whom it was entered. */
  readonly by: string | null
}

/** The named readers of an archive who have not left, as they came. */
export const namedReadersOf = (store: Store, archiveId: number): NamedReader[] =>
  store.all(
    query
      .selectFrom('archiveReader')
      .innerJoin('staff', 'staff.id', 'archiveReader.staffId')
      .leftJoin('staff as namer', 'namer.id', 'archiveReader.namedBy')
      .select([
        'staff.id as staff',
        'staff.name',
        'staff.post',
        'namedOn as on',
        'namer.name as by',
      ])
      .where('archiveId', '=', archiveId)
      .where('staff.leftOn', 'is', null)
      .orderBy('namedOn')
      .orderBy('staff.id'),
  )

/** False: they are on the list already. */
export const addReader = (
  store: Store,
  archiveId: number,
  staffId: number,
  named: { readonly on: Day; readonly by: number | null },
): boolean =>
  store.run(
    query
      .insertInto('archiveReader')
      .values({ archiveId, staffId, namedOn: named.on, namedBy: named.by })
      .onConflict((it) => it.doNothing()),
  ).changes > 0

/** False: they are not on the list. */
export const removeReader = (store: Store, archiveId: number, staffId: number): boolean =>
  store.run(
    query
      .deleteFrom('archiveReader')
      .where('archiveId', '=', archiveId)
      .where('staffId', '=', staffId),
  ).changes > 0

/** The archive itself goes. */
export const dropReaders = (store: Store, archiveId: number): void => {
  store.run(query.deleteFrom('archiveReader').where('archiveId', '=', archiveId))
}
