import type { Archive } from '../domain/archive.ts'
import { canonicalNumber, spelledOut, tailIn } from '../domain/number.ts'
import type { Policy } from '../domain/policy.ts'
import { Refusal } from '../domain/refusal.ts'
import { nearest } from '../domain/suggest.ts'
import type { ReadingRights } from '../domain/reading-rights.ts'
import type { Operator } from '../domain/staff.ts'
import { archiveById } from './archives.ts'
import { holderOf } from './numbers.ts'
import { query } from './query.ts'
import { readableAmong, readableArchives } from './readable.ts'
import type { Store } from './store.ts'

/** Where an archive is looked up, and for whom. */
export interface Asking {
  readonly store: Store
  readonly policy: Policy
  readonly operator: Operator
}

/**
 * The archive meant by what a person typed: in lower case, without its dash, an alias, or an unambiguous tail.
 * Where several fit, those that the operator may not read are neither chosen nor offered.
 * @throws Refusal archive.missing, archive.ambiguous
 */
export function archiveOf({ store, policy, operator }: Asking, text: string): Archive {
  const typed = canonicalNumber(text)
  const { rights } = operator
  const ids = meant(store, policy, typed, rights)
  if (ids.length === 1) return archiveById(store, ids[0] as number) as Archive
  if (ids.length > 1)
    throw new Refusal('archive.ambiguous', { number: text, candidates: numbersOf(store, ids) })
  throw new Refusal('archive.missing', { number: text, suggestion: similar(store, typed, rights) })
}

function meant(store: Store, policy: Policy, typed: string, rights: ReadingRights): number[] {
  const whole = writtenOut(store, policy, typed)
  const found = whole.length > 0 ? whole : held(store, tails(store, typed))
  return found.length > 1 ? [...readableAmong(store, rights, found)] : found
}

/** The archives of a number that is whole, but perhaps without its dash; several: an org code may end in digits. */
function writtenOut(store: Store, policy: Policy, typed: string): number[] {
  const exact = holderOf(store, typed)
  if (exact !== undefined) return [exact]
  const patterns = Object.values(policy.types).map((rule) => rule.pattern)
  return held(
    store,
    patterns.flatMap((pattern) => spelledOut(pattern, typed)),
  )
}

/** The id of the one archive that carries a number as a list writes it: in any case and width, with its dash or without. */
export function holderNamed(store: Store, policy: Policy, text: string): number | undefined {
  const [id, ...others] = writtenOut(store, policy, canonicalNumber(text))
  return others.length > 0 ? undefined : id
}

/** Each once. */
const held = (store: Store, numbers: readonly string[]): number[] => [
  ...new Set(numbers.flatMap((number) => holderOf(store, number) ?? [])),
]

const tails = (store: Store, typed: string): string[] =>
  store
    .all(query.selectFrom('series').select('stem'))
    .flatMap(({ stem }) => tailIn(stem, typed) ?? [])

const numbersOf = (store: Store, ids: readonly number[]): string[] =>
  store
    .all(query.selectFrom('archive').select('number').where('id', 'in', ids.slice(0, 10)))
    .map(({ number }) => number)

/** A number that differs by a slip of the finger, among those of the same beginning. */
function similar(store: Store, typed: string, rights: ReadingRights): string | undefined {
  const near = query
    .selectFrom('archive')
    .select('number')
    .where('number', '>=', typed.slice(0, 6))
    .where(readableArchives(rights))
    .orderBy('number')
    .limit(500)
  return nearest(
    typed,
    store.all(near).map(({ number }) => number),
  )
}
