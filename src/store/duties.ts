import type { ReadingRights } from '../domain/reading-rights.ts'
import { requestName } from '../domain/request.ts'
import type { Instant } from '../domain/words.ts'
import type { DutyRow } from './duty-tables.ts'
import { enter, type Hand, type Part } from './journal.ts'
import { query, sql } from './query.ts'
import { readableArchives, readableMaterials } from './readable.ts'
import { settleRequest } from './requesting.ts'
import type { Store } from './store.ts'

/** How far a duty has come; undefined: it was never done. */
export const dutyOf = (store: Store, name: DutyRow['name']): DutyRow | undefined =>
  store.first(query.selectFrom('duty').selectAll().where('name', '=', name))

export const noteDuty = (store: Store, duty: DutyRow): void => {
  const { doneOn, position } = duty
  store.run(
    query
      .insertInto('duty')
      .values(duty)
      .onConflict((on) => on.column('name').doUpdateSet({ doneOn, position })),
  )
}

/** Requests of one transaction: others wait no longer. */
const atOnce = 500

/**
 * Settles requests that nobody decided or used in time: one entry for so many at once. Gives their
 * ids. In a transaction of its own, or several.
 */
export function expireRequests(store: Store, hand: Hand): number[] {
  const expired: number[] = []
  for (;;) {
    const some = store.transact(() => expireSome(store, hand))
    expired.push(...some)
    if (some.length < atOnce) return expired
  }
}

function expireSome(store: Store, hand: Hand): number[] {
  const rows = store.all(
    query
      .selectFrom('request')
      .select(['id'])
      .where('settledOn', 'is', null)
      .where('expiresOn', '<', hand.today)
      .orderBy('expiresOn')
      .orderBy('id')
      .limit(atOnce),
  )
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  for (const id of ids) settleRequest(store, id, 'expired', hand.today, null)
  const [only] = ids.length === 1 ? ids : []
  const object = only === undefined ? '' : requestName(only)
  enter(store, hand, { action: 'request.expire', object, parts: partsOf(store, ids) })
  return ids
}

/** Each archive that was asked for, with the requests that asked for it. */
function partsOf(store: Store, ids: readonly number[]): Part[] {
  const these = sql<number>`(select value from json_each(${JSON.stringify(ids)}))`
  const items = store.all(
    query
      .selectFrom('requestItem')
      .select(['archiveId', 'requestId'])
      .distinct()
      .where('requestId', 'in', these)
      .orderBy('requestId'),
  )
  const byArchive = new Map<number, string[]>()
  for (const { archiveId, requestId } of items)
    byArchive.set(archiveId, [...(byArchive.get(archiveId) ?? []), requestName(requestId)])
  return [...byArchive].map(([archiveId, requests]) => ({ archiveId, detail: { requests } }))
}

/** When the last entry of the journal was made. */
export const lastInstant = (store: Store): Instant | undefined =>
  store.first(query.selectFrom('journal').select('at').orderBy('seq', 'desc').limit(1))?.at as
    | Instant
    | undefined

/** A file that was found not to be what was registered. */
export interface UnsoundFile {
  readonly number: string
  readonly seq: number
  readonly verifiedAt: Instant
}

/** Files known to be damaged, in what somebody may read. */
export const unsoundFiles = (store: Store, rights: ReadingRights): UnsoundFile[] =>
  store.all(
    query
      .selectFrom('file')
      .innerJoin('archive', 'archive.id', 'file.archiveId')
      .innerJoin('material', 'material.fileId', 'file.id')
      .select(['archive.number', sql<Instant>`file.verified_at`.as('verifiedAt')])
      .select(({ fn }) => fn.min<number>('material.seq').as('seq'))
      .where(sql<boolean>`file.is_sound = 0`) // a literal, for the index to be used
      .where('file.registeredAt', 'is not', null)
      .where(readableArchives(rights))
      .where(readableMaterials(rights))
      .groupBy('file.id'),
  )
