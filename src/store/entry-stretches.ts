import { query } from './query.ts'
import type { Store } from './store.ts'

/** Ties the entries that a stretch made to its journal entry; their ids are one run. */
export const endEntryStretch = (
  store: Store,
  importId: number,
  journalSeq: number,
  { firstId, lastId }: { readonly firstId: number | null; readonly lastId: number | null },
): void =>
  void store.run(
    query.insertInto('importStretch').values({
      importId,
      journalSeq,
      firstArchiveId: null,
      lastArchiveId: null,
      firstEntryId: firstId,
      lastEntryId: lastId,
    }),
  )
