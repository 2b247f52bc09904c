import type { Prepared, Store } from './store.ts'

/** In the order in which `archive` binds them. */
const columns = [
  'number',
  'series_id',
  'serial',
  'type',
  'year',
  'org_code',
  'status',
  'name',
  'stage',
  'industry',
  'region',
  'secrecy',
  'importance',
  'owner',
  'phone',
  'email',
  'address',
  'opened_on',
  'formed_on',
  'closed_on',
  'next_review_on',
  'retention_class',
  'retain_until',
  'location',
  'channel',
  'contacts',
  'fields',
  'collected_by',
  'import_id',
  'acted_on',
  'name_key',
  'phone_key',
  'identity',
  'business_key',
]

/** The statements of an intake, bound by position. */
export type Statements = Record<
  | 'knows'
  | 'identity'
  | 'business'
  | 'phone'
  | 'name'
  | 'archive'
  | 'terms'
  | 'digest'
  | 'update'
  | 'reject'
  | 'counter',
  Prepared
>

export const prepare = (store: Store): Statements => ({
  knows: store.prepare('SELECT archive_id AS id FROM row_digest WHERE digest = ?'),
  identity: store.prepare('SELECT id FROM archive WHERE identity = ? LIMIT 1'),
  business: store.prepare('SELECT id FROM archive WHERE business_key = ? LIMIT 1'),
  phone: store.prepare('SELECT id FROM archive WHERE phone_key = ? AND name_key = ? LIMIT 1'),
  name: store.prepare('SELECT id FROM archive WHERE name_key = ? LIMIT 1'),
  archive: store.prepare(
    `INSERT INTO archive (${columns.join(', ')}, version) VALUES (${columns.map(() => '?').join(', ')}, 1)`,
  ),
  terms: store.prepare('INSERT INTO archive_terms (rowid, terms) VALUES (?, ?)'),
  digest: store.prepare('INSERT INTO row_digest VALUES (?, ?, ?)'),
  update: store.prepare('INSERT OR IGNORE INTO import_update VALUES (?, ?, ?)'),
  reject: store.prepare('INSERT OR IGNORE INTO import_reject VALUES (?, ?, ?, ?)'),
  counter: store.prepare('UPDATE series SET last = ? WHERE id = ? AND last < ?'),
})
