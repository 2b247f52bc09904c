import { isSettable, type Archive, type Contact } from './archive.ts'
import { contactsIn } from './contact-cell.ts'
import { completenessOf } from './completeness.ts'
import type { Policy } from './policy.ts'
import { retainUntil, retentionRuleOf } from './retention.ts'
import { nextReview } from './review.ts'
import { termOf } from './secrecy-term.ts'
import { exceeds, type Day, type Secrecy } from './words.ts'

/** Values to be set, by key; '' takes a value away. */
export type Changes = ReadonlyMap<string, string>

/** Never empty: taking one of them away leaves it as it was. */
export const neededKeys: ReadonlySet<string> = new Set(['name', 'type', 'openedOn'])

/** The archive with values set, and everything that follows from them derived again. */
export function changed(archive: Archive, changes: Changes, policy: Policy, today: Day): Archive {
  const standard: Record<string, string | null> = {}
  const fields = new Map(Object.entries(archive.fields))
  let { contacts } = archive
  for (const [key, value] of changes) {
    if (key === 'contact') contacts = withContact(contacts, value)
    else if (key === 'contacts') contacts = contactsIn(value)
    else if (!isSettable(key)) set(fields, key, value)
    else if (value !== '' || !neededKeys.has(key)) standard[key] = value || null
  }
  const said = { ...archive, ...standard, contacts, fields: Object.fromEntries(fields) } as Archive
  return derived(archive, withDefaults(archive, said, changes, { policy, today }), policy, today)
}

const set = (fields: Map<string, string>, key: string, value: string): void => {
  if (value === '') fields.delete(key)
  else fields.set(key, value)
}

const withContact = (contacts: readonly Contact[], name: string): readonly Contact[] =>
  name === '' || contacts.some((contact) => contact.name === name)
    ? contacts
    : [...contacts, { name }]

/** What was taken away and must be something falls back to the policy; a new type brings its own defaults. */
function withDefaults(
  before: Archive,
  said: Archive,
  changes: Changes,
  { policy, today }: Rules,
): Archive {
  const retyped = said.type !== before.type
  const level = levelFor(said.type, policy)
  const raised = retyped && !changes.has('secrecy') && exceeds(level, before.secrecy)
  const byDefault = before.retentionClass === classFor(before.type, policy)
  const reclassed = retyped && byDefault && !changes.has('retentionClass')
  const secrecy = raised ? level : ((said.secrecy as Secrecy | null) ?? level)
  return {
    ...said,
    secrecy,
    secrecyUntil: untilAfter(before, { ...said, secrecy }, changes, { policy, today }),
    retentionClass: reclassed
      ? classFor(said.type, policy)
      : (said.retentionClass ?? classFor(said.type, policy)),
    formedOn: said.formedOn ?? said.openedOn,
  }
}

/** The term that was said; a new level's own otherwise. What has no level has no term. */
function untilAfter(before: Archive, after: Archive, changes: Changes, { policy, today }: Rules) {
  if (after.secrecy === 'none') return null
  if (changes.has('secrecyUntil')) return after.secrecyUntil
  return after.secrecy === before.secrecy
    ? after.secrecyUntil
    : termOf(after.secrecy, policy, today)
}

interface Rules {
  readonly policy: Policy
  readonly today: Day
}

const levelFor = (type: string, policy: Policy): Secrecy =>
  policy.types[type]?.secrecy ?? policy.secrecy?.default ?? 'none'

const classFor = (type: string, policy: Policy): string | null =>
  policy.types[type]?.retentionClass ?? policy.retention?.default ?? null

/**
 * What follows from contents, where what it follows from has changed: so neither a new policy nor a
 * longer period taken over in a merge is lost by setting a telephone number.
 */
export function derived(before: Archive, after: Archive, policy: Policy, today: Day): Archive {
  const [was, is] = [before, after].map((it) =>
    retainUntil(retentionRuleOf(policy, it.retentionClass), it),
  )
  return {
    ...after,
    retainUntil: was === is ? after.retainUntil : (is ?? null),
    nextReviewOn: reviewAfter(before, after, policy, today),
  }
}

/** A stricter cycle brings the next review nearer; a laxer one waits for it (S000-4.4-2). */
function reviewAfter(before: Archive, after: Archive, policy: Policy, today: Day): Day | null {
  if (after.nextReviewOn === null) return null
  const [was, is] = [before, after].map((it) => {
    const complete = completenessOf(it, policy).missing.length === 0
    return nextReview(policy, { importance: it.importance, complete }, today)
  })
  if (!is || is === was) return after.nextReviewOn
  return is < after.nextReviewOn ? is : after.nextReviewOn
}
