import type { Choices } from './sourced.ts'

/** A part of a sum: the values by which it is counted, and how much of each measure it has. */
export interface Counted<Measures extends string> {
  readonly keys: readonly (string | null)[]
  readonly counts: Readonly<Record<Measures, number>>
}

/** Parts of a sum put together by one of their keys, each with the sum of its measures. */
export function countedBy<Measures extends string>(
  parts: Iterable<Counted<Measures>>,
  at: number,
): Map<string | null, Record<Measures, number>> {
  const groups = new Map<string | null, Record<Measures, number>>()
  for (const { keys, counts } of parts) {
    const key = keys[at] ?? null
    const kept = groups.get(key)
    if (kept) addTo(kept, counts)
    else groups.set(key, { ...counts })
  }
  return groups
}

/** The sum of all; `none` is what there is of nothing. */
export function sumOf<Measures extends string>(
  parts: Iterable<Readonly<Record<Measures, number>>>,
  none: Readonly<Record<Measures, number>>,
): Record<Measures, number> {
  const sum = { ...none }
  for (const part of parts) addTo(sum, part)
  return sum
}

function addTo<Measures extends string>(
  sum: Record<Measures, number>,
  part: Readonly<Record<Measures, number>>,
): void {
  for (const key of Object.keys(sum) as Measures[]) sum[key] += part[key]
}

/** Values in the order of the policy's list, those that it does not know behind, none last. */
export function inListOrder<Value>(
  groups: ReadonlyMap<string | null, Value>,
  choices: Choices | undefined,
): (readonly [string | null, Value])[] {
  const order = new Map(Object.keys(choices ?? {}).map((key, at) => [key, at]))
  const rank = (key: string | null) =>
    key === null ? Infinity : (order.get(key) ?? Number.MAX_SAFE_INTEGER)
  const names = new Intl.Collator('zh')
  return [...groups].toSorted(
    ([a], [b]) => sign(rank(a), rank(b)) || names.compare(a ?? '', b ?? ''),
  )
}

const sign = (a: number, b: number): number => Number(a > b) - Number(a < b)
