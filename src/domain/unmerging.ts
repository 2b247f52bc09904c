import { differenceOf, snapshotOf, type Archive, type Contact, type Snapshot } from './archive.ts'
import { Refusal } from './refusal.ts'
import { restored } from './restoring.ts'

/** What the journal keeps of a merge on the survivor's side. */
export interface MergeDetail {
  readonly before: Snapshot
  readonly after: Snapshot
  /** The contacts that came over. */
  readonly contacts: readonly Contact[]
}

/**
 * The survivor without what a merge brought. What has been changed since and did not come over stays.
 * @throws Refusal merge.undo-blocked where something that came over has been changed since
 */
export function unmerged(survivor: Archive, merge: MergeDetail, number: string): Archive {
  const now = snapshotOf(survivor)
  const blocked = () => new Refusal('merge.undo-blocked', { number, because: 'changed' })
  const back: Record<string, unknown> = { ...now }
  for (const [key, value] of Object.entries(merge.after)) {
    if (key === 'contacts') continue
    const isUntouched = JSON.stringify(now[key] ?? null) === JSON.stringify(value)
    if (isUntouched) back[key] = merge.before[key] ?? null
    else if (!follows.has(key)) throw blocked()
  }
  const contacts = merge.contacts.reduce<readonly Contact[]>((left, contact) => {
    const at = left.findIndex((it) => JSON.stringify(it) === JSON.stringify(contact))
    if (at < 0) throw blocked()
    return left.toSpliced(at, 1)
  }, survivor.contacts)
  return { ...restored(survivor, withoutNulls(back)), contacts }
}

/** Days that move on by themselves after a merge. */
const follows = new Set(['nextReviewOn', 'retainUntil'])

const withoutNulls = (snapshot: Record<string, unknown>): Snapshot =>
  Object.fromEntries(Object.entries(snapshot).filter(([, value]) => value !== null))

/** What a merge's detail says of the survivor. */
export const mergeDetail = (before: Archive, after: Archive): MergeDetail => {
  const difference = differenceOf(snapshotOf(before), snapshotOf(after)) ?? {
    before: {},
    after: {},
  }
  return { ...difference, contacts: after.contacts.slice(before.contacts.length) }
}
