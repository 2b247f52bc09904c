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
  const required = policy.types[archive.type]?.required ?? []
  const missing = required.filter((key) => !holds(archive, key))
  const score = required.length === 0 ? 1 : (required.length - missing.length) / required.length
  return { score: Math.round(score * 100) / 100, missing, required: required.length }
}

function holds(archive: ArchiveContents, key: string): boolean {
  if (key === 'contact') return archive.contacts.length > 0
  const standard = archive[key as keyof ArchiveContents]
  return Boolean(typeof standard === 'string' ? standard : archive.fields[key])
}
