import { shelfAlong, shelvesOf, type Place, type Shelf } from '../domain/place.ts'
import type { Secrecy } from '../domain/words.ts'
import type { PlaceRow } from './place-tables.ts'
import { query, sql } from './query.ts'
import type { Store } from './store.ts'

const places = query.selectFrom('place').selectAll()

type StoredPlace = Omit<PlaceRow, 'id'> & { readonly id: number }

const placeIn = (row: StoredPlace): Place => ({
  id: row.id,
  code: row.code,
  kind: row.kind,
  label: row.label,
  parentId: row.parentId,
  position: row.position,
  capacity: row.capacity,
  keeperId: row.keeperId,
  levels: row.levels === null ? null : (JSON.parse(row.levels) as Secrecy[]),
})

/** Every place in the order of the shelves, with how many lie there. */
export function shelvesIn(store: Store): Shelf[] {
  const used = usedIn(store)
  return shelvesOf(store.all(places).map(placeIn), (code) => used.get(code) ?? 0)
}

/** Has the office entered any places at all? */
export const hasPlaces = (store: Store): boolean =>
  store.first(query.selectFrom('place').select('id').limit(1)) !== undefined

/** How many archives and materials lie at each place; a place with nothing is left out. */
function usedIn(store: Store): ReadonlyMap<string, number> {
  const used = new Map<string, number>()
  const counts = store.walk(
    `SELECT location, count(*) FROM archive WHERE location IN (SELECT code FROM place) GROUP BY location
     UNION ALL
     SELECT place, count(*) FROM material WHERE place IN (SELECT code FROM place) GROUP BY place`,
  )
  for (const [code, count] of counts)
    used.set(code as string, (used.get(code as string) ?? 0) + (count as number))
  return used
}

/** The place with this very code; for one, without a walk through all. */
export function shelfAt(store: Store, code: string): Shelf | undefined {
  const place = placeAt(store, code)
  if (!place) return undefined
  const path = [place]
  for (let up = place.parentId; up !== null;) {
    const around = placeIn(store.one(places.where('id', '=', up)))
    path.unshift(around)
    up = around.parentId
  }
  const within = store.all(
    query.selectFrom('place').select('kind').where('parentId', '=', place.id),
  )
  const [[holdings] = [0]] = store.walk(holdingsText, [code, code])
  return shelfAlong(path, within, holdings as number)
}

const holdingsText = `SELECT (SELECT count(*) FROM archive WHERE location = ?)
  + (SELECT count(*) FROM material WHERE place = ?)`

export function placeAt(store: Store, code: string): Place | undefined {
  const row = store.first(places.where('code', '=', code))
  return row && placeIn(row)
}

/** A place about to be entered; without a position it comes last. */
export type NewPlace = Omit<Place, 'id' | 'position'>

export function addPlace(store: Store, place: NewPlace): Place {
  const row = { ...columnsOf(place), position: lastPosition(store, place.parentId) + 1 }
  const { lastId } = store.run(query.insertInto('place').values(row))
  return placeIn(store.one(places.where('id', '=', lastId)))
}

const columnsOf = ({ levels, ...place }: NewPlace) => ({
  ...place,
  levels: levels === null ? null : JSON.stringify(levels),
})

const lastPosition = (store: Store, parentId: number | null): number => {
  const last = sql<number | null>`max(position)`.as('last')
  const siblings = query.selectFrom('place').select(last)
  return store.one(siblings.where('parentId', 'is', parentId)).last ?? 0
}

/** Another parent puts it last there; another position moves those behind it up. */
export function changePlace(store: Store, before: Place, after: Omit<Place, 'id'>): Place {
  const isElsewhere = before.parentId !== after.parentId
  const last = lastPosition(store, after.parentId) + (isElsewhere ? 1 : 0)
  const isMoved = isElsewhere || before.position !== after.position
  const wanted = before.position === after.position ? last : after.position
  const position = isMoved ? Math.min(wanted, last) : before.position
  if (isMoved) makeRoom(store, before, { parentId: after.parentId, position })
  const { position: _, ...rest } = after
  const row = { ...columnsOf(rest), position }
  store.run(query.updateTable('place').set(row).where('id', '=', before.id))
  return placeIn(store.one(places.where('id', '=', before.id)))
}

/** Those behind its old position close up, those from its new one on make way. */
function makeRoom(store: Store, before: Place, to: Pick<Place, 'parentId' | 'position'>): void {
  const shift = (parentId: number | null, from: number, by: 1 | -1) =>
    store.run(
      query
        .updateTable('place')
        .set({ position: sql`position + ${by}` })
        .where('parentId', 'is', parentId)
        .where('id', '<>', before.id)
        .where('position', '>=', from),
    )
  shift(before.parentId, before.position, -1)
  shift(to.parentId, to.position, 1)
}

/** Takes a place out, and all in it. Nothing may lie there. */
export function removePlaces(store: Store, ids: readonly number[]): void {
  for (const id of ids.toReversed()) store.run(query.deleteFrom('place').where('id', '=', id))
}

/** Codes of places that a staff member keeps. */
export const placesKeptBy = (store: Store, staffId: number): string[] =>
  store
    .all(query.selectFrom('place').select('code').where('keeperId', '=', staffId).orderBy('code'))
    .map(({ code }) => code)

/** Ids of archives that lie at one of these places. */
export const archivesAt = (store: Store, codes: readonly string[]): number[] =>
  store
    .all(query.selectFrom('archive').select('id').where('location', 'in', listed(codes)))
    .map(({ id }) => id)

/** Materials that lie at one of these places: the archive, the sequence number. */
export const materialsAt = (
  store: Store,
  codes: readonly string[],
): { readonly archiveId: number; readonly seq: number }[] =>
  store.all(
    query.selectFrom('material').select(['archiveId', 'seq']).where('place', 'in', listed(codes)),
  )

const listed = (codes: readonly string[]) =>
  sql<string>`(select value from json_each(${JSON.stringify(codes)}))`
