import type { Column } from '../cli/printer.ts'
import { loanName, loanStatus, overdueDays, type Loan } from '../domain/loan.ts'
import { materialName } from '../domain/material.ts'
import { requestName } from '../domain/request.ts'
import type { Lent } from './borrow.ts'
import type { Desk, Office } from './desk.ts'
import { nextFor, requestLines, requestShown } from './request-view.ts'

/** A loan as other programs see it (SPEC section 2). */
export const loanShown = (loan: Loan, today: string) => ({
  loan: loanName(loan.id),
  request: requestName(loan.request),
  number: loan.number,
  borrower: loan.borrower,
  unit: loan.unit,
  status: loanStatus(loan),
  lentOn: loan.lentOn,
  dueOn: loan.dueOn,
  returnedOn: loan.returnedOn,
  renewals: loan.renewals,
  overdueDays: overdueDays(loan, today),
  calendar: loan.calendar,
  calendarVersion: loan.calendarVersion,
  provisional: loan.provisional,
  recalledOn: loan.recalledOn,
  agreement: loan.agreement,
  items: loan.items.map(({ seq, title, pages, copies, returnedOn, condition, remark }) => ({
    material: seq,
    title,
    pages,
    copies,
    returnedOn,
    condition,
    remark,
  })),
})

export type LoanShown = ReturnType<typeof loanShown>

/** `RG2025-0001`, or the materials of it that are lent. */
export const loanNames = ({ number, items }: Loan): string[] => {
  const materials = items.flatMap(({ seq }) => (seq === null ? [] : [materialName(number, seq)]))
  return materials.length > 0 ? materials : [number]
}

/** What became of each wish: lent until a day, or applied for and who must approve. */
export function sayLent(desk: Desk, office: Office, all: readonly Lent[], several: boolean): void {
  const { today } = office
  const values = all.map(({ request, loan }) => ({
    request: requestShown({ today }, request),
    loan: loan && loanShown(loan, today),
  }))
  const human = () => all.flatMap((it) => lentLines(desk, office, it))
  const [only] = values
  if (several || !only) desk.say.results(values, human)
  else desk.say.result(only, human)
  for (const { loan } of all)
    if (loan?.provisional) desk.say.notice(desk.text.loan.provisional(loan.dueOn))
}

function lentLines(desk: Desk, office: Office, { request, loan }: Lent): string[] {
  const text = desk.text.loan.borrow
  const { items } = desk.text.program.marks
  if (loan) {
    const names = loanNames(loan).join(items)
    return [
      text.done(names, loan.borrower, loan.dueOn, loanName(loan.id)),
      text.next(`dangan return ${loan.number}`, `dangan form slip ${loanName(loan.id)}`),
    ]
  }
  const next = nextFor(desk, office, request)
  const head = request.wish.queued ? text.queued : text.applied
  return [head, ...requestLines(desk, office, request), ...(next === undefined ? [] : [next])]
}

/** The columns of the list of loans. */
export function loanColumns(desk: Desk, today: string): readonly Column<Loan>[] {
  const { keys, statuses } = desk.text.loan
  const { items } = desk.text.program.marks
  const shown = (loan: Loan) => loanShown(loan, today)
  const plain = (key: keyof LoanShown, besides = false): Column<Loan> => ({
    key,
    heading: keys[key],
    value: (loan) => shown(loan)[key],
    besides,
  })
  return [
    plain('loan'),
    plain('request', true),
    { ...plain('number'), shown: (loan) => loanNames(loan).join(items) },
    plain('borrower'),
    plain('unit', true),
    { ...plain('status'), shown: (loan) => statuses[loanStatus(loan)] },
    plain('lentOn'),
    plain('dueOn'),
    plain('returnedOn', true),
    plain('renewals', true),
    { ...plain('overdueDays'), shown: (loan) => String(overdueDays(loan, today) || '') },
    plain('calendar', true),
    plain('calendarVersion', true),
    plain('provisional', true),
    plain('recalledOn', true),
    plain('agreement', true),
    { ...plain('items', true), shown: (loan) => loanNames(loan).join(items) },
  ]
}

/** What became of each renewal: until when, or who must approve. */
export function sayRenewed(
  desk: Desk,
  office: Office,
  all: readonly Lent[],
  several: boolean,
): void {
  const { today } = office
  const values = all.map(({ request, loan }) => ({
    request: requestShown({ today }, request),
    loan: loan && loanShown(loan, today),
  }))
  const human = () => all.flatMap((it) => renewedLines(desk, office, it))
  const [only] = values
  if (several || values.length !== 1 || !only) desk.say.results(values, human)
  else desk.say.result(only, human)
}

function renewedLines(desk: Desk, office: Office, { request, loan }: Lent): string[] {
  const { renew } = desk.text.loan
  if (!loan) {
    const next = nextFor(desk, office, request)
    const lines = requestLines(desk, office, request)
    return [desk.text.loan.borrow.applied, ...lines, ...(next === undefined ? [] : [next])]
  }
  const names = loanNames(loan).join(desk.text.program.marks.items)
  return [renew.done(names, loan.dueOn, loan.renewals)]
}
