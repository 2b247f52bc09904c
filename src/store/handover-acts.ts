import type { HandoverAnswer, HandoverCause, HandoverRole } from '../domain/handover-words.ts'
import type { Handover, HandoverItem } from '../domain/handover.ts'
import type { Day } from '../domain/words.ts'
import type { Duty } from './handover-duties.ts'
import { handoverById } from './handovers.ts'
import { query } from './query.ts'
import type { Store } from './store.ts'

/** A handover about to be opened. */
export interface NewHandover {
  readonly because: HandoverCause
  readonly giverId: number
  readonly receiverId: number
  readonly department: string | null
  readonly openedOn: Day
  readonly openedBy: number | null
  readonly giveBy: Day
  readonly receiveBy: Day
  readonly calendar: string | null
  readonly calendarVersion: string | null
  readonly policyVersion: number
}

export function addHandover(store: Store, row: NewHandover, duties: readonly Duty[]): Handover {
  const { lastId: handoverId } = store.run(query.insertInto('handover').values(row))
  for (const [at, { kind, archiveId, subjectId, count, pages }] of duties.entries())
    store.run(
      query
        .insertInto('handoverItem')
        .values({ handoverId, position: at + 1, kind, archiveId, subjectId, count, pages }),
    )
  return handoverById(store, handoverId) as Handover
}

/** What became of an item. */
export interface Answered {
  readonly answer: HandoverAnswer
  readonly pagesFound: number | null
  readonly note: string | null
  readonly answeredOn: Day
  readonly answeredBy: number | null
}

export const answerItem = (
  store: Store,
  handoverId: number,
  position: number,
  answered: Answered,
): void => {
  store.run(
    query
      .updateTable('handoverItem')
      .set(answered)
      .where('handoverId', '=', handoverId)
      .where('position', '=', position),
  )
}

export const addSignature = (
  store: Store,
  handoverId: number,
  signature: {
    readonly role: HandoverRole
    readonly signerId: number
    readonly signedOn: Day
    readonly formNumber: string | null
    readonly enteredBy: number | null
  },
): void => {
  store.run(query.insertInto('handoverSignature').values({ handoverId, ...signature }))
}

/** More time: for the giver, too, who has not signed yet. */
export function addExtension(
  store: Store,
  handover: Handover,
  extension: {
    readonly days: number
    readonly reason: string
    readonly approvedBy: number
    readonly formNumber: string | null
    readonly extendedOn: Day
    readonly enteredBy: number | null
  },
  until: { readonly giveBy: Day; readonly receiveBy: Day },
): void {
  const { id: handoverId, extensions, receiveBy: before } = handover
  const position = extensions.length + 1
  store.run(
    query.insertInto('handoverExtension').values({ handoverId, position, before, ...extension }),
  )
  store.run(query.updateTable('handover').set(until).where('id', '=', handoverId))
}

export const endHandover = (
  store: Store,
  id: number,
  ended: {
    readonly outcome: 'closed' | 'withdrawn'
    readonly endedOn: Day
    readonly endedBy: number | null
  },
): void => {
  store.run(query.updateTable('handover').set(ended).where('id', '=', id))
}

/** From whom to whom duties pass. */
interface Passing {
  readonly giver: { readonly id: number; readonly name: string }
  readonly receiver: { readonly id: number; readonly name: string }
}

/**
 * What is no archive passes on: papers and places get the receiver as their keeper, findings as their
 * owner, reviews of a round as who is responsible, a loan that is taken over as its borrower.
 */
export function passOn(store: Store, item: HandoverItem, { giver, receiver }: Passing): void {
  const id = item.subjectId ?? 0
  const [from, to] = [giver.name, receiver.name]
  switch (item.kind) {
    case 'material':
      store.run(
        query
          .updateTable('material')
          .set({ keeper: to })
          .where('id', '=', id)
          .where('keeper', '=', from),
      )
      return
    case 'place':
      store.run(
        query
          .updateTable('place')
          .set({ keeperId: receiver.id })
          .where('id', '=', id)
          .where('keeperId', '=', giver.id),
      )
      return
    case 'finding':
      store.run(
        query
          .updateTable('finding')
          .set({ ownerId: receiver.id })
          .where('id', '=', id)
          .where('ownerId', '=', giver.id),
      )
      return
    case 'review':
      store.run(
        query
          .updateTable('reviewItem')
          .set({ owner: to })
          .where('roundId', '=', id)
          .where('owner', '=', from)
          .where('confirmedOn', 'is', null),
      )
      return
    case 'loan':
      if (item.answer === 'takenOver')
        store.run(query.updateTable('loan').set({ borrowerId: receiver.id }).where('id', '=', id))
      return
    case 'archive':
    case 'request':
  }
}

/** Whoever gave them answers for what was listed and was not there. */
export const nameLacking = (store: Store, handoverName: string, giverId: number): void => {
  store.run(
    query
      .updateTable('finding')
      .set({ ownerId: giverId })
      .where('checkCode', '=', 'handover.missing')
      .where('object', 'like', `${handoverName}#%`)
      .where('fixedRun', 'is', null),
  )
}
