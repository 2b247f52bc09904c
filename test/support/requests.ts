import type { Asked } from '../../src/domain/chain.ts'
import type { ChainStep } from '../../src/domain/policy-use.ts'
import type { Applicant, Request, RequestStep } from '../../src/domain/request.ts'
import type { Staff } from '../../src/domain/staff.ts'
import { anArchive, aPerson } from './archives.ts'

export const ofStaff = (staff: Staff): Applicant => ({ staff, outsider: null })

export const anOutsider = (name = '韩梅', unit = '市第一医院'): Applicant => ({
  staff: null,
  outsider: { name, unit, credential: 'introduction', credentialNumber: '2026-031' },
})

/** Somebody applies to borrow an archive without a level. */
export const asked = (said: Partial<Asked> = {}): Asked => ({
  kind: 'borrow',
  applicant: ofStaff(aPerson(9, { post: '业务员', department: '客服部' })),
  levels: ['none'],
  materialKinds: null,
  archives: [anArchive()],
  ...said,
})

const undecided = {
  decision: null,
  decidedBy: null,
  decider: null,
  deciderPost: null,
  decidedOn: null,
  enteredBy: null,
  evidence: null,
  formNumber: null,
  scanId: null,
  note: null,
  signer: null,
}

export const aStep = (
  step: number,
  rule: ChainStep,
  said: Partial<RequestStep> = {},
): RequestStep => ({ step, rule, ...undecided, ...said })

/** A request made on 20 November 2026, good until 20 December. */
export const aRequest = (steps: readonly RequestStep[], said: Partial<Request> = {}): Request => ({
  id: 12,
  kind: 'borrow',
  applicant: ofStaff(aPerson(9, { name: '李雷', post: '业务员', department: '客服部' })),
  department: '客服部',
  purpose: '核对病历',
  wish: {},
  status: 'pending',
  madeOn: '2026-11-20',
  madeBy: 1,
  expiresOn: '2026-12-20',
  settledOn: null,
  reason: null,
  policyVersion: 1,
  nonce: '00',
  journalSeq: 1,
  items: [],
  steps,
  ...said,
})
