import type { Archive } from '../domain/archive.ts'
import { canonicalNumber, spelledOut, tailIn } from '../domain/number.ts'
import type { Policy } from '../domain/policy.ts'
import { Refusal } from '../domain/refusal.ts'
import { nearest } from '../domain/suggest.ts'
import { readableLevels, type Operator } from '../domain/staff.ts'
import type { Secrecy } from '../domain/words.ts'
import { archiveById } from './archives.ts'
import { holderOf } from './numbers.ts'
import { query, sql } from './query.ts'
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
  const levels = readableLevels(operator)
  const ids = meant(store, policy, typed, levels)
  if (ids.length === 1) return archiveById(store, ids[0] as number) as Archive
  if (ids.length > 1)
    throw new Refusal('archive.ambiguous', { number: text, candidates: numbersOf(store, ids) })
  throw new Refusal('archive.missing', { number: text, suggestion: similar(store, typed, levels) })
}

function meant(store: Store, policy: Policy, typed: string, levels: readonly Secrecy[]): number[] {
  const whole = writtenOut(store, policy, typed)
  const found = whole.length > 0 ? whole : held(store, tails(store, typed))
  return found.length > 1 ? ofLevels(store, found, levels) : found
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

function ofLevels(store: Store, ids: readonly number[], levels: readonly Secrecy[]): number[] {
  const these = sql<number>`(select value from json_each(${JSON.stringify(ids)}))`
  const asked = query.selectFrom('archive').select('id').where('id', 'in', these)
  return store.all(asked.where('secrecy', 'in', [...levels])).map(({ id }) => id)
}

const tails = (store: Store, typed: string): string[] =>
  store
    .all(query.selectFrom('series').select('stem'))
    .flatMap(({ stem }) => tailIn(stem, typed) ?? [])

const numbersOf = (store: Store, ids: readonly number[]): string[] =>
  store
    .all(query.selectFrom('archive').select('number').where('id', 'in', ids.slice(0, 10)))
    .map(({ number }) => number)

/** A number that differs by a slip of the finger, among those of the same beginning. */
function similar(store: Store, typed: string, levels: readonly Secrecy[]): string | undefined {
  const near = query
    .selectFrom('archive')
    .select('number')
    .where('number', '>=', typed.slice(0, 6))
    .where('secrecy', 'in', [...levels])
    .orderBy('number')
    .limit(500)
  return nearest(
    typed,
    store.all(near).map(({ number }) => number),
  )
}
