import { kindsNeeded } from './checklist.ts'
import { readChoice } from './choice.ts'
import { mapHeadings } from './headings.ts'
import { isInvalid } from './invalid.ts'
import { labelOf, type KeyWords } from './labels.ts'
import type { Choices, Policy } from './policy.ts'
import { Refusal } from './refusal.ts'

/** Kinds of material, and required keys: one of them is missing. */
export interface MissingCondition {
  readonly kind: 'missing'
  readonly kinds: readonly string[]
  readonly keys: readonly string[]
}

/**
 * `--missing 合同,电话`: documents that a checklist asks for and values that a type requires, by any name.
 * @throws Refusal usage.bad-option for what nothing asks for, since it is never missing
 */
export function missingAsked(
  said: string | undefined,
  policy: Policy,
  words: KeyWords,
): MissingCondition[] {
  if (said === undefined) return []
  const needed = neededChoices(policy)
  const kinds: string[] = []
  const keys: string[] = []
  for (const part of isWhole(said, needed) ? [said] : said.split(/[,，、]/)) {
    const kind = readChoice(needed, part)
    const key = typeof kind === 'string' && kind !== '' ? undefined : requiredKey(part, policy)
    if (typeof kind === 'string' && kind !== '') kinds.push(kind)
    else if (key !== undefined) keys.push(key)
    else throw neverMissing(part.trim(), kind, policy, words)
  }
  return [{ kind: 'missing', kinds, keys }]
}

const isWhole = (said: string, needed: Choices): boolean => !isInvalid(readChoice(needed, said))

const neededChoices = (policy: Policy): Choices =>
  Object.fromEntries(
    kindsNeeded(policy).flatMap((kind) => {
      const rule = policy.materials?.kinds[kind]
      return rule ? [[kind, rule]] : []
    }),
  )

/** A key that some type requires, by its heading. */
function requiredKey(said: string, policy: Policy): string | undefined {
  const target = mapHeadings([said], policy)[0]?.target
  return requiredKeys(policy).find((key) => key === target)
}

const requiredKeys = (policy: Policy): string[] => [
  ...new Set(Object.values(policy.types).flatMap(({ required }) => required)),
]

function neverMissing(
  value: string,
  read: ReturnType<typeof readChoice>,
  policy: Policy,
  words: KeyWords,
): Refusal<'usage.bad-option'> {
  const { language } = policy
  const kinds = Object.values(neededChoices(policy)).map(({ label }) => label[language])
  const near = isInvalid(read) ? (read.facts as { suggestion?: string }).suggestion : undefined
  const suggestion = near && policy.materials?.kinds[near]?.label[language]
  const keys = requiredKeys(policy).map((key) => labelOf(key, policy, language, words))
  const choices = [...kinds, ...keys]
  return new Refusal('usage.bad-option', { option: '--missing', value, choices, suggestion })
}
