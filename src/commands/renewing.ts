import { addDays } from '../domain/day.ts'
import { requireTurn } from '../domain/lending.ts'
import { loanName, loansRule, requireRenewable, type Loan } from '../domain/loan.ts'
import { loanDue } from '../domain/loan-term.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Request } from '../domain/request.ts'
import type { Due } from '../domain/working-days.ts'
import type { Day } from '../domain/words.ts'
import { touchArchive } from '../store/archives.ts'
import { enter } from '../store/journal.ts'
import { addRenewal } from '../store/lending.ts'
import { loanById } from '../store/loans.ts'
import { requestById } from '../store/requests.ts'
import type { Office } from './desk.ts'
import { waitingFor, workDaysOf } from './lending.ts'
import { takingsOf, useRequest } from './requesting.ts'

/** Until when a loan would be renewed: a term from the day it is due, or what is named. */
export function renewalDue(office: Office, loan: Loan, named: Day | undefined): Due {
  const { renewals, ...rule } = loansRule(office.policy)
  const term = renewals?.term ?? rule.term
  const renewal = { ...rule, ...(term ? { term } : {}), bySlip: false }
  const due = loanDue(named, loan.dueOn, renewal, workDaysOf(office))
  if (due.dueOn > loan.dueOn) return due
  throw new Refusal('loan.due-past', { dueOn: due.dueOn, from: addDays(loan.dueOn, 1) })
}

/**
 * May this loan be renewed today, until then? Not while somebody waits for it.
 * @throws Refusal loan.returned, renewal.late, renewal.most, loan.reserved, and those of `loanDue`
 */
export function requireRenewal(office: Office, loan: Loan, named: Day | undefined): void {
  requireRenewable(loan, loansRule(office.policy), office.today)
  const takings = takingsOf(office, requestById(office.store, loan.request) as Request)[0]
  if (takings) requireTurn(takings, waitingFor(office, takings), undefined)
  renewalDue(office, loan, named)
}

/** Prolongs a loan by an approved request, in the caller's transaction. */
export function issueRenewal(
  office: Office,
  request: Request,
  loan: Loan,
  named: Day | undefined,
): Loan {
  const { store, hand, today } = office
  requireRenewal(office, loan, named)
  const due = renewalDue(office, loan, named)
  addRenewal(store, loan, request.id, due, today)
  useRequest(office, request)
  const detail = { loan: loan.id, before: loan.dueOn, dueOn: due.dueOn, request: request.id }
  const parts = [{ archiveId: loan.archiveId, detail }]
  enter(store, hand, { action: 'loan.renew', object: loanName(loan.id), parts })
  touchArchive(store, loan.archiveId, today)
  return loanById(store, loan.id) as Loan
}
