import { differenceOf, snapshotOf, type Archive, type Difference } from './archive.ts'
import { changed, type Changes } from './change.ts'
import type { ClassificationRule, Policy } from './policy.ts'
import type { Day } from './words.ts'

/** Why an archive is to be classed so: somebody says it, or the policy's rule `rule` (from 1). */
export type Because =
  | { readonly by: 'person' }
  | { readonly by: 'rule'; readonly rule: number; readonly source: readonly string[] }

/** One archive of a plan, before and after. */
export interface Reclassification {
  readonly before: Archive
  readonly after: Archive
  readonly difference: Difference
  readonly because: Because
}

export interface ClassificationPlan {
  readonly changes: readonly Reclassification[]
  /** How many are so already. */
  readonly kept: number
}

/** Values for all, or the rules of the policy. */
export type ClassificationWish = Changes | 'by-rules'

/** What classifying would change, archive by archive, and why; what is so already is left out (S000-4.3). */
export function planClassification(
  archives: Iterable<Archive>,
  wish: ClassificationWish,
  policy: Policy,
  today: Day,
): ClassificationPlan {
  const changes: Reclassification[] = []
  let kept = 0
  for (const archive of archives) {
    const change = reclassified(archive, wish, policy, today)
    if (change) changes.push(change)
    else kept += 1
  }
  return { changes, kept }
}

function reclassified(
  before: Archive,
  wish: ClassificationWish,
  policy: Policy,
  today: Day,
): Reclassification | undefined {
  const said = wish === 'by-rules' ? ruleFor(before, policy) : { values: wish, because: person }
  if (!said) return undefined
  const after = changed(before, said.values, policy, today)
  const difference = differenceOf(snapshotOf(before), snapshotOf(after))
  return difference && { before, after, difference, because: said.because }
}

const person: Because = { by: 'person' }

/** The first rule whose every condition holds. */
function ruleFor(
  archive: Archive,
  policy: Policy,
): { values: Changes; because: Because } | undefined {
  const rules = policy.classification ?? []
  const at = rules.findIndex((rule) => holds(rule, archive))
  const rule = rules[at]
  if (!rule) return undefined
  const because: Because = { by: 'rule', rule: at + 1, source: rule.source ?? [] }
  return { values: new Map(Object.entries(rule.set)), because }
}

const holds = ({ when }: ClassificationRule, archive: Archive): boolean =>
  Object.entries(when).every(([key, wanted]) => [wanted].flat().includes(valueOf(archive, key)))

function valueOf(archive: Archive, key: string): string {
  const standard = archive[key as keyof Archive]
  return (typeof standard === 'string' ? standard : archive.fields[key]) ?? ''
}
