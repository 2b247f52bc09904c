import type { DisclosureBasis } from './disclosure-bases.ts'
import type { Choice, Sourced } from './sourced.ts'
import type { BorrowerKind } from './policy-use.ts'
import type { Secrecy } from './words.ts'

/** Reading on the spot (查阅): where, what is looked at before, how it ends (S001-18, S002-6.1, S002-6.2). */
export interface ConsultationRule extends Sourced {
  /** Where it is read; the first where nothing is said, any where the policy names none (S002-6.2-3). */
  readonly places?: Readonly<Record<string, Choice>>
  /** Archives read besides those in use: nothing, where nothing is said. */
  readonly also?: readonly ('closed' | 'pending')[]
  /** Of whom it is seen who they are before anything is laid before them (S004-N-3.1). */
  readonly identityCheck?: { readonly borrowers: readonly BorrowerKind[] } & Sourced
  /** From this level on a request says which materials, or what exactly (S002-6.1-2). */
  readonly scopeNeeded?: { readonly from: Secrecy } & Sourced
  /** Where it is said, the reader signs the register at the end (S002-6.2-4). */
  readonly closingSignature?: Sourced
  /** Open for more hours than these, it is late, as one left open over the day is. */
  readonly maxHours?: number
}

/** Copies and excerpts (复制、摘抄): who has them, until when (S001-23-1, S003-7.4.2). */
export interface CopiesRule extends Sourced {
  /** The office's own number of a permit: `FY{year}-{serial:3}`. */
  readonly number?: string
  /** Days until a copy is accounted for: back, or destroyed. */
  readonly expireDays?: number
  /** Even 绝密 may be copied by exception, with approval; never, where nothing is said (S003-7.4.2-1). */
  readonly topSecret?: boolean
  /** Copies on one permit, at most. */
  readonly most?: number
  /** What a customer collects: originals only where this is said; signed for where it says so (S004-Q-3.1). */
  readonly collection?: { readonly signature: boolean } & Sourced
}

/** Telling somebody outside of a customer (对外提供), with prior approval (S001-24-1, S004-M-8.1). */
export interface DisclosureRule extends Sourced {
  readonly bases: readonly DisclosureBasis[]
  /** A contract alone is no ground: the customer's consent is on record as well. */
  readonly consentNeeded?: boolean
  readonly number?: string
  /** Days in which it must be given. */
  readonly expireDays?: number
}
