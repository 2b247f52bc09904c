import { traceHash, tracedIn, type Traced } from '../domain/tracing.ts'
import { policyOf, policyVersions } from './policies.ts'
import { query } from './query.ts'
import type { Store } from './store.ts'

/** What of an entry is traced. */
export interface Traceable {
  readonly kind: string
  readonly fields: Readonly<Record<string, string>>
}

/** Fields that any adopted version of the policy traces. */
export const tracedOf = (store: Store): Traced =>
  tracedIn(policyVersions(store).flatMap(({ version }) => policyOf(store, version) ?? []))

/** Keeps the register of products and batches in step, in the transaction of the act. */
export const keepTraces = (store: Store, id: number, entry: Traceable): void =>
  insertTraces(store, id, entry, tracedOf(store))

function insertTraces(store: Store, id: number, { kind, fields }: Traceable, traced: Traced): void {
  const insert = store.prepare('INSERT OR IGNORE INTO entry_trace VALUES (?, ?)')
  for (const field of traced.get(kind) ?? []) {
    const value = fields[field]
    if (value !== undefined) store.attempt(() => insert.run(traceHash(field, value), id))
  }
}

/** Takes an entry out of it, whatever was traced when it was put in. */
export function dropTraces(
  store: Store,
  { id, fields }: Traceable & { readonly id: number },
): void {
  const remove = store.prepare('DELETE FROM entry_trace WHERE key = ? AND entry_id = ?')
  for (const [field, value] of Object.entries(fields))
    store.attempt(() => remove.run(traceHash(field, value), id))
}

const page = 2000

/** Makes the whole register anew: another policy traces more, or another program compares otherwise. */
export function retrace(store: Store): void {
  const traced = tracedOf(store)
  store.run(query.deleteFrom('entryTrace'))
  if (traced.size === 0) return
  const entries = query
    .selectFrom('entry')
    .select(['id', 'kind', 'fields'])
    .where('kind', 'in', [...traced.keys()])
    .orderBy('id')
    .limit(page)
  for (let after = 0; ;) {
    const rows = store.all(entries.where('id', '>', after))
    for (const { id, kind, fields } of rows)
      insertTraces(store, id, { kind, fields: JSON.parse(fields) as Traceable['fields'] }, traced)
    const last = rows.at(-1)
    if (!last) return
    after = last.id
  }
}
