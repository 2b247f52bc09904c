import type { RequestKind } from './policy-use.ts'
import type { Day, Secrecy } from './words.ts'

/** What an approver puts their name to, and nothing else: the words that the signed text says. */
export interface RequestFacts {
  readonly applicant: string
  readonly decider: string
  /** As whom they decide; null: in no post that anybody has said. */
  readonly deciderPost: string | null
  readonly decision: 'approved' | 'refused'
  /** The last day of what is asked for; null: it has none. */
  readonly dueOn: Day | null
  /** The last day on which the request can be decided or used; null: it does not expire. */
  readonly expiresOn: Day | null
  /** The uuid of the archive file: R12 of another office is another request. */
  readonly file: string
  /** The hash of journal entry `headSeq`, 64 hex digits: whoever signs witnesses all until there. */
  readonly headHash: string
  readonly headSeq: number
  readonly kind: RequestKind
  /** Materials asked for, `RG2026-0001/3`; none: whole archives. */
  readonly materials: readonly string[]
  /** 32 hex digits, made with the request. */
  readonly nonce: string
  readonly numbers: readonly string[]
  readonly policyVersion: number
  readonly purpose: string
  /** `R12` */
  readonly request: string
  /** The highest level among what is asked for. */
  readonly secrecy: Secrecy
  readonly step: number
  /** The outsider's; null: the applicant is of the office. */
  readonly unit: string | null
  /** What its kind needs besides: a place, a recipient. JSON of any depth. */
  readonly wish: Readonly<Record<string, unknown>>
}

/** What a line of the text is called. */
export type RequestFact = keyof RequestFacts

/** What one text says otherwise than it would have to. */
export interface Difference {
  readonly key: RequestFact
  readonly said: unknown
  readonly now: unknown
}
