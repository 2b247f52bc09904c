import type { Store } from './store.ts'

/** What SQLite itself says of the structure; null: all is well. */
export function structureFault(store: Store): string | null {
  const said = String(store.pragma('integrity_check(1)'))
  return said === 'ok' ? null : said
}

/** How many rows point to others that are not there. */
export const brokenReferences = (store: Store): number =>
  [...store.walk('SELECT count(*) FROM pragma_foreign_key_check')].map(([many]) =>
    Number(many),
  )[0] ?? 0

/** What no reference of SQLite's holds to its archive, and files that nobody finished or erased. */
export function orphansIn(store: Store): { rows: number; files: number } {
  const count = (sql: string) => Number([...store.walk(sql)][0]?.[0])
  const ofNobody = 'NOT EXISTS (SELECT 1 FROM archive WHERE id = t.archive_id)'
  return {
    rows: count(`SELECT count(*) FROM row_digest t WHERE ${ofNobody}`),
    files: count('SELECT count(*) FROM file WHERE registered_at IS NULL'),
  }
}

export const sqliteVersion = (store: Store): string =>
  String([...store.walk('SELECT sqlite_version()')][0]?.[0])
