import { materialName } from '../domain/material.ts'
import {
  applicantName,
  isExternal,
  requestName,
  statusOn,
  type Request,
  type RequestWish,
  type RequestStep,
} from '../domain/request.ts'
import type { Policy } from '../domain/policy.ts'
import { unsensitive } from './change-view.ts'
import type { Office } from './desk.ts'

/** The archives and materials that a request asks for. */
export const requestNames = ({ items }: Pick<Request, 'items'>) => ({
  numbers: [...new Set(items.map(({ number }) => number))],
  materials: items.flatMap(({ number, seq }) => (seq === null ? [] : [materialName(number, seq)])),
})

/** A request as other programs see it (SPEC section 2). */
export function requestShown(
  { today, policy }: Pick<Office, 'today' | 'policy'>,
  request: Request,
  reveal = false,
) {
  const { numbers, materials } = requestNames(request)
  return {
    request: requestName(request.id),
    kind: request.kind,
    numbers,
    number: numbers.length === 1 ? (numbers[0] ?? null) : null,
    materials,
    applicant: applicantName(request.applicant),
    external: isExternal(request.applicant),
    unit: request.applicant.outsider?.unit ?? null,
    department: request.department,
    purpose: request.purpose,
    basis: request.wish.basis ?? null,
    unitSeal: request.wish.unitSeal ?? null,
    dueOn: request.wish.dueOn ?? null,
    /** What its kind says besides: scope, copies, recipient, basis … */
    wish: wishShown(request.wish, policy, reveal),
    status: statusOn(request, today),
    madeOn: request.madeOn,
    expiresOn: request.expiresOn,
    settledOn: request.settledOn,
    reason: request.reason,
    steps: request.steps.map(stepShown),
  }
}

export type RequestShown = ReturnType<typeof requestShown>

/** Of a change, before and after; sensitive values are null (SPEC 15.12). */
function wishShown({ change, ...wish }: RequestWish, policy: Policy, reveal: boolean) {
  if (!change) return wish
  const { before, after, knownOn, source } = change
  const values = reveal
    ? { before, after }
    : { before: unsensitive(before, policy), after: unsensitive(after, policy) }
  return { ...wish, change: { ...values, knownOn, source } }
}

const stepShown = ({ step, rule, ...it }: RequestStep) => ({
  step,
  posts: rule.posts ?? [],
  head: rule.head ?? null,
  person: rule.person ?? null,
  decidedBy: it.decider,
  post: it.deciderPost,
  decision: it.decision,
  decidedOn: it.decidedOn,
  evidence: it.evidence,
  form: it.formNumber,
  note: it.note,
})
