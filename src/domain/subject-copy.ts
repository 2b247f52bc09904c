import type { Archive } from './archive.ts'
import type { Material } from './material.ts'
import type { SubjectCopyRule } from './policy-subject.ts'
import type { Policy } from './policy.ts'
import { Refusal } from './refusal.ts'
import { exceeds } from './words.ts'

/** What an archive says of its customer; level, owner, place and the like are the office's business. */
export const subjectKeys = [
  ...(['number', 'type', 'name', 'status', 'phone', 'email', 'address', 'industry'] as const),
  ...(['region', 'stage', 'openedOn', 'formedOn', 'closedOn', 'retainUntil'] as const),
]
export type SubjectKey = (typeof subjectKeys)[number]

/** @throws Refusal policy.silent */
export function subjectRule(policy: Policy): SubjectCopyRule {
  if (policy.subjectCopy) return policy.subjectCopy
  throw new Refusal('policy.silent', { section: 'subjectCopy', source: [] })
}

/** The values that the customer is given: standard ones, then those of the policy and any others, sensitive ones too. */
export function subjectValues(archive: Archive, { withoutFields = [] }: SubjectCopyRule) {
  const isTold = (key: string) => !withoutFields.includes(key)
  const values = subjectKeys
    .filter(isTold)
    .map((key): [SubjectKey, string | null] => [key, archive[key]])
  const fields = Object.entries(archive.fields).filter(([key]) => isTold(key))
  return { values, fields }
}

/** Entries that stay in the office are left out. */
export const subjectEntries = <E extends { readonly kind: string }>(
  entries: readonly E[],
  { withoutEntries = [] }: SubjectCopyRule,
): E[] => entries.filter(({ kind }) => !withoutEntries.includes(kind))

/** Materials that stay in the office are left out, and those with a level that goes too far. */
export const subjectMaterials = (
  materials: readonly Material[],
  { withoutMaterials = [], materialsUpTo = 'none' }: SubjectCopyRule,
): Material[] =>
  materials.filter(
    ({ kind, secrecy }) =>
      !(kind !== null && withoutMaterials.includes(kind)) &&
      (secrecy === null || !exceeds(secrecy, materialsUpTo)),
  )
