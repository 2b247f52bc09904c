import { foldText } from './fold.ts'
import type { Policy } from './policy.ts'

/** Fields by which buyers are found, by kind of entry: once traced in any version, always (S004-A-1). */
export type Traced = ReadonlyMap<string, ReadonlySet<string>>

export function tracedIn(policies: readonly Policy[]): Traced {
  const traced = new Map<string, Set<string>>()
  for (const { entries = {} } of policies)
    for (const [kind, { fields = {} }] of Object.entries(entries))
      for (const [key, rule] of Object.entries(fields)) if (rule.traced) add(traced, kind, key)
  return traced
}

function add(traced: Map<string, Set<string>>, kind: string, key: string): void {
  const known = traced.get(kind)
  if (known) known.add(key)
  else traced.set(kind, new Set([key]))
}

/** Does `wider` trace anything that `traced` does not? */
export const tracesMore = (wider: Traced, traced: Traced): boolean =>
  [...wider].some(([kind, keys]) => [...keys].some((key) => !traced.get(kind)?.has(key)))

/** A product or batch as it is compared: letter case, width, 简繁 and spaces do not count. */
export const traceKey = (value: string): string => foldText(value).replaceAll(/\s/g, '')
