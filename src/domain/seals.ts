import { readChoice } from './choice.ts'
import { isInvalid } from './invalid.ts'
import type { Choices, Policy } from './policy.ts'
import type { Problem } from './problem.ts'
import { Refusal } from './refusal.ts'

/** Words for every seal of a kind, and for none. */
const whole = {
  all: { label: { 'zh-Hans': '全部', 'zh-Hant': '全部', en: 'all' }, aliases: ['齐全', '所有'] },
  none: { label: { 'zh-Hans': '无', 'zh-Hant': '無', en: 'none' }, aliases: ['全部取消', '没有'] },
} as const satisfies Choices

/** The seals and signatures of a kind of material, in the order of the policy. */
export function sealsOfKind(policy: Policy, kind: string | null): Choices {
  const rule = kind === null ? undefined : policy.materials?.kinds[kind]
  return { ...rule?.seals, ...rule?.signatures }
}

/**
 * What is seen on a material after somebody says `P18,P19`, `all` or `none`, in the order of its kind.
 * @throws Refusal value.bad
 */
export function sealsSeen(said: string, before: readonly string[], choices: Choices): string[] {
  const word = readChoice(whole, said)
  if (word === 'none') return []
  const seen = new Set([
    ...before,
    ...(word === 'all' ? Object.keys(choices) : named(said, choices)),
  ])
  const dropped = before.filter((key) => !Object.hasOwn(choices, key))
  return [...Object.keys(choices).filter((key) => seen.has(key)), ...dropped]
}

function named(said: string, choices: Choices): string[] {
  const isOne = !isInvalid(readChoice(choices, said))
  const parts = isOne ? [said] : said.split(/[,，、]/)
  const problems: Problem[] = []
  const seals = parts.flatMap((part) => {
    const seal = readChoice(choices, part)
    if (!isInvalid(seal)) return seal === '' ? [] : [seal]
    problems.push({ key: '--seal', value: part.trim(), invalid: seal })
    return []
  })
  if (problems.length > 0) throw new Refusal('value.bad', { problems })
  return seals
}
