import { isSettable, type Archive, type Difference, type Snapshot, snapshotOf } from './archive.ts'
import type { Policy } from './policy.ts'
import { Refusal } from './refusal.ts'
import type { Day, Label } from './words.ts'

/** New contents of an archive, as somebody said them. */
export interface WantedContents {
  /** Raw values by key. */
  readonly values: Readonly<Record<string, string>>
  /** Of those, keys that no policy knows and that are meant all the same. */
  readonly extras: readonly string[]
  readonly addContact: readonly string[]
  readonly removeContact: readonly string[]
}

/** A change that waits for the archive office (S000-4.4-4): what was said, and what it would do. */
export interface ChangeWish extends WantedContents, Difference {
  /** When it became known: lateness is counted from there, not from the approval. */
  readonly knownOn: Day | null
  readonly source: string | null
}

/** Keys of a snapshot that were named; what follows from them is derived anew. */
const touchedBy = ({ values, addContact, removeContact }: WantedContents): string[] => [
  ...new Set([
    ...Object.keys(values).map((key) => {
      if (key === 'contact' || key === 'contacts') return 'contacts'
      return isSettable(key) ? key : `fields.${key}`
    }),
    ...(addContact.length + removeContact.length > 0 ? ['contacts'] : []),
  ]),
]

/**
 * Nobody has changed meanwhile what the wish is about: else whoever accepts it would undo that
 * unseen. @throws Refusal change.overtaken
 */
export function requireUntouched(
  wish: ChangeWish,
  archive: Archive,
  { request, policy }: { readonly request: string; readonly policy: Policy },
): void {
  const now: Snapshot = snapshotOf(archive)
  const keys = touchedBy(wish).filter(
    (key) => key in wish.before && !isSame(wish.before[key], now[key] ?? null),
  )
  if (keys.length === 0) return
  const fields = keys.map((key): { key: string; label: Label | null } => ({
    key: key.replace(/^fields\./, ''),
    label: key.startsWith('fields.') ? (policy.fields?.[key.slice(7)]?.label ?? null) : null,
  }))
  throw new Refusal('change.overtaken', { request, number: archive.number, fields })
}

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
