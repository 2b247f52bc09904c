import type { Hold } from '../domain/hold.ts'
import type { Day } from '../domain/words.ts'
import { query, sql } from './query.ts'
import type { Store } from './store.ts'

const rows = query.selectFrom('hold').selectAll('hold').orderBy('hold.id')

export type StoredHold = ReturnType<typeof rowType>
const rowType = (store: Store) => store.one(rows)

const holdIn = ({ allowsLending, ...row }: StoredHold): Hold => ({
  ...row,
  lending: allowsLending === 1,
})

/** Every hold that was ever placed on an archive, oldest first. */
export const holdsOf = (store: Store, archiveId: number): Hold[] =>
  storedHolds(store, archiveId).map(holdIn)

/** The same, as they are kept. */
export const storedHolds = (store: Store, archiveId: number): StoredHold[] =>
  store.all(rows.where('hold.archiveId', '=', archiveId))

export function holdById(store: Store, id: number): Hold | undefined {
  const row = store.first(rows.where('hold.id', '=', id))
  return row && holdIn(row)
}

/** Every hold, oldest first; of some archives only, where they are named. */
export function allHolds(store: Store, archiveIds: readonly number[] | undefined): Hold[] {
  if (!archiveIds) return store.all(rows).map(holdIn)
  const these = sql<number>`(select value from json_each(${JSON.stringify(archiveIds)}))`
  return store.all(rows.where('hold.archiveId', 'in', these)).map(holdIn)
}

/** What is said of a hold when it is placed. */
export type HoldWish = Pick<Hold, 'reason' | 'authority' | 'lending' | 'until'>

export function addHold(
  store: Store,
  archiveId: number,
  { lending, ...wish }: HoldWish,
  placed: { readonly on: Day; readonly by: number | null },
): Hold {
  const allowsLending = lending ? (1 as const) : (0 as const)
  const row = { ...wish, archiveId, allowsLending, placedOn: placed.on, placedBy: placed.by }
  const { lastId } = store.run(query.insertInto('hold').values(row))
  return holdById(store, lastId) as Hold
}

export function releaseHold(
  store: Store,
  id: number,
  released: { readonly on: Day; readonly by: number | null; readonly reason: string },
): Hold {
  const { on: releasedOn, by: releasedBy, reason: releaseReason } = released
  const row = { releasedOn, releasedBy, releaseReason }
  store.run(query.updateTable('hold').set(row).where('id', '=', id))
  return holdById(store, id) as Hold
}
