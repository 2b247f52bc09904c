import type { Archive } from '../domain/archive.ts'
import { lapsed } from '../domain/secrecy-term.ts'
import type { Day } from '../domain/words.ts'
import { archivesById } from './archives.ts'
import { writeChanges, type Ledger } from './changes.ts'
import type { Hand } from './journal.ts'
import { policyInForce } from './policies.ts'
import { query } from './query.ts'

/**
 * Lowers the archives whose term of secrecy is over, as the program's own act: one entry for all
 * (S003-7.3.4-2). `today` is the day that it really is. Done at the first write of a day; whoever
 * comes later finds nothing to do. Gives the archives as they are now.
 */
export function declassify(
  ledger: Omit<Ledger, 'policy' | 'hand'> & { readonly hand: Omit<Hand, 'staffId'> },
  today: Day,
): readonly Archive[] {
  const { store } = ledger
  if (idsOver(ledger, today).length === 0) return []
  return store.transact(() => {
    const { policy, version } = policyInForce(store, today)
    const hand = { ...ledger.hand, staffId: null, today, policyVersion: version }
    const archives = archivesById(store, idsOver(ledger, today))
    const changes = [...archives.values()].map((before) => ({
      before,
      after: lapsed(before, policy, today),
      remarks: { rule: policy.secrecy?.levels[before.secrecy]?.source },
    }))
    return writeChanges({ ...ledger, policy, hand }, changes, 'archive.declassify')
  })
}

const idsOver = ({ store }: Pick<Ledger, 'store'>, today: Day): number[] =>
  store
    .all(
      query
        .selectFrom('archive')
        .select('id')
        .where('secrecyUntil', '<', today)
        .where('status', '<>', 'destroyed')
        .orderBy('id'),
    )
    .map(({ id }) => id)
