import type { Generated } from 'kysely'
import type { Condition } from '../domain/loan.ts'
import type { Evidence, RequestKind } from '../domain/policy-use.ts'
import type { Decision } from '../domain/request.ts'
import type { RequestStatus } from '../domain/request-status.ts'
import type { Secrecy } from '../domain/words.ts'

export interface RequestRow {
  id: Generated<number>
  kind: RequestKind
  applicantId: number | null
  department: string | null
  outsider: string | null
  outsiderKey: string | null
  purpose: string
  wish: string
  status: RequestStatus
  madeOn: string
  madeBy: number | null
  expiresOn: string | null
  settledOn: string | null
  reason: string | null
  policyVersion: number
  nonce: Uint8Array
  journalSeq: number | null
}

export interface RequestItemRow {
  requestId: number
  position: number
  archiveId: number
  materialId: number | null
  secrecy: Secrecy
  fromNumber: string | null
}

export interface RequestStepRow {
  requestId: number
  step: number
  rule: string
  decision: Decision | null
  decidedBy: number | null
  decider: string | null
  deciderPost: string | null
  decidedOn: string | null
  enteredBy: number | null
  evidence: Evidence | null
  formNumber: string | null
  scanId: number | null
  note: string | null
  signedText: string | null
  signature: string | null
  signer: string | null
}

export interface LoanRow {
  id: Generated<number>
  requestId: number
  archiveId: number
  borrowerId: number | null
  outsiderKey: string | null
  lentOn: string
  lentBy: number | null
  dueOn: string
  calendar: string | null
  calendarVersion: string | null
  isProvisional: 0 | 1
  agreement: string | null
  recalledOn: string | null
  dueBeforeRecall: string | null
  returnedOn: string | null
  outcome: 'returned' | 'lost' | null
  fromNumber: string | null
}

export interface LoanItemRow {
  loanId: number
  position: number
  archiveId: number
  materialId: number | null
  pages: number | null
  copies: number
  returnedOn: string | null
  condition: Condition | null
  remark: string | null
  pagesBack: number | null
}

export interface LoanRenewalRow {
  loanId: number
  count: number
  requestId: number
  renewedOn: string
  dueBefore: string
  dueOn: string
}
