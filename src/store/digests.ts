import { hash } from 'node:crypto'
import { query, sql } from './query.ts'
import type { Store } from './store.ts'

/** The digests of imported rows that an archive carries, as decimal text: they have 63 bits. */
export const digestsOf = (store: Store, archiveId: number): string[] =>
  store
    .all(
      query
        .selectFrom('rowDigest')
        .select(sql<string>`CAST(digest AS TEXT)`.as('digest'))
        .where('archiveId', '=', archiveId)
        .orderBy('rowDigest.digest'),
    )
    .map(({ digest }) => digest)

/** These digests are another archive's from now on. */
export function giveDigests(store: Store, digests: readonly string[], archiveId: number): void {
  store
    .prepare(
      `UPDATE row_digest SET archive_id = ?
       WHERE digest IN (SELECT CAST(value AS INTEGER) FROM json_each(?))`,
    )
    .run(archiveId, JSON.stringify(digests))
}

/** The keyed digest of a row, 63 bits: enough to know it again among ten million (SPEC 15.4). */
export function digester(key: Uint8Array): (rowText: string) => bigint {
  const secret = Buffer.from(key).toString('hex')
  return (rowText) => hash('sha256', secret + rowText, 'buffer').readBigInt64LE(0) >> 1n
}
