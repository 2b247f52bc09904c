import type { Archive, ArchiveKey } from './archive.ts'
import { archiveKeys } from './archive.ts'
import type { Policy } from './policy.ts'


/** An archive as other programs see it: the keys of SPEC section 2, sensitive fields withheld. */
export type Shown = Readonly<Record<ArchiveKey, unknown>> & { readonly masked?: readonly string[] }

/** Names and contacts are never masked for a reader who is cleared; `sensitive` fields are, until revealed (15.12). */
export function shown(archive: Archive, policy: Policy, reveal = false): Shown {
  const masked = reveal ? [] : sensitiveIn(archive, policy)
  const fields = Object.fromEntries(
    Object.entries(archive.fields).map(([key, value]) => [key, masked.includes(key) ? null : value]),
  )
  const told = Object.fromEntries(
    archiveKeys.map((key) => [key, key === 'fields' ? fields : archive[key]]),
  ) as Record<ArchiveKey, unknown>
  return masked.length > 0 ? { ...told, masked } : told
}

const sensitiveIn = (archive: Archive, policy: Policy): string[] =>
  Object.keys(archive.fields).filter((key) => policy.fields?.[key]?.sensitive === true)
