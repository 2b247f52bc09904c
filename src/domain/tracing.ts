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

/**
 * A whole number for a field and its value, 53 bits: by it entries are found. It is short and quick
 * to compare; two values may share it, so whoever finds by it looks at the entry itself.
 */
export function traceHash(field: string, value: string): number {
  const text = `${field}\u001F${traceKey(value)}`
  let one = 0xdeadbeef
  let other = 0x41c6ce57
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    one = Math.imul(one ^ unit, 2_654_435_761)
    other = Math.imul(other ^ unit, 1_597_334_677)
  }
  one =
    Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(other ^ (other >>> 13), 3_266_489_909)
  other =
    Math.imul(other ^ (other >>> 16), 2_246_822_507) ^ Math.imul(one ^ (one >>> 13), 3_266_489_909)
  return 4_294_967_296 * (2_097_151 & other) + (one >>> 0)
}
