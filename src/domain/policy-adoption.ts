import { comparePolicies, type PolicyChange } from './policy-compare.ts'
import { dropsOf, type Drop, type DropInUse } from './policy-drops.ts'
import { laterKeying } from './policy-keying.ts'
import { policyOn, type Policy, type PolicyVersion } from './policy.ts'
import { Refusal } from './refusal.ts'
import type { Day } from './words.ts'

/** A policy that somebody wants to put in force from a day on. */
export interface AdoptionWish {
  readonly policy: Policy
  readonly effectiveFrom: Day
  readonly reason: string | undefined
}

/** What the register knows that decides. */
export interface Circumstances {
  readonly versions: readonly PolicyVersion[]
  /** The day it really is. */
  readonly realToday: Day
  /** How many acts are dated on `effectiveFrom` or later. */
  readonly actsSince: number
  /** How much each drop is in use; what is not in use is left out. */
  readonly inUse: (drops: readonly Drop[]) => readonly DropInUse[]
}

/** What adopting would do; shown first, done second. */
export interface AdoptionPlan {
  /** The version that would be in force on that day otherwise: what the changes are measured by. */
  readonly from: PolicyVersion
  readonly changes: readonly PolicyChange[]
  /** The version, not yet in force, in whose place it comes. */
  readonly replaces: number | null
  /** Values in use that the policy no longer names; they stay as they are. */
  readonly dropped: readonly DropInUse[]
  /** The policies in force today before and after: where they differ in keying, keys are made anew. */
  readonly today: { readonly before: Policy; readonly after: Policy }
}

/**
 * Plans the adoption of a policy (SPEC section 4, S000-6.1).
 * @throws Refusal policy.same-day, policy.unchanged, policy.acts-judged, policy.in-use, policy.keys-later
 */
export function planAdoption(wish: AdoptionWish, known: Circumstances): AdoptionPlan {
  const { versions, realToday } = known
  const { effectiveFrom, policy } = wish
  const replaces = replacedBy(effectiveFrom, known)
  const from = policyOn(versions, effectiveFrom) as PolicyVersion
  const changes = comparePolicies(from.policy, policy)
  if (changes.length === 0)
    throw new Refusal('policy.unchanged', { version: from.version, effectiveFrom })
  requireReason(wish, known)
  const made = { version: nextVersion(versions), effectiveFrom, policy }
  const after = [...versions, made]
  const dropped = dropsInUse(policy, known)
  const turn = laterKeying(after, realToday)
  if (turn) throw new Refusal('policy.keys-later', { ...turn, today: realToday })
  const inForce = (list: readonly PolicyVersion[]) =>
    (policyOn(list, realToday) as PolicyVersion).policy
  const today = { before: inForce(versions), after: inForce(after) }
  return { from, changes, replaces, dropped, today }
}

/** Two versions may not start on one day, unless the first is still to come and is replaced. */
function replacedBy(on: Day, { versions, realToday }: Circumstances): number | null {
  const there = versions.filter(({ effectiveFrom }) => effectiveFrom === on)
  const version = there.toSorted((a, b) => b.version - a.version)[0]?.version
  if (version === undefined) return null
  if (on <= realToday) throw new Refusal('policy.same-day', { version, effectiveFrom: on })
  return version
}

/** What was done under the old rules is judged anew only for a reason. */
function requireReason(wish: AdoptionWish, { realToday, actsSince }: Circumstances): void {
  const { effectiveFrom, reason } = wish
  if (effectiveFrom >= realToday || actsSince === 0 || reason) return
  throw new Refusal('policy.acts-judged', { effectiveFrom, acts: actsSince })
}

/** Values in use may come from any version that was ever in force. */
function dropsInUse(policy: Policy, { versions, inUse }: Circumstances): readonly DropInUse[] {
  const drops = versions.flatMap((version) => dropsOf(version.policy, policy))
  const used = inUse([...new Map(drops.map((drop) => [drop.at, drop])).values()])
  const binding = used.filter(({ isBinding }) => isBinding)
  if (binding.length > 0) throw new Refusal('policy.in-use', { uses: binding })
  return used
}

const nextVersion = (versions: readonly PolicyVersion[]): number =>
  Math.max(0, ...versions.map(({ version }) => version)) + 1

/** How a version stands on a day: in force, still to come, over, or replaced before its time came. */
export type Standing = 'inForce' | 'coming' | 'past' | 'replaced'

export function standingOf(
  version: PolicyVersion,
  versions: readonly PolicyVersion[],
  today: Day,
): Standing {
  const { effectiveFrom } = version
  if (policyOn(versions, today)?.version === version.version) return 'inForce'
  if (policyOn(versions, effectiveFrom ?? '')?.version !== version.version) return 'replaced'
  return effectiveFrom !== null && effectiveFrom > today ? 'coming' : 'past'
}
