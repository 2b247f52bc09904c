import { readNumbered } from '../domain/inspection.ts'
import { canonicalCode, shelfMeant } from '../domain/place.ts'
import { Refusal } from '../domain/refusal.ts'
import { stocktakeName, type Stocktake } from '../domain/stocktake.ts'
import { hasPlaces, shelvesIn } from '../store/places.ts'
import { stocktakeById, stocktakesIn } from '../store/stocktakes.ts'
import type { Desk, Office } from './desk.ts'
import { textGiven } from './text-given.ts'

/** The stocktake that the line names; the only one that is open, where it names none; else a person is asked. */
export async function stocktakeGiven(desk: Desk, given: string | undefined): Promise<string> {
  if (given !== undefined) return given
  const [only, ...others] = stocktakesIn((await desk.read()).store, { isOpen: true })
  if (only && others.length === 0) return stocktakeName(only.id)
  const message = desk.text.stocktake.stocktake
  return (await desk.ask({ named: { kind: 'text', message, option: '<stocktake>' } }, {})).named
}

/** @throws Refusal stocktake.missing */
export function stocktakeMeant({ store }: Office, given: string): Stocktake {
  const id = readNumbered('C', given)
  const found = id === undefined ? undefined : stocktakeById(store, id)
  if (found) return found
  throw new Refusal('stocktake.missing', {
    stocktake: id === undefined ? given : stocktakeName(id),
  })
}

/** A place by its code; where the office has entered none, words. @throws Refusal place.missing, value.bad */
export function placeCounted({ store }: Office, said: string | undefined): string | null {
  if (said === undefined) return null
  if (hasPlaces(store)) return shelfMeant(shelvesIn(store), said).code
  return canonicalCode(textGiven('--place', said))
}
