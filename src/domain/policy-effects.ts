import type { Archive } from './archive.ts'
import { completenessOf } from './completeness.ts'
import { isOpen } from './closing.ts'
import type { Policy } from './policy.ts'
import { retainUntil, retentionRuleOf } from './retention.ts'
import { nextReview } from './review.ts'
import { exceeds, type Day, type Secrecy } from './words.ts'

/** A day or level of an archive that another policy would have otherwise, and which rule says so. */
export interface PolicyEffect {
  readonly key: 'retainUntil' | 'nextReviewOn' | 'secrecy'
  readonly before: string | null
  readonly after: string | null
  /** Where in the policy: `retention.classes.general`. */
  readonly at: string
  /** The clauses of that rule. */
  readonly source: readonly string[]
}

/** How an archive would stand under `after` instead of `before` (SPEC section 4); nothing where nothing moves. */
export function effectsOf(
  archive: Archive,
  before: Policy,
  after: Policy,
  today: Day,
): readonly PolicyEffect[] {
  if (archive.status === 'destroyed') return []
  const all = [
    retentionEffect(archive, before, after),
    reviewEffect(archive, before, after, today),
    secrecyEffect(archive, before, after),
  ]
  return all.filter((it) => it !== undefined && it.before !== it.after) as PolicyEffect[]
}

/**
 * The days that follow from the policy, as they are to be. The level of an archive stays: that is
 * somebody's decision, and `classify` is where it is made.
 */
export const moved = (effects: readonly PolicyEffect[]): Partial<Archive> =>
  Object.fromEntries(
    effects.filter(({ key }) => key !== 'secrecy').map(({ key, after }) => [key, after]),
  )

/** May anything that follows from the policy differ at all? Saves reading a million archives. */
export const movesNothing = (before: Policy, after: Policy): boolean =>
  [before, after].map(decisive).every((it, _, [first]) => it === first)

const decisive = ({ retention, review, importances, types }: Policy): string =>
  JSON.stringify([
    retention,
    review,
    Object.entries(importances ?? {}).map(([key, { strict }]) => [key, strict]),
    Object.entries(types).map(([key, { required }]) => [key, required]),
  ])

/** What a merge took over from the other archive may last longer than the rule says: it is not cut short. */
function retentionEffect(archive: Archive, before: Policy, after: Policy): PolicyEffect {
  const { retentionClass, retainUntil: stands } = archive
  const rule = retentionRuleOf(after, retentionClass)
  const was = retainUntil(retentionRuleOf(before, retentionClass), archive)
  const is = retainUntil(rule, archive)
  const isOwn = stands === was
  const wins = was !== is && (isOwn || is === null || (stands !== null && stands < is))
  const at = `retention.classes.${retentionClass ?? ''}`
  const { source = after.retention?.source ?? [] } = rule ?? {}
  return { key: 'retainUntil', before: stands, after: wins ? is : stands, at, source }
}

/** A stricter cycle brings the next review nearer; a laxer one waits for it (S000-4.4-2). */
function reviewEffect(archive: Archive, before: Policy, after: Policy, today: Day): PolicyEffect {
  const { importance, nextReviewOn: stands } = archive
  const [was, is] = [before, after].map((policy) => {
    const complete = completenessOf(archive, policy).missing.length === 0
    return nextReview(policy, { importance, complete }, today)
  }) as [Day | null, Day | null]
  const after_ = reviewOn(archive, was, is)
  const source = (after.review ?? before.review)?.source ?? []
  return { key: 'nextReviewOn', before: stands, after: after_, at: 'review', source }
}

function reviewOn(archive: Archive, was: Day | null, is: Day | null): Day | null {
  const { nextReviewOn: stands } = archive
  if (was === is || !isOpen(archive)) return stands
  return is === null || stands === null || is < stands ? is : stands
}

/** Archives below the level that the new policy gives to their type, and did not before. */
function secrecyEffect(archive: Archive, before: Policy, after: Policy): PolicyEffect {
  const { type, secrecy } = archive
  const [was, is] = [levelFor(before, type), levelFor(after, type)]
  const isRaised = exceeds(is, was) && exceeds(is, secrecy)
  const ofType = after.types[type]
  const at = ofType?.secrecy ? `types.${type}.secrecy` : 'secrecy.default'
  const source = (ofType?.secrecy ? ofType.source : after.secrecy?.source) ?? []
  return { key: 'secrecy', before: secrecy, after: isRaised ? is : secrecy, at, source }
}

const levelFor = ({ types, secrecy }: Policy, type: string): Secrecy =>
  types[type]?.secrecy ?? secrecy?.default ?? 'none'
