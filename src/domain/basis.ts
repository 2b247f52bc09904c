import { readChoice } from './choice.ts'
import type { RequestKind } from './policy-use.ts'
import type { Policy } from './policy.ts'
import { Refusal } from './refusal.ts'

/**
 * The ground on which something is asked for, by its key; undefined where the policy wants none
 * for requests of this kind (S004-M-7.1, S004-M-8.1).
 * @throws Refusal request.basis where none was said, or none that the policy knows
 */
export function basisFor(
  kind: RequestKind,
  said: string | undefined,
  { requests }: Policy,
): string | undefined {
  const rule = requests?.bases
  if (!rule?.kinds.includes(kind)) return undefined
  const key = readChoice(rule.choices, said ?? '')
  if (typeof key === 'string' && key !== '') return key
  const labels = Object.fromEntries(Object.entries(rule.choices).map(([id, it]) => [id, it.label]))
  throw new Refusal('request.basis', {
    kind,
    value: said?.trim() || null,
    bases: Object.keys(rule.choices),
    labels,
    source: rule.source ?? [],
  })
}
