import { everyLikeness, type Because, type Keys, type Likeness } from '../domain/duplicates.ts'
import { ownColumns } from './intake-row.ts'
import type { Prepared, Store } from './store.ts'

/** The statements of an intake, bound by position. */
export type Statements = Record<
  'knows' | Because | 'archive' | 'terms' | 'digest' | 'update' | 'reject' | 'counter',
  Prepared
>

const keyColumns = {
  identity: 'identity',
  businessKey: 'business_key',
  phoneKey: 'phone_key',
  nameKey: 'name_key',
} as const satisfies Record<keyof Keys, string>

/** Looks an archive up by the keys of a likeness, in their order. */
function alike(store: Store, { keys }: Likeness): Prepared {
  const agree = keys.flatMap((key) => (key === undefined ? [] : `${keyColumns[key]} = ?`))
  return store.prepare(`SELECT id FROM archive WHERE ${agree.join(' AND ')} LIMIT 1`)
}

const likenessStatements = (store: Store) =>
  Object.fromEntries(everyLikeness.map((it) => [it.because, alike(store, it)])) as Record<
    Because,
    Prepared
  >

/** As `archive` binds them: the number, the cells of its row, and what all rows of an import share. */
const columns = [
  ...['number', 'series_id', 'serial'],
  ...ownColumns,
  ...['collected_by', 'import_id', 'acted_on'],
]

export const prepare = (store: Store): Statements => ({
  knows: store.prepare('SELECT archive_id AS id FROM row_digest WHERE digest = ?'),
  ...likenessStatements(store),
  archive: store.prepare(
    `INSERT INTO archive (${columns.join(', ')}, version)
     VALUES (${columns.map(() => '?').join(', ')}, 1)`,
  ),
  terms: store.prepare('INSERT INTO archive_terms (rowid, terms) VALUES (?, ?)'),
  digest: store.prepare('INSERT INTO row_digest VALUES (?, ?, ?)'),
  update: store.prepare('INSERT OR IGNORE INTO import_update VALUES (?, ?, ?)'),
  reject: store.prepare('INSERT OR IGNORE INTO import_reject VALUES (?, ?, ?, ?)'),
  counter: store.prepare('UPDATE series SET last = ? WHERE id = ? AND last < ?'),
})
