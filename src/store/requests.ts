import { randomBytes } from 'node:crypto'
import type { ChainStep, RequestKind } from '../domain/policy-use.ts'
import {
  outsiderKey,
  type Applicant,
  type Outsider,
  type Request,
  type RequestItem,
  type RequestStep,
  type RequestWish,
} from '../domain/request.ts'
import type { Day, Secrecy } from '../domain/words.ts'
import { query, sql } from './query.ts'
import type { RequestItemRow, RequestStepRow } from './request-tables.ts'
import { staffById } from './staff.ts'
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

const requests = query
  .selectFrom('request')
  .selectAll('request')
  .select(sql<string>`lower(hex(request.nonce))`.as('nonceHex'))

type Row = ReturnType<typeof rowType>
const rowType = (store: Store) => store.one(requests)

export function requestById(store: Store, id: number): Request | undefined {
  const row = store.first(requests.where('request.id', '=', id))
  return row && requestIn(store, row)
}

/** Which requests are wanted; nothing said: all. */
export interface RequestFilter {
  readonly archiveId?: number
  readonly kind?: RequestKind
  readonly isOpen?: true
  readonly applicantId?: number
}

/** Requests, newest first. */
export function requestsWith(store: Store, filter: RequestFilter): Request[] {
  const { archiveId, kind, isOpen, applicantId } = filter
  let asked = requests.orderBy('request.id', 'desc')
  if (kind !== undefined) asked = asked.where('request.kind', '=', kind)
  if (applicantId !== undefined) asked = asked.where('request.applicantId', '=', applicantId)
  if (isOpen) asked = asked.where('request.settledOn', 'is', null)
  if (archiveId !== undefined)
    asked = asked.where('request.id', 'in', (from) =>
      from.selectFrom('requestItem').select('requestId').where('archiveId', '=', archiveId),
    )
  return store.all(asked).map((row) => requestIn(store, row))
}

function requestIn(store: Store, row: Row): Request {
  const { applicantId, outsider, nonceHex, wish, ...rest } = row
  return {
    id: rest.id,
    kind: rest.kind,
    applicant: {
      staff: applicantId === null ? null : (staffById(store, applicantId) ?? null),
      outsider: outsider === null ? null : (JSON.parse(outsider) as Outsider),
    },
    department: rest.department,
    purpose: rest.purpose,
    wish: JSON.parse(wish) as RequestWish,
    status: rest.status,
    madeOn: rest.madeOn,
    madeBy: rest.madeBy,
    expiresOn: rest.expiresOn,
    settledOn: rest.settledOn,
    reason: rest.reason,
    policyVersion: rest.policyVersion,
    nonce: nonceHex,
    journalSeq: rest.journalSeq,
    items: itemsOf(store, rest.id),
    steps: stepsOf(store, rest.id),
  }
}

const itemsOf = (store: Store, requestId: number): RequestItem[] =>
  store.all(
    query
      .selectFrom('requestItem')
      .innerJoin('archive', 'archive.id', 'requestItem.archiveId')
      .leftJoin('material', 'material.id', 'requestItem.materialId')
      .select([
        'requestItem.archiveId',
        'archive.number',
        'requestItem.materialId',
        'material.seq',
        'requestItem.secrecy',
      ])
      .where('requestItem.requestId', '=', requestId)
      .orderBy('requestItem.position'),
  )

const stepsOf = (store: Store, requestId: number): RequestStep[] =>
  store
    .all(
      query
        .selectFrom('requestStep')
        .selectAll()
        .where('requestId', '=', requestId)
        .orderBy('step'),
    )
    .map(({ requestId: _, rule, signedText: _text, signature: _signature, ...step }) => ({
      ...step,
      rule: JSON.parse(rule) as ChainStep,
    }))

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

/** The signed text and signature of a step; undefined where it was not signed. */
export const signatureOf = (
  store: Store,
  requestId: number,
  step: number,
): Pick<RequestStepRow, 'signedText' | 'signature'> | undefined =>
  store.first(
    query
      .selectFrom('requestStep')
      .select(['signedText', 'signature'])
      .where('requestId', '=', requestId)
      .where('step', '=', step)
      .where('evidence', '=', 'signature'),
  )

/** Who waits for an archive that is out, first come first: queued borrow requests still open on a day. */
export const queueOf = (
  store: Store,
  archiveId: number,
  today: Day,
): (Pick<RequestItemRow, 'materialId'> & { readonly request: number })[] =>
  store.all(
    query
      .selectFrom('requestItem')
      .innerJoin('request', 'request.id', 'requestItem.requestId')
      .select(['request.id as request', 'requestItem.materialId'])
      .where('requestItem.archiveId', '=', archiveId)
      .where('request.kind', '=', 'borrow')
      .where('request.settledOn', 'is', null)
      .where((on) =>
        on.or([on('request.expiresOn', 'is', null), on('request.expiresOn', '>=', today)]),
      )
      .where(sql<boolean>`json_extract(request.wish, '$.queued')`)
      .orderBy('request.id'),
  )
