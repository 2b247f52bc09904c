import type { Day } from '../domain/words.ts'
import { type Due, type DueAsked, single } from './due.ts'
import { query, sql } from './query.ts'
import { readableArchives } from './readable.ts'
import type { Store } from './store.ts'

/** What keeps archives, or is out with somebody, until a day. */
export const custodyDues = (store: Store, asked: DueAsked): Due[] => [
  ...holds(store, asked),
  ...consultations(store, asked),
  ...permits(store, asked),
  ...disposals(store, asked),
]

/** Holds whose last day comes: from then on the archive may be destroyed. Past it they have ended by themselves. */
const holds = (store: Store, { rights, today, by }: DueAsked): Due[] =>
  store
    .all(
      query
        .selectFrom('hold')
        .innerJoin('archive', 'archive.id', 'hold.archiveId')
        .leftJoin('staff', 'staff.id', 'hold.placedBy')
        .select(['hold.id', 'archive.number', 'staff.name as who'])
        .select(sql<Day>`hold.until`.as('due'))
        .where('hold.releasedOn', 'is', null)
        .where('hold.until', '>=', today)
        .where('hold.until', '<=', by)
        .where(readableArchives(rights)),
    )
    .map((row) => ({ ...row, ...single, kind: 'hold' }))

/** What lies before a reader is closed the same day. */
const consultations = (store: Store, { rights, today }: DueAsked): Due[] =>
  store
    .all(
      query
        .selectFrom('consultation')
        .innerJoin('archive', 'archive.id', 'consultation.archiveId')
        .innerJoin('request', 'request.id', 'consultation.requestId')
        .leftJoin('staff', 'staff.id', 'consultation.readerId')
        .select(['consultation.id', 'archive.number', 'consultation.openedOn as due'])
        .select(sql<string | null>`ifnull(staff.name, request.outsider ->> '$.name')`.as('who'))
        .where('consultation.closedOn', 'is', null)
        .where('consultation.openedOn', '<', today)
        .where(readableArchives(rights)),
    )
    .map((row) => ({ ...row, ...single, kind: 'consultation' }))

/** Copies that nobody has accounted for once their permit is over (S003-7.4.2-3). */
const permits = (store: Store, { rights, by }: DueAsked): Due[] =>
  store
    .all(
      query
        .selectFrom('permit')
        .innerJoin('archive', 'archive.id', 'permit.archiveId')
        .innerJoin('request', 'request.id', 'permit.requestId')
        .leftJoin('staff', 'staff.id', 'request.applicantId')
        .select(['permit.id', 'archive.number', sql<Day>`permit.expires_on`.as('due')])
        .select(sql<string | null>`ifnull(staff.name, request.outsider ->> '$.name')`.as('who'))
        .where('permit.expiresOn', '<=', by)
        .where(
          sql<boolean>`exists (select 1 from copy_holding
            where permit_id = permit.id and accounted_on is null)`,
        )
        .where(readableArchives(rights)),
    )
    .map((row) => ({ ...row, ...single, kind: 'permit' }))

/** Destructions that were begun and not ended. */
const disposals = (store: Store, { by }: DueAsked): Due[] =>
  store
    .all(
      query
        .selectFrom('disposal')
        .select(['id', 'executor as who', sql<Day>`begun_on`.as('due')])
        .where(sql<boolean>`stage in ('destroying', 'deleted', 'rewritten', 'truncated')`)
        .where('begunOn', '<=', by),
    )
    .map((row) => ({ ...row, ...single, number: null, kind: 'disposal' }))
