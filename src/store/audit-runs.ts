import { auditChecks, checkCodes } from '../domain/audit-checks.ts'
import {
  severities,
  type AuditScope,
  type CheckCode,
  type Severity,
} from '../domain/audit-finding.ts'
import type { Day } from '../domain/words.ts'
import { extentOf, inScope, type Auditing } from './audit-scope.ts'
import { query, sql } from './query.ts'
import type { Store } from './store.ts'

/** How many were found of each severity, and how they compare with what was known. */
export type AuditCounts = Readonly<Record<Severity | 'new' | 'standing' | 'fixed', number>>

/** An audit that was run. */
export interface AuditRun {
  readonly id: number
  readonly runOn: Day
  readonly runBy: string | null
  readonly runById: number | null
  readonly scope: AuditScope
  readonly archives: number
  /** Archives that the auditor may not read: counted, and no more. */
  readonly hidden: number
  readonly counts: AuditCounts
  readonly policyVersion: number
  readonly signedOn: Day | null
  readonly signedBy: string | null
  readonly note: string | null
}

const nothing = Object.fromEntries(
  [...severities, 'new', 'standing', 'fixed'].map((key) => [key, 0]),
) as unknown as AuditCounts

/**
 * Keeps what was found, in the caller's transaction: what was not known is new, what is no more
 * found where this run has looked is fixed. `extent`: what it went over. Gives the run.
 */
export function keepRun(
  it: Auditing,
  by: { readonly staffId: number | null; readonly policyVersion: number },
  dueOn: Day | null,
  extent = extentOf(it),
): AuditRun {
  const { store, today, scope } = it
  const { lastId: run } = store.run(
    query.insertInto('auditRun').values({
      runOn: today,
      runBy: by.staffId,
      scope: JSON.stringify(scope),
      ...extent,
      counts: JSON.stringify(nothing),
      policyVersion: by.policyVersion,
    }),
  )
  keepFound(store, run, today, dueOn)
  markFixed(it, run)
  const counts = JSON.stringify(countsOf(store, run))
  store.run(query.updateTable('auditRun').set({ counts }).where('id', '=', run))
  return auditRuns(store, run)[0] as AuditRun
}

/** A text of SQL: the codes are our own. */
const codes = (fits: (code: CheckCode) => boolean): string =>
  checkCodes
    .filter(fits)
    .map((code) => `'${code}'`)
    .join(', ')

const staysResolved = `fixed_run IS NULL AND check_code IN (${codes((code) => auditChecks[code].lasting === true)})`

/** Each thing once, whenever it is found: one that had been fixed begins anew. */
const keepText = `
  INSERT INTO finding (check_code, archive_id, object, facts, severity, found_on, first_run, last_run, due_on)
  SELECT check_code, archive_id, object, facts, severity, :on, :run, :run, iif(has_deadline, :due, NULL)
  FROM temp.found CROSS JOIN temp.rule USING (check_code) WHERE true
  ON CONFLICT (check_code, archive_id, object) DO UPDATE SET
    facts = excluded.facts,
    severity = excluded.severity,
    last_run = excluded.last_run,
    found_on = iif(fixed_run IS NULL, found_on, excluded.found_on),
    first_run = iif(fixed_run IS NULL, first_run, excluded.first_run),
    due_on = iif(fixed_run IS NULL, due_on, excluded.due_on),
    owner_id = iif(fixed_run IS NULL, owner_id, NULL),
    resolved_on = iif(${staysResolved}, resolved_on, NULL),
    resolved_by = iif(${staysResolved}, resolved_by, NULL),
    fixed_run = NULL`

const keepFound = (store: Store, run: number, on: Day, due: Day | null): void => {
  store.attempt(() => store.prepare(keepText).run({ run, on, due }))
}

/** Looked for, in an archive that was looked at, and not found any more. */
function markFixed(it: Auditing, run: number): void {
  // asked of each finding that was not found again: few, against all archives
  const looked = sql<boolean>`(archive_id = 0 or exists (select 1 from archive
    where archive.id = finding.archive_id and ${inScope(it)}))`
  it.store.run(
    query
      .updateTable('finding')
      .set({ fixedRun: run })
      .where('fixedRun', 'is', null)
      .where('lastRun', '<', run)
      .where('checkCode', 'in', [...it.checks])
      .where(looked),
  )
}

/** Of findings as they would stand in a run. */
function countsOf(store: Store, run: number): AuditCounts {
  const counts: Record<string, number> = { ...nothing }
  const rows = store.walk(
    `SELECT severity, CASE WHEN fixed_run = :run THEN 'fixed' WHEN first_run = :run THEN 'new' ELSE 'standing' END AS how, count(*)
     FROM finding WHERE last_run = :run OR fixed_run = :run GROUP BY 1, 2`,
    [{ run }],
  )
  for (const [severity, how, count] of rows as Iterable<[string, string, number]>) {
    if (how !== 'fixed') counts[severity] = (counts[severity] ?? 0) + count
    counts[how] = (counts[how] ?? 0) + count
  }
  return counts as AuditCounts
}

const person = (column: 'run_by' | 'signed_by') =>
  sql<string | null>`(select name from staff where staff.id = ${sql.ref(column)})`

/** Runs, newest first; or one. */
export function auditRuns(store: Store, id?: number): AuditRun[] {
  const all = query
    .selectFrom('auditRun')
    .selectAll()
    .select([person('run_by').as('runName'), person('signed_by').as('signName')])
    .orderBy('id', 'desc')
  const rows = store.all(id === undefined ? all : all.where('id', '=', id))
  return rows.map(({ runName, signName, runBy: runById, signedBy: _signer, ...row }) => ({
    ...row,
    runById,
    runBy: runName,
    signedBy: signName,
    scope: JSON.parse(row.scope) as AuditScope,
    counts: JSON.parse(row.counts) as AuditCounts,
  }))
}

/** Somebody answers for a run (S000-5.2-2). */
export function signRun(
  store: Store,
  id: number,
  signed: {
    readonly signedOn: Day
    readonly signedBy: number | null
    readonly note: string | null
  },
): AuditRun {
  store.run(query.updateTable('auditRun').set(signed).where('id', '=', id))
  return auditRuns(store, id)[0] as AuditRun
}
