import { keysOf, likenesses, type Keys, type Likeness } from '../domain/duplicates.ts'
import type { Archive, ArchiveContents } from '../domain/archive.ts'
import type { Policy } from '../domain/policy.ts'
import { Refusal, type DuplicateFact } from '../domain/refusal.ts'
import type { ReadingRights } from '../domain/reading-rights.ts'
import type { Operator } from '../domain/staff.ts'
import { query } from './query.ts'
import { readableArchives } from './readable.ts'
import type { Store } from './store.ts'

/** Who looks for the same customer, under the policy that keys are kept by. */
export interface Looking {
  readonly store: Store
  readonly keyingPolicy: Policy
  readonly operator: Operator
}

/**
 * Archives that look like `archive`'s customer, the surest reason first (SPEC section 5). Those that
 * the operator may not read stand as one, without number and name: that there is one, and no more.
 */
export function lookalikes(looking: Looking, archive: ArchiveContents): DuplicateFact[] {
  const { store, keyingPolicy, operator } = looking
  const keys = keysOf(archive, keyingPolicy)
  const ways = likenesses(archive.type, keyingPolicy)
  const found = ways.flatMap((way) =>
    alike(store, operator.rights, way, keys).map((it) => ({ ...it, because: way.because })),
  )
  const shown = found.map((it) =>
    it.isReadable ? it : { ...it, id: hidden, number: null, name: '' },
  )
  return shown
    .filter((one, at) => shown.findIndex(({ id }) => id === one.id) === at)
    .map(({ number, name, because }) => ({ number, name, because }))
}

/**
 * An archive must not come to carry the identity or business key of another: that is the same customer.
 * @throws Refusal identity.taken
 */
export function requireIdentityFree(looking: Looking, before: Archive, after: Archive): void {
  const { store, keyingPolicy, operator } = looking
  const [was, is] = [keysOf(before, keyingPolicy), keysOf(after, keyingPolicy)]
  for (const because of ['identity', 'businessKey'] as const) {
    if (is[because] === was[because]) continue
    const holder = alike(store, operator.rights, { keys: [because] }, is).find(
      ({ id }) => id !== after.id,
    )
    if (!holder) continue
    const named = holder.isReadable ? holder.number : null
    throw new Refusal('identity.taken', { number: after.number, holder: named, because })
  }
}

/** Stands for the id of every archive that is not to be told of. */
const hidden = 0

/** More than anybody wants to read. */
const most = 10

interface Found {
  readonly id: number
  readonly number: string
  readonly name: string
  /** By whoever looks. */
  readonly isReadable: boolean
}

function alike(
  store: Store,
  rights: ReadingRights,
  { keys: columns }: Pick<Likeness, 'keys'>,
  keys: Keys,
): Found[] {
  const asked = columns.flatMap((column) => column ?? [])
  if (asked.some((column) => keys[column] === null)) return []
  const base = query
    .selectFrom('archive')
    .select(['id', 'number', 'name', readableArchives(rights).as('isReadable')])
    .limit(most)
  const narrowed = asked.reduce((it, column) => it.where(column, '=', keys[column]), base)
  return store.all(narrowed).map(({ name, isReadable, ...row }) => ({
    ...row,
    name: name ?? '',
    isReadable: Boolean(isReadable),
  }))
}
