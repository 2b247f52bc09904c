import type {
  Handover,
  HandoverExtension,
  HandoverItem,
  HandoverSignature,
} from '../domain/handover.ts'
import type { Day } from '../domain/words.ts'
import { query, sql } from './query.ts'
import type { Store } from './store.ts'

/** Which handovers are wanted; what is undefined does not narrow. */
export interface HandoverFilter {
  readonly id?: number | undefined
  readonly isOpen?: boolean | undefined
  /** Who gives or receives. */
  readonly staffId?: number | undefined
}

const nameOf = (column: string) =>
  sql<string | null>`(select name from staff where id = ${sql.ref(column)})`

const rows = query
  .selectFrom('handover')
  .select(['id', 'because', 'giverId', 'receiverId', 'department', 'openedOn', 'giveBy'])
  .select(['receiveBy', 'calendar', 'endedOn', 'outcome'])
  .select([nameOf('giver_id').as('giver'), nameOf('receiver_id').as('receiver')])

/** Handovers that fit, newest first. */
export function handoversIn(store: Store, { id, isOpen, staffId }: HandoverFilter): Handover[] {
  let asked = rows.orderBy('id', 'desc')
  if (id !== undefined) asked = asked.where('id', '=', id)
  if (isOpen) asked = asked.where('endedOn', 'is', null)
  if (staffId !== undefined)
    asked = asked.where(sql<boolean>`${staffId} in (giver_id, receiver_id)`)
  return store.all(asked).map(({ giver, receiver, ...row }) => ({
    ...row,
    giver: giver ?? '',
    receiver: receiver ?? '',
    items: itemsOf(store, row.id),
    signatures: signaturesOf(store, row.id),
    extensions: extensionsOf(store, row.id),
  }))
}

export const handoverById = (store: Store, id: number): Handover | undefined =>
  handoversIn(store, { id })[0]

/** What an item is called by itself: the archive's number goes before it. */
const what = sql<string | null>`case handover_item.kind
  when 'material' then (select '/' || seq || ' ' || title from material where id = subject_id)
  when 'loan' then 'L' || subject_id
  when 'request' then 'R' || subject_id
  when 'finding' then 'F' || subject_id
  when 'review' then (select period from review_round where id = subject_id)
  when 'place' then (select code from place where id = subject_id) end`

const settled = sql<0 | 1>`case handover_item.kind
  when 'loan' then not exists (select 1 from loan where id = subject_id and returned_on is null)
  when 'request' then not exists (select 1 from request where id = subject_id and settled_on is null)
  when 'finding' then not exists (select 1 from finding
    where id = subject_id and fixed_run is null and resolved_on is null)
  when 'review' then not exists (select 1 from review_item where round_id = subject_id
    and confirmed_on is null and owner = (select name from staff where id =
      (select giver_id from handover where id = handover_id)))
  else 0 end`

const itemsOf = (store: Store, handoverId: number): HandoverItem[] =>
  store
    .all(
      query
        .selectFrom('handoverItem')
        .leftJoin('archive', 'archive.id', 'handoverItem.archiveId')
        .select(['position', 'kind', 'archiveId', 'archive.number', 'archive.name as archiveName'])
        .select(['subjectId', 'count', 'pages', 'answer', 'pagesFound', 'answeredOn', 'note'])
        .select([what.as('what'), settled.as('settled'), nameOf('answered_by').as('answeredBy')])
        .select(
          sql<HandoverItem['secrecy']>`ifnull((select secrecy from material
            where handover_item.kind = 'material' and id = subject_id), archive.secrecy)`.as(
            'secrecy',
          ),
        )
        .where('handoverId', '=', handoverId)
        .orderBy('position'),
    )
    .map(({ settled: isSettled, ...row }) => ({ ...row, settled: isSettled === 1 }))

const signaturesOf = (store: Store, handoverId: number): HandoverSignature[] =>
  store
    .all(
      query
        .selectFrom('handoverSignature')
        .select(['role', 'signerId', 'signedOn', 'formNumber as form'])
        .select(nameOf('signer_id').as('signer'))
        .where('handoverId', '=', handoverId)
        .orderBy('role'),
    )
    .map(({ signer, ...row }) => ({ ...row, signer: signer ?? '' }))

const extensionsOf = (store: Store, handoverId: number): HandoverExtension[] =>
  store
    .all(
      query
        .selectFrom('handoverExtension')
        .select(['days', 'reason', 'formNumber as form', 'extendedOn as on', 'before'])
        .select(nameOf('approved_by').as('approver'))
        .where('handoverId', '=', handoverId)
        .orderBy('position'),
    )
    .map(({ approver, ...row }) => ({ ...row, approvedBy: approver ?? '' }))

/** What stands in a handover that has not ended: kind and id (of the archive, or what else it is) to the handover. */
export function itemsInHandover(store: Store): ReadonlyMap<string, number> {
  const asked = query
    .selectFrom('handoverItem')
    .innerJoin('handover', 'handover.id', 'handoverItem.handoverId')
    .select(['handoverItem.kind', 'handoverItem.archiveId', 'handoverItem.subjectId'])
    .select('handover.id')
    .where('handover.endedOn', 'is', null)
  return new Map(store.all(asked).map(({ id, ...item }) => [itemKey(item), id]))
}

/** An archive by its id, anything else by its own. */
export const itemKey = ({
  kind,
  archiveId,
  subjectId,
}: Pick<HandoverItem, 'kind' | 'archiveId' | 'subjectId'>): string =>
  `${kind} ${kind === 'archive' ? archiveId : subjectId}`

/** A handover whose next day comes. */
export interface HandoverDue {
  readonly id: number
  readonly due: Day
  readonly who: string
}

/** Handovers that wait for their giver or receiver by a day. */
export const handoversDue = (store: Store, by: Day): HandoverDue[] =>
  store
    .all(
      query
        .selectFrom('handover')
        .select(['id', dueOn.as('due'), waitsFor.as('who')])
        .where('endedOn', 'is', null)
        .where(sql<boolean>`${dueOn} <= ${by}`),
    )
    .map(({ who, ...row }) => ({ ...row, who: who ?? '' }))

const isGiven = sql<boolean>`exists (select 1 from handover_signature
  where handover_id = handover.id and role = 'giver')`
const dueOn = sql<Day>`iif(${isGiven}, receive_by, give_by)`
const waitsFor = sql<string | null>`(select name from staff
  where id = iif(${isGiven}, receiver_id, giver_id))`

/** Archives that a department has delivered before. */
export const wereDelivered = (store: Store): ReadonlySet<number | null> =>
  new Set(
    store
      .all(
        query
          .selectFrom('handoverItem')
          .innerJoin('handover', 'handover.id', 'handoverItem.handoverId')
          .select('handoverItem.archiveId')
          .where('handover.because', '=', 'department')
          .where('handover.outcome', '=', 'closed')
          .where('handoverItem.answer', '<>', 'missing'),
      )
      .map(({ archiveId }) => archiveId),
  )
