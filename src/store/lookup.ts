import type { Archive } from '../domain/archive.ts'
import { canonicalNumber, spelledOut, tailIn } from '../domain/number.ts'
import type { Policy } from '../domain/policy.ts'
import { Refusal } from '../domain/refusal.ts'
import { nearest } from '../domain/suggest.ts'
import { archiveById } from './archives.ts'
import { holderOf } from './numbers.ts'
import { query } from './query.ts'
import type { Store } from './store.ts'

/**
 * The archive meant by what a person typed: in lower case, without its dash, an alias, or an unambiguous tail.
 * @throws Refusal archive.missing, archive.ambiguous
 */
export function archiveOf(store: Store, policy: Policy, text: string): Archive {
  const typed = canonicalNumber(text)
  const ids = [...new Set(meant(store, policy, typed))]
  if (ids.length === 1) return archiveById(store, ids[0] as number) as Archive
  if (ids.length > 1)
    throw new Refusal('archive.ambiguous', { number: text, candidates: numbersOf(store, ids) })
  throw new Refusal('archive.missing', { number: text, suggestion: similar(store, typed) })
}

function meant(store: Store, policy: Policy, typed: string): number[] {
  const exact = holderOf(store, typed)
  if (exact !== undefined) return [exact]
  const patterns = Object.values(policy.types).map((rule) => rule.pattern)
  const spelled = patterns.flatMap((pattern) => spelledOut(pattern, typed))
  const found = held(store, spelled)
  return found.length > 0 ? found : held(store, tails(store, typed))
}

const held = (store: Store, numbers: readonly string[]): number[] =>
  numbers.flatMap((number) => holderOf(store, number) ?? [])

const tails = (store: Store, typed: string): string[] =>
  store
    .all(query.selectFrom('series').select('stem'))
    .flatMap(({ stem }) => tailIn(stem, typed) ?? [])

const numbersOf = (store: Store, ids: readonly number[]): string[] =>
  store
    .all(query.selectFrom('archive').select('number').where('id', 'in', ids.slice(0, 10)))
    .map(({ number }) => number)

/** A number that differs by a slip of the finger, among those of the same beginning. */
function similar(store: Store, typed: string): string | undefined {
  const near = query
    .selectFrom('archive')
    .select('number')
    .where('number', '>=', typed.slice(0, 6))
    .orderBy('number')
    .limit(500)
  return nearest(
    typed,
    store.all(near).map(({ number }) => number),
  )
}
