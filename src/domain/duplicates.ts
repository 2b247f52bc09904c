import type { ArchiveContents } from './archive.ts'
import { nameKey } from './fold.ts'
import type { Policy } from './policy.ts'
import { phoneDigits } from './value.ts'

/** What an archive is compared by: kept beside its row, erased with it. */
export interface Keys {
  readonly nameKey: string | null
  readonly phoneKey: string | null
  /** The idCard or uscc. */
  readonly identity: string | null
  readonly businessKey: string | null
}

/** Keys for finding the same customer again (SPEC sections 5 and 15.4). */
export function keysOf(archive: ArchiveContents, policy: Policy): Keys {
  const rule = policy.types[archive.type]
  const business = rule?.businessKey
  return {
    nameKey: archive.name === null ? null : nameKey(archive.name, rule?.naming ?? 'person'),
    phoneKey: archive.phone === null ? null : phoneDigits(archive.phone),
    identity: identityIn(archive.fields, policy),
    businessKey: business === undefined ? null : (archive.fields[business] ?? null),
  }
}

function identityIn(fields: Readonly<Record<string, string>>, policy: Policy): string | null {
  for (const key of identityKeys(policy)) {
    const value = fields[key]
    if (value !== undefined) return value
  }
  return null
}

const identities = new WeakMap<Policy, readonly string[]>()

/** Fields that tell who somebody is: an idCard or a uscc. */
function identityKeys(policy: Policy): readonly string[] {
  const kept = identities.get(policy)
  if (kept) return kept
  const keys = Object.entries(policy.fields ?? {})
    .filter(([, { kind }]) => kind === 'idCard' || kind === 'uscc')
    .map(([key]) => key)
  identities.set(policy, keys)
  return keys
}

/** Is a name alone enough to suspect the same customer? Of a company yes; people share names (homonyms are legal). */
export const nameTells = (type: string, policy: Policy): boolean =>
  policy.types[type]?.naming === 'organisation'
