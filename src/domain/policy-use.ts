import type { Choice, Sourced } from './sourced.ts'
import type { Secrecy } from './words.ts'

/** A post of the office (岗位): staff hold it by its identifier, a label or an alias. */
export interface PostRule extends Choice {
  /** Whoever holds it heads their department. */
  readonly head?: boolean
}

/** What people apply for (申请). */
export const requestKinds = [
  'consult',
  'borrow',
  'renew',
  'copy',
  'disclose',
  'purge',
  'report',
  'change',
] as const
export type RequestKind = (typeof requestKinds)[number]

/** How a decision is proven: made in the tool, attested from a signed form, or signed with a key. */
export const evidences = ['inTool', 'paper', 'signature'] as const
export type Evidence = (typeof evidences)[number]

/** Somebody of the office, or of another unit. */
export const borrowerKinds = ['internal', 'external'] as const
export type BorrowerKind = (typeof borrowerKinds)[number]

/** One step of a chain: whoever fits `posts`, `head` or `person` may decide it. */
export interface ChainStep extends Sourced {
  /** Any of these posts: keys of `posts`. */
  readonly posts?: readonly string[]
  /** The head of the applicant's department (of their unit, where they are outsiders), or of the owner's. */
  readonly head?: 'applicant' | 'owner'
  /** Where the applicant is that head: any of these posts decides in their stead (S000-4.5-5). */
  readonly aboveHead?: readonly string[]
  /** A named person of the staff. */
  readonly person?: string
  /** Evidence that counts; any, where nothing is said. */
  readonly evidence?: readonly Evidence[]
}

/** Who must approve a request of these kinds; the first chain that fits is the request's. */
export interface ChainRule extends Sourced {
  readonly kinds: readonly RequestKind[]
  readonly borrower?: BorrowerKind
  /** Of the highest level among what is asked for; any, where nothing is said. */
  readonly secrecy?: readonly Secrecy[]
  /** Only where all that is asked for are materials of these kinds (S003-7.4.2-4). */
  readonly materialKinds?: readonly string[]
  /** Only where this formula holds of every archive that is asked for: `tier = 'company'` (S003-10.4). */
  readonly when?: string
  /** In this order; none: no approval is needed. */
  readonly steps?: readonly ChainStep[]
  /** Applicants in these posts need no approval (S003-15.6-1). */
  readonly exempt?: readonly string[]
  /** So does whoever answers for all that is asked for: the archives' owner (S003-10.4-4). */
  readonly exemptOwner?: boolean
  /** Nobody gets it, whoever approves (S004-K-3.5.1). */
  readonly refused?: boolean
}

export interface RequestsRule extends Sourced {
  /** So many days after it was made, a request that was not used has expired. */
  readonly expireDays?: number
  readonly chains: readonly ChainRule[]
  /** What an outsider shows of themselves (介绍信、工作证): one of these (S001-18-4). */
  readonly credentials?: Readonly<Record<string, Choice>>
  /** The seal and the signature of the applicant's unit stand on the form of these (S001-18-2). */
  readonly unitSeal?: { readonly borrowers: readonly BorrowerKind[] } & Sourced
  /** Requests of these kinds say on what ground: the customer's consent, the law (S004-M-7.1). */
  readonly bases?: {
    readonly kinds: readonly RequestKind[]
    readonly choices: Readonly<Record<string, Choice>>
  } & Sourced
}

/** A length of time as policy says it. */
export interface Term {
  readonly count: number
  readonly unit: 'days' | 'workingDays'
}

/** Archives that are lent only where the policy says so: closed, not yet verified, under a hold. */
export const lendableElse = ['closed', 'pending', 'held'] as const
export type LendableElse = (typeof lendableElse)[number]

/** Lending (借阅): to whom, for how long, how many at a time (S002-6.3, S001-19, S003-15.6). */
export interface LoansRule extends Sourced {
  /** Who may borrow at all; both, where nothing is said. */
  readonly borrowers?: { readonly kinds: readonly BorrowerKind[] } & Sourced
  /** What is lent besides archives in use: nothing, where nothing is said. */
  readonly also?: readonly LendableElse[]
  /** The longest loan, and how long one is where nothing else is said. */
  readonly term?: Term & Sourced
  /** The slip says until when: a due day must be given (S003-15.6-4). */
  readonly bySlip?: boolean
  /** How often a loan may be renewed, and for how long each time; as `term`, where nothing is said. */
  readonly renewals?: { readonly most: number; readonly term?: Term } & Sourced
  /** Archives that one borrower may have out at a time. */
  readonly limit?: { readonly most: number } & Sourced
  /** A loan agreement is signed before anything is handed over (S002-6.4-3). */
  readonly agreement?: { readonly borrowers: readonly BorrowerKind[] } & Sourced
  /** A loan that somebody waits for is recalled to so many days from now, and never shorter than these from lending. */
  readonly recall?: { readonly days: number; readonly guaranteedDays: number } & Sourced
}
