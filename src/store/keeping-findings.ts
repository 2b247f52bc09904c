import type { AuditScope, CheckCode } from '../domain/audit-finding.ts'
import type { Policy } from '../domain/policy.ts'
import type { ReadingRights } from '../domain/reading-rights.ts'
import { secrecyLevels, type Day } from '../domain/words.ts'
import { beginFound } from './audit-found.ts'
import { keepRun, type AuditRun } from './audit-runs.ts'
import type { Auditing } from './audit-scope.ts'
import { keepingStatements } from './keeping-checks.ts'
import { query, sql } from './query.ts'
import type { Store } from './store.ts'

/** A finding that has just been made, and who puts it right by when. */
export interface Raised {
  readonly check: CheckCode
  readonly archiveId: number
  readonly object: string
  readonly ownerId: number | null
  readonly dueOn: Day | null
  readonly note: string | null
}

/** Whoever closes answers for all that was seen, also for what they may not read. */
const everything: ReadingRights = {
  staffId: null,
  levels: Object.fromEntries(
    secrecyLevels.map((level) => [level, { all: true, owners: new Set(), named: false }]),
  ) as unknown as ReadingRights['levels'],
  fields: [],
  opened: new Set(),
  isNamed: () => true,
}

/**
 * Keeps what an inspection or a stocktake found as an audit of its own, in the caller's transaction:
 * what was found before stands, what somebody had called put right is raised anew, what is right now
 * is fixed.
 */
export function keepFindings(
  store: Store,
  policy: Policy,
  today: Day,
  by: { readonly staffId: number | null; readonly policyVersion: number },
  it: {
    readonly checks: readonly (keyof typeof keepingStatements)[]
    readonly archives: number
    readonly rectifyBy: Day | null
    readonly raised: readonly Raised[]
  },
): AuditRun {
  const scope: AuditScope = { checks: it.checks }
  const auditing: Auditing = {
    ...{ store, policy, today, scope, rights: everything, checks: it.checks },
    dayOf: (at) => at.slice(0, 10),
  }
  for (const one of it.raised) raiseAnew(store, one)
  beginFound(store)
  for (const check of it.checks)
    for (const statement of keepingStatements[check](auditing))
      store.run(
        query
          .insertInto('found')
          .columns(['checkCode', 'archiveId', 'object', 'facts'])
          .expression(statement as never),
      )
  const run = keepRun(auditing, by, it.rectifyBy, { archives: it.archives, hidden: 0 })
  for (const one of it.raised) entrust(store, one)
  return run
}

const theOne = ({ check, archiveId, object }: Raised) =>
  sql<boolean>`check_code = ${check} and archive_id = ${archiveId} and object = ${object}`

const raiseAnew = (store: Store, one: Raised): void => {
  store.run(
    query
      .updateTable('finding')
      .set({ resolvedOn: null, resolvedBy: null })
      .where(theOne(one))
      .where('fixedRun', 'is', null),
  )
}

const entrust = (store: Store, one: Raised): void => {
  const { ownerId, dueOn, note } = one
  const set = {
    ...(ownerId === null ? {} : { ownerId }),
    ...(dueOn === null ? {} : { dueOn }),
    ...(note === null ? {} : { note }),
  }
  if (Object.keys(set).length === 0) return
  store.run(query.updateTable('finding').set(set).where(theOne(one)))
}
