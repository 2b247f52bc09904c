import { query } from './query.ts'
import type { Store } from './store.ts'

/** Loans and requests of an archive that goes into another, by id: all that undoing needs. */
export interface FormerUse {
  readonly loans: readonly number[]
  readonly requests: readonly number[]
}

/** Undefined where it was never lent or asked for: most never are. */
export function formerUse(store: Store, archiveId: number): FormerUse | undefined {
  const loans = store.all(
    query.selectFrom('loan').select('id').where('archiveId', '=', archiveId).orderBy('id'),
  )
  const requests = store.all(
    query
      .selectFrom('requestItem')
      .select('requestId')
      .distinct()
      .where('archiveId', '=', archiveId)
      .orderBy('requestId'),
  )
  if (loans.length === 0 && requests.length === 0) return undefined
  return { loans: loans.map(({ id }) => id), requests: requests.map((it) => it.requestId) }
}

/** They go to another archive; each keeps the number under which it was entered (SPEC 15.7). */
export function moveUse(store: Store, from: number, to: number, number: string): void {
  for (const table of ['loan', 'request_item'])
    store
      .prepare(
        `UPDATE ${table} SET archive_id = ?, from_number = ifnull(from_number, ?) WHERE archive_id = ?`,
      )
      .run(to, number, from)
  store.prepare('UPDATE loan_item SET archive_id = ? WHERE archive_id = ?').run(to, from)
}

/** Puts them back to the archive that they came from; `number` is the one that it has again. */
export function returnUse(
  store: Store,
  { from, to, number }: { readonly from: number; readonly to: number; readonly number: string },
  former: FormerUse | undefined,
): void {
  if (!former) return
  const loans = JSON.stringify(former.loans)
  const requests = JSON.stringify(former.requests)
  store
    .prepare(
      `UPDATE loan SET archive_id = ?, from_number = nullif(from_number, ?)
       WHERE id IN (SELECT value FROM json_each(?))`,
    )
    .run(to, number, loans)
  store
    .prepare(
      'UPDATE loan_item SET archive_id = ? WHERE loan_id IN (SELECT value FROM json_each(?))',
    )
    .run(to, loans)
  store
    .prepare(
      `UPDATE request_item SET archive_id = ?, from_number = nullif(from_number, ?)
       WHERE archive_id = ? AND request_id IN (SELECT value FROM json_each(?))`,
    )
    .run(to, number, from, requests)
}
