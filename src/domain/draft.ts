import { isSettable } from './archive.ts'
import { readContacts } from './contact-cell.ts'
import { isOrgCode } from './number.ts'
import type { Choices, FieldKind, FieldRule, Policy } from './policy.ts'
import type { Problem } from './problem.ts'
import { invalid, type Invalid } from './invalid.ts'
import { readName, readValue } from './value.ts'
import { secrecyLevels } from './words.ts'

/** Raw values as they were handed in, by key: standard keys, the policy's fields, and extra ones. */
export type Said = ReadonlyMap<string, string>

/** Values read and checked: what is in force of `Said`. An empty text means: take the value away. */
export interface Draft {
  readonly values: ReadonlyMap<string, string>
  readonly problems: readonly Problem[]
}

/** Reads one raw cell: the value as it is kept, or what is wrong with it. */
export type Reader = (raw: string) => string | Invalid

const standardKinds: Partial<Record<string, FieldKind>> = {
  phone: 'phone',
  email: 'email',
  openedOn: 'date',
  formedOn: 'date',
  secrecyUntil: 'date',
}

/** Values of one line: a line end in them would break every list. */
const nameKeys: ReadonlySet<string> = new Set(['name', 'contact', 'owner'])

/** How the value of `key` is read under this policy. Made once per column of an import. */
export function readerOf(key: string, policy: Policy): Reader {
  if (key === 'orgCode') return readOrgCode
  if (key === 'contacts') return readContacts
  if (nameKeys.has(key)) return readName
  const choices = choicesOf(key, policy)
  if (choices) return (raw) => readValue('choice', raw, { choices })
  const rule = isSettable(key) ? undefined : policy.fields?.[key]
  const kind = rule?.kind ?? standardKinds[key] ?? 'text'
  return (raw) => readValue(kind, raw, rule)
}

/** The list that a standard key takes its values from, where the policy has one. */
export function choicesOf(key: string, policy: Policy): Choices | undefined {
  if (key === 'type') return policy.types
  if (key === 'stage') return policy.stages
  if (key === 'industry') return policy.industries
  if (key === 'region') return policy.regions
  if (key === 'importance') return policy.importances
  if (key === 'channel') return policy.verification?.channels
  if (key === 'retentionClass') return policy.retention?.classes
  return key === 'secrecy' ? secrecyChoices(policy) : undefined
}

const secrecyLists = new WeakMap<Policy, Choices>()

/** The levels that the policy names; a policy silent on secrecy knows all four by their identifiers. */
function secrecyChoices(policy: Policy): Choices {
  const kept = secrecyLists.get(policy)
  if (kept) return kept
  const named = policy.secrecy?.levels
  const made: Record<string, Choices[string]> = {}
  for (const level of secrecyLevels) {
    const label = named?.[level]?.label
    if (label) made[level] = { label }
    else if (!named) made[level] = { label: { 'zh-Hans': level, 'zh-Hant': level, en: level } }
  }
  secrecyLists.set(policy, made)
  return made
}

const readOrgCode: Reader = (raw) => {
  const code = raw.normalize('NFKC').trim().toUpperCase()
  return code === '' || isOrgCode(code) ? code : invalid('orgCode.form', { value: raw })
}

/** Reads everything that was said. Keys that the policy does not know are kept as they are. */
export function readDraft(said: Said, policy: Policy): Draft {
  const values = new Map<string, string>()
  const problems: Problem[] = []
  for (const [key, raw] of said) {
    const read = raw.trim() === '' ? '' : readerOf(key, policy)(raw)
    if (typeof read === 'string') values.set(key, read)
    else problems.push({ key, label: fieldRuleOf(key, policy)?.label, value: raw, invalid: read })
  }
  return { values, problems }
}

/** The rule of a policy field, if `key` is one. */
export const fieldRuleOf = (key: string, policy: Policy): FieldRule | undefined =>
  isSettable(key) ? undefined : policy.fields?.[key]
