import { readChoice } from './choice.ts'
import { isInvalid } from './invalid.ts'
import type { Policy } from './policy.ts'
import type { Problem } from './problem.ts'
import { Refusal } from './refusal.ts'

/** Kinds of material by any name, with commas between them. @throws Refusal value.bad, policy.silent */
export function materialKindsNamed(said: string, policy: Policy): string[] {
  const kinds = policy.materials?.kinds
  if (!kinds) throw new Refusal('policy.silent', { section: 'materials', source: [] })
  const problems: Problem[] = []
  const named = said.split(/[,，、]/).filter((part) => part.trim() !== '')
  const read = named.flatMap((value) => {
    const kind = readChoice(kinds, value)
    if (!isInvalid(kind)) return [kind]
    problems.push({ key: '--kind', value, invalid: kind })
    return []
  })
  if (problems.length > 0) throw new Refusal('value.bad', { problems })
  return read
}

/** The kinds that lie in a safe (S003-15.5-4). @throws Refusal policy.silent where none do */
export function kindsInSafe(policy: Policy): readonly string[] {
  const kinds = policy.storage?.apart?.kinds ?? []
  if (kinds.length > 0) return kinds
  throw new Refusal('policy.silent', { section: 'storage.apart.kinds', source: [] })
}
