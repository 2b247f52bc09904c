import { readChoice } from './choice.ts'
import { foldText } from './fold.ts'
import { invalid, isInvalid } from './invalid.ts'
import type { Choices, EntryRule, FieldRule, Policy } from './policy.ts'
import type { Problem } from './problem.ts'
import { Refusal } from './refusal.ts'
import { isSensitive } from './shown.ts'
import { nearest } from './suggest.ts'
import { readValue } from './value.ts'
import type { Day, Language } from './words.ts'

/** An entry (记录) about to be made: a dated fact with the fields of its kind. */
export interface EntryDraft {
  readonly kind: string
  readonly happenedOn: Day
  readonly text: string
  readonly fields: Readonly<Record<string, string>>
}

/** The kinds of the policy. @throws Refusal policy.silent */
export function entryKinds(policy: Policy): Readonly<Record<string, EntryRule>> {
  if (policy.entries) return policy.entries
  throw new Refusal('policy.silent', { section: 'entries', source: [] })
}

/** The kind that a word means: by identifier or label. @throws Refusal policy.silent, value.bad */
export function entryKindNamed(text: string, policy: Policy): string {
  const kind = readChoice(entryKinds(policy) as Choices, text)
  const wrong = kind === '' ? invalid('value.missing', {}) : kind
  if (!isInvalid(wrong)) return wrong
  throw new Refusal('value.bad', { problems: [{ key: '--kind', value: text, invalid: wrong }] })
}

/**
 * `field=value` pairs as values of a kind's fields, read and checked; empty ones are left out.
 * @throws Refusal usage.unknown-field, value.bad
 */
export function readEntryFields(
  said: ReadonlyMap<string, string>,
  rule: EntryRule,
): Record<string, string> {
  const values: Record<string, string> = {}
  const problems: Problem[] = []
  for (const [name, raw] of said) {
    const [key, field] = fieldNamed(name, rule)
    const value = readValue(field.kind, raw, field)
    if (isInvalid(value)) problems.push({ key, value: raw, invalid: value })
    else if (value !== '') values[key] = value
  }
  if (problems.length > 0) throw new Refusal('value.bad', { problems })
  return values
}

/** A field of a kind by its key, a label or an alias; letter case, width and 简繁 do not count. */
function fieldNamed(name: string, { fields = {} }: EntryRule): readonly [string, FieldRule] {
  const spellings = new Map(
    Object.entries(fields).flatMap((field) => {
      const [key, { label, aliases = [] }] = field
      return [...aliases, ...Object.values(label), key].map((it) => [folded(it), field] as const)
    }),
  )
  const found = spellings.get(folded(name))
  if (found !== undefined) return found
  const near = nearest(folded(name), spellings.keys())
  const suggestion = near === undefined ? undefined : spellings.get(near)?.[0]
  throw new Refusal('usage.unknown-field', { field: name, suggestion, fields: Object.keys(fields) })
}

const folded = (text: string): string => foldText(text).replaceAll(/[\s_-]/g, '')

/** What the kind requires and was not said. */
export const lackingIn = (
  fields: Readonly<Record<string, string>>,
  { required = [] }: EntryRule,
): readonly string[] => required.filter((key) => fields[key] === undefined)

/** Fields as they are shown: `sensitive` ones are null until revealed (SPEC 15.12). */
export const entryFieldsShown = (
  entry: { readonly kind: string; readonly fields: Readonly<Record<string, string>> },
  policy: Policy,
  reveal = false,
): Readonly<Record<string, string | null>> =>
  Object.fromEntries(
    Object.entries(entry.fields).map(([key, value]) => {
      const isHidden = !reveal && isSensitive(key, policy.entries?.[entry.kind])
      return [key, isHidden ? null : value]
    }),
  )

/** An entry's fields in the reader's words: `沟通渠道：电话`. Hidden ones are `hidden`. */
export function entryFieldWords(
  kind: string,
  fields: Readonly<Record<string, string | null>>,
  policy: Policy,
  reader: { readonly language: Language; readonly hidden: string; readonly colon: string },
): string[] {
  const { language, hidden, colon } = reader
  return Object.entries(fields).map(([key, value]) => {
    const rule = policy.entries?.[kind]?.fields?.[key]
    const label = rule?.label[language] ?? key
    const said = value === null ? hidden : (rule?.choices?.[value]?.label[language] ?? value)
    return `${label}${colon}${said}`
  })
}
