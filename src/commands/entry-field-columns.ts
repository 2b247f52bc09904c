import type { Column } from '../cli/printer.ts'
import { entryFieldsShown } from '../domain/entry.ts'
import type { FieldRule, Policy } from '../domain/policy.ts'
import type { EntryListed } from '../store/entry-listing.ts'
import type { Desk } from './desk.ts'

/** Fields of some kinds (none: of all) by their keys, in the order of the policy; what several kinds have is one. */
export function fieldsApart(
  { entries = {} }: Policy,
  kinds: readonly string[],
): ReadonlyMap<string, FieldRule> {
  const fields = new Map<string, FieldRule>()
  for (const kind of kinds.length > 0 ? kinds : Object.keys(entries))
    for (const [key, field] of Object.entries(entries[kind]?.fields ?? {}))
      if (!fields.has(key)) fields.set(key, field)
  return fields
}

/** A field in a column of its own: the sales ledger as a sheet (S004-B-6.2, S004-B-6.3). */
export function fieldColumn(
  desk: Desk,
  policy: Policy,
  {
    key,
    field,
    reveal,
  }: { readonly key: string; readonly field: FieldRule; readonly reveal: boolean },
): Column<EntryListed> {
  const valueIn = (it: EntryListed) => entryFieldsShown(it, policy, reveal)[key]
  return {
    key: `fields.${key}`,
    heading: field.label[desk.language],
    value: (it) => valueIn(it) ?? null,
    shown(it) {
      const value = valueIn(it)
      if (value === undefined) return ''
      const choices = policy.entries?.[it.kind]?.fields?.[key]?.choices
      return value === null
        ? desk.text.archive.show.masked
        : (choices?.[value]?.label[desk.language] ?? value)
    },
  }
}
