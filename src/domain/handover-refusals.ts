import type { HandoverCause, HandoverRole } from './handover-words.ts'
import type { Label, Secrecy } from './words.ts'

/** What somebody still answers for, counted. */
export interface DutyCounts {
  readonly archives: number
  readonly materials: number
  readonly loans: number
  readonly requests: number
  readonly findings: number
  readonly reviews: number
  readonly places: number
}

/** Why the office says no to a handover (SPEC 9). */
export interface HandoverRefusalFacts {
  'handover.missing': { handover: string }
  /** They answer for nothing that could be handed over, or all of it is in another handover. */
  'handover.nothing': { giver: string; because: HandoverCause; others: readonly string[] }
  'handover.self': { staff: string }
  'handover.not-theirs': { number: string; giver: string; owner: string | null }
  'handover.already': { number: string; handover: string }
  'handover.not-cleared': { receiver: string; number: string; secrecy: Secrecy; clearance: Secrecy }
  'handover.ended': { handover: string; endedOn: string; outcome: 'closed' | 'withdrawn' }
  'handover.signed': { handover: string; role: HandoverRole; by: string; on: string }
  'handover.no-item': { handover: string; item: string; items: number }
  'handover.not-loan': { handover: string; item: number }
  /** Loans among them must come back or be taken over. */
  'handover.unchecked': {
    handover: string
    items: readonly number[]
    loans: readonly string[]
  }
  'handover.twice': { handover: string; role: HandoverRole; by: string; on: string }
  'handover.not-party': { handover: string; staff: string; role: HandoverRole; expected: string }
  'handover.same': { handover: string; staff: string }
  'handover.unfit': {
    handover: string
    staff: string
    act: 'sign' | 'extend'
    posts: readonly { post: string; label: Label | null }[]
    source: readonly string[]
  }
  'handover.unproven': { handover: string; staff: string }
  'handover.unsigned': {
    handover: string
    roles: readonly HandoverRole[]
    source: readonly string[]
  }
  'handover.too-long': {
    handover: string
    days: number
    left: number
    unit: 'days' | 'workingDays'
    source: readonly string[]
  }
  /** Whoever leaves still answers for something. */
  'handover.outstanding': {
    staff: string
    duties: DutyCounts
    /** That which is open. */
    handover: string | null
    source: readonly string[]
  }
}
