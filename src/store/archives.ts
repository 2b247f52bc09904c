import type { Archive, ArchiveContents } from '../domain/archive.ts'
import { keysOf } from '../domain/duplicates.ts'
import type { Policy } from '../domain/policy.ts'
import type { Day, Status } from '../domain/words.ts'
import { dropCard, followCard } from './cards.ts'
import { dropUnregistered } from './files.ts'
import { query, sql } from './query.ts'
import type { Store } from './store.ts'
import type { ArchiveRow } from './tables.ts'
import type { Issued } from './numbers.ts'
import { dropTerms, keepTerms } from './terms.ts'

/** The columns of a stored archive, ids given. */
export type StoredArchive = Omit<ArchiveRow, 'id' | 'secrecyUntil'> & {
  readonly id: number
  readonly secrecyUntil: string | null
}

/** What is entered for a new archive beside its contents. */
export interface Intake {
  readonly collectedBy: number | null
  readonly importId: number | null
  readonly today: string
}

/**
 * A row as the office thinks of it. Key by key, not by `contentKeys`: a million of them are listed
 * three times as fast so, and the compiler misses any that is left out.
 */
export const archiveIn = (row: StoredArchive): Archive => ({
  id: row.id,
  number: row.number,
  serial: row.serial,
  type: row.type,
  year: row.year,
  orgCode: row.orgCode,
  status: row.status,
  name: row.name,
  stage: row.stage,
  industry: row.industry,
  region: row.region,
  secrecy: row.secrecy,
  secrecyUntil: row.secrecyUntil,
  importance: row.importance,
  owner: row.owner,
  phone: row.phone,
  email: row.email,
  address: row.address,
  openedOn: row.openedOn,
  formedOn: row.formedOn,
  closedOn: row.closedOn,
  nextReviewOn: row.nextReviewOn,
  retentionClass: row.retentionClass,
  retainUntil: row.retainUntil,
  location: row.location,
  channel: row.channel,
  contacts: JSON.parse(row.contacts) as Archive['contacts'],
  fields: JSON.parse(row.fields) as Archive['fields'],
  version: row.version,
  collectedBy: row.collectedBy,
  verifiedBy: row.verifiedBy,
  verifiedOn: row.verifiedOn,
  importId: row.importId,
  actedOn: row.actedOn,
})

export const archiveById = (store: Store, id: number): Archive | undefined => {
  const row = store.first(query.selectFrom('archive').selectAll().where('id', '=', id))
  return row && archiveIn(row)
}

/** Archives by their ids, in the order in which they are asked for; those that are gone are left out. */
export function archivesById(store: Store, ids: readonly number[]): ReadonlyMap<number, Archive> {
  const asked = sql<number>`(select value from json_each(${JSON.stringify(ids)}))`
  const rows = store.all(query.selectFrom('archive').selectAll().where('id', 'in', asked))
  const read = new Map(rows.map((row) => [row.id, archiveIn(row)]))
  return new Map(ids.flatMap((id) => (read.has(id) ? [[id, read.get(id) as Archive]] : [])))
}

/** Enters a new archive and what it is found by. */
export function addArchive(
  store: Store,
  issued: Issued,
  opening: ArchiveContents & { readonly status: Status },
  intake: Intake,
  keyingPolicy: Policy,
): Archive {
  const row = {
    ...columnsOf(opening, keyingPolicy),
    ...issued,
    ...intakeColumns(intake),
    version: 1,
  }
  const { lastId } = store.run(query.insertInto('archive').values(row))
  const archive = archiveById(store, lastId) as Archive
  keepTerms(store, archive)
  return archive
}

const intakeColumns = ({ collectedBy, importId, today }: Intake) => ({
  collectedBy,
  importId,
  actedOn: today,
})

/** Contents as columns: the year is that of `openedOn` (SPEC section 3); the keys go by the policy of the day it really is. */
function columnsOf(contents: ArchiveContents & { readonly status: Status }, keyingPolicy: Policy) {
  const { contacts, fields, ...rest } = contents
  return {
    ...rest,
    year: Number(contents.openedOn.slice(0, 4)),
    contacts: JSON.stringify(contacts),
    fields: JSON.stringify(fields),
    ...keysOf(contents, keyingPolicy),
  }
}

/** Puts a changed archive in the place of `before`: a new version, and its search terms with it. */
export function replaceArchive(
  store: Store,
  before: Archive,
  after: Archive,
  keyingPolicy: Policy,
): Archive {
  dropTerms(store, before)
  const { id, number, serial, ...contents } = after
  const row = { ...columnsOf(contents, keyingPolicy), version: before.version + 1 }
  store.run(query.updateTable('archive').set(row).where('id', '=', before.id))
  const stored = archiveById(store, before.id) as Archive
  keepTerms(store, stored)
  followCard(store, stored)
  return stored
}

/** An act on an archive that leaves its contents as they are: only its day is noted (SPEC 15.13). */
export const touchArchive = (store: Store, id: number, today: Day): void => {
  store.run(query.updateTable('archive').set({ actedOn: today }).where('id', '=', id))
}

/** Every archive but stubs, in pages of 2,000: memory stays flat, and rows may be changed on the way. */
export function* everyArchive(store: Store): Generator<Archive> {
  for (let after = 0; ;) {
    const page = query.selectFrom('archive').selectAll().where('id', '>', after)
    const rows = store.all(page.where('status', '<>', 'destroyed').orderBy('id').limit(2000))
    yield* rows.map(archiveIn)
    const last = rows.at(-1)
    if (!last) return
    after = last.id
  }
}

/** Gives an archive another number; its old one must have been kept as an alias or made void. */
export const renumberArchive = (store: Store, id: number, issued: Issued): void => {
  store.run(query.updateTable('archive').set(issued).where('id', '=', id))
}

/** Takes an archive's row out, with its search terms. Its entries and materials must have gone before. */
export function removeArchive(store: Store, archive: Archive): void {
  dropTerms(store, archive)
  dropUnregistered(store, archive.id)
  dropCard(store, archive.id)
  store.run(query.deleteFrom('rowDigest').where('archiveId', '=', archive.id))
  store.run(query.deleteFrom('finding').where('archiveId', '=', archive.id))
  store.run(query.deleteFrom('reviewItem').where('archiveId', '=', archive.id))
  store.run(query.deleteFrom('archive').where('id', '=', archive.id))
}
