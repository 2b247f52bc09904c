import { loanName, loanStatus, overdueDays, type Loan } from '../domain/loan.ts'
import { materialName } from '../domain/material.ts'
import { requestName } from '../domain/request.ts'

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
export const loanNames = ({ number, items }: Loan): string[] =>
  namesOf(
    number,
    items.map(({ seq }) => seq),
  )

export const namesIn = ({ number, items }: LoanShown): string[] =>
  namesOf(
    number,
    items.map(({ material }) => material),
  )

function namesOf(number: string, seqs: readonly (number | null)[]): string[] {
  const materials = seqs.flatMap((seq) => (seq === null ? [] : [materialName(number, seq)]))
  return materials.length > 0 ? materials : [number]
}
