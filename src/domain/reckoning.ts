import { readValue } from './value.ts'
import { decimalIn, decimalText, isSame, product, rounded, shortened } from './decimal.ts'
import { invalid, isInvalid, type Invalid } from './invalid.ts'
import type { EntryRule, FieldRule } from './policy.ts'
import type { Problem } from './problem.ts'

export type EntryFields = Readonly<Record<string, string>>

/** Whole fen: amounts are compared to so many places, or to as many as were written. */
const fen = 2

/**
 * A field of an entry, read and checked. What is counted is not below zero, nor is a price; of goods
 * that come back what is counted is kept below zero, whether the minus was written or not.
 */
export function readEntryField(
  key: string,
  raw: string,
  field: FieldRule,
  { reckoned, returns }: EntryRule,
): string | Invalid {
  if (key === reckoned?.unitPrice) return notBelowZero(false, readValue(field.kind, raw, field))
  if (key !== reckoned?.quantity && key !== reckoned?.amount)
    return readValue(field.kind, raw, field)
  if (!returns) return notBelowZero(key === reckoned.quantity, readValue(field.kind, raw, field))
  const value = readValue(field.kind, withoutSign(raw), field)
  return isInvalid(value) || !/[1-9]/.test(value) ? value : `-${value.replace(/^-/, '')}`
}

/** `-2`, `－2`, `(2)`. */
const withoutSign = (raw: string): string =>
  raw.replace(/^\s*[-−－–—]\s*/, '').replace(/^\s*[(（](.*)[)）]\s*$/, '$1')

function notBelowZero(isQuantity: boolean, value: string | Invalid): string | Invalid {
  const below = isInvalid(value) ? value.code === 'integer.negative' : value.startsWith('-')
  return below ? invalid(isQuantity ? 'quantity.negative' : 'amount.negative', {}) : value
}

/**
 * The fields with the amount that quantity and unit price make, where it was not said. Where it was,
 * it must be theirs, rounded to whole fen or to the places that were written.
 */
export function reckonedOut(fields: EntryFields, rule: EntryRule): EntryFields | Problem {
  const said = figuresIn(fields, rule)
  if (!said) return fields
  const { quantity, unitPrice, amount, key } = said
  const exact = product(decimalIn(quantity), decimalIn(unitPrice))
  if (amount === undefined) {
    const short = shortened(exact, decimalIn(unitPrice).places)
    return { ...fields, [key]: decimalText(short) }
  }
  const told = decimalIn(amount)
  if (isSame(rounded(exact, Math.max(told.places, fen)), told)) return fields
  const made = decimalText(shortened(exact, 0))
  const facts = { quantity, unitPrice, product: made, amount }
  return {
    key,
    label: labelOf(key, rule),
    value: amount,
    invalid: invalid('amount.disagrees', facts),
  }
}

const labelOf = (key: string, { fields }: EntryRule) => fields?.[key]?.label

/** Undefined where quantity or unit price was not said. */
function figuresIn(fields: EntryFields, { reckoned }: EntryRule) {
  const { quantity, unitPrice, amount } = reckoned ?? {}
  if (quantity === undefined || unitPrice === undefined || amount === undefined) return undefined
  const [many, each] = [fields[quantity], fields[unitPrice]]
  if (many === undefined || each === undefined) return undefined
  return { quantity: many, unitPrice: each, amount: fields[amount], key: amount }
}

/**
 * The fields of an entry to be corrected, less an amount that was reckoned from figures of which
 * one is now said anew: it is reckoned again.
 */
export function withoutStale(
  before: EntryFields,
  said: ReadonlySet<string>,
  rule: EntryRule,
): EntryFields {
  const { quantity = '', unitPrice = '', amount = '' } = rule.reckoned ?? {}
  if (said.has(amount) || !(said.has(quantity) || said.has(unitPrice))) return before
  if (!figuresIn(before, rule) || isProblem(reckonedOut(before, rule))) return before
  return Object.fromEntries(Object.entries(before).filter(([key]) => key !== amount))
}

export const isProblem = (made: EntryFields | Problem): made is Problem =>
  typeof made['invalid'] === 'object'
