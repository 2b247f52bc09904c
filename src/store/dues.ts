import type { CheckCode } from '../domain/audit-finding.ts'
import type { Day } from '../domain/words.ts'
import { keepingDues } from './keeping-dues.ts'
import { query, sql } from './query.ts'
import { type Due, type DueAsked, dueKinds, single } from './due.ts'
import { archiveDues } from './dues-archives.ts'
import { custodyDues } from './dues-custody.ts'
import { heaped } from './dues-heaps.ts'
import { officeDues } from './dues-office.ts'
import { readableArchives, readsEverything } from './readable.ts'
import type { Store } from './store.ts'
import { supervisionDues } from './supervision-dues.ts'

/** Everything that falls due by a day, in what somebody may read, the oldest first. */
export function duesIn(store: Store, asked: DueAsked): Due[] {
  const all = [
    ...loans(store, asked),
    ...requests(store, asked),
    ...incidents(store, asked),
    ...agreements(store, asked),
    ...rectifications(store, asked),
    ...archiveDues(store, asked),
    ...custodyDues(store, asked),
    ...officeDues(store, asked),
    ...keepingDues(store, asked).map((it) => ({ ...it, ...single })),
    ...supervisionDues(store, asked.by).map((row) => ({ ...row, ...single })),
  ]
  const rank = (it: Due) => dueKinds.indexOf(it.kind)
  return all.toSorted(
    (one, other) =>
      Number(one.due > other.due) - Number(one.due < other.due) ||
      rank(one) - rank(other) ||
      one.id - other.id,
  )
}

const borrower = sql<string | null>`ifnull(staff.name, request.outsider ->> '$.name')`

/** Of those who may read everything nothing is asked about each archive. */
const visible = ({ rights }: DueAsked) =>
  readsEverything(rights) ? sql<boolean>`true` : readableArchives(rights)

const loans = (store: Store, asked: DueAsked): Due[] =>
  heaped(
    store,
    sql`select loan.due_on as due, loan.borrower_id as a, loan.outsider_key as b, count(*) as many,
        max(loan.request_id) as sample
      from loan join archive on archive.id = loan.archive_id
      where loan.returned_on is null and loan.due_on <= ${asked.by} and ${visible(asked)}
      group by loan.due_on, loan.borrower_id, loan.outsider_key`,
    sql`select request.id as sample, ${borrower} as who
      from request left join staff on staff.id = request.applicant_id`,
    (heaps) => sql`select loan.due_on as due, archive.number, loan.id, ${borrower} as who
      from ${heaps} as heap join loan on loan.due_on = heap.due and loan.returned_on is null
        and loan.borrower_id is heap.a and loan.outsider_key is heap.b
      join archive on archive.id = loan.archive_id and ${visible(asked)}
      join request on request.id = loan.request_id
      left join staff on staff.id = loan.borrower_id`,
  ).map((row) => ({ ...row, kind: 'loan', check: null }))

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
    .map((row) => ({ ...row, ...single, kind: 'request' }))

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
    .map((row) => ({ ...row, ...single, kind: 'incident' }))

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
    .map((row) => ({ ...row, ...single, number: null, kind: 'agreement' }))

const rectifications = (store: Store, asked: DueAsked): Due[] =>
  heaped(
    store,
    sql`select finding.due_on as due, finding.owner_id as a, finding.check_code as b,
        count(*) as many, finding.check_code as sort, ifnull(finding.owner_id, 0) as sample
      from finding ${withArchives(asked)}
      where finding.due_on <= ${asked.by} and finding.fixed_run is null
        and finding.resolved_on is null and (finding.archive_id = 0 or ${visible(asked)})
      group by finding.due_on, finding.owner_id, finding.check_code`,
    sql`select id as sample, name as who from staff`,
    (heaps) => sql`select finding.due_on as due, archive.number, finding.id, staff.name as who,
        finding.check_code as sort
      from ${heaps} as heap join finding on finding.due_on = heap.due
        and finding.owner_id is heap.a and finding.check_code = heap.b
        and finding.fixed_run is null and finding.resolved_on is null
      left join archive on archive.id = finding.archive_id
      left join staff on staff.id = finding.owner_id
      where finding.archive_id = 0 or ${visible(asked)}`,
  ).map(({ sort, ...row }) => ({ ...row, kind: 'rectification', check: sort as CheckCode }))

/** Archives are looked at only where it matters who reads them. */
const withArchives = ({ rights }: DueAsked) =>
  readsEverything(rights) ? sql`` : sql`left join archive on archive.id = finding.archive_id`
