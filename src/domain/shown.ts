import type { Archive, ArchiveKey } from './archive.ts'
import { archiveKeys } from './archive.ts'
import type { FieldRule, Policy } from './policy.ts'

/** An archive as other programs see it: the keys of SPEC section 2, sensitive fields withheld. */
export type Shown = Readonly<Record<ArchiveKey, unknown>> & { readonly masked?: readonly string[] }

/** Names and contacts are never masked for a reader who is cleared; `sensitive` fields are, until revealed (15.12). */
export function shown(archive: Archive, policy: Policy, reveal = false): Shown {
  const told = {} as Record<ArchiveKey, unknown>
  for (const key of archiveKeys) told[key] = archive[key]
  const masked = reveal ? [] : sensitiveIn(archive, policy)
  if (masked.length === 0) return told
  const fields = Object.entries(archive.fields).map(([key, value]) => [
    key,
    masked.includes(key) ? null : value,
  ])
  return { ...told, fields: Object.fromEntries(fields), masked }
}

const sensitiveIn = (archive: Archive, policy: Policy): string[] =>
  Object.keys(archive.fields).filter((key) => isSensitive(key, policy))

/** Is the field with this key, of the policy or of a kind of entry, withheld until revealed (SPEC 15.12)? */
export const isSensitive = (
  key: string,
  rules: { readonly fields?: Readonly<Record<string, FieldRule>> } | undefined,
): boolean => rules?.fields?.[key]?.sensitive === true
