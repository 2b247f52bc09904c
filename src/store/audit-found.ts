import { auditChecks, checkCodes } from '../domain/audit-checks.ts'
import { isAsGrave, type Found } from '../domain/audit-finding.ts'
import type { Prepared, Store } from './store.ts'

/** The table of what a run has found so far, and that of the checks, are the connection's own: they keep nobody waiting. */
export function beginFound(store: Store): void {
  store.script(`DROP TABLE IF EXISTS temp.found;
    CREATE TEMP TABLE found (
      check_code TEXT NOT NULL, archive_id INTEGER NOT NULL, object TEXT NOT NULL,
      facts TEXT NOT NULL);
    DROP TABLE IF EXISTS temp.rule;
    CREATE TEMP TABLE rule (
      check_code TEXT NOT NULL PRIMARY KEY, severity TEXT NOT NULL, has_deadline INTEGER NOT NULL
    ) WITHOUT ROWID`)
  const rule = store.prepare('INSERT INTO temp.rule VALUES (?, ?, ?)')
  for (const code of checkCodes) {
    const { severity } = auditChecks[code]
    rule.run(code, severity, isAsGrave(severity, 'warning') ? 1 : 0)
  }
}

export function noteFound(store: Store, archiveId: number, found: Iterable<Found>): void {
  const statement = noting(store)
  for (const { check, object, facts } of found)
    statement.run(check, archiveId, object, JSON.stringify(facts))
}

const noting = (store: Store): Prepared =>
  store.prepare('INSERT INTO temp.found VALUES (?, ?, ?, ?)')
