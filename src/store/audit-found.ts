import type { Found } from '../domain/audit-finding.ts'
import type { Prepared, Store } from './store.ts'

/** The table of what a run has found so far is the connection's own: it keeps nobody waiting. */
export function beginFound(store: Store): void {
  store.script(`DROP TABLE IF EXISTS temp.found;
    CREATE TEMP TABLE found (
      check_code TEXT NOT NULL, archive_id INTEGER NOT NULL, object TEXT NOT NULL,
      facts TEXT NOT NULL)`)
}

export function noteFound(store: Store, archiveId: number, found: Iterable<Found>): void {
  const statement = noting(store)
  for (const { check, object, facts } of found)
    statement.run(check, archiveId, object, JSON.stringify(facts))
}

const noting = (store: Store): Prepared =>
  store.prepare('INSERT INTO temp.found VALUES (?, ?, ?, ?)')
