import type { SqlBool } from 'kysely'
import type { Day } from '../domain/words.ts'
import { conditionsOf } from './conditions.ts'
import { query, sql } from './query.ts'
import type { Counting } from './report-archives.ts'
import type { Store } from './store.ts'

/** What somebody answers for on a day. */
export interface Holdings {
  readonly person: string | null
  readonly archives: number
  readonly active: number
  readonly closed: number
  readonly reviewsDue: number
}

/** Archives by their owner. */
export const holdingsBy = (store: Store, counting: Counting, asOf: Day): Holdings[] =>
  store.all(
    query
      .selectFrom('archive')
      .select([
        'owner as person',
        sql<number>`count(*)`.as('archives'),
        sql<number>`sum(status = 'active')`.as('active'),
        sql<number>`sum(status = 'closed')`.as('closed'),
        sql<number>`total(status = 'active' and next_review_on <= ${asOf})`.as('reviewsDue'),
      ])
      .where('openedOn', '<=', asOf)
      .where(conditionsOf(counting))
      .groupBy('owner'),
  )

/** What people of the staff have out, and how much of it is overdue. */
export const loansOutBy = (store: Store, counting: Counting, asOf: Day) =>
  store.all(
    query
      .selectFrom('loan')
      .innerJoin('archive', 'archive.id', 'loan.archiveId')
      .innerJoin('staff', 'staff.id', 'loan.borrowerId')
      .select([
        'staff.name as person',
        sql<number>`count(*)`.as('out'),
        sql<number>`sum(loan.due_on < ${asOf})`.as('overdue'),
      ])
      .where('loan.lentOn', '<=', asOf)
      .where(sql<SqlBool>`(loan.returned_on is null or loan.returned_on > ${asOf})`)
      .where(conditionsOf(counting))
      .groupBy('person'),
  )

/** Findings that people are to put right and have not. */
export const findingsOwnedBy = (store: Store, counting: Counting, asOf: Day) =>
  store.all(
    query
      .selectFrom('finding')
      .innerJoin('staff', 'staff.id', 'finding.ownerId')
      .leftJoin('archive', 'archive.id', 'finding.archiveId')
      .select(['staff.name as person', sql<number>`count(*)`.as('count')])
      .where(standing(asOf))
      .where(sql<SqlBool>`(finding.archive_id = 0 or ifnull(${conditionsOf(counting)}, 0))`)
      .groupBy('person'),
  )

/** Found by a day, and neither gone nor reported to be put right by then. */
const standing = (asOf: Day) =>
  sql<SqlBool>`(finding.found_on <= ${asOf}
    and (finding.resolved_on is null or finding.resolved_on > ${asOf})
    and (finding.fixed_run is null
      or (select run_on from audit_run where audit_run.id = finding.fixed_run) > ${asOf}))`

/** Of the archives of each owner, how many have standing findings of these checks. */
export const faultyBy = (
  store: Store,
  counting: Counting,
  checks: readonly string[],
  asOf: Day,
): { readonly person: string | null; readonly archives: number }[] =>
  store.all(
    query
      .selectFrom('finding')
      .innerJoin('archive', 'archive.id', 'finding.archiveId')
      .select([
        'archive.owner as person',
        sql<number>`count(distinct finding.archive_id)`.as('archives'),
      ])
      .where('finding.checkCode', 'in', [...checks] as never[])
      .where('archive.openedOn', '<=', asOf)
      .where(standing(asOf))
      .where(conditionsOf(counting))
      .groupBy('archive.owner'),
  )

/** Has anybody looked by then? */
export const isAudited = (store: Store, asOf: Day): boolean =>
  store.first(query.selectFrom('auditRun').select('id').where('runOn', '<=', asOf).limit(1)) !==
  undefined

/** Archives opened in a period by owner, and those of them that audits found to be opened late. */
export const openingsBy = (
  store: Store,
  counting: Counting,
  { from, to }: { readonly from: Day; readonly to: Day },
): { readonly person: string | null; readonly opened: number; readonly late: number }[] =>
  store.all(
    query
      .selectFrom('archive')
      .select([
        'owner as person',
        sql<number>`count(*)`.as('opened'),
        sql<number>`sum(exists (select 1 from finding
          where finding.archive_id = archive.id and check_code = 'opening.late'))`.as('late'),
      ])
      .where('openedOn', '>=', from)
      .where('openedOn', '<=', to)
      .where(conditionsOf(counting))
      .groupBy('owner'),
  )

/** Incidents of a period for which somebody of the staff is liable. */
export const liabilitiesBy = (
  store: Store,
  counting: Counting,
  { from, to }: { readonly from: Day; readonly to: Day },
): { readonly person: string; readonly count: number }[] =>
  store.all(
    query
      .selectFrom('incident')
      .innerJoin('staff', 'staff.id', 'incident.liableId')
      .leftJoin('archive', 'archive.id', 'incident.archiveId')
      .select(['staff.name as person', sql<number>`count(*)`.as('count')])
      .where('incident.foundOn', '>=', from)
      .where('incident.foundOn', '<=', to)
      .where(sql<SqlBool>`(incident.archive_id is null or ifnull(${conditionsOf(counting)}, 0))`)
      .groupBy('person'),
  )
