import { snapshotOf, type Archive, type Contact, type Snapshot } from './archive.ts'
import { requireOpen, requireStatus } from './closing.ts'
import type { Policy } from './policy.ts'
import { Refusal, type Matter } from './refusal.ts'
import { retentionRuleOf } from './retention.ts'
import { exceeds, type Day } from './words.ts'

/** An archive that is to be merged, and what it is tied up in. */
export interface Party {
  readonly archive: Archive
  readonly open: readonly Matter[]
}

export interface Merger {
  /** The archive that stays, with what it takes over. */
  readonly survivor: Archive
  /** Keys in which the two differ and the survivor's own value stays. */
  readonly differing: readonly string[]
}

/** Keys in which nothing is taken over: its own standing and what follows from other keys. */
const own = new Set([
  'id',
  'number',
  'type',
  'year',
  'serial',
  'status',
  'version',
  'name',
  'openedOn',
  'formedOn',
  'closedOn',
  'secrecy',
  'secrecyUntil',
  'nextReviewOn',
  'retentionClass',
  'retainUntil',
  'contacts',
  'fields',
  'collectedBy',
  'verifiedBy',
  'verifiedOn',
  'importId',
  'actedOn',
  'channel',
])

/**
 * Two archives of one customer become one (SPEC 15.7): the survivor takes the higher secrecy, the
 * later retention, what it did not know, and the other's contacts.
 * @throws Refusal merge.self, merge.other-type, merge.open, status.wrong
 */
export function merged(into: Party, from: Party, policy: Policy): Merger {
  requireMergeable(into, from)
  const [survivor, former] = [into.archive, from.archive]
  const taken = Object.entries(former).filter(
    ([key, value]) => !own.has(key) && value !== null && survivor[key as keyof Archive] === null,
  )
  const after: Archive = {
    ...survivor,
    ...Object.fromEntries(taken),
    ...laterKept(survivor, former, policy),
    ...higherKept(survivor, former),
    nextReviewOn: earlier(survivor.nextReviewOn, former.nextReviewOn),
    contacts: [...survivor.contacts, ...contactsOver(survivor, former)],
    fields: { ...survivor.fields, ...fieldsOver(survivor, former) },
  }
  return { survivor: after, differing: differing(survivor, former) }
}

function requireMergeable(into: Party, from: Party): void {
  const { number, id, type } = from.archive
  if (id === into.archive.id) throw new Refusal('merge.self', { number })
  const types = [type, into.archive.type]
  if (types[0] !== types[1])
    throw new Refusal('merge.other-type', { number, into: into.archive.number, types })
  requireOpen(into.archive)
  // what nobody has verified does not become part of a verified archive (S000-4.1-8)
  requireStatus(
    from.archive,
    into.archive.status === 'pending' ? undestroyed : ['active', 'closed'],
  )
  for (const { archive, open } of [from, into])
    if (open.length > 0) throw new Refusal('merge.open', { number: archive.number, because: open })
}

const undestroyed = ['pending', 'active', 'closed'] as const

const earlier = (one: Day | null, other: Day | null): Day | null =>
  one === null || other === null ? (one ?? other) : one < other ? one : other

/** The higher level and its term; of one level the term that ends later. */
function higherKept(survivor: Archive, former: Archive) {
  const isSame = former.secrecy === survivor.secrecy
  const isLater = (former.secrecyUntil ?? '9999-12-31') > (survivor.secrecyUntil ?? '9999-12-31')
  const wins = isSame ? isLater : exceeds(former.secrecy, survivor.secrecy)
  const { secrecy, secrecyUntil } = wins ? former : survivor
  return { secrecy, secrecyUntil }
}

/** The retention that ends later, its class with it. */
function laterKept(survivor: Archive, former: Archive, policy: Policy) {
  const [own, others] = [survivor, former].map((it) => endOf(it, policy))
  const { retentionClass, retainUntil } = (others ?? '') > (own ?? '') ? former : survivor
  return { retentionClass, retainUntil }
}

/** As a day; for ever, or until after a closing that has not come, is later than any. */
function endOf({ retentionClass, retainUntil }: Archive, policy: Policy): string {
  const rule = retentionRuleOf(policy, retentionClass)
  if (rule?.years === 'permanent') return 'B'
  return retainUntil ?? (rule ? 'A' : '')
}

/** The former archive's contacts that the survivor has not, with the number that they come from. */
const contactsOver = (survivor: Archive, former: Archive): Contact[] =>
  former.contacts
    .filter((contact) => !survivor.contacts.some((it) => isSame(it, contact)))
    .map((contact) => ({ fromNumber: former.number, ...contact }))

const fieldsOver = (survivor: Archive, former: Archive): Record<string, string> =>
  Object.fromEntries(
    Object.entries(former.fields).filter(([key]) => !Object.hasOwn(survivor.fields, key)),
  )

const isSame = (one: Contact, other: Contact): boolean =>
  (['name', 'role', 'phone', 'email'] as const).every((key) => one[key] === other[key])

function differing(survivor: Archive, former: Archive): string[] {
  const [ours, theirs] = [survivor, former].map((it): Snapshot => ({
    ...snapshotOf(it),
    contacts: undefined,
  }))
  return Object.keys(ours ?? {}).filter((key) => {
    const [one, other] = [ours?.[key], theirs?.[key]]
    return (
      (key === 'name' || !own.has(key)) && other !== undefined && one !== undefined && one !== other
    )
  })
}
