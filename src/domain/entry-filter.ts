import { entryKindNamed, entryKinds, spellingsOfFields } from './entry.ts'
import { folded } from './entry.ts'
import { isInvalid } from './invalid.ts'
import { parseDay } from './parse-day.ts'
import type { EntryRule, FieldRule, Policy } from './policy.ts'
import { readEntryField } from './reckoning.ts'
import { Refusal } from './refusal.ts'
import { nearest } from './suggest.ts'
import { traceKey } from './tracing.ts'
import type { Invalid } from './invalid.ts'
import type { Day } from './words.ts'

/** What was said of the entries that are wanted; all of it must hold. */
export interface EntryFilterSaid {
  /** One, or several with commas between them. */
  readonly kind?: string | undefined
  readonly since?: string
  readonly until?: string
  readonly product?: string
  readonly batch?: string
  /** `field=value`, fields by key, label or alias. */
  readonly field?: readonly string[]
  readonly text?: string | undefined
}

/** A value that a field of some kinds must have. */
export interface FieldWanted {
  readonly kind: string
  readonly key: string
  readonly value: string
  /** Texts are compared as buyers are traced: letter case, width, 简繁 and spaces do not count. */
  readonly isText: boolean
  readonly traced: boolean
}

/** Which entries are wanted. */
export interface EntryFilter {
  /** Empty: of any kind. */
  readonly kinds: readonly string[]
  readonly since: Day | undefined
  readonly until: Day | undefined
  /** Of each list one must hold. */
  readonly fields: readonly (readonly FieldWanted[])[]
  readonly words: string
}

/** @throws Refusal value.bad, usage.unknown-field, policy.silent */
export function readEntryFilter(said: EntryFilterSaid, policy: Policy): EntryFilter {
  const kinds = (said.kind ?? '')
    .split(/[,，、]/)
    .filter((kind) => kind.trim() !== '')
    .map((kind) => entryKindNamed(kind, policy))
  const named = (name: string, value: string | undefined) =>
    value === undefined ? [] : [fieldsWanted(name, value, kinds, policy)]
  const fields = (said.field ?? []).flatMap((pair) => {
    const at = pair.search(/[=＝]/)
    if (at < 1) throw bad('--field', pair, { code: 'map.shape', facts: { part: pair } })
    return named(pair.slice(0, at), pair.slice(at + 1).trim())
  })
  return {
    kinds,
    since: dayIn('--since', said.since),
    until: dayIn('--until', said.until),
    fields: [...named('product', said.product), ...named('batch', said.batch), ...fields],
    words: said.text ?? '',
  }
}

const bad = (key: string, value: string, it: Invalid): Refusal =>
  new Refusal('value.bad', { problems: [{ key, value, invalid: it }] })

function dayIn(option: string, raw: string | undefined): Day | undefined {
  if (raw === undefined) return undefined
  const day = parseDay(raw)
  const wrong = day === '' ? ({ code: 'value.missing', facts: {} } as const) : day
  if (isInvalid(wrong)) throw bad(option, raw, wrong)
  return wrong
}

/** The fields that a name means in any of the kinds, each with the value as it would be kept. */
function fieldsWanted(
  name: string,
  raw: string,
  kinds: readonly string[],
  policy: Policy,
): readonly FieldWanted[] {
  const rules = Object.entries(entryKinds(policy)).filter(
    ([kind]) => kinds.length === 0 || kinds.includes(kind),
  )
  const meant = rules.flatMap(([kind, rule]) => {
    const found = spellingsOfFields(rule).get(folded(name))
    return found ? [{ kind, rule, key: found[0], field: found[1] }] : []
  })
  if (meant.length === 0) throw unknownField(name, rules)
  const read = meant.map((it) => ({ ...it, value: readEntryField(it.key, raw, it.field, it.rule) }))
  const good = read.flatMap((it) => (isInvalid(it.value) ? [] : [wanted(it, it.value)]))
  const [first] = read
  if (good.length === 0 && first && isInvalid(first.value)) throw bad(name, raw, first.value)
  return good
}

const wanted = (
  { kind, key, field }: { kind: string; key: string; field: FieldRule },
  value: string,
): FieldWanted => {
  const isText = field.kind === 'text'
  return {
    kind,
    key,
    value: isText ? traceKey(value) : value,
    isText,
    traced: field.traced === true,
  }
}

function unknownField(name: string, rules: readonly (readonly [string, EntryRule])[]): Refusal {
  const spelled = new Map(rules.flatMap(([, rule]) => [...spellingsOfFields(rule)]))
  const fields = [...new Set(rules.flatMap(([, { fields: all = {} }]) => Object.keys(all)))]
  const near = nearest(folded(name), spelled.keys())
  const suggestion = near === undefined ? undefined : spelled.get(near)?.[0]
  return new Refusal('usage.unknown-field', { field: name, suggestion, fields })
}

/** Does an entry have one of these values? */
export const hasWanted = (
  entry: { readonly kind: string; readonly fields: Readonly<Record<string, string>> },
  alternatives: readonly FieldWanted[],
): boolean =>
  alternatives.some(({ kind, key, value, isText }) => {
    if (kind !== entry.kind) return false
    const held = entry.fields[key]
    return held !== undefined && (isText ? traceKey(held) : held) === value
  })
