import { isExact, type Because } from './duplicates.ts'

/** What to do about a row that is, or looks like, an archive that is there (SPEC 12, 15.4). */
export const onDuplicate = ['ask', 'skip', 'update', 'add', 'fail'] as const
export type OnDuplicate = (typeof onDuplicate)[number]

export type RowDecision = 'create' | 'update' | 'skip' | 'reject'

/**
 * An exact match is updated unless told to skip or fail; a likeness is skipped (and asked about
 * afterwards, at a terminal) unless told otherwise.
 */
export function decideRow(because: Because | 'number', how: OnDuplicate): RowDecision {
  if (how === 'fail') return 'reject'
  if (how === 'skip') return 'skip'
  if (isExact(because)) return 'update'
  if (how === 'update') return 'update'
  return how === 'add' ? 'create' : 'skip'
}
