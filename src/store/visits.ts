import { query } from './query.ts'
import type { PlaceVisitRow } from './place-tables.ts'
import type { Store } from './store.ts'

/** Somebody's visit to a store-room. */
export type Visit = Omit<PlaceVisitRow, 'id'> & { readonly id: number }

export function addVisit(store: Store, visit: Omit<Visit, 'id'>): Visit {
  const { lastId } = store.run(query.insertInto('placeVisit').values(visit))
  return { ...visit, id: lastId }
}

/** Visits, newest first; `place`: to this one only. */
export function visits(store: Store, place: string | undefined): Visit[] {
  const all = query.selectFrom('placeVisit').selectAll().orderBy('visitedOn', 'desc')
  const ordered = all.orderBy('id', 'desc')
  return store.all(place === undefined ? ordered : ordered.where('place', '=', place))
}
