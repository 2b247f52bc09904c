import {
  fieldsMeant,
  inPolicyOrder,
  lackingIn,
  readEntryFields,
  requireReckoned,
  type EntryDraft,
} from './entry.ts'
import type { EntryRule } from './policy.ts'
import { withoutStale } from './reckoning.ts'
import { Refusal } from './refusal.ts'
import type { Day } from './words.ts'

/** What is to be said otherwise; undefined stays as it is. */
export interface CorrectionSaid {
  readonly on: Day | undefined
  readonly text: string | undefined
  /** Raw values by the names of fields; an empty one takes the field away. */
  readonly fields: ReadonlyMap<string, string>
}

/**
 * An entry as it should have been. An amount that was reckoned goes with the figures that it came
 * from, unless it is said itself.
 * @throws Refusal usage.unknown-field, value.bad; usage.missing where a required field would go
 */
export function corrected<Entry extends EntryDraft>(
  before: Entry,
  { on, text, fields: said }: CorrectionSaid,
  rule: EntryRule,
): Entry {
  const fields = said.size === 0 ? before.fields : correctedFields(before.fields, said, rule)
  return { ...before, happenedOn: on ?? before.happenedOn, text: text ?? before.text, fields }
}

function correctedFields(
  before: EntryDraft['fields'],
  said: CorrectionSaid['fields'],
  rule: EntryRule,
): EntryDraft['fields'] {
  const meant = fieldsMeant(said, rule)
  const kept = Object.entries(withoutStale(before, meant, rule)).filter(([key]) => !meant.has(key))
  const together = { ...Object.fromEntries(kept), ...readEntryFields(said, rule) }
  const fields = Object.fromEntries(inPolicyOrder(requireReckoned(together, rule), rule))
  const lacking = lackingIn(fields, rule)
  if (lacking.length > 0)
    throw new Refusal('usage.missing', { options: lacking.map((key) => `--set ${key}=…`) })
  return fields
}

/** Does it say the same, whatever the order of its fields? */
export function saysTheSame(one: EntryDraft, other: EntryDraft): boolean {
  const keys = new Set([...Object.keys(one.fields), ...Object.keys(other.fields)])
  return (
    one.happenedOn === other.happenedOn &&
    one.text === other.text &&
    [...keys].every((key) => one.fields[key] === other.fields[key])
  )
}

/** @throws Refusal entry.stale */
export function requireEntryVersion(
  { id, version }: { readonly id: number; readonly version: number },
  expected: number | undefined,
): void {
  if (expected !== undefined && expected !== version)
    throw new Refusal('entry.stale', { entry: id, expected, actual: version })
}
