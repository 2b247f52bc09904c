import type { ArchiveContents } from './archive.ts'
import { nameKey } from './fold.ts'
import type { Policy } from './policy.ts'
import { phoneDigits } from './value.ts'

/** By what an archive is known again, beside its number. */
export type Because = 'identity' | 'businessKey' | 'phoneAndName' | 'name'

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

/** One way in which two archives are the same customer, or seem to be. */
export interface Likeness {
  readonly because: Because
  /** One or two: all of them must be there and agree. */
  readonly keys: readonly [one: keyof Keys, other?: keyof Keys]
  /** The same customer for certain; otherwise it only looks so (SPEC 15.4). */
  readonly exact: boolean
}

/** Every way in which customers are known again, the surest first. */
export const everyLikeness: readonly Likeness[] = [
  { because: 'identity', keys: ['identity'], exact: true },
  { because: 'businessKey', keys: ['businessKey'], exact: true },
  { because: 'phoneAndName', keys: ['phoneKey', 'nameKey'], exact: false },
  { because: 'name', keys: ['nameKey'], exact: false },
]

const ofPeople = everyLikeness.filter(({ because }) => because !== 'name')

/** Those that count for a type: a name alone tells of a company; people share names (homonyms are legal). */
export const likenesses = (type: string, policy: Policy): readonly Likeness[] =>
  policy.types[type]?.naming === 'organisation' ? everyLikeness : ofPeople

const exactOnes = new Set<Because | 'number'>([
  'number',
  ...everyLikeness.flatMap(({ because, exact }) => (exact ? because : [])),
])

/** Is it the same customer for certain? By phone and name, or a company's name, it only looks so. */
export const isExact = (because: Because | 'number'): boolean => exactOnes.has(because)
