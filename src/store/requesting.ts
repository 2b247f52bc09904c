import { randomBytes } from 'node:crypto'
import type { ChainStep, RequestKind } from '../domain/policy-use.ts'
import { outsiderKey, type Applicant, type Request, type RequestWish } from '../domain/request.ts'
import type { Day, Secrecy } from '../domain/words.ts'
import { query } from './query.ts'
import type { RequestStepRow } from './request-tables.ts'
import type { Store } from './store.ts'

/** A request about to be made. */
export interface NewRequest {
  readonly kind: RequestKind
  readonly applicant: Applicant
  readonly department: string | null
  readonly purpose: string
  readonly wish: RequestWish
  readonly steps: readonly ChainStep[]
  readonly items: readonly {
    readonly archiveId: number
    readonly materialId: number | null
    readonly secrecy: Secrecy
  }[]
  readonly madeOn: Day
  readonly madeBy: number | null
  readonly expiresOn: Day | null
  readonly policyVersion: number
}

/** Stores it, pending or (where no step is needed) approved. Returns its id. */
export function addRequest(store: Store, wanted: NewRequest): number {
  const { applicant, steps, items, wish, ...rest } = wanted
  const { staff, outsider } = applicant
  const { lastId: id } = store.run(
    query.insertInto('request').values({
      ...rest,
      applicantId: staff?.id ?? null,
      outsider: outsider && JSON.stringify(outsider),
      outsiderKey: outsider && outsiderKey(outsider),
      wish: JSON.stringify(wish),
      status: steps.length === 0 ? 'approved' : 'pending',
      nonce: randomBytes(16),
      settledOn: null,
      reason: null,
      journalSeq: null,
    }),
  )
  for (const [index, item] of items.entries()) {
    const row = { ...item, requestId: id, position: index + 1, fromNumber: null }
    store.run(query.insertInto('requestItem').values(row))
  }
  for (const [index, rule] of steps.entries())
    store.run(
      query
        .insertInto('requestStep')
        .values({ ...undecided, requestId: id, step: index + 1, rule: JSON.stringify(rule) }),
    )
  return id
}

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
  signedText: null,
  signature: null,
  signer: null,
} satisfies Partial<RequestStepRow>

/** Ties a request to the journal entry that made it. */
export const tieRequest = (store: Store, id: number, journalSeq: number): void => {
  store.run(query.updateTable('request').set({ journalSeq }).where('id', '=', id))
}

/** How a step was decided, as the register keeps it. */
export type Decided = Omit<RequestStepRow, 'requestId' | 'step' | 'rule'>

export const undecidedStep: Decided = undecided

/** Enters a decision: the request is refused with the first refusal, approved with the last approval. */
export function decideStep(store: Store, request: Request, step: number, decided: Decided): void {
  store.run(
    query
      .updateTable('requestStep')
      .set(decided)
      .where('requestId', '=', request.id)
      .where('step', '=', step),
  )
  if (decided.decision === 'refused')
    return settleRequest(store, request.id, 'refused', decided.decidedOn ?? '', decided.note)
  if (step === request.steps.length)
    store.run(query.updateTable('request').set({ status: 'approved' }).where('id', '=', request.id))
}

/** Nothing more comes of it. */
export function settleRequest(
  store: Store,
  id: number,
  status: 'refused' | 'withdrawn' | 'used' | 'expired',
  settledOn: Day,
  reason: string | null,
): void {
  store.run(query.updateTable('request').set({ status, settledOn, reason }).where('id', '=', id))
}
