import type { BorrowerKind, Evidence, RequestKind, Term } from './policy-use.ts'
import type { RequestStatus } from './request-status.ts'
import type { Label, Secrecy } from './words.ts'

/** Why the office says no to the use of archives: requests, approvals, loans (SPEC 7, 8). */
export interface UseRefusalFacts {
  // --- requests and approvals
  'request.missing': { request: string }
  /** The policy gives this to nobody. */
  'request.never': {
    kind: RequestKind
    borrower: BorrowerKind
    secrecy: Secrecy
    /** It may be read on the spot instead. */
    mayRead: boolean
    source: readonly string[]
  }
  /** The policy wants a ground for this; `value`: what was said, which is none. */
  'request.basis': {
    kind: RequestKind
    value: string | null
    bases: readonly string[]
    labels: Readonly<Record<string, Label>>
    source: readonly string[]
  }
  'request.status': {
    request: string
    status: RequestStatus
    needs: readonly RequestStatus[]
  }
  /** It is an application for something else. */
  'request.kind': { request: string; kind: RequestKind; needs: RequestKind }
  /** It waits for a decision, and asks for another due day. */
  'request.other-due': { request: string; dueOn: string; asked: string | null }
  /** What is asked for has become more secret since. */
  'request.raised': { request: string; number: string; before: Secrecy; after: Secrecy }
  'approval.own': { request: string; staff: string }
  'approval.twice': { request: string; staff: string; step: number }
  'approval.unfit': {
    request: string
    step: number
    staff: string
    post: string | null
    posts: readonly string[]
    /** What the policy calls these posts. */
    labels: Readonly<Record<string, Label>>
    head: 'applicant' | 'owner' | null
    person: string | null
    source: readonly string[]
  }
  /** Somebody else's decision is attested with a form or a signature. */
  'approval.unproven': { request: string; staff: string }
  'approval.evidence': {
    request: string
    step: number
    evidence: Evidence
    accepted: readonly Evidence[]
    source: readonly string[]
  }
  'applicant.stranger': { name: string; suggestion: string | undefined; options: readonly string[] }
  'applicant.credential': {
    name: string
    credentials: readonly string[]
    labels: Readonly<Record<string, Label>>
    source: readonly string[]
  }
  /** Nobody approves it, and their own clearance does not reach so far. */
  'applicant.not-cleared': { name: string; number: string; secrecy: Secrecy; clearance: Secrecy }
  'applicant.seal': { name: string; source: readonly string[] }
  // --- loans
  'loan.missing': { loan: string }
  'loan.borrower': {
    borrower: BorrowerKind
    kinds: readonly BorrowerKind[]
    source: readonly string[]
  }
  'loan.held': { number: string; hold: string }
  'loan.lost': { number: string; incident: string }
  /** A file is copied, not lent. */
  'loan.electronic': { material: string }
  'loan.out': { number: string; loan: string; borrower: string; dueOn: string }
  'loan.reserved': { number: string; request: string; applicant: string }
  'loan.overdue': {
    borrower: string
    loan: string
    number: string
    dueOn: string
    source: readonly string[]
  }
  'loan.limit': { borrower: string; open: number; most: number; source: readonly string[] }
  'loan.agreement': { source: readonly string[] }
  'loan.due-needed': { source: readonly string[] }
  'loan.due-past': { dueOn: string; from: string }
  'loan.due-beyond': {
    dueOn: string
    latest: string
    count: number
    unit: Term['unit']
    /** It may be renewed before it is due. */
    mayRenew: boolean
    source: readonly string[]
  }
  /** Later than what was approved. */
  'loan.due-approved': { dueOn: string; approved: string; request: string }
  'loan.not-out': { number: string; returnedOn: string | null }
  'loan.returned': { loan: string; returnedOn: string }
  'renewal.late': { loan: string; dueOn: string; source: readonly string[] }
  'renewal.most': { loan: string; most: number; source: readonly string[] }
}
