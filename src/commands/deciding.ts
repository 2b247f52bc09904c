import { decide, type Decider } from '../domain/approval.ts'
import { requireDating } from '../domain/dating.ts'
import { readName } from '../domain/plain.ts'
import type { Evidence } from '../domain/policy-use.ts'
import { Refusal } from '../domain/refusal.ts'
import { requestName, type Decision, type Request } from '../domain/request.ts'
import { thoseHere } from '../domain/staff.ts'
import { archiveById, touchArchive } from '../store/archives.ts'
import { enter } from '../store/journal.ts'
import { decideStep, undecidedStep, type Decided } from '../store/requesting.ts'
import { requestById } from '../store/requests.ts'
import { staffById, staffList, staffOf } from '../store/staff.ts'
import { acceptChange, changeAsAccepted } from './changing.ts'
import type { Office } from './desk.ts'
import { archivesOf, requireDisposable } from './disposing.ts'
import { loanGiven } from './loan-given.ts'
import { requireLoanable } from './lending.ts'
import { requireRenewal } from './renewing.ts'
import { requestGiven, requireUnraised, takingsOf } from './requesting.ts'

/** What the line says of a decision. */
export interface DecisionOptions {
  readonly by?: string
  readonly post?: string
  readonly form?: string
  readonly note?: string
  readonly reason?: string
}

/** A proof that was checked before: an OpenSSH signature over the request's text. */
export interface Proof {
  readonly signedText: string
  readonly signature: string
  readonly signer: string
}

/**
 * Enters a decision on the next step of a request, in the caller's transaction. In the tool only by
 * whoever sits at the machine; of others a signed form, or a signature, must tell (SPEC section 7).
 * @throws Refusal request.missing, approval.*, request.status, request.raised, loan.*
 */
export function decided(
  office: Office,
  name: string,
  decision: Decision,
  options: DecisionOptions & { readonly scanId?: number; readonly proof?: Proof },
): Request {
  const { store, policy, hand, today } = office
  requireDating({ ...office, reason: options.reason }, policy)
  const request = requestGiven(office, name)
  const decider = deciderFor(office, options)
  const evidence = evidenceOf(office, request, decider, options)
  const ownerDepartments = ownersOf(office, request)
  const ruling = { decision, decider, evidence, today, ownerDepartments }
  const step = decide(request, ruling, policy)
  if (decision === 'approved') requireStillGood(office, request)
  const row: Decided = {
    ...undecidedStep,
    decision,
    decidedBy: decider.staff?.id ?? null,
    decider: decider.name,
    deciderPost: decider.post,
    decidedOn: today,
    enteredBy: hand.staffId,
    evidence,
    formNumber: options.form ?? null,
    scanId: options.scanId ?? null,
    note: options.note ?? null,
    ...options.proof,
  }
  decideStep(store, request, step.step, row)
  enterDecision(office, request, { ...row, step: step.step })
  const after = requestById(store, request.id) as Request
  return after.kind === 'change' && after.status === 'approved'
    ? acceptChange(office, after)
    : after
}

/** Whoever decides: `--by`, or for whom the operator acts. */
export function deciderFor({ store, hand, operator }: Office, options: DecisionOptions): Decider {
  const { by, post } = options
  if (by === undefined) {
    const staff = staffById(store, hand.staffId ?? 0)
    if (!staff) throw new Refusal('person.unbound', { account: operator.account })
    return { staff, name: staff.name, post: staff.post }
  }
  const isStaff = thoseHere(staffList(store)).some((it) => it.name === by || String(it.id) === by)
  if (isStaff) {
    const staff = staffOf(store, by)
    return { staff, name: staff.name, post: staff.post }
  }
  const name = readName(by)
  return { staff: null, name: typeof name === 'string' ? name : by, post: post ?? null }
}

/** @throws Refusal approval.unproven where somebody else decides and nothing shows it */
function evidenceOf(
  { operator }: Office,
  request: Request,
  { staff, name }: Decider,
  { form, proof }: { readonly form?: string; readonly proof?: Proof },
): Evidence {
  if (proof) return 'signature'
  if (form !== undefined) return 'paper'
  if (staff && staff.id === operator.staff?.id) return 'inTool'
  throw new Refusal('approval.unproven', { request: requestName(request.id), staff: name })
}

/** Departments of those who answer for what is asked for. */
export function ownersOf({ store }: Office, request: Request): (string | null)[] {
  const people = staffList(store)
  const owners = new Set(request.items.map(({ archiveId }) => archiveById(store, archiveId)?.owner))
  return people.filter(({ name }) => owners.has(name)).map(({ department }) => department)
}

/** A later step looks at the facts again: what has happened since may stand in the way. */
function requireStillGood(office: Office, request: Request): void {
  requireUnraised(office, request)
  if (request.kind === 'renew') {
    const loan = loanGiven(office, `L${request.wish.loan}`)
    return requireRenewal(office, loan, request.wish.dueOn)
  }
  if (request.kind === 'purge')
    return void requireDisposable(office, archivesOf(office, request), request.id)
  if (request.kind === 'change') return void changeAsAccepted(office, request)
  if (request.kind !== 'borrow') return
  for (const takings of takingsOf(office, request))
    requireLoanable(office, takings, request.applicant, {
      request: request.id,
      queued: request.wish.queued === true,
    })
}

function enterDecision(
  { store, hand, today }: Office,
  request: Request,
  row: Decided & { readonly step: number },
): void {
  const { signedText: _, ...told } = row
  const archives = [...new Set(request.items.map(({ archiveId }) => archiveId))]
  const detail = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null))
  const parts = archives.map((archiveId) => ({ archiveId, detail }))
  const action = row.decision === 'approved' ? 'request.approve' : 'request.refuse'
  enter(store, hand, { action, object: requestName(request.id), parts })
  for (const archiveId of archives) touchArchive(store, archiveId, today)
}
