import { keysOf, nameTells } from '../domain/duplicates.ts'
import type { Archive, ArchiveContents } from '../domain/archive.ts'
import type { Policy } from '../domain/policy.ts'
import { Refusal, type DuplicateFact } from '../domain/refusal.ts'
import type { Secrecy } from '../domain/words.ts'
import { query } from './query.ts'
import type { Store } from './store.ts'

/** An archive that looks like the same customer. */
export interface Lookalike extends DuplicateFact {
  readonly id: number
  readonly secrecy: Secrecy
}

/** Archives that look like `archive`'s customer, the surest reason first (SPEC section 5). */
export function lookalikes(store: Store, archive: ArchiveContents, policy: Policy): Lookalike[] {
  const keys = keysOf(archive, policy)
  const found = [
    ...alike(store, 'identity', { identity: keys.identity }),
    ...alike(store, 'businessKey', { businessKey: keys.businessKey }),
    ...alike(store, 'phoneAndName', { phoneKey: keys.phoneKey, nameKey: keys.nameKey }),
    ...(nameTells(archive.type, policy) ? alike(store, 'name', { nameKey: keys.nameKey }) : []),
  ]
  return found.filter((one, at) => found.findIndex(({ id }) => id === one.id) === at)
}

/**
 * An archive must not come to carry the identity or business key of another: that is the same customer.
 * @throws Refusal identity.taken
 */
export function requireIdentityFree(
  store: Store,
  before: Archive,
  after: Archive,
  policy: Policy,
): void {
  const [was, is] = [keysOf(before, policy), keysOf(after, policy)]
  for (const because of ['identity', 'businessKey'] as const) {
    const key = is[because]
    if (key === null || key === was[because]) continue
    const holder = alike(store, because, { [because]: key }).find(({ id }) => id !== after.id)
    if (holder)
      throw new Refusal('identity.taken', { number: after.number, holder: holder.number, because })
  }
}

type KeyColumn = 'identity' | 'businessKey' | 'phoneKey' | 'nameKey'

/** More than anybody wants to read. */
const most = 10

function alike(
  store: Store,
  because: DuplicateFact['because'],
  keys: Partial<Record<KeyColumn, string | null>>,
): Lookalike[] {
  if (Object.values(keys).includes(null)) return []
  const base = query.selectFrom('archive').select(['id', 'number', 'name', 'secrecy']).limit(most)
  const asked = Object.entries(keys).reduce(
    (narrowed, [column, key]) => narrowed.where(column as KeyColumn, '=', key as string),
    base,
  )
  return store.all(asked).map((row) => ({ ...row, name: row.name ?? '', because }))
}
