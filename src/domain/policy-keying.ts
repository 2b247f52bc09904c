import type { FieldKind, Policy, PolicyVersion } from './policy.ts'
import { policyOn } from './policy.ts'
import type { Day } from './words.ts'

/**
 * Where two policies make the keys by which customers are compared (name, identity, business key)
 * differently: paths such as `types.dealer.naming`. A type that only one of them has counts nowhere.
 */
export function keyingDifferences(before: Policy, after: Policy): readonly string[] {
  const types = Object.keys(before.types).filter((type) => Object.hasOwn(after.types, type))
  const inTypes = types.flatMap((type) =>
    (['naming', 'businessKey'] as const)
      .filter((rule) => before.types[type]?.[rule] !== after.types[type]?.[rule])
      .map((rule) => `types.${type}.${rule}`),
  )
  const fields = [...new Set([...identityFields(before), ...identityFields(after)])]
  const inFields = fields.filter((key) => isIdentity(before, key) !== isIdentity(after, key))
  return [...inTypes, ...inFields.map((key) => `fields.${key}.kind`)]
}

const identityKinds = new Set<FieldKind | undefined>(['idCard', 'uscc'])

const isIdentity = (policy: Policy, key: string): boolean =>
  identityKinds.has(policy.fields?.[key]?.kind)

const identityFields = (policy: Policy): string[] =>
  Object.keys(policy.fields ?? {}).filter((key) => isIdentity(policy, key))

/** A day to come on which keys would be made differently, and where the policies differ. */
export interface KeyingTurn {
  readonly on: Day
  readonly paths: readonly string[]
}

/**
 * The first day after `today` on which another version comes into force that makes keys differently:
 * nobody would be there that night to make all of them anew.
 */
export function laterKeying(
  versions: readonly PolicyVersion[],
  today: Day,
): KeyingTurn | undefined {
  const now = policyOn(versions, today)
  const turns = versions
    .flatMap(({ effectiveFrom }) => effectiveFrom ?? [])
    .filter((day) => day > today)
    .toSorted()
  for (const on of turns) {
    const then = policyOn(versions, on)
    const paths = now && then ? keyingDifferences(now.policy, then.policy) : []
    if (paths.length > 0) return { on, paths }
  }
  return undefined
}
