import type { Archive } from '../domain/archive.ts'
import { keysOf, type Keys } from '../domain/duplicates.ts'
import { keyingDifferences } from '../domain/policy-keying.ts'
import type { Policy } from '../domain/policy.ts'
import { everyArchive } from './archives.ts'
import { query } from './query.ts'
import type { Store } from './store.ts'

/**
 * Makes the keys of comparison of every archive anew where `after` makes them otherwise than
 * `before`, under which they were made. In the transaction that adopts `after`. Search terms do not
 * hang on the policy.
 * Returns how many archives that touched; their versions stay as they are: nothing was said of them.
 */
export function rekey(store: Store, before: Policy, after: Policy): number {
  if (keyingDifferences(before, after).length === 0) return 0
  let touched = 0
  for (const archive of everyArchive(store))
    if (rekeyOne(store, archive, before, after)) touched += 1
  return touched
}

function rekeyOne(store: Store, archive: Archive, before: Policy, after: Policy): boolean {
  const keys = keysOf(archive, after)
  const newKeys = !sameKeys(keysOf(archive, before), keys)
  if (newKeys) store.run(query.updateTable('archive').set(keys).where('id', '=', archive.id))
  return newKeys
}

const sameKeys = (one: Keys, other: Keys): boolean =>
  one.nameKey === other.nameKey &&
  one.phoneKey === other.phoneKey &&
  one.identity === other.identity &&
  one.businessKey === other.businessKey
