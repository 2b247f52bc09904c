import { entryKinds, lackingIn } from './entry.ts'
import type { EntryColumn } from './entry-columns.ts'
import { invalid } from './invalid.ts'
import type { EntryRule, FieldRule, Policy } from './policy.ts'
import type { Problem } from './problem.ts'
import { isProblem, reckonedOut } from './reckoning.ts'

/** A column as a kind of entry reads it. */
interface FieldColumn {
  readonly index: number
  readonly key: string
  readonly field: FieldRule
  readonly unit: string | undefined
}

/** What the columns of a file mean to one kind of entry. */
export interface KindColumns {
  readonly rule: EntryRule
  readonly columns: readonly FieldColumn[]
  /** Columns of fields that only other kinds have. */
  readonly others: readonly { readonly index: number; readonly field: FieldRule | undefined }[]
}

export function kindColumns(
  kind: string,
  all: readonly EntryColumn[],
  policy: Policy,
): KindColumns {
  const rule = entryKinds(policy)[kind] as EntryRule
  const columns: FieldColumn[] = []
  const others: { index: number; field: FieldRule | undefined }[] = []
  for (const { index, target, unit } of all) {
    if (!('fields' in target)) continue
    const key = target.fields.get(kind)
    const field = rule.fields?.[key ?? '']
    if (key === undefined || !field) others.push({ index, field: anyField(target.fields, policy) })
    else columns.push({ index, key, field, unit: field.kind === 'amount' ? unit : undefined })
  }
  return { rule, columns, others }
}

function anyField(meant: ReadonlyMap<string, string>, { entries = {} }: Policy) {
  const [first] = meant
  return first && entries[first[0]]?.fields?.[first[1]]
}

export const missing = (key: string): Problem => ({
  key,
  value: '',
  invalid: invalid('value.missing', {}),
})

/** Values in columns that the kind has no field for. */
export const ofOtherKind = (rule: EntryRule, misplaced: KindColumns['others']): Problem => ({
  key: 'kind',
  value: '',
  invalid: invalid('row.other-kind', {
    kind: rule.label,
    fields: misplaced.flatMap(({ field }) => field?.label ?? []),
  }),
})

/** With what is reckoned; what the kind requires must be there. */
export function whole(
  fields: Readonly<Record<string, string>>,
  rule: EntryRule,
  problems: Problem[],
): Readonly<Record<string, string>> {
  const made = reckonedOut(fields, rule)
  if (isProblem(made)) {
    problems.push(made)
    return fields
  }
  for (const key of lackingIn(made, rule))
    problems.push({ ...missing(key), label: rule.fields?.[key]?.label })
  return made
}
