import type { ChainStep, RequestKind } from '../domain/policy-use.ts'
import {
  type Outsider,
  type Request,
  type RequestItem,
  type RequestStep,
  type RequestWish,
} from '../domain/request.ts'
import type { Day } from '../domain/words.ts'
import { query, sql } from './query.ts'
import type { RequestItemRow, RequestStepRow } from './request-tables.ts'
import { staffById } from './staff.ts'
import type { Store } from './store.ts'

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
