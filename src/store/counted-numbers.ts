import { canonicalNumber, spelledOut, tailIn } from '../domain/number.ts'
import type { Policy } from '../domain/policy.ts'
import type { StrayKind } from '../domain/stocktake.ts'
import { query } from './query.ts'
import type { Store } from './store.ts'

/** What a counted number is: an archive of ours, or what else. */
export type Counted = { readonly archiveId: number } | { readonly stray: StrayKind }

/**
 * Reads numbers as they come from a scanner or a hand: in any case and width, without their dash,
 * former ones, unambiguous tails. Made for many: what does not change is asked once.
 */
export function counterOf(store: Store, policy: Policy): (number: string) => Counted {
  const own = store.prepare('SELECT id, status FROM archive WHERE number = ?').raw(true)
  const former = store
    .prepare(
      'SELECT archive.id, archive.status FROM alias JOIN archive ON archive.id = archive_id WHERE alias.number = ?',
    )
    .raw(true)
  const fate = store
    .prepare(`SELECT 1 FROM number_ledger WHERE number = ? AND fate = 'void'`)
    .raw(true)
  const patterns = Object.values(policy.types).map(({ pattern }) => pattern)
  let stems: string[] | undefined
  const tails = (typed: string) => {
    stems ??= store.all(query.selectFrom('series').select('stem')).map(({ stem }) => stem)
    return stems.flatMap((stem) => tailIn(stem, typed) ?? [])
  }
  type Row = readonly [id: number, status: string]
  const exactly = (number: string) => (own.get(number) ?? former.get(number)) as Row | undefined
  const rowsOf = (number: string): Row[] => {
    const row = exactly(number)
    return row ? [row] : []
  }
  const among = (numbers: readonly string[]): Row[] => [
    ...new Map(numbers.flatMap(rowsOf).map((row) => [row[0], row])).values(),
  ]
  return (number) => {
    const typed = canonicalNumber(number)
    const whole = exactly(typed)
    const spelt = whole ? [whole] : among(patterns.flatMap((it) => spelledOut(it, typed)))
    const found = spelt.length > 0 ? spelt : among(tails(typed))
    const [row] = found.length === 1 ? found : []
    if (row) return row[1] === 'destroyed' ? { stray: 'purged' } : { archiveId: row[0] }
    return { stray: fate.get(typed) === undefined ? 'unknown' : 'void' }
  }
}
