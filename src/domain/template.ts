import { choicesOf, fieldRuleOf } from './draft.ts'
import { needsOrgCode } from './number.ts'
import type { Choices, FieldKind, Policy } from './policy.ts'

/** A column of a list that is still to be filled in. */
export interface TemplateColumn {
  readonly key: string
  /** Types whose archives are not whole without it; `all`: whoever the customer is. */
  readonly requiredFor: 'all' | readonly string[]
  readonly kind: FieldKind | 'orgCode' | 'choice'
  /** What may be chosen. */
  readonly choices: Choices | undefined
}

/** Standard values in the order in which an office asks for them. */
const standard = [
  ...['name', 'type', 'orgCode', 'contact', 'phone', 'email', 'address', 'industry', 'region'],
  ...['stage', 'secrecy', 'importance', 'channel', 'owner', 'openedOn'],
]
const kinds: Partial<Record<string, TemplateColumn['kind']>> = {
  ...{ orgCode: 'orgCode', phone: 'phone', email: 'email', openedOn: 'date' },
}

/**
 * The columns of a list for customers of these types: what every archive has, then the fields of the
 * types. What is asked of the types alike is required of all (S002-2.1).
 */
export function templateColumns(policy: Policy, types: readonly string[]): TemplateColumn[] {
  const withOrg = types.filter((type) => needsOrgCode(policy.types[type]?.pattern ?? ''))
  const own = new Set(types.flatMap((type) => policy.types[type]?.fields ?? []))
  const keys = standard.filter((key) => key !== 'orgCode' || withOrg.length > 0)
  return [...keys, ...[...own].filter((key) => !keys.includes(key))].map((key) => ({
    key,
    requiredFor: requiredFor(policy, types, key, withOrg),
    kind:
      fieldRuleOf(key, policy)?.kind ?? (choicesOf(key, policy) ? 'choice' : kinds[key]) ?? 'text',
    choices: choicesIn(policy, types, key),
  }))
}

function requiredFor(
  policy: Policy,
  types: readonly string[],
  key: string,
  withOrg: readonly string[],
): TemplateColumn['requiredFor'] {
  if (key === 'name' || key === 'type') return 'all'
  const asking =
    key === 'orgCode'
      ? withOrg
      : types.filter((type) => policy.types[type]?.required.includes(key) === true)
  return asking.length === types.length ? 'all' : asking
}

function choicesIn(policy: Policy, types: readonly string[], key: string): Choices | undefined {
  if (key !== 'type') return choicesOf(key, policy) ?? fieldRuleOf(key, policy)?.choices
  return Object.fromEntries(Object.entries(policy.types).filter(([type]) => types.includes(type)))
}
