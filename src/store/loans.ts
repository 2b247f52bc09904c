import type { Held, Lost, Outstanding } from '../domain/lending.ts'
import type { Loan, LoanItem } from '../domain/loan.ts'
import type { Outsider } from '../domain/request.ts'
import type { Day } from '../domain/words.ts'
import { query } from './query.ts'
import type { Store } from './store.ts'

const loans = query
  .selectFrom('loan')
  .innerJoin('archive', 'archive.id', 'loan.archiveId')
  .innerJoin('request', 'request.id', 'loan.requestId')
  .leftJoin('staff', 'staff.id', 'loan.borrowerId')
  .selectAll('loan')
  .select(['archive.number', 'archive.secrecy', 'staff.name as staffName', 'request.outsider'])
  .select((column) =>
    column
      .selectFrom('loanRenewal')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .whereRef('loanRenewal.loanId', '=', 'loan.id')
      .as('renewals'),
  )

type Row = ReturnType<typeof rowType>
const rowType = (store: Store) => store.one(loans)

export function loanById(store: Store, id: number): Loan | undefined {
  const row = store.first(loans.where('loan.id', '=', id))
  return row && loansIn(store, [row])[0]
}

/** An archive's loans, newest first. */
export const loansOf = (store: Store, archiveId: number): Loan[] =>
  loansIn(
    store,
    store.all(loans.where('loan.archiveId', '=', archiveId).orderBy('loan.id', 'desc')),
  )

/** Which loans are wanted. */
export interface LoanFilter {
  readonly isOut: boolean
  /** Due on this day at the latest. */
  readonly dueBy?: Day
  readonly borrowerId?: number
  readonly archiveId?: number
}

/** Loans by due day, oldest first; what came back too, by the day it was lent, where that is asked for. */
export function loansWith(store: Store, filter: LoanFilter): Loan[] {
  const { isOut, dueBy, borrowerId, archiveId } = filter
  let asked = isOut
    ? loans.where('loan.returnedOn', 'is', null).orderBy('loan.dueOn').orderBy('loan.id')
    : loans.orderBy('loan.id')
  if (dueBy !== undefined) asked = asked.where('loan.dueOn', '<=', dueBy)
  if (borrowerId !== undefined) asked = asked.where('loan.borrowerId', '=', borrowerId)
  if (archiveId !== undefined) asked = asked.where('loan.archiveId', '=', archiveId)
  return loansIn(store, store.all(asked))
}

function loansIn(store: Store, rows: readonly Row[]): Loan[] {
  const items = itemsOf(
    store,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => loanIn(row, items.get(row.id) ?? []))
}

function loanIn(row: Row, items: readonly LoanItem[]): Loan {
  const outsider = row.outsider === null ? null : (JSON.parse(row.outsider) as Outsider)
  return {
    id: row.id,
    request: row.requestId,
    archiveId: row.archiveId,
    number: row.number,
    secrecy: row.secrecy,
    borrowerId: row.borrowerId,
    borrower: row.staffName ?? outsider?.name ?? '',
    unit: outsider?.unit ?? null,
    lentOn: row.lentOn,
    dueOn: row.dueOn,
    calendar: row.calendar,
    calendarVersion: row.calendarVersion,
    provisional: row.isProvisional === 1,
    agreement: row.agreement,
    recalledOn: row.recalledOn,
    returnedOn: row.returnedOn,
    outcome: row.outcome,
    renewals: row.renewals ?? 0,
    items,
  }
}

/** All that these loans took out, in one reading. */
function itemsOf(store: Store, ids: readonly number[]): ReadonlyMap<number, LoanItem[]> {
  const items = new Map<number, LoanItem[]>()
  const rows = store
    .prepare(
      `SELECT i.loan_id AS loanId, i.position, i.material_id AS materialId, m.seq, m.title,
              i.pages, i.copies, i.returned_on AS returnedOn, i.condition, i.remark,
              i.pages_back AS pagesBack
       FROM json_each(?) AS wanted
       JOIN loan_item AS i ON i.loan_id = wanted.value
       LEFT JOIN material AS m ON m.id = i.material_id
       ORDER BY i.loan_id, i.position`,
    )
    .all(JSON.stringify(ids)) as (LoanItem & { loanId: number })[]
  for (const { loanId, ...item } of rows) {
    const list = items.get(loanId)
    if (list) list.push(item)
    else items.set(loanId, [item])
  }
  return items
}

/** What is out of an archive just now. */
export const outstandingOf = (store: Store, archiveId: number): Outstanding[] =>
  store
    .all(
      query
        .selectFrom('loanItem')
        .innerJoin('loan', 'loan.id', 'loanItem.loanId')
        .innerJoin('request', 'request.id', 'loan.requestId')
        .leftJoin('staff', 'staff.id', 'loan.borrowerId')
        .select([
          'loan.id as loan',
          'loanItem.materialId',
          'loan.dueOn',
          'staff.name',
          'request.outsider',
        ])
        .where('loanItem.archiveId', '=', archiveId)
        .where('loanItem.returnedOn', 'is', null)
        .orderBy('loan.id'),
    )
    .map(({ name, outsider, ...out }) => ({
      ...out,
      borrower: name ?? (JSON.parse(outsider ?? '{}') as { name?: string }).name ?? '',
    }))

/** What loans of an archive ended with the loss of, as long as the incident of it stands open. */
export const lostOf = (store: Store, archiveId: number): Lost[] =>
  store.all(
    query
      .selectFrom('incident')
      .innerJoin('loanItem', 'loanItem.loanId', 'incident.loanId')
      .select(['incident.id as incident', 'loanItem.materialId'])
      .where('incident.archiveId', '=', archiveId)
      .where('incident.closedOn', 'is', null)
      .where('loanItem.condition', '=', 'lost')
      .whereRef('incident.materialId', 'is', 'loanItem.materialId')
      .orderBy('incident.id'),
  )

/** What a borrower has out: somebody of the staff by id, an outsider by `outsiderKey`. */
export const openLoansOf = (store: Store, borrower: number | string): Held[] =>
  store.all(
    query
      .selectFrom('loan')
      .innerJoin('archive', 'archive.id', 'loan.archiveId')
      .select(['loan.id as loan', 'loan.archiveId', 'archive.number', 'loan.dueOn'])
      .where('loan.returnedOn', 'is', null)
      .where(typeof borrower === 'number' ? 'loan.borrowerId' : 'loan.outsiderKey', '=', borrower)
      .orderBy('loan.dueOn')
      .orderBy('loan.id'),
  )
