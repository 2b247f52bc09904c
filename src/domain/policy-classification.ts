import { settableKeys } from './archive.ts'
import { classesOf, levelsOf, namesAt } from './policy-names.ts'
import type { NamedList, PolicyProblem } from './policy-problem.ts'
import type { ClassificationRule, Policy } from './policy.ts'

/** Keys and values of one rule of `classify --by-rules` that the policy does not know. */
export function classificationProblems(
  at: string,
  rule: ClassificationRule,
  policy: Policy,
): PolicyProblem[] {
  const known = [...settableKeys, ...Object.keys(policy.fields ?? {})]
  return (['when', 'set'] as const).flatMap((part) =>
    Object.entries(rule[part]).flatMap(([key, said]) => {
      const place = `${at}.${part}.${key}`
      if (!known.includes(key)) return namesAt(place, [key], 'keys', known)
      const values = valuesOf(key, policy)
      return values ? namesAt(place, [said].flat(), ...values) : []
    }),
  )
}

/** The list in which a key takes its values; undefined: any value goes. */
export function valuesOf(key: string, policy: Policy): [NamedList, readonly string[]] | undefined {
  if (key === 'secrecy') return ['secrecyLevels', levelsOf(policy)]
  if (key === 'retentionClass') return ['retentionClasses', classesOf(policy)]
  const list = listsOf(policy).get(key)
  if (list) return [list[0], Object.keys(list[1] ?? {})]
  const field = policy.fields?.[key]
  return field?.kind === 'choice' ? ['choices', Object.keys(field.choices ?? {})] : undefined
}

const listsOf = (policy: Policy) =>
  new Map<string, [NamedList, object | undefined]>([
    ['type', ['types', policy.types]],
    ['stage', ['stages', policy.stages]],
    ['industry', ['industries', policy.industries]],
    ['region', ['regions', policy.regions]],
    ['importance', ['importances', policy.importances]],
    ['channel', ['channels', policy.verification?.channels]],
  ])
