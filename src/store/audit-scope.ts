import type { RawBuilder, SqlBool } from 'kysely'
import type { AuditScope, CheckCode } from '../domain/audit-finding.ts'
import type { Policy } from '../domain/policy.ts'
import type { ReadingRights } from '../domain/reading-rights.ts'
import type { Day, Instant } from '../domain/words.ts'
import { query, sql } from './query.ts'
import { readableArchives, readsEverything } from './readable.ts'
import type { Store } from './store.ts'

/** Who audits what, on which day, by which rules. */
export interface Auditing {
  readonly store: Store
  readonly policy: Policy
  readonly today: Day
  /** What the auditor may read; nothing else is looked at. */
  readonly rights: ReadingRights
  readonly scope: AuditScope
  readonly checks: readonly CheckCode[]
  /** The day of an instant in the office's time zone. */
  readonly dayOf: (at: Instant) => Day
}

type Bool = RawBuilder<SqlBool>

/** Spreads neighbouring ids over ten thousand shares; the seed deals them anew. */
export const share = (id: RawBuilder<unknown>, seed: number) =>
  sql<number>`((${id} * 2654435761 + ${seed} * 97531 + 12345) % 1000003 * 7919) % 10000`

/** Archives that an audit goes through, over the columns of `archive` or another name of it. */
export function inScope(
  { rights, scope }: Pick<Auditing, 'rights' | 'scope'>,
  as = 'archive',
): Bool {
  const { sample, period } = scope
  const parts = [
    sql<SqlBool>`${sql.ref(`${as}.status`)} <> 'destroyed'`,
    ...(readsEverything(rights) ? [] : [readableArchives(rights, as)]),
  ]
  if (sample) {
    const drawn = share(sql.ref(`${as}.id`), sample.seed)
    parts.push(sql<SqlBool>`${drawn} < ${Math.round(sample.percent * 100)}`)
  }
  if (period)
    parts.push(sql<SqlBool>`${sql.ref(`${as}.openedOn`)} between ${period.from} and ${period.to}`)
  return sql<SqlBool>`(${sql.join(parts, sql` and `)})`
}

/** How many archives an audit goes through, and how many the auditor may not read. */
export function extentOf(it: Auditing): { readonly archives: number; readonly hidden: number } {
  const count = (where: Bool) =>
    it.store.one(
      query
        .selectFrom('archive')
        .select(sql<number>`count(*)`.as('count'))
        .where(where),
    ).count
  const alive = sql<SqlBool>`archive.status <> 'destroyed'`
  return {
    archives: count(inScope(it)),
    hidden: count(sql<SqlBool>`(${alive} and not ${readableArchives(it.rights)})`),
  }
}
