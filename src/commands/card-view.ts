import type { Archive } from '../domain/archive.ts'
import { changedOnCard } from '../domain/card.ts'
import { labelOf } from '../domain/labels.ts'
import type { Policy } from '../domain/policy.ts'
import { Refusal } from '../domain/refusal.ts'
import { stateAt } from '../domain/reverting.ts'
import { cardOf } from '../store/cards.ts'
import { versionsOf } from '../store/history.ts'
import { staffById } from '../store/staff.ts'
import type { Desk, Office } from './desk.ts'

/** The card on paper as other programs see it. */
export interface CardShown {
  readonly version: number
  readonly current: number
  readonly printedOn: string
  readonly by: string | null
  readonly behind: boolean
  /** Keys that say something else since; empty also where the journal no longer tells. */
  readonly changed: readonly string[]
}

export function cardShown({ store }: Office, archive: Archive): CardShown | null {
  const card = cardOf(store, archive.id)
  if (!card) return null
  const { version, printedOn, printedBy, isBehind } = card
  return {
    version,
    current: archive.version,
    printedOn,
    by: printedBy === null ? null : (staffById(store, printedBy)?.name ?? null),
    behind: isBehind,
    changed: isBehind ? changedSince(store, archive, version) : [],
  }
}

/** What the journal tells of the versions since; it no longer does where details were erased. */
function changedSince(store: Office['store'], archive: Archive, version: number) {
  try {
    return changedOnCard(stateAt(archive, versionsOf(store, archive.id), version), archive)
  } catch (thrown) {
    if (thrown instanceof Refusal) return []
    throw thrown
  }
}

/** `第 3 版，2025-03-01 打印；现为第 5 版，已变更：电话、地址` */
export function cardWords(desk: Desk, policy: Policy, card: CardShown): string {
  const { paper } = desk.text.form
  const { version, printedOn, current, behind, changed } = card
  if (!behind) return paper.current(version, printedOn)
  const keys = changed.map((key) => labelOf(key, policy, desk.language, desk.text.keys))
  return paper.behind(version, printedOn, current, keys.join(desk.text.program.marks.items))
}
