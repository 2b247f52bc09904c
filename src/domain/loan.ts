import { countOf } from './calendar.ts'
import { addDays } from './day.ts'
import type { WorkDays } from './loan-term.ts'
import type { LoansRule } from './policy-use.ts'
import type { Policy } from './policy.ts'
import { Refusal } from './refusal.ts'
import { dueAfter } from './working-days.ts'
import type { Day, Secrecy } from './words.ts'

/** How a thing was when it came back (S000-4.5-11, S002-6.4-5). */
export const conditions = ['intact', 'damaged', 'incomplete', 'lost'] as const
export type Condition = (typeof conditions)[number]

/** One thing handed over, and how it came back. */
export interface LoanItem {
  readonly position: number
  readonly materialId: number | null
  /** The material's sequence number and title; null: the whole archive. */
  readonly seq: number | null
  readonly title: string | null
  readonly pages: number | null
  readonly copies: number
  readonly returnedOn: Day | null
  readonly condition: Condition | null
  readonly remark: string | null
  readonly pagesBack: number | null
}

export interface Loan {
  readonly id: number
  readonly request: number
  readonly archiveId: number
  readonly number: string
  /** The archive's level. */
  readonly secrecy: Secrecy
  /** Null: an outsider. */
  readonly borrowerId: number | null
  readonly borrower: string
  readonly unit: string | null
  readonly lentOn: Day
  readonly dueOn: Day
  readonly calendar: string | null
  readonly calendarVersion: string | null
  readonly provisional: boolean
  readonly agreement: string | null
  readonly recalledOn: Day | null
  readonly returnedOn: Day | null
  readonly outcome: 'returned' | 'lost' | null
  readonly renewals: number
  readonly items: readonly LoanItem[]
}

export type LoanStatus = 'out' | 'returned' | 'lost'

/** `L12`: how people and files name a loan. */
export const loanName = (id: number): string => `L${id}`

/** Reads `L12`; undefined where it is none. */
export function readLoanName(text: string): number | undefined {
  const said = /^[Ll](\d{1,15})$/.exec(text.normalize('NFKC').trim())
  return said ? Number(said[1]) : undefined
}

export const loanStatus = ({ outcome }: Pick<Loan, 'outcome'>): LoanStatus => outcome ?? 'out'

/** Days beyond the due day, until it came back or today; 0: none. */
export const overdueDays = (
  { dueOn, returnedOn }: Pick<Loan, 'dueOn' | 'returnedOn'>,
  today: Day,
): number => Math.max(0, countOf(returnedOn ?? today) - countOf(dueOn))

/** The rules of lending. @throws Refusal policy.silent */
export function loansRule(policy: Policy): LoansRule {
  if (policy.loans) return policy.loans
  throw new Refusal('policy.silent', { section: 'loans', source: [] })
}

/**
 * The day that a recall brings it back, one on which the office is there; never before what the
 * borrower was promised, never later than it is due. @throws Refusal policy.silent, calendar.beyond
 */
export function recalledDay(
  { lentOn, dueOn }: Pick<Loan, 'lentOn' | 'dueOn'>,
  { recall }: LoansRule,
  today: Day,
  { calendar, rule }: WorkDays = { calendar: undefined, rule: undefined },
): Day {
  if (!recall) throw new Refusal('policy.silent', { section: 'loans.recall', source: [] })
  const asked = addDays(today, recall.days)
  const promised = addDays(lentOn, recall.guaranteedDays)
  const soonest = asked > promised ? asked : promised
  if (soonest >= dueOn) return dueOn
  const day = dueAfter({ count: 0, unit: 'days' }, soonest, calendar, rule).dueOn
  return day < dueOn ? day : dueOn
}

/**
 * May this loan be renewed today? Only before its due day, and so often as policy lets (S002-6.3-3).
 * @throws Refusal loan.returned, renewal.late, renewal.most
 */
export function requireRenewable(loan: Loan, { renewals }: LoansRule, today: Day): void {
  const name = loanName(loan.id)
  if (loan.returnedOn !== null)
    throw new Refusal('loan.returned', { loan: name, returnedOn: loan.returnedOn })
  const { most, source = [] } = renewals ?? { most: 0 }
  if (loan.renewals >= most) throw new Refusal('renewal.most', { loan: name, most, source })
  if (today >= loan.dueOn)
    throw new Refusal('renewal.late', { loan: name, dueOn: loan.dueOn, source })
}
