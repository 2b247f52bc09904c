import { readAmount, readInteger, readNumber } from './amount.ts'
import { readChoice } from './choice.ts'
import { readEmail } from './email.ts'
import { readIdCard } from './id-card.ts'
import type { Invalid } from './invalid.ts'
import { parseDay } from './parse-day.ts'
import { readPhone } from './phone.ts'
import { readText } from './plain.ts'
import type { Choices, FieldKind } from './policy.ts'
import { readUscc } from './uscc.ts'

export { isInvalid } from './invalid.ts'
export type { Invalid } from './invalid.ts'
export { phoneDigits } from './phone.ts'
export { readName } from './plain.ts'

/** A kind and the rules that it needs: a `FieldRule`, or for kind choice `{ choices }`. */
export interface ValueRule {
  readonly choices?: Choices
}

/**
 * The raw text of a cell, a flag or an answer as the register keeps it, or what is wrong with it.
 * '' means no value: the cell was blank, or said so (`无`, `-`, `N/A`; in texts and lists these are
 * values). Never throws. Reading a kept value again changes nothing.
 */
export function readValue(kind: FieldKind, raw: string, rule?: ValueRule): string | Invalid {
  if (raw === '') return raw
  if (kind === 'choice') return readChoice(rule?.choices ?? noChoices, raw)
  return readers[kind](raw)
}

const noChoices: Choices = {}

const readers = {
  text: readText,
  date: parseDay,
  integer: readInteger,
  number: readNumber,
  amount: readAmount,
  phone: readPhone,
  email: readEmail,
  idCard: readIdCard,
  uscc: readUscc,
} satisfies Record<Exclude<FieldKind, 'choice'>, (raw: string) => string | Invalid>
