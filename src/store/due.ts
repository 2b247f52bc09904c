import type { CheckCode } from '../domain/audit-finding.ts'
import type { Policy } from '../domain/policy.ts'
import type { ReadingRights } from '../domain/reading-rights.ts'
import type { Day } from '../domain/words.ts'

/** What wants doing. */
export const dueKinds = [
  'loan',
  'review',
  'request',
  'incident',
  'rectification',
  'inspection',
  'stocktake',
  'repair',
  'handover',
  'training',
  'violation',
  'agreement',
  'secrecy',
  'retention',
  'verification',
  'hold',
  'consultation',
  'permit',
  'disposal',
  'backup',
  'audit',
  'calendar',
] as const
export type DueKind = (typeof dueKinds)[number]

/** One thing that wants doing, or many of a kind, of one day and one person. */
export interface Due {
  readonly due: Day
  readonly kind: DueKind
  /** Null: of several archives, or of none. */
  readonly number: string | null
  readonly who: string | null
  /** Its id: of a loan, a request …; 0 where there are several. */
  readonly id: number
  readonly count: number
  /** Of a rectification. */
  readonly check: CheckCode | null
}

/** What is told of one thing alone. */
export const single = { count: 1, check: null } as const

/** Whoever asks, and until which day. */
export interface DueAsked {
  readonly rights: ReadingRights
  readonly today: Day
  readonly by: Day
  readonly policy: Policy
  /** The first year whose working days the office's calendar does not know; undefined: it knows all, or needs none. */
  readonly unknownYear?: number | undefined
}
