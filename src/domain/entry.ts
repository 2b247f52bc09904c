import { readChoice } from './choice.ts'
import { daysBetween } from './day.ts'
import { foldText } from './fold.ts'
import { invalid, isInvalid } from './invalid.ts'
import type { Choices, EntryRule, FieldRule, Policy } from './policy.ts'
import type { Problem } from './problem.ts'
import { Refusal } from './refusal.ts'
import { isProblem, readEntryField, reckonedOut, type EntryFields } from './reckoning.ts'
import { isSensitive } from './shown.ts'
import { nearest } from './suggest.ts'
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

/** The rule of a kind; one that the policy has given up has no fields any more. */
export const entryRuleOf = (kind: string, policy: Policy): EntryRule =>
  entryKinds(policy)[kind] ?? { label: { 'zh-Hans': kind, 'zh-Hant': kind, en: kind } }

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
    const value = readEntryField(key, raw, field, rule)
    if (isInvalid(value)) problems.push({ key, label: field.label, value: raw, invalid: value })
    else if (value !== '') values[key] = value
  }
  if (problems.length > 0) throw new Refusal('value.bad', { problems })
  return values
}

/** Which fields `field=value` pairs speak of, the emptied ones among them. @throws Refusal usage.unknown-field */
export const fieldsMeant = (
  said: ReadonlyMap<string, string>,
  rule: EntryRule,
): ReadonlySet<string> => new Set([...said.keys()].map((name) => fieldNamed(name, rule)[0]))

/** The fields with the amount reckoned out. @throws Refusal value.bad where the figures disagree */
export function requireReckoned(fields: EntryFields, rule: EntryRule): EntryFields {
  const made = reckonedOut(fields, rule)
  if (isProblem(made)) throw new Refusal('value.bad', { problems: [made] })
  return made
}

/** A field of a kind by its key, a label or an alias; letter case, width and 简繁 do not count. */
function fieldNamed(name: string, rule: EntryRule): readonly [string, FieldRule] {
  const { fields = {} } = rule
  const spellings = spellingsOfFields(rule)
  const found = spellings.get(folded(name))
  if (found !== undefined) return found
  const near = nearest(folded(name), spellings.keys())
  const suggestion = near === undefined ? undefined : spellings.get(near)?.[0]
  throw new Refusal('usage.unknown-field', { field: name, suggestion, fields: Object.keys(fields) })
}

/** Every spelling of a kind's fields: keys before labels, labels before aliases. */
export const spellingsOfFields = ({
  fields = {},
}: EntryRule): ReadonlyMap<string, readonly [key: string, field: FieldRule]> =>
  new Map(
    [2, 1, 0].flatMap((rank) =>
      Object.entries(fields).flatMap((field) => {
        const [key, { label, aliases = [] }] = field
        const names = rank === 2 ? aliases : rank === 1 ? Object.values(label) : [key]
        return names.map((name) => [folded(name), field] as const)
      }),
    ),
  )

/** Letter case, width, 简繁, spaces and dashes do not count in a name. */
export const folded = (text: string): string => foldText(text).replaceAll(/[\s_-]/g, '')

/** What the kind requires and was not said. */
export const lackingIn = (fields: EntryFields, { required = [] }: EntryRule): readonly string[] =>
  required.filter((key) => fields[key] === undefined)

/** How many days too late it was entered; 0: in time, or the policy sets no time (S000-4.4-1, S003-5.3.3-1). */
export function daysLate(entry: EntryDraft & { readonly recordedOn: Day }, policy: Policy): number {
  const rule = policy.entries?.[entry.kind]?.enterWithin
  if (!rule) return 0
  const from = entry.fields[rule.since ?? ''] ?? entry.happenedOn
  return Math.max(0, daysBetween(from, entry.recordedOn) - rule.days)
}

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
  return inPolicyOrder(fields, policy.entries?.[kind]).map(([key, value]) => {
    const rule = policy.entries?.[kind]?.fields?.[key]
    const label = rule?.label[language] ?? key
    const said = value === null ? hidden : (rule?.choices?.[value]?.label[language] ?? value)
    return `${label}${colon}${said}`
  })
}

/** In the order of the policy; what it does not know comes behind, as it came in. */
export function inPolicyOrder<Value>(
  values: Readonly<Record<string, Value>>,
  rule: Pick<EntryRule, 'fields'> | undefined,
): [string, Value][] {
  const known = Object.keys(rule?.fields ?? {}).filter((key) => Object.hasOwn(values, key))
  const others = Object.keys(values).filter((key) => !known.includes(key))
  return [...known, ...others].map((key) => [key, values[key] as Value])
}
