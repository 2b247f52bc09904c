import type { RawBuilder, SqlBool } from 'kysely'
import type { Day } from '../domain/words.ts'
import type { ReportPeriod } from '../domain/report.ts'
import { conditionsOf } from './conditions.ts'
import { query, sql } from './query.ts'
import type { Counting } from './report-archives.ts'
import type { Store } from './store.ts'

/** Loans of a period, as they stood on its last day. */
export interface LoanCount {
  /** Of the borrower when they applied; of an outsider the unit. */
  readonly department: string | null
  readonly external: 0 | 1
  readonly loans: number
  readonly archives: number
  /** Days for which they were lent, in all. */
  readonly days: number
  readonly out: number
  readonly overdue: number
  readonly returnedLate: number
}

/** Loans by the borrower's department; `asOf`: the last day of the period, or today. */
export const loansBy = (
  store: Store,
  counting: Counting,
  { from, to }: ReportPeriod,
  asOf: Day,
): LoanCount[] => {
  const isOut = sql<SqlBool>`(loan.returned_on is null or loan.returned_on > ${asOf})`
  return store.all(
    query
      .selectFrom('loan')
      .innerJoin('archive', 'archive.id', 'loan.archiveId')
      .innerJoin('request', 'request.id', 'loan.requestId')
      .select([
        sql<string | null>`case when loan.borrower_id is null then request.outsider ->> '$.unit'
          else request.department end`.as('department'),
        sql<0 | 1>`loan.borrower_id is null`.as('external'),
        sql<number>`count(*)`.as('loans'),
        sql<number>`count(distinct loan.archive_id)`.as('archives'),
        sql<number>`sum(julianday(loan.due_on) - julianday(loan.lent_on))`.as('days'),
        sql<number>`sum(${isOut})`.as('out'),
        sql<number>`sum(${isOut} and loan.due_on < ${asOf})`.as('overdue'),
        sql<number>`sum(not ${isOut} and loan.returned_on > loan.due_on)`.as('returnedLate'),
      ])
      .where('loan.lentOn', '>=', from)
      .where('loan.lentOn', '<=', to)
      .where(conditionsOf(counting))
      .groupBy(['department', 'external']),
  )
}

/** How many different archives were lent in a period: one may have gone to several departments. */
export const lentArchives = (
  store: Store,
  counting: Counting,
  { from, to }: ReportPeriod,
): number =>
  store.one(
    query
      .selectFrom('loan')
      .innerJoin('archive', 'archive.id', 'loan.archiveId')
      .select(sql<number>`count(distinct loan.archive_id)`.as('count'))
      .where('loan.lentOn', '>=', from)
      .where('loan.lentOn', '<=', to)
      .where(conditionsOf(counting)),
  ).count

/** Reviews of a period's rounds, by whose they were. */
export interface ReviewCount {
  readonly person: string | null
  readonly due: number
  readonly confirmed: number
  readonly onTime: number
  readonly late: number
  /** Days by which those were late, in all. */
  readonly lateDays: number
  readonly waiting: number
  readonly overdue: number
  readonly withCustomer: number
}

export const reviewsBy = (
  store: Store,
  counting: Counting,
  { from, to }: ReportPeriod,
  asOf: Day,
): ReviewCount[] => {
  const done = sql<SqlBool>`ifnull(review_item.confirmed_on <= ${asOf}, 0)`
  const inTime = sql<SqlBool>`review_item.confirmed_on <= review_item.due_on`
  const days = sql`julianday(review_item.confirmed_on) - julianday(review_item.due_on)`
  return store.all(
    query
      .selectFrom('reviewItem')
      .innerJoin('archive', 'archive.id', 'reviewItem.archiveId')
      .select([
        'reviewItem.owner as person',
        sql<number>`count(*)`.as('due'),
        sql<number>`sum(${done})`.as('confirmed'),
        sql<number>`sum(${done} and ${inTime})`.as('onTime'),
        sql<number>`sum(${done} and not ${inTime})`.as('late'),
        sql<number>`total(case when ${done} and not ${inTime} then ${days} end)`.as('lateDays'),
        sql<number>`sum(not ${done})`.as('waiting'),
        sql<number>`sum(not ${done} and review_item.due_on < ${asOf})`.as('overdue'),
        sql<number>`sum(${done} and ifnull(review_item.with_customer, 0))`.as('withCustomer'),
      ])
      .where('reviewItem.dueOn', '>=', from)
      .where('reviewItem.dueOn', '<=', to)
      .where(conditionsOf(counting))
      .groupBy('reviewItem.owner'),
  )
}

/** Changes of archives entered in a period, by who answers for them. */
export interface UpdateCount {
  /** The archive's owner; of one that has none, who entered it. */
  readonly person: string | null
  readonly updates: number
  /** Of which it was said when they became known. */
  readonly dated: number
  readonly late: number
  /** From being known to being entered: of all dated ones, and the longest. */
  readonly days: number
  readonly longestDays: number | null
}

/** `withinDays`: what was entered so many days after it was known is in time (S003-10.2-6). */
export const updatesBy = (
  store: Store,
  counting: Counting,
  { from, to }: ReportPeriod,
  withinDays: number,
): UpdateCount[] => {
  const days = sql<number>`(julianday(journal.effective_on) - julianday(${knownOn}))`
  return store.all(
    query
      .selectFrom('journal')
      .innerJoin('journalDetail', 'journalDetail.seq', 'journal.seq')
      .innerJoin('archive', 'archive.id', 'journalDetail.archiveId')
      .leftJoin('staff', 'staff.id', 'journal.staffId')
      .select([
        sql<string | null>`coalesce(archive.owner, staff.name)`.as('person'),
        sql<number>`count(*)`.as('updates'),
        sql<number>`count(${knownOn})`.as('dated'),
        sql<number>`total(${days} > ${withinDays})`.as('late'),
        sql<number>`total(${days})`.as('days'),
        sql<number | null>`max(${days})`.as('longestDays'),
      ])
      .where('journal.action', '=', 'archive.update')
      .where('journal.effectiveOn', '>=', from)
      .where('journal.effectiveOn', '<=', to)
      .where(conditionsOf(counting))
      .groupBy('person'),
  )
}

const knownOn: RawBuilder<Day | null> = sql<Day | null>`(journal_detail.detail ->> '$.knownOn')`

/** Incidents of a period by kind. */
export interface IncidentCount {
  readonly kind: string
  readonly opened: number
  readonly closed: number
  readonly suspected: number
  /** JSON: the compensations, as decimal texts. */
  readonly compensations: string
}

/** `isEverything`: those of no archive in particular, too. */
export const incidentsBy = (
  store: Store,
  counting: Counting,
  { from, to }: ReportPeriod,
  { asOf, isEverything }: { readonly asOf: Day; readonly isEverything: boolean },
): IncidentCount[] => {
  const closed = sql<SqlBool>`ifnull(incident.closed_on <= ${asOf}, 0)`
  const ofNone = isEverything ? sql<SqlBool>`incident.archive_id is null` : sql<SqlBool>`0`
  const money = sql`case when ${closed} then incident.compensation end`
  return store.all(
    query
      .selectFrom('incident')
      .leftJoin('archive', 'archive.id', 'incident.archiveId')
      .select([
        'incident.kind',
        sql<number>`count(*)`.as('opened'),
        sql<number>`sum(${closed})`.as('closed'),
        sql<number>`sum(incident.is_suspected)`.as('suspected'),
        sql<string>`json_group_array(${money}) filter (where ${money} is not null)`.as(
          'compensations',
        ),
      ])
      .where('incident.foundOn', '>=', from)
      .where('incident.foundOn', '<=', to)
      .where(sql<SqlBool>`(${ofNone} or ifnull(${conditionsOf(counting)}, 0))`)
      .groupBy('incident.kind'),
  )
}

/** What customers said of a period, by the first thing that they choose from: how satisfied they are. */
export const feedbackBy = (
  store: Store,
  counting: Counting,
  { from, to }: ReportPeriod,
  field: string,
): { readonly value: string | null; readonly count: number }[] =>
  store.all(
    query
      .selectFrom('entry')
      .innerJoin('archive', 'archive.id', 'entry.archiveId')
      .select([
        sql<string | null>`entry.fields ->> ${`$.${field}`}`.as('value'),
        sql<number>`count(*)`.as('count'),
      ])
      .where('entry.kind', '=', 'feedback')
      .where('entry.happenedOn', '>=', from)
      .where('entry.happenedOn', '<=', to)
      .where(conditionsOf(counting))
      .groupBy('value'),
  )
