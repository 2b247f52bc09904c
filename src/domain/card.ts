import { differenceOf, snapshotOf, type Archive, type Snapshot } from './archive.ts'
import type { Choices } from './policy.ts'
import type { Day } from './words.ts'

/** The card of an archive that lies on paper (客户档案卡, S002-2.3-3). */
export interface Card {
  /** The archive's, as printed. */
  readonly version: number
  readonly printedOn: Day
  readonly printedBy: number | null
  /** The archive says something else since (S002-2.3-4). */
  readonly isBehind: boolean
}

/** What the office does with an archive and its customer need not know: no card says it. */
const unprinted = new Set([
  'status',
  'location',
  'nextReviewOn',
  'channel',
  'collectedBy',
  'verifiedBy',
  'verifiedOn',
])

/** What the card says of an archive, by key: all that can make it go out of date. */
export function onCard(archive: Archive): Snapshot {
  const said = Object.entries(snapshotOf(archive)).filter(([key]) => !unprinted.has(key))
  return Object.fromEntries(said.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** The keys in which an archive differs from what was printed. */
export const changedOnCard = (printed: Archive, now: Archive): readonly string[] =>
  Object.keys(differenceOf(onCard(printed), onCard(now))?.after ?? {})

/** How paper stands to the record (S002-2.3-4): asked for with `--card`. */
export const cardStates = {
  behind: {
    label: { 'zh-Hans': '过时', 'zh-Hant': '過時', en: 'behind' },
    aliases: ['落后', '旧', '不一致'],
  },
  current: {
    label: { 'zh-Hans': '一致', 'zh-Hant': '一致', en: 'current' },
    aliases: ['最新', '同步'],
  },
  none: {
    label: { 'zh-Hans': '未打印', 'zh-Hant': '未列印', en: 'none' },
    aliases: ['无', '没有'],
  },
} as const satisfies Choices
export type CardState = keyof typeof cardStates
