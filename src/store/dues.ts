import type { RawBuilder, SqlBool } from 'kysely'
import type { CheckCode } from '../domain/audit-finding.ts'
import type { ReadingRights } from '../domain/reading-rights.ts'
import type { Day } from '../domain/words.ts'
import { query, sql } from './query.ts'
import { readableArchives } from './readable.ts'
import type { Store } from './store.ts'
import { supervisionDues } from './supervision-dues.ts'

/** What wants doing. */
export const dueKinds = [
  'loan',
  'review',
  'request',
  'incident',
  'rectification',
  'handover',
  'training',
  'violation',
  'agreement',
  'secrecy',
  'retention',
] as const
export type DueKind = (typeof dueKinds)[number]

/** One thing that wants doing, or many of a kind, of one day and one person. */
export interface Due {
  readonly due: Day
  readonly kind: DueKind
  /** Null: of several archives, or of none. */
  readonly number: string | null
  readonly who: string | null
  /** Its id: of a loan, a request …; 0 where there are several. */
  readonly id: number
  readonly count: number
  /** Of a rectification. */
  readonly check: CheckCode | null
}

/** Whoever asks, and until which day. */
export interface DueAsked {
  readonly rights: ReadingRights
  readonly today: Day
  readonly by: Day
}

/** Everything that falls due by a day, in what somebody may read, the oldest first. */
export function duesIn(store: Store, asked: DueAsked): Due[] {
  const all = [
    ...loans(store, asked),
    ...requests(store, asked),
    ...incidents(store, asked),
    ...agreements(store, asked),
    ...rectifications(store, asked),
    ...supervisionDues(store, asked.by).map((row) => ({ ...row, ...one })),
    ...archives(store, asked),
  ]
  const rank = (it: Due) => dueKinds.indexOf(it.kind)
  return all.toSorted(
    (one, other) =>
      Number(one.due > other.due) - Number(one.due < other.due) ||
      rank(one) - rank(other) ||
      one.id - other.id,
  )
}

const one = { count: 1, check: null }
const borrower = sql<string | null>`ifnull(staff.name, request.outsider ->> '$.name')`

const loans = (store: Store, { rights, by }: DueAsked): Due[] =>
  store
    .all(
      query
        .selectFrom('loan')
        .innerJoin('archive', 'archive.id', 'loan.archiveId')
        .innerJoin('request', 'request.id', 'loan.requestId')
        .leftJoin('staff', 'staff.id', 'loan.borrowerId')
        .select(['loan.dueOn as due', 'archive.number', 'loan.id', borrower.as('who')])
        .where('loan.returnedOn', 'is', null)
        .where('loan.dueOn', '<=', by)
        .where(readableArchives(rights)),
    )
    .map((row) => ({ ...row, ...one, kind: 'loan' }))

/** Requests that nobody has settled: they expire on that day. */
const requests = (store: Store, { rights, by }: DueAsked): Due[] =>
  store
    .all(
      query
        .selectFrom('request')
        .innerJoin('requestItem', 'requestItem.requestId', 'request.id')
        .innerJoin('archive', 'archive.id', 'requestItem.archiveId')
        .leftJoin('staff', 'staff.id', 'request.applicantId')
        .select(['archive.number', 'request.id', borrower.as('who')])
        .select(sql<Day>`request.expires_on`.as('due'))
        .where('request.settledOn', 'is', null)
        .where('requestItem.position', '=', 1)
        .where('request.expiresOn', '<=', by)
        .where(readableArchives(rights)),
    )
    .map((row) => ({ ...row, ...one, kind: 'request' }))

const incidents = (store: Store, { rights, by }: DueAsked): Due[] =>
  store
    .all(
      query
        .selectFrom('incidentReport')
        .innerJoin('incident', 'incident.id', 'incidentReport.incidentId')
        .leftJoin('archive', 'archive.id', 'incident.archiveId')
        .leftJoin('staff', 'staff.id', 'incident.openedBy')
        .select(['archive.number', 'incident.id', 'staff.name as who'])
        .select(sql<Day>`incident_report.due_on`.as('due'))
        .where('incidentReport.reportedOn', 'is', null)
        .where('incidentReport.dueOn', '<=', by)
        .where(sql<boolean>`(incident.archive_id is null or ${readableArchives(rights)})`),
    )
    .map((row) => ({ ...row, ...one, kind: 'incident' }))

/** Agreements whose last day comes, of people who are here and have signed no later one. */
const agreements = (store: Store, { today, by }: DueAsked): Due[] =>
  store
    .all(
      query
        .selectFrom('agreement')
        .innerJoin('staff', 'staff.id', 'agreement.staffId')
        .select(['agreement.id', 'staff.name as who', sql<Day>`agreement.until`.as('due')])
        .where('agreement.until', '<=', by)
        .where('agreement.endedOn', 'is', null)
        .where(sql<boolean>`ifnull(staff.left_on, '9999-12-31') > ${today}`)
        .where(
          sql<boolean>`not exists (select 1 from agreement as later where later.kind = agreement.kind
            and later.staff_id = agreement.staff_id and later.ended_on is null
            and ifnull(later.until, '9999-12-31') > agreement.until)`,
        ),
    )
    .map((row) => ({ ...row, ...one, number: null, kind: 'agreement' }))

/** More of one day, one person and one kind are told as one: nobody reads a thousand lines. */
const most = 20

const rectifications = (store: Store, { rights, by }: DueAsked): Due[] =>
  grouped(
    store,
    sql`select finding.due_on as due, archive.number, finding.id, finding.check_code as sort,
        (select name from staff where id = finding.owner_id) as who
      from finding left join archive on archive.id = finding.archive_id
      where finding.due_on <= ${by} and finding.fixed_run is null and finding.resolved_on is null
        and (finding.archive_id = 0 or ${readableArchives(rights)})`,
  ).map(({ sort, ...row }) => ({ ...row, kind: 'rectification', check: sort as CheckCode }))

/** Reviews, secrecy and retention: one look at the archives for all three. */
function archives(store: Store, { rights, today, by }: DueAsked): Due[] {
  const of = (kind: DueKind, column: string, where: RawBuilder<SqlBool>) =>
    sql`select ${sql.ref(`archive.${column}`)} as due, archive.number, archive.id,
        ${sql.raw(`'${kind}'`)} as sort, archive.owner as who
      from archive where ${sql.ref(`archive.${column}`)} <= ${by} and ${where}
        and ${readableArchives(rights)}`
  const free = sql<SqlBool>`archive.status <> 'destroyed' and not exists (select 1 from hold
    where hold.archive_id = archive.id and hold.released_on is null
      and ifnull(hold.until, '9999-12-31') >= ${today})`
  const all = [
    of('review', 'nextReviewOn', sql<SqlBool>`archive.status = 'active'`),
    of('secrecy', 'secrecyUntil', sql<SqlBool>`archive.status <> 'destroyed'`),
    of('retention', 'retainUntil', free),
  ]
  return all.flatMap((rows) =>
    grouped(store, rows).map(({ sort, ...row }) => ({
      ...row,
      kind: sort as DueKind,
      check: null,
    })),
  )
}

type Grouped = Omit<Due, 'kind' | 'check'> & { readonly sort: string }

/** Rows as they are, or those of one day, person and sort as one where there are too many. */
function grouped(store: Store, rows: RawBuilder<unknown>): Grouped[] {
  const counted = sql<{
    due: Day
    number: string | null
    id: number
    sort: string
    who: string | null
    many: number
    nth: number
  }>`(select due, number, id, sort, who, count(*) over same as many,
        row_number() over (partition by due, sort, who order by id) as nth
      from (${rows}) window same as (partition by due, sort, who))`
  const asked = query
    .selectFrom(counted.as('it'))
    .selectAll()
    .where(sql<boolean>`many <= ${most} or nth = 1`)
  return store.all(asked).map(({ many, nth: _nth, ...row }) => {
    const isMany = many > most
    return { ...row, count: isMany ? many : 1, ...(isMany ? { number: null, id: 0 } : {}) }
  })
}
