import type { Condition } from '../domain/loan.ts'
import { outsiderKey, type Applicant } from '../domain/request.ts'
import type { Due } from '../domain/working-days.ts'
import type { Day } from '../domain/words.ts'
import { query, sql } from './query.ts'
import type { Store } from './store.ts'

/** A loan about to be entered. */
export interface NewLoan {
  readonly request: number
  readonly archiveId: number
  readonly borrower: Applicant
  readonly lentOn: Day
  readonly lentBy: number | null
  readonly due: Due
  readonly agreement: string | null
  readonly items: readonly {
    readonly materialId: number | null
    readonly pages: number | null
    readonly copies: number
  }[]
}

/** Enters a loan in the register (S001-19-4). Returns its id. */
export function addLoan(store: Store, { request, borrower, due, items, ...loan }: NewLoan): number {
  const { staff, outsider } = borrower
  const { dueOn, calendar, calendarVersion, provisional } = due
  const { lastId: id } = store.run(
    query.insertInto('loan').values({
      ...loan,
      requestId: request,
      borrowerId: staff?.id ?? null,
      outsiderKey: outsider && outsiderKey(outsider),
      dueOn,
      calendar,
      calendarVersion,
      isProvisional: provisional ? 1 : 0,
      recalledOn: null,
      dueBeforeRecall: null,
      returnedOn: null,
      outcome: null,
      fromNumber: null,
    }),
  )
  for (const [index, item] of items.entries())
    store.run(
      query.insertInto('loanItem').values({
        ...item,
        loanId: id,
        position: index + 1,
        archiveId: loan.archiveId,
        returnedOn: null,
        condition: null,
        remark: null,
        pagesBack: null,
      }),
    )
  return id
}

/** How one thing came back. */
export interface CameBack {
  readonly position: number
  readonly condition: Condition
  readonly remark: string | null
  readonly pagesBack: number | null
}

/** Cancels things from the register; the loan ends with the last of them (S001-20-1). */
export function takeItemsBack(
  store: Store,
  loanId: number,
  items: readonly CameBack[],
  returnedOn: Day,
): void {
  for (const { position, ...back } of items)
    store.run(
      query
        .updateTable('loanItem')
        .set({ ...back, returnedOn })
        .where('loanId', '=', loanId)
        .where('position', '=', position),
    )
  const conditions = store.all(
    query.selectFrom('loanItem').select('condition').where('loanId', '=', loanId),
  )
  if (conditions.some(({ condition }) => condition === null)) return
  const outcome = conditions.some(({ condition }) => condition === 'lost') ? 'lost' : 'returned'
  store.run(query.updateTable('loan').set({ returnedOn, outcome }).where('id', '=', loanId))
}

/** Prolongs a loan; what it was due before is kept (S002-6.3-3). */
export function addRenewal(
  store: Store,
  loan: { readonly id: number; readonly dueOn: Day; readonly renewals: number },
  request: number,
  due: Due,
  renewedOn: Day,
): void {
  const { dueOn, calendar, calendarVersion, provisional } = due
  store.run(
    query.insertInto('loanRenewal').values({
      loanId: loan.id,
      count: loan.renewals + 1,
      requestId: request,
      renewedOn,
      dueBefore: loan.dueOn,
      dueOn,
    }),
  )
  const isProvisional = provisional ? (1 as const) : (0 as const)
  const set = { dueOn, calendar, calendarVersion, isProvisional }
  store.run(query.updateTable('loan').set(set).where('id', '=', loan.id))
}

/** Somebody waits for it: due sooner. What it was due before the first recall is kept. */
export function recallLoan(
  store: Store,
  loan: { readonly id: number; readonly dueOn: Day },
  dueOn: Day,
  recalledOn: Day,
): void {
  const dueBeforeRecall = sql<string>`ifnull(due_before_recall, ${loan.dueOn})`
  const set = { dueOn, recalledOn, dueBeforeRecall }
  store.run(query.updateTable('loan').set(set).where('id', '=', loan.id))
}
