import { query } from './query.ts'
import type { Store } from './store.ts'

/** Ties the archives that a stretch made to its journal entry; their ids are one run. */
export function endStretch(
  store: Store,
  importId: number,
  journalSeq: number,
  stretch: { readonly firstId: number | null; readonly lastId: number | null },
): void {
  const { firstId: firstArchiveId, lastId: lastArchiveId } = stretch
  store.run(
    query
      .insertInto('importStretch')
      .values({ importId, journalSeq, firstArchiveId, lastArchiveId }),
  )
}
