import type { Because, DisposalStage } from '../domain/disposal-reasons.ts'
import { participantName, type Participant } from '../domain/disposal.ts'
import type { Day, Secrecy } from '../domain/words.ts'
import { query } from './query.ts'
import type { Store } from './store.ts'

/** A disposal as the register keeps it. */
export type Disposal = Omit<ReturnType<typeof rowType>, 'never'>
const rows = query.selectFrom('disposal').selectAll('disposal')
const rowType = (store: Store) => store.one(rows)

/** An archive of a disposal, with what its stub keeps. */
export interface DisposalItem {
  readonly position: number
  readonly archiveId: number
  readonly number: string
  readonly type: string
  readonly secrecy: Secrecy
  readonly because: readonly Because[]
  readonly retainUntil: Day | null
  readonly materials: number
  readonly copies: number
  readonly pages: number
  readonly entries: number
  /** The journal's entry that destroyed it; null: it is there. */
  readonly journalSeq: number | null
}

export const disposalById = (store: Store, id: number): Disposal | undefined =>
  store.first(rows.where('id', '=', id))

export const disposalOfRequest = (store: Store, requestId: number): Disposal | undefined =>
  store.first(rows.where('requestId', '=', requestId))

/** All, newest first. */
export const disposals = (store: Store): Disposal[] => store.all(rows.orderBy('id', 'desc'))

/** The one that was begun and not finished; there may be several. */
export const pendingDisposals = (store: Store): Disposal[] =>
  store.all(
    rows
      .where('stage', 'in', ['destroying', 'deleted', 'rewritten', 'truncated'])
      .orderBy('disposal.id'),
  )

export const itemsOf = (store: Store, disposalId: number): DisposalItem[] =>
  store
    .all(
      query
        .selectFrom('disposalItem')
        .innerJoin('archive', 'archive.id', 'disposalItem.archiveId')
        .selectAll('disposalItem')
        .select(['archive.number', 'archive.type', 'archive.secrecy'])
        .where('disposalId', '=', disposalId)
        .orderBy('position'),
    )
    .map(({ disposalId: _, because, ...item }) => ({
      ...item,
      because: JSON.parse(because) as Because[],
    }))

/** A disposal about to be proposed. */
export interface NewDisposal {
  readonly requestId: number
  readonly reason: string
  readonly appraisal: string | null
  readonly formNumber: string | null
  readonly proposedOn: Day
  readonly policyVersion: number
  readonly items: readonly {
    readonly archiveId: number
    readonly because: readonly Because[]
    readonly retainUntil: Day | null
  }[]
}

/** Enters it with counts of what each archive holds. Returns its id. */
export function addDisposal(store: Store, { items, ...disposal }: NewDisposal): number {
  const row = { ...disposal, stage: 'proposed' as const }
  const { lastId: disposalId } = store.run(query.insertInto('disposal').values(row))
  for (const [index, { archiveId, because, retainUntil }] of items.entries())
    store.run(
      query.insertInto('disposalItem').values({
        disposalId,
        position: index + 1,
        archiveId,
        because: JSON.stringify(because),
        retainUntil,
        ...holdingsIn(store, archiveId),
        journalSeq: null,
      }),
    )
  return disposalId
}

function holdingsIn(store: Store, archiveId: number) {
  const counted = store
    .prepare(
      `SELECT count(*), ifnull(sum(copies), 0), ifnull(sum(pages * copies), 0),
         (SELECT count(*) FROM entry WHERE archive_id = ?)
       FROM material WHERE archive_id = ?`,
    )
    .raw(true)
  const [materials = 0, copies = 0, pages = 0, entries = 0] = counted.get(
    archiveId,
    archiveId,
  ) as number[]
  return { materials, copies, pages, entries }
}

/** Is any of it on paper, or whatever else must be destroyed by hand? */
export const hasPaper = (store: Store, disposalId: number): boolean =>
  store
    .prepare(
      `SELECT 1 FROM disposal_item JOIN material USING (archive_id)
       WHERE disposal_id = ? AND medium <> 'electronic' LIMIT 1`,
    )
    .get(disposalId) !== undefined

/** Counts again what each archive holds: it may have grown since it was proposed. */
export function recount(store: Store, disposalId: number): void {
  for (const { position, archiveId } of itemsOf(store, disposalId))
    store.run(
      query
        .updateTable('disposalItem')
        .set(holdingsIn(store, archiveId))
        .where('disposalId', '=', disposalId)
        .where('position', '=', position),
    )
}

/** Who does it, how and where. */
export interface Execution {
  readonly executor: Participant
  readonly witness: Participant
  readonly method: string | null
  readonly place: string | null
  readonly formNumber: string | null
  readonly begunOn: Day
}

export function beginDisposal(store: Store, id: number, begun: Execution): void {
  const { executor, witness, formNumber, ...rest } = begun
  const set = {
    ...rest,
    executorId: executor.staffId,
    executor: participantName(executor),
    witnessId: witness.staffId,
    witness: participantName(witness),
    ...(formNumber === null ? {} : { formNumber }),
    stage: 'destroying' as const,
  }
  store.run(query.updateTable('disposal').set(set).where('id', '=', id))
}

export const reachStage = (
  store: Store,
  id: number,
  stage: Exclude<DisposalStage, 'proposed' | 'verified'>,
): void => {
  store.run(query.updateTable('disposal').set({ stage }).where('id', '=', id))
}

/** What the search afterwards came to. */
export interface Searched {
  readonly archivesSearched: number
  readonly valuesSearched: number
  readonly valuesShared: number
}

export const closeDisposal = (
  store: Store,
  id: number,
  closed: Searched & { readonly executedOn: Day; readonly journalSeq: number },
): void => {
  const set = { ...closed, stage: 'verified' as const }
  store.run(query.updateTable('disposal').set(set).where('id', '=', id))
}

/** These of its archives went with this entry of the journal. */
export function markDestroyed(
  store: Store,
  disposalId: number,
  archiveIds: readonly number[],
  seq: number,
): void {
  store
    .prepare(
      `UPDATE disposal_item SET journal_seq = ? WHERE disposal_id = ?
       AND archive_id IN (SELECT value FROM json_each(?))`,
    )
    .run(seq, disposalId, JSON.stringify(archiveIds))
}

/** Files whose materials are gone and whose bytes are still to be erased. */
export const filesToErase = (store: Store, disposalId: number): number[] =>
  [
    ...store.walk(
      `SELECT file.id FROM file JOIN disposal_item USING (archive_id)
       WHERE disposal_id = ? AND registered_at IS NULL AND journal_seq IS NOT NULL`,
      [disposalId],
    ),
  ].map(([id]) => Number(id))
