import type { MaterialContents } from './material.ts'
import { isForHoldings, roomIn, type Shelf } from './place.ts'
import type { Policy } from './policy.ts'
import { Refusal } from './refusal.ts'
import type { Secrecy } from './words.ts'

/** An archive, or a material of one, that is to lie somewhere. */
export interface Holding {
  /** `RG2025-0001`, `RG2025-0001/3`. */
  readonly name: string
  readonly secrecy: Secrecy
  /** Of a material: its kind in the policy. */
  readonly kind: string | null
}

/** Must things of this level lie in places marked for them (S001-22-2)? */
const liesApart = (secrecy: Secrecy, policy: Policy): boolean =>
  policy.storage?.apart?.levels?.includes(secrecy) === true

/** Must it lie in a safe, under a keeper (S003-15.5-4)? */
const isLockedAway = (kind: string | null, policy: Policy): boolean =>
  kind !== null && policy.storage?.apart?.kinds?.includes(kind) === true

/** Of documents the originals are locked away; a copy, or a file of one, is not worth a safe. */
export const belongsInSafe = (
  { kind, form, medium }: Pick<MaterialContents, 'kind' | 'form' | 'medium'>,
  policy: Policy,
): boolean => form === 'original' && medium !== 'electronic' && isLockedAway(kind, policy)

/** What stands against a holding's lying on a shelf; undefined: nothing. */
export function objectionTo(holding: Holding, shelf: Shelf, policy: Policy): Refusal | undefined {
  return againstMixing(holding, shelf, policy) ?? againstCrowding(shelf)
}

function againstMixing({ name, secrecy, kind }: Holding, shelf: Shelf, policy: Policy) {
  const { code: place, apart, keeper, isLocked } = shelf
  const source = policy.storage?.apart?.source ?? []
  const mustBeApart = liesApart(secrecy, policy)
  if (isLockedAway(kind, policy) && !isLocked)
    return new Refusal('place.not-locked', { name, place, source })
  if (apart === null ? mustBeApart : !apart.includes(secrecy))
    return apart === null
      ? new Refusal('place.not-apart', { name, place, secrecy, source })
      : new Refusal('place.apart', { name, place, secrecy, levels: apart, source })
  if ((mustBeApart || isLockedAway(kind, policy)) && keeper === null)
    return new Refusal('place.no-keeper', { place, source })
  return undefined
}

function againstCrowding(shelf: Shelf): Refusal | undefined {
  const { code: place, capacity, within } = shelf
  if (!isForHoldings(shelf)) return new Refusal('place.divided', { place, within })
  return roomIn(shelf) === 0
    ? new Refusal('place.full', { place, capacity: capacity ?? 0 })
    : undefined
}

/**
 * What stands against words for a location that are no known place; undefined: they may stand as
 * they are. `place` is what was said.
 */
export function objectionToWords(
  { name, secrecy, kind }: Holding,
  place: string,
  policy: Policy,
): Refusal | undefined {
  const { knownPlaces, apart, source = [] } = policy.storage ?? {}
  if (knownPlaces) return new Refusal('place.unknown', { name, place, source })
  if (isLockedAway(kind, policy))
    return new Refusal('place.not-locked', { name, place, source: apart?.source ?? [] })
  return liesApart(secrecy, policy)
    ? new Refusal('place.not-apart', { name, place, secrecy, source: apart?.source ?? [] })
    : undefined
}

/**
 * Does something lie where it must not (S001-22-2)? `shelf` is where it lies, undefined where
 * nobody knows that place. A shelf that is too full is no matter of the thing on it.
 */
export const isMisplaced = (holding: Holding, shelf: Shelf | undefined, policy: Policy): boolean =>
  shelf
    ? againstMixing(holding, shelf, policy) !== undefined
    : liesApart(holding.secrecy, policy) || isLockedAway(holding.kind, policy)

/**
 * The place for what comes next: of those that it may lie on the last that holds something, or the
 * first behind it that has room; where all behind are full, the first gap (S001-7-1, S002-4.1-3).
 * @throws Refusal place.none-free
 */
export function nextFree(shelves: readonly Shelf[], holding: Holding, policy: Policy): Shelf {
  const fit = shelves.filter(
    (shelf) => isForHoldings(shelf) && !againstMixing(holding, shelf, policy),
  )
  const last = fit.findLastIndex(({ used }) => used > 0)
  const inTurn = [...fit.slice(Math.max(0, last)), ...fit.slice(0, Math.max(0, last))]
  const free = inTurn.find((shelf) => roomIn(shelf) !== 0)
  if (free) return free
  throw new Refusal('place.none-free', { secrecy: holding.secrecy, places: fit.length })
}

/**
 * Nobody but its keeper is in the store-room alone, where the policy says so (S000-4.6-5).
 * @throws Refusal place.no-keeper, place.escort
 */
export function requireEscort(
  visit: {
    readonly place: string
    readonly visitor: string
    readonly escort: string | undefined
    readonly keeper: string | undefined
  },
  policy: Policy,
): void {
  const rule = policy.storage?.admission
  if (!rule) return
  const { place, visitor, escort, keeper } = visit
  const { source = [] } = rule
  if (keeper === undefined) throw new Refusal('place.no-keeper', { place, source })
  if (visitor !== keeper && escort !== keeper)
    throw new Refusal('place.escort', { place, visitor, source })
}
