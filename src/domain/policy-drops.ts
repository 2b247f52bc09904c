import { classesOf, levelsOf } from './policy-names.ts'
import type { Choices, Policy } from './policy.ts'

/** Columns of an archive that hold an identifier of one of the policy's lists. */
export type ListColumn =
  | 'type'
  | 'stage'
  | 'industry'
  | 'region'
  | 'importance'
  | 'secrecy'
  | 'retentionClass'
  | 'channel'

/** Something that a new policy no longer has, and where archives or entries may still hold it. */
export interface Drop {
  /** `types.dealer`, `industries.dentalClinic`, `fields.sex.choices.male`. */
  readonly at: string
  /** Archives cannot do without it: numbers, rights and retention hang on it. */
  readonly isBinding: boolean
  readonly held:
    | { readonly column: ListColumn; readonly value: string }
    | { readonly field: string; readonly value: string | null }
    | { readonly entryKind: string }
    | { readonly materialKind: string }
    | { readonly incidentKind: string }
    | { readonly agreementKind: string }
}

/** A drop that is in use, and in how many archives (or entries). */
export interface DropInUse {
  readonly at: string
  readonly isBinding: boolean
  readonly count: number
}

/** What `after` no longer has of what `before` has. */
export const dropsOf = (before: Policy, after: Policy): readonly Drop[] => [
  ...listsOf(before).flatMap(({ at, column, isBinding, names }) => {
    const kept = listsOf(after).find((list) => list.column === column)?.names ?? []
    return names
      .filter((value) => !kept.includes(value))
      .map((value): Drop => ({ at: `${at}.${value}`, isBinding, held: { column, value } }))
  }),
  ...fieldDrops(before, after),
  ...missing(before.entries, after.entries).map((entryKind): Drop => ({
    at: `entries.${entryKind}`,
    isBinding: false,
    held: { entryKind },
  })),
  ...missing(before.materials?.kinds, after.materials?.kinds).map((materialKind): Drop => ({
    at: `materials.kinds.${materialKind}`,
    isBinding: false,
    held: { materialKind },
  })),
  ...missing(before.agreements, after.agreements).map((agreementKind): Drop => ({
    at: `agreements.${agreementKind}`,
    isBinding: false,
    held: { agreementKind },
  })),
  ...missing(before.incidents?.kinds, after.incidents?.kinds).map((incidentKind): Drop => ({
    at: `incidents.kinds.${incidentKind}`,
    isBinding: false,
    held: { incidentKind },
  })),
]

interface List {
  readonly at: string
  readonly column: ListColumn
  readonly isBinding: boolean
  readonly names: readonly string[]
}

const listsOf = (policy: Policy): readonly List[] => [
  list('types', 'type', true, Object.keys(policy.types)),
  list('secrecy.levels', 'secrecy', true, levelsOf(policy)),
  list('retention.classes', 'retentionClass', true, classesOf(policy)),
  list('stages', 'stage', false, named(policy.stages)),
  list('industries', 'industry', false, named(policy.industries)),
  list('regions', 'region', false, named(policy.regions)),
  list('importances', 'importance', false, named(policy.importances)),
  list('verification.channels', 'channel', false, named(policy.verification?.channels)),
]

const list = (
  at: string,
  column: ListColumn,
  isBinding: boolean,
  names: readonly string[],
): List => ({ at, column, isBinding, names })

const named = (choices: Choices | undefined): readonly string[] => Object.keys(choices ?? {})

function fieldDrops(before: Policy, after: Policy): Drop[] {
  return Object.entries(before.fields ?? {}).flatMap(([field, rule]): Drop[] => {
    const at = `fields.${field}`
    const kept = after.fields?.[field]
    if (!kept) return [{ at, isBinding: false, held: { field, value: null } }]
    return missing(rule.choices, kept.choices).map((value) => ({
      at: `${at}.choices.${value}`,
      isBinding: false,
      held: { field, value },
    }))
  })
}

const missing = (before: object | undefined, after: object | undefined): string[] =>
  Object.keys(before ?? {}).filter((key) => !Object.hasOwn(after ?? {}, key))
