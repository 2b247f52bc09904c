import { foldText } from './fold.ts'
import { derivedKeys } from './heading-names.ts'
import {
  knownKeys,
  reduced,
  spellingsOf,
  withoutHints,
  type Fold,
  type Meaning,
  type Spellings,
} from './heading-spellings.ts'
import type { Mapping } from './mapping.ts'
import type { Policy } from './policy.ts'
import { nearest } from './suggest.ts'

export { knownKeys } from './heading-spellings.ts'
export { checkMapping, parseMapping, type Mapping } from './mapping.ts'

/** What one column of an import file holds. */
export interface Column {
  /** As the file says it. */
  readonly heading: string
  /** A standard key, a key of the policy's fields, or the name under which the column is kept as it is. */
  readonly target: string | { readonly extra: string }
  /** Index of the column that has the same key and keeps it. */
  readonly duplicateOf?: number
  readonly empty?: true
  /** The register works this key out by itself. */
  readonly derived?: true
  /** `万` of 金额(万元): to be appended to every amount of the column before it is read. */
  readonly unit?: string
  /** The key that an unknown heading probably means; to be asked, never assumed. */
  readonly suggestion?: string
}
export type HeadingMap = readonly Column[]

export interface HeadingWishes {
  /** The type that every row will have: its fields come first where labels agree. */
  readonly type?: string | undefined
  readonly mapping?: Mapping | undefined
  readonly fold?: Fold
}

/**
 * What the columns of a file mean. Case, width, spaces, colons, stars, brackets with hints and
 * units do not count. Where two columns mean the same the surer heading has it, then the first;
 * the other is kept as an extra.
 */
export function mapHeadings(
  headings: readonly string[],
  policy: Policy,
  wishes: HeadingWishes = {},
): HeadingMap {
  const fold = wishes.fold ?? foldText
  const spellings = spellingsOf(policy, wishes.type, fold)
  const meanings = headings.map((heading) => meaningOf(heading, spellings, wishes.mapping, fold))
  const keepers = keepersOf(meanings)
  const taken = new Set([...knownKeys(policy), 'extra'])
  return headings.map((heading, index): Column => {
    const key = meanings[index]?.key
    const keeper = key === undefined ? undefined : keepers.get(key)
    if (key !== undefined && keeper === index) return columnOf(heading, key, policy, fold)
    const target = { extra: freeName(heading, index, taken) }
    if (keeper !== undefined) return { heading, target, duplicateOf: keeper }
    return { heading, target, ...hintOf(heading, spellings, wishes.mapping, fold) }
  })
}

function meaningOf(
  heading: string,
  spellings: Spellings,
  mapping: Mapping | undefined,
  fold: Fold,
): Meaning | undefined {
  const wish = mapping?.get(heading.trim())
  if (wish !== undefined) return wish === 'extra' ? undefined : { key: wish, rank: -1 }
  return (
    spellings.get(reduced(heading, fold)) ??
    spellings.get(reduced(withoutHints(heading, fold), fold))
  )
}

/** For each key the column that has it: of the surest heading, then the first. */
function keepersOf(meanings: readonly (Meaning | undefined)[]): ReadonlyMap<string, number> {
  const keepers = new Map<string, number>()
  for (const [index, meaning] of meanings.entries()) {
    if (!meaning) continue
    const rival = meanings[keepers.get(meaning.key) ?? -1]
    if (!rival || meaning.rank < rival.rank) keepers.set(meaning.key, index)
  }
  return keepers
}

function columnOf(heading: string, target: string, policy: Policy, fold: Fold): Column {
  if (derivedKeys.has(target)) return { heading, target, derived: true }
  const unit = policy.fields?.[target]?.kind === 'amount' ? unitIn(heading, fold) : undefined
  return unit === undefined ? { heading, target } : { heading, target, unit }
}

/** `万` of 金额(万元). */
export const unitIn = (heading: string, fold: Fold): string | undefined =>
  unitOf.exec(fold(heading))?.[1]
const unitOf = /[([【/:]\s*([百千]?万|千|亿)元?[)\]】]?\s*$/

function hintOf(
  heading: string,
  spellings: Spellings,
  mapping: Mapping | undefined,
  fold: Fold,
): { readonly empty?: true; readonly suggestion?: string } {
  const form = reduced(withoutHints(heading, fold), fold)
  if (heading.trim() === '') return { empty: true }
  const near =
    form === '' || mapping?.has(heading.trim()) ? undefined : nearest(form, spellings.keys())
  const suggestion = near === undefined ? undefined : spellings.get(near)?.key
  return suggestion === undefined ? {} : { suggestion }
}

/** A name for an extra that no key and no other column has. */
function freeName(heading: string, index: number, taken: Set<string>): string {
  const name = heading.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim() || `column${index + 1}`
  let free = name
  for (let count = 2; taken.has(free); count++) free = `${name} (${count})`
  taken.add(free)
  return free
}
