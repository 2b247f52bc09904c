import { requireAgreement } from '../domain/agreement.ts'
import type { Archive } from '../domain/archive.ts'
import { borrowerKindOf } from '../domain/chain.ts'
import { requireLeft, requireUnread } from '../domain/consultation.ts'
import { requireAfterLastAct } from '../domain/dating.ts'
import { holdName, standingHolds } from '../domain/hold.ts'
import {
  requireBorrower,
  requireFound,
  requireIn,
  requireLendable,
  requireLoanAgreement,
  requireRoom,
  requireTurn,
  type Holding,
} from '../domain/lending.ts'
import { loanName, loansRule, type Loan } from '../domain/loan.ts'
import type { Takings } from '../domain/takings.ts'
import { loanDue, type WorkDays } from '../domain/loan-term.ts'
import { Refusal } from '../domain/refusal.ts'
import {
  applicantName,
  outsiderKey,
  requestName,
  type Applicant,
  type Request,
} from '../domain/request.ts'
import type { Due } from '../domain/working-days.ts'
import type { Day } from '../domain/words.ts'
import { touchArchive } from '../store/archives.ts'
import { agreementsOf } from '../store/agreements.ts'
import { holdsOf } from '../store/holds.ts'
import { readingsOf } from '../store/consultations.ts'
import { enter } from '../store/journal.ts'
import { addLoan } from '../store/lending.ts'
import { loanById, lostOf, openLoansOf, outstandingOf } from '../store/loans.ts'
import { queueOf, requestById } from '../store/requests.ts'
import { workCalendarOf } from './calendar-at.ts'
import type { Office } from './desk.ts'
import { requireUnraised, requireUsable, takingsOf, useRequest } from './requesting.ts'

/** What is said when a loan is issued. */
export interface LoanWish {
  readonly due: Day | undefined
  readonly agreement: string | undefined
}

/** How a loan is looked at: `queued` passes over that it is out, `request` is the one whose turn it may be. */
export interface Look {
  readonly request?: number
  readonly queued?: boolean
}

/**
 * Everything that may stand in the way of lending this to them today, its approval apart; each
 * throws what it finds.
 */
function loanChecks(
  office: Office,
  takings: Takings,
  borrower: Applicant,
  { request, queued = false }: Look = {},
): readonly (() => void)[] {
  const { store, policy, today } = office
  const rule = loansRule(policy)
  const { archive } = takings
  const { staff, outsider } = borrower
  const inHand = () => openLoansOf(store, staff?.id ?? outsiderKey(outsider ?? nobody))
  return [
    () => requireBorrower(borrowerKindOf(borrower), rule),
    () => requireLendable(takings, rule, holdingsOf(office, archive)),
    () => requireFound(takings, lostOf(store, archive.id)),
    () => requireLeft(takings),
    () => queued || requireIn(takings, outstandingOf(store, archive.id)),
    () => queued || requireUnread(takings, readingsOf(store, archive.id)),
    () => queued || requireTurn(takings, waitingFor(office, takings), request),
    () => requireRoom(applicantName(borrower), inHand(), archive.id, rule, today),
  ]
}

/**
 * @throws Refusal policy.silent, loan.borrower, status.wrong, loan.held, loan.electronic, loan.lost,
 *   loan.out, archive.being-read, loan.reserved, loan.overdue, loan.limit
 */
export function requireLoanable(
  office: Office,
  takings: Takings,
  borrower: Applicant,
  look: Look = {},
): void {
  for (const check of loanChecks(office, takings, borrower, look)) check()
}

/** The holds that stand on it today. */
export const holdingsOf = ({ store, today }: Office, { id }: Archive): Holding[] =>
  standingHolds(holdsOf(store, id), today).map((hold) => ({
    hold: holdName(hold.id),
    bars: !hold.lending,
  }))

const nobody = { name: '', unit: '' }

/** Who waits for any of it, first come first. */
export const waitingFor = ({ store, today }: Office, { archive, materials }: Takings) =>
  queueOf(store, archive.id, today)
    .filter(
      ({ materialId }) =>
        materialId === null ||
        materials.length === 0 ||
        materials.some(({ id }) => id === materialId),
    )
    .map(({ request }) => ({
      request,
      applicant: applicantName((requestById(store, request) as Request).applicant),
    }))

/** Until when it would be lent, today. @throws Refusal as `loanDue` */
export const dueOf = (office: Office, named: Day | undefined): Due =>
  loanDue(named, office.today, loansRule(office.policy), workDaysOf(office))

export const workDaysOf = (office: Office): WorkDays => ({
  calendar: workCalendarOf(office),
  rule: office.policy.calendar,
})

/**
 * Issues the loan of an approved request, in the caller's transaction; everything is looked at once
 * more, since days have passed (SPEC section 7, 15.10).
 * @throws Refusal request.status, request.kind, request.raised, and all of `requireLoanable`
 */
export function issueLoan(office: Office, request: Request, wish: LoanWish): Loan {
  const { store, policy, hand, today } = office
  requireUsable(office, request, 'borrow')
  requireUnraised(office, request)
  const [takings] = takingsOf(office, request)
  if (!takings) throw new Error('a loan is of an archive')
  const { archive, materials } = takings
  const borrower = request.applicant
  requireAfterLastAct(archive, today)
  requireLoanable(office, takings, borrower, { request: request.id })
  const agreements = agreementsOf(store, borrower)
  requireAgreement(borrower, agreements, policy, { use: 'borrow', day: today })
  requireLoanAgreement(borrowerKindOf(borrower), wish.agreement, loansRule(policy))
  const due = dueOf(office, approvedDue(request, wish.due))
  const whole = { materialId: null, pages: null, copies: 1 }
  const items =
    materials.length === 0
      ? [whole]
      : materials.map(({ id, pages, copies }) => ({ materialId: id, pages, copies }))
  const loan = addLoan(store, {
    request: request.id,
    archiveId: archive.id,
    borrower,
    lentOn: today,
    lentBy: hand.staffId,
    due,
    agreement: wish.agreement ?? null,
    items,
  })
  useRequest(office, request)
  const { dueOn } = due
  const detail = { loan, request: request.id, dueOn, agreement: wish.agreement }
  const parts = [{ archiveId: archive.id, detail }]
  enter(store, hand, { action: 'loan.issue', object: loanName(loan), parts })
  touchArchive(store, archive.id, today)
  return loanById(store, loan) as Loan
}

/** Not later than what was approved. @throws Refusal loan.due-approved */
function approvedDue({ id, wish }: Request, named: Day | undefined): Day | undefined {
  const approved = wish.dueOn
  if (approved === undefined || named === undefined || named <= approved) return named ?? approved
  throw new Refusal('loan.due-approved', { dueOn: named, approved, request: requestName(id) })
}
