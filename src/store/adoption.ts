import { createHash } from 'node:crypto'
import { planAdoption, type AdoptionPlan, type AdoptionWish } from '../domain/policy-adoption.ts'
import type { Policy, PolicyVersion } from '../domain/policy.ts'
import { tracesMore } from '../domain/tracing.ts'
import type { Day } from '../domain/words.ts'
import { enter, type Hand } from './journal.ts'
import { adoptPolicy, policyOf, policyVersions, rulesSeal } from './policies.ts'
import { actsSince, usesOf } from './policy-uses.ts'
import { moveDerived } from './policy-effects.ts'
import { rekey } from './rekey.ts'
import type { Store } from './store.ts'
import { retrace, tracedOf } from './traces.ts'

/** Every version with its rules. */
export const versionsWithRules = (store: Store): PolicyVersion[] =>
  policyVersions(store).map(({ version, effectiveFrom }) => ({
    version,
    effectiveFrom,
    policy: policyOf(store, version) as Policy,
  }))

/** What adopting would do, as the register stands now. @throws the refusals of `planAdoption` */
export const adoptionPlan = (store: Store, wish: AdoptionWish, realToday: Day): AdoptionPlan =>
  planAdoption(wish, {
    versions: versionsWithRules(store),
    realToday,
    actsSince: actsSince(store, wish.effectiveFrom),
    inUse: (drops) => usesOf(store, drops),
  })

/** What was adopted: its version, and how many archives got new keys. */
export interface Adoption {
  readonly version: number
  readonly plan: AdoptionPlan
  readonly rekeyed: number
  /** Archives whose retention or next review moved. */
  readonly moved: number
}

/**
 * Adopts a policy, keeps the register's keys in step with it, and enters the act; in the caller's
 * transaction. The entry seals the document by its hash.
 */
export function adopt(
  store: Store,
  hand: Hand,
  wish: AdoptionWish & { readonly document: string },
  realToday: Day,
): Adoption {
  const plan = adoptionPlan(store, wish, realToday)
  const { effectiveFrom, policy, document } = wish
  const reason = wish.reason ?? null
  const traced = tracedOf(store)
  const version = adoptPolicy(store, {
    effectiveFrom,
    policy,
    document,
    reason,
    adoptedOn: hand.today,
  })
  if (tracesMore(tracedOf(store), traced)) retrace(store)
  const rekeyed = rekey(store, plan.today.before, plan.today.after)
  const moved = moveDerived(store, plan.today.before, plan.today.after, realToday)
  const sha256 = createHash('sha256').update(document).digest('hex')
  const { replaces } = plan
  const detail = {
    version,
    policy: policy.policy,
    effectiveFrom,
    reason,
    replaces,
    rekeyed,
    moved,
    sha256,
    rules: rulesSeal(store, version),
  }
  const parts = [{ archiveId: 0, detail }]
  enter(store, hand, { action: 'policy.adopt', object: `policy ${version}`, parts })
  return { version, plan, rekeyed, moved }
}
