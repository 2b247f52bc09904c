import { choicesOf } from './draft.ts'
import type { Policy } from './policy.ts'
import type { Language } from './words.ts'

/** What the messages call the standard keys. */
export interface KeyWords {
  readonly archive: Readonly<Record<string, string>>
}

/** What a key is called: the policy's label for its fields, ours for standard keys, else its own name. */
export function labelOf(key: string, policy: Policy, language: Language, words: KeyWords): string {
  const plain = key.startsWith('fields.') ? key.slice(7) : key
  const label = policy.fields?.[plain]?.label[language]
  return label ?? (Object.hasOwn(words.archive, plain) ? (words.archive[plain] as string) : plain)
}

/** A value in the reader's words: the label of its choice where its key has choices. */
export function valueLabel(key: string, value: string, policy: Policy, language: Language): string {
  const plain = key.startsWith('fields.') ? key.slice(7) : key
  const choices = choicesOf(plain, policy) ?? policy.fields?.[plain]?.choices
  return choices && Object.hasOwn(choices, value)
    ? (choices[value]?.label[language] ?? value)
    : value
}
