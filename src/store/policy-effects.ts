import type { SqlBool } from 'kysely'
import { addDays } from '../domain/day.ts'
import { effectsOf, moved, movesNothing } from '../domain/policy-effects.ts'
import { policyOn, type Policy, type PolicyVersion } from '../domain/policy.ts'
import type { Day } from '../domain/words.ts'
import { everyArchive } from './archives.ts'
import { enter, type Hand } from './journal.ts'
import { policyOf, policyVersions } from './policies.ts'
import { query, sql } from './query.ts'
import type { Store } from './store.ts'

/**
 * Brings the days that follow from the policy (`retainUntil`, `nextReviewOn`) from `before` to `after`,
 * in the transaction by which `after` comes into force. The one place where they move without a change
 * of the archive. Returns how many moved; their versions stay: nothing was said of them.
 */
export function moveDerived(store: Store, before: Policy, after: Policy, today: Day): number {
  if (movesNothing(before, after)) return 0
  let count = 0
  for (const archive of everyArchive(store)) {
    const days = moved(effectsOf(archive, before, after, today))
    if (Object.keys(days).length === 0) continue
    store.run(
      query
        .updateTable('archive')
        .set(days as object)
        .where('id', '=', archive.id),
    )
    count += 1
  }
  return count
}

/**
 * A version that was adopted for a day to come takes effect at the first write on or after that day:
 * each once, in order, entered as the program's own act.
 */
export function bringIntoForce(store: Store, hand: Omit<Hand, 'staffId'>, today: Day): void {
  const due = policyVersions(store)
    .filter(({ effectiveFrom, adoptedOn }) => effectiveFrom !== null && effectiveFrom > adoptedOn)
    .filter(({ effectiveFrom }) => (effectiveFrom as Day) <= today)
    .toSorted((a, b) => ((a.effectiveFrom as Day) < (b.effectiveFrom as Day) ? -1 : 1))
  for (const { version, effectiveFrom } of due)
    if (!isApplied(store, version))
      store.transact(() => apply(store, { ...hand, staffId: null }, version, effectiveFrom as Day))
}

const isApplied = (store: Store, version: number): boolean =>
  store.first(
    query
      .selectFrom('journal')
      .select('seq')
      .where(sql<SqlBool>`action = 'policy.apply'`) // a literal, for the index to be used
      .where('object', '=', `policy ${version}`),
  ) !== undefined

/** Another process may have been quicker. A version that was replaced before its day moves nothing. */
function apply(store: Store, hand: Hand, version: number, from: Day): void {
  if (isApplied(store, version)) return
  const versions = policyVersions(store).map((it): PolicyVersion => ({
    ...it,
    policy: {} as Policy,
  }))
  const rules = (day: Day) => policyOf(store, policyOn(versions, day)?.version ?? 1) as Policy
  const isReplaced = policyOn(versions, from)?.version !== version
  const count = isReplaced
    ? 0
    : moveDerived(store, rules(addDays(from, -1)), rules(from), hand.today)
  const parts = [{ archiveId: 0, detail: { version, moved: count } }]
  enter(store, hand, { action: 'policy.apply', object: `policy ${version}`, parts })
}
