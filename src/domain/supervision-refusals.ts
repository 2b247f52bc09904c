import type { Label } from './words.ts'

/** Why a violation cannot be dealt with so (S003-10.4, S004-J). */
export interface SupervisionRefusalFacts {
  'violation.missing': { violation: string }
  'violation.no-appeal': { violation: string; source: readonly string[] }
  'violation.late': { violation: string; appealBy: string; source: readonly string[] }
  'violation.appealed': { violation: string; on: string }
  'violation.not-appealed': { violation: string }
  'violation.decided': { violation: string; on: string }
  /** Neither whoever it is about nor whoever entered it decides. */
  'violation.own': { violation: string; staff: string }
  'violation.unfit': {
    violation: string
    staff: string
    posts: readonly { post: string; label: Label | null }[]
    source: readonly string[]
  }
  'violation.unproven': { violation: string; staff: string }
  /** Reduced means less than it was. */
  'violation.not-less': { violation: string; amount: string; said: string }
}
