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
  const [whole, bytes] = eightBytes()
  return (rowText) => {
    // as a string of bytes: a Buffer for each digest would take longer than the digest
    const digest = hash('sha256', secret + rowText, 'binary')
    for (let at = 0; at < 8; at += 1) bytes[at] = digest.charCodeAt(at)
    return whole.getBigInt64(0, true) >> 1n
  }
}

function eightBytes(): [DataView, Uint8Array] {
  const buffer = new ArrayBuffer(8)
  return [new DataView(buffer), new Uint8Array(buffer)]
}
