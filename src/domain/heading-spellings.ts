import { headingNames } from './heading-names.ts'
import type { FieldRule, Policy } from './policy.ts'

/** Makes 繁體 and 简体, widths and letter cases equal. */
export type Fold = (text: string) => string

/** A key, and how sure a spelling of it is: 0 is surest. */
export interface Meaning {
  readonly key: string
  readonly rank: number
}
export type Spellings = ReadonlyMap<string, Meaning>

/** Every key that a column may be mapped to. */
export const knownKeys = (policy: Policy): readonly string[] => [
  ...Object.keys(headingNames),
  ...Object.keys(policy.fields ?? {}),
]

/** All spellings that mean something under this policy, reduced. Of equals the first: keys, the policy, the rest. */
export function spellingsOf(policy: Policy, type: string | undefined, fold: Fold): Spellings {
  const spellings = new Map<string, Meaning>()
  const add = (key: string, names: readonly string[], from: number) => {
    for (const [index, name] of names.entries()) {
      const form = reduced(name, fold)
      if (!spellings.has(form)) spellings.set(form, { key, rank: from + index })
    }
  }
  for (const key of knownKeys(policy)) add(key, [key], 0)
  for (const [key, rule] of fieldsOf(policy, type)) add(key, namesOf(rule), 1)
  for (const [key, names] of Object.entries(headingNames))
    if (names !== '') add(fieldInsteadOf(key, policy, type), names.split(' '), 1)
  return spellings
}

/** The policy's fields, those of the type first. */
function fieldsOf(policy: Policy, type: string | undefined): readonly [string, FieldRule][] {
  const own = new Set(policy.types[type ?? '']?.fields)
  const all = Object.entries(policy.fields ?? {})
  return [...all.filter(([key]) => own.has(key)), ...all.filter(([key]) => !own.has(key))]
}

const namesOf = (rule: FieldRule): readonly string[] => [
  ...Object.values(rule.label),
  ...(rule.aliases ?? []),
]

/** The policy may keep identity numbers under keys of its own. */
function fieldInsteadOf(key: string, policy: Policy, type: string | undefined): string {
  if ((key !== 'idCard' && key !== 'uscc') || policy.fields?.[key]) return key
  return fieldsOf(policy, type).find(([, rule]) => rule.kind === key)?.[0] ?? key
}

/** A heading without what does not count. */
export const reduced = (heading: string, fold: Fold): string =>
  fold(heading).replace(/[\s\p{P}\p{S}]/gu, '')

/** A heading without its hints (必填) and its unit. */
export const withoutHints = (heading: string, fold: Fold): string =>
  fold(heading)
    .replace(/[([{【〔〈《<][^)\]}】〕〉》>]*[)\]}】〕〉》>]/g, '')
    .replace(/[/:]\s*(?:[百千]?万|千|亿)?[元岁个件颗页份年月天人]$/, '')
