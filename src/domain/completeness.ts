import type { ArchiveContents } from './archive.ts'
import type { Policy } from './policy.ts'

/** How much of what the type requires is there: `score` 0..1, and the keys that are missing (S000-3-1). */
export interface Completeness {
  readonly score: number
  readonly missing: readonly string[]
  /** How many things are required in all. */
  readonly required: number
}

export function completenessOf(archive: ArchiveContents, policy: Policy): Completeness {
  const required = requiredOf(archive, policy)
  const missing = required.filter((key) => !holds(archive, key, policy))
  const score = required.length === 0 ? 1 : (required.length - missing.length) / required.length
  return { score: Math.round(score * 100) / 100, missing, required: required.length }
}

/** What the type requires; and of an important customer, several contacts (S003-5.7-3). */
function requiredOf(archive: ArchiveContents, policy: Policy): readonly string[] {
  const required = policy.types[archive.type]?.required ?? []
  return leastContacts(archive, policy) > 0 ? [...required, 'contacts'] : required
}

/** How many contacts an archive of its importance has at least; 0: the policy does not say. */
const leastContacts = (
  { importance }: Pick<ArchiveContents, 'importance'>,
  { importances }: Policy,
): number => (importance === null ? 0 : (importances?.[importance]?.contacts ?? 0))

/** Has an important customer fewer contacts than the policy wants (S003-5.7-3)? */
export const lacksContacts = (archive: ArchiveContents, policy: Policy): boolean =>
  archive.contacts.length < leastContacts(archive, policy)

function holds(archive: ArchiveContents, key: string, policy: Policy): boolean {
  if (key === 'contact') return archive.contacts.length > 0
  if (key === 'contacts') return !lacksContacts(archive, policy)
  const standard = archive[key as keyof ArchiveContents]
  return Boolean(typeof standard === 'string' ? standard : archive.fields[key])
}
