import type { Period } from '../domain/period.ts'
import type { ReadingRights } from '../domain/reading-rights.ts'
import type { Day } from '../domain/words.ts'
import { query, sql } from './query.ts'
import { readableArchives } from './readable.ts'
import type { Store } from './store.ts'

/** A round of reviews. */
export interface ReviewRound {
  readonly id: number
  readonly period: string
  readonly openedOn: Day
}

export const roundOf = (store: Store, period: string): ReviewRound | undefined =>
  store.first(
    query
      .selectFrom('reviewRound')
      .select(['id', 'period', 'openedOn'])
      .where('period', '=', period),
  )

/**
 * Opens the round of a period: every archive in use that is to be reviewed by its end, with whose
 * it is now (S000-4.4-2). Gives how many.
 */
export function openRound(
  store: Store,
  { name: period, to: lastDay }: Period,
  opened: { readonly openedOn: Day; readonly openedBy: number | null },
): number {
  const { lastId } = store.run(
    query.insertInto('reviewRound').values({ period, lastDay, ...opened }),
  )
  const { changes } = store.run(
    query
      .insertInto('reviewItem')
      .columns(['roundId', 'archiveId', 'owner', 'dueOn'])
      .expression(
        query
          .selectFrom('archive')
          .select([sql<number>`${lastId}`.as('roundId'), 'id', 'owner'])
          .select(sql<string>`next_review_on`.as('dueOn'))
          .where('status', '=', 'active')
          .where('nextReviewOn', '<=', lastDay),
      ),
  )
  return changes
}

/** The rounds that end last, two of them, the last first. */
export const lastRounds = (store: Store): (ReviewRound & { readonly lastDay: Day })[] =>
  store.all(
    query
      .selectFrom('reviewRound')
      .select(['id', 'period', 'openedOn', 'lastDay'])
      .orderBy('lastDay', 'desc')
      .orderBy('id', 'desc')
      .limit(2),
  )

/** Is there anything in use that is to be reviewed by a day? */
export const anythingToReview = (store: Store, by: Day): boolean =>
  store.first(
    query
      .selectFrom('archive')
      .select('id')
      .where(sql<boolean>`status = 'active'`) // a literal, for the index to be used
      .where('nextReviewOn', '<=', by)
      .limit(1),
  ) !== undefined

/** How many of a round that somebody may read nobody has confirmed. */
export const leftInRound = (store: Store, roundId: number, rights: ReadingRights): number =>
  store.one(
    query
      .selectFrom('reviewItem')
      .innerJoin('archive', 'archive.id', 'reviewItem.archiveId')
      .select(sql<number>`count(*)`.as('count'))
      .where('roundId', '=', roundId)
      .where('confirmedOn', 'is', null)
      .where(readableArchives(rights)),
  ).count

/** An archive in a round. */
export interface ReviewItem {
  readonly archiveId: number
  readonly number: string
  readonly name: string | null
  readonly secrecy: string
  readonly owner: string | null
  readonly dueOn: Day
  readonly confirmedOn: Day | null
  readonly confirmedBy: string | null
  readonly withCustomer: 0 | 1 | null
}

/** What of a round somebody may read, by who is responsible, then by day. */
export const itemsOf = (store: Store, roundId: number, rights: ReadingRights): ReviewItem[] =>
  store.all(
    query
      .selectFrom('reviewItem')
      .innerJoin('archive', 'archive.id', 'reviewItem.archiveId')
      .leftJoin('staff', 'staff.id', 'reviewItem.confirmedBy')
      .select(['reviewItem.archiveId', 'archive.number', 'archive.name', 'archive.secrecy'])
      .select(['reviewItem.owner', 'reviewItem.dueOn', 'reviewItem.confirmedOn'])
      .select(['staff.name as confirmedBy', 'reviewItem.withCustomer'])
      .where('reviewItem.roundId', '=', roundId)
      .where(readableArchives(rights))
      .orderBy(sql`review_item.owner is null`)
      .orderBy('reviewItem.owner')
      .orderBy('reviewItem.dueOn')
      .orderBy('archive.id'),
  )

export const sizeOfRound = (store: Store, roundId: number): number =>
  store.one(
    query
      .selectFrom('reviewItem')
      .select(sql<number>`count(*)`.as('count'))
      .where('roundId', '=', roundId),
  ).count

/** The archive was reviewed: in whatever rounds still wait for it. */
export const confirmItems = (
  store: Store,
  archiveId: number,
  confirmed: {
    readonly confirmedOn: Day
    readonly confirmedBy: number | null
    readonly withCustomer: 0 | 1
  },
): void => {
  store.run(
    query
      .updateTable('reviewItem')
      .set(confirmed)
      .where('archiveId', '=', archiveId)
      .where('confirmedOn', 'is', null),
  )
}
