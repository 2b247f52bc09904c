import { canonicalNumber } from './number.ts'
import { canonicalCode, type Shelf } from './place.ts'
import type { StocktakeRule } from './policy-inspection.ts'
import type { Policy } from './policy.ts'
import { Refusal } from './refusal.ts'
import { secrecyLevels, type Day, type Secrecy } from './words.ts'

/**
 * What became of an archive in a stocktake. `onLoan`: lent, and not seen; `moved`: it has been given
 * another place, outside what is counted; `merged`: it has gone into another since.
 */
export const stocktakeResults = [
  'missing',
  'misplaced',
  'onLoan',
  'moved',
  'merged',
  'present',
] as const
export type StocktakeResult = (typeof stocktakeResults)[number]

/** Something that was counted and is no archive of ours; `purged`: it ought to be destroyed. */
export const strayKinds = ['purged', 'void', 'unknown'] as const
export type StrayKind = (typeof strayKinds)[number]

/** How many came out how; `unexpected`: seen, though not on the list. */
export type StocktakeCounts = Readonly<
  Record<StocktakeResult | StrayKind | 'unexpected' | 'destroyed', number>
>

/** A comparison of shelves with the register (清点). */
export interface Stocktake {
  readonly id: number
  readonly place: string | null
  readonly type: string | null
  readonly percent: number | null
  readonly seed: number | null
  readonly openedOn: Day
  readonly openedBy: string | null
  readonly expected: number
  readonly closedOn: Day | null
  readonly counters: readonly string[]
  readonly witness: string | null
  readonly counts: StocktakeCounts | null
  readonly droppedBecause: string | null
  readonly auditRun: number | null
}

/** `C2`: how people name a stocktake. */
export const stocktakeName = (id: number): string => `C${id}`

/** @throws Refusal policy.silent */
export function stocktakeRule({ stocktake }: Policy): StocktakeRule {
  if (stocktake) return stocktake
  throw new Refusal('policy.silent', { section: 'stocktake', source: ['S002-5.3-2'] })
}

/** Of each level, the per cent that a sample takes: the more secret, the more (S002-5.3-2). */
export const sharesOf = (
  percent: number,
  { leastPercent = {} }: StocktakeRule,
): Readonly<Record<Secrecy, number>> =>
  Object.fromEntries(
    secrecyLevels.map((level) => [level, Math.max(percent, leastPercent[level] ?? 0)]),
  ) as Record<Secrecy, number>

/** Something may still be counted in it, on that day. @throws Refusal stocktake.closed, date.before-last-act */
export function requireStocktakeOpen(
  { id, closedOn, openedOn: lastAct }: Pick<Stocktake, 'id' | 'closedOn' | 'openedOn'>,
  date: Day,
): void {
  const stocktake = stocktakeName(id)
  if (closedOn !== null) throw new Refusal('stocktake.closed', { stocktake, closedOn })
  if (date < lastAct)
    throw new Refusal('date.before-last-act', { number: stocktake, date, lastAct })
}

/** Whoever witnesses did not count. @throws Refusal stocktake.same-person */
export function requireWitness(counters: readonly string[], witness: string | undefined): void {
  if (witness !== undefined && counters.includes(witness))
    throw new Refusal('stocktake.same-person', { name: witness })
}

/**
 * What a scanner or a person gave, as numbers are kept: without the mark by which a scanner names
 * the kind of bar code (`]C1`), controls, and quotes; '' where nothing is left.
 */
export const scannedNumber = (raw: string): string =>
  canonicalNumber(raw.replace(/^\][A-Za-z]\d/, '').replaceAll(/[\p{Cc}\p{Cf}"'“”]/gu, ''))

/** Longer than any number; what is read from elsewhere is not copied into the file. */
const longest = 64

/**
 * A number that nobody knows, as it is kept. What looks like a telephone or an identity number was
 * scanned by mistake: it may be a customer's, and only its ends are kept (SPEC 15.5).
 */
export function strayText(number: string): string {
  const signs = [...number]
  const text = signs.length > longest ? `${signs.slice(0, longest - 1).join('')}…` : number
  if (/^\+?\d{10,18}[\dX]?$/.test(text) || text.includes('@'))
    return `${text.slice(0, 3)}…${text.slice(-2)}`
  return text
}

/** Do the two places differ? One that is in the other does not, nor do words that say the same. */
export function areApart(
  shelves: ReadonlyMap<string, Shelf>,
  seen: string,
  registered: string,
): boolean {
  if (canonicalCode(seen) === canonicalCode(registered)) return false
  const [one, other] = [shelves.get(seen), shelves.get(registered)]
  if (!one || !other) return true
  const isIn = (inner: Shelf, outer: Shelf) => inner.path.some(({ id }) => id === outer.id)
  return !isIn(one, other) && !isIn(other, one)
}
