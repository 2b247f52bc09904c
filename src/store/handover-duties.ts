import type { RawBuilder } from 'kysely'
import type { DutyCounts } from '../domain/handover-refusals.ts'
import type { HandoverItemKind } from '../domain/handover-words.ts'
import type { ReadingRights } from '../domain/reading-rights.ts'
import type { Staff } from '../domain/staff.ts'
import type { Secrecy } from '../domain/words.ts'
import { shelvesIn } from './places.ts'
import { readableArchives, readableMaterials } from './readable.ts'
import { query, sql } from './query.ts'
import type { Store } from './store.ts'

/** One thing that somebody answers for. */
export interface Duty {
  readonly kind: HandoverItemKind
  readonly archiveId: number | null
  readonly number: string | null
  readonly secrecy: Secrecy | null
  readonly subjectId: number | null
  readonly count: number
  readonly pages: number | null
  /** May whoever asks read it? */
  readonly readable: boolean
}

type Person = Pick<Staff, 'id' | 'name'>

const bare = { subjectId: null, count: 0, pages: null }
const isReadable = (rights: ReadingRights) =>
  sql<0 | 1>`${readableArchives(rights)}`.as('isReadable')
/** Archives that these people own and that have not been destroyed, each with its materials and their pages. */
export const archivesOwnedBy = (
  store: Store,
  owners: readonly string[],
  rights: ReadingRights,
): Duty[] => archivesWhere(store, rights, sql`archive.owner in ${listed(owners)}`)

/** The same of archives by their ids. */
export const archivesListed = (
  store: Store,
  ids: readonly number[],
  rights: ReadingRights,
): Duty[] => archivesWhere(store, rights, sql`archive.id in ${listed(ids)}`)

const listed = (values: readonly unknown[]) =>
  sql`(select value from json_each(${JSON.stringify(values)}))`

function archivesWhere(store: Store, rights: ReadingRights, where: RawBuilder<unknown>): Duty[] {
  const held = sql`from material where material.archive_id = archive.id`
  const asked = query
    .selectFrom('archive')
    .select(['archive.id as archiveId', 'archive.number', 'archive.secrecy', isReadable(rights)])
    .select(sql<number>`(select count(*) ${held})`.as('count'))
    .select(sql<number | null>`(select sum(pages * copies) ${held})`.as('pages'))
    .where(sql<boolean>`${where}`)
    .where('archive.status', '<>', 'destroyed')
    .orderBy('archive.id')
  return store.all(asked).map(({ isReadable: may, ...row }) => ({
    ...row,
    kind: 'archive',
    subjectId: null,
    readable: may === 1,
  }))
}

/** Everything else: what is lent to them, what they asked for, must put right, review and keep. */
export const otherDutiesOf = (store: Store, person: Person, rights: ReadingRights): Duty[] => [
  ...papersKeptBy(store, person, rights),
  ...loansTo(store, person, rights),
  ...requestsBy(store, person, rights),
  ...findingsOf(store, person, rights),
  ...reviewsOf(store, person),
  ...placesOf(store, person),
]

/** Papers that name them as their keeper, or lie apart or locked up where they keep the place (S003-15.5-2). */
function papersKeptBy(store: Store, { id, name }: Person, rights: ReadingRights): Duty[] {
  const codes = shelvesIn(store)
    .filter((shelf) => shelf.keeper === id && (shelf.isLocked || shelf.apart !== null))
    .map(({ code }) => code)
  const asked = query
    .selectFrom('material')
    .innerJoin('archive', 'archive.id', 'material.archiveId')
    .select(['archive.id as archiveId', 'archive.number', 'material.id as subjectId'])
    .select(sql<Secrecy>`ifnull(material.secrecy, archive.secrecy)`.as('secrecy'))
    .select(['material.copies as count', 'material.pages'])
    .select(
      sql<0 | 1>`(${readableArchives(rights)} and ${readableMaterials(rights)})`.as('isReadable'),
    )
    .where('archive.status', '<>', 'destroyed')
    .where(
      sql<boolean>`(material.keeper = ${name}
        or material.place in ${listed(codes)})`,
    )
    .orderBy('archive.id')
    .orderBy('material.seq')
  return store
    .all(asked)
    .map(({ isReadable: may, ...row }) => ({ ...row, kind: 'material', readable: may === 1 }))
}

function loansTo(store: Store, { id }: Person, rights: ReadingRights): Duty[] {
  const items = sql`from loan_item where loan_item.loan_id = loan.id and returned_on is null`
  const asked = query
    .selectFrom('loan')
    .innerJoin('archive', 'archive.id', 'loan.archiveId')
    .select(['archive.id as archiveId', 'archive.number', 'archive.secrecy', isReadable(rights)])
    .select(['loan.id as subjectId', sql<number>`(select count(*) ${items})`.as('count')])
    .select(sql<number | null>`(select sum(pages * copies) ${items})`.as('pages'))
    .where('loan.borrowerId', '=', id)
    .where('loan.returnedOn', 'is', null)
    .orderBy('loan.id')
  return store
    .all(asked)
    .map(({ isReadable: may, ...row }) => ({ ...row, kind: 'loan', readable: may === 1 }))
}

const requestsBy = (store: Store, { id }: Person, rights: ReadingRights): Duty[] =>
  store
    .all(
      query
        .selectFrom('request')
        .innerJoin('requestItem', 'requestItem.requestId', 'request.id')
        .innerJoin('archive', 'archive.id', 'requestItem.archiveId')
        .select(['archive.id as archiveId', 'archive.number', 'archive.secrecy'])
        .select(['request.id as subjectId', isReadable(rights)])
        .where('request.applicantId', '=', id)
        .where('request.settledOn', 'is', null)
        .where('requestItem.position', '=', 1)
        .orderBy('request.id'),
    )
    .map(({ isReadable: may, ...row }) => ({
      ...row,
      ...{ kind: 'request', count: 1, pages: null, readable: may === 1 },
    }))

/** Those of the office itself are everybody's to read. */
const findingsOf = (store: Store, { id }: Person, rights: ReadingRights): Duty[] =>
  store
    .all(
      query
        .selectFrom('finding')
        .leftJoin('archive', 'archive.id', 'finding.archiveId')
        .select([sql<number | null>`archive.id`.as('archiveId'), 'archive.number'])
        .select(['archive.secrecy', 'finding.id as subjectId'])
        .select(
          sql<0 | 1>`(finding.archive_id = 0 or ${readableArchives(rights)})`.as('isReadable'),
        )
        .where('finding.ownerId', '=', id)
        .where('finding.fixedRun', 'is', null)
        .where('finding.resolvedOn', 'is', null)
        .orderBy('finding.id'),
    )
    .map(({ isReadable: may, ...row }) => ({
      ...row,
      ...{ kind: 'finding', count: 1, pages: null, readable: may === 1 },
    }))

/** A round with all that is theirs in it, as one. */
const reviewsOf = (store: Store, { name }: Person): Duty[] =>
  store
    .all(
      query
        .selectFrom('reviewItem')
        .select(['roundId as subjectId', sql<number>`count(*)`.as('count')])
        .where('owner', '=', name)
        .where('confirmedOn', 'is', null)
        .groupBy('roundId')
        .orderBy('roundId'),
    )
    .map((row) => ({ ...ofOffice, kind: 'review', ...row }))

const ofOffice = { ...bare, archiveId: null, number: null, secrecy: null, readable: true }

const placesOf = (store: Store, { id }: Person): Duty[] =>
  shelvesIn(store)
    .filter(({ keeperId }) => keeperId === id)
    .map(({ id: subjectId, used }) => ({ ...ofOffice, kind: 'place', subjectId, count: used }))

/** How much somebody still answers for, whoever asks. */
export function dutiesCounted(store: Store, person: Person, rights: ReadingRights): DutyCounts {
  const all = [
    ...archivesOwnedBy(store, [person.name], rights),
    ...otherDutiesOf(store, person, rights),
  ]
  const of = (kind: HandoverItemKind) => all.filter((it) => it.kind === kind).length
  return {
    archives: of('archive'),
    materials: of('material'),
    loans: of('loan'),
    requests: of('request'),
    findings: of('finding'),
    reviews: of('review'),
    places: of('place'),
  }
}
