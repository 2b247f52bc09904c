import type { Archive } from './archive.ts'
import { countOf } from './calendar.ts'
import { addDays } from './day.ts'
import type { WorkDays } from './loan-term.ts'
import { levelOf, materialName, type Material } from './material.ts'
import type { BorrowerKind, LendableElse, LoansRule } from './policy-use.ts'
import type { Policy } from './policy.ts'
import { Refusal } from './refusal.ts'
import { dueAfter } from './working-days.ts'
import type { Day, Secrecy } from './words.ts'

/** What one loan takes out: a whole archive, or some of its materials. */
export interface Takings {
  readonly archive: Archive
  /** Empty: the whole archive. */
  readonly materials: readonly Material[]
}

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

/** `RG2025-0001`, or `RG2025-0001/3` of a material. */
export const takingsNames = ({ archive, materials }: Takings): string[] =>
  materials.length === 0
    ? [archive.number]
    : materials.map(({ seq }) => materialName(archive.number, seq))

export const takingsLevels = ({ archive, materials }: Takings): Secrecy[] =>
  materials.length === 0 ? [archive.secrecy] : materials.map((it) => levelOf(it, archive))

/** @throws Refusal loan.borrower where the policy lends to no such people (K03) */
export function requireBorrower(borrower: BorrowerKind, { borrowers }: LoansRule): void {
  if (!borrowers || borrowers.kinds.includes(borrower)) return
  const { kinds, source = [] } = borrowers
  throw new Refusal('loan.borrower', { borrower, kinds, source })
}

/** A hold that stands on an archive; `bars`: it may not leave the house. */
export interface Holding {
  readonly hold: string
  readonly bars: boolean
}

/**
 * Archives in use are lent; others where the policy says so. What nobody has on paper is not lent.
 * @throws Refusal status.wrong, loan.held, loan.electronic
 */
export function requireLendable(
  { archive, materials }: Takings,
  { also = [] }: LoansRule,
  holds: readonly Holding[],
): void {
  const { number, status } = archive
  const needs = (['active', 'closed', 'pending'] as const).filter(
    (it) => it === 'active' || also.includes(it),
  )
  if (!needs.includes(status as LendableElse & 'active'))
    throw new Refusal('status.wrong', { number, status, needs })
  const held = holds.find(({ bars }) => bars || !also.includes('held'))
  if (held) throw new Refusal('loan.held', { number, hold: held.hold })
  const electronic = materials.find(({ medium }) => medium === 'electronic')
  if (electronic)
    throw new Refusal('loan.electronic', { material: materialName(number, electronic.seq) })
}

/** What is out of an archive just now. */
export interface Outstanding {
  readonly loan: number
  readonly materialId: number | null
  readonly borrower: string
  readonly dueOn: Day
}

/** Is any of it out? The whole and its parts exclude each other (SPEC section 8). */
export const standsInTheWay = (
  { materials }: Takings,
  outstanding: readonly Outstanding[],
): Outstanding | undefined =>
  outstanding.find(
    ({ materialId }) =>
      materialId === null ||
      materials.length === 0 ||
      materials.some(({ id }) => id === materialId),
  )

/** @throws Refusal loan.out */
export function requireIn(takings: Takings, outstanding: readonly Outstanding[]): void {
  const out = standsInTheWay(takings, outstanding)
  if (!out) return
  const { loan, borrower, dueOn } = out
  const [number = ''] = takingsNames(takings)
  throw new Refusal('loan.out', { number, loan: loanName(loan), borrower, dueOn })
}

/** Somebody asked for it before, and it is their turn (SPEC section 8). */
export interface Waiting {
  readonly request: number
  readonly applicant: string
}

/** @throws Refusal loan.reserved unless the first who waits is this request */
export function requireTurn(
  takings: Takings,
  queue: readonly Waiting[],
  request: number | undefined,
): void {
  const [first] = queue
  if (!first || first.request === request) return
  const [number = ''] = takingsNames(takings)
  const { request: id, applicant: waits } = first
  throw new Refusal('loan.reserved', { number, request: `R${id}`, applicant: waits })
}

/** A borrower's open loans, as far as they matter to a further one. */
export interface Held {
  readonly loan: number
  readonly archiveId: number
  readonly number: string
  readonly dueOn: Day
}

/**
 * Whoever has something overdue borrows nothing; nor more archives at a time than the policy lets.
 * @throws Refusal loan.overdue, loan.limit
 */
export function requireRoom(
  borrower: string,
  held: readonly Held[],
  archiveId: number,
  { limit, source = [] }: LoansRule,
  today: Day,
): void {
  const late = held.find(({ dueOn }) => dueOn < today)
  if (late) {
    const { loan, number, dueOn } = late
    throw new Refusal('loan.overdue', { borrower, loan: loanName(loan), number, dueOn, source })
  }
  const archives = new Set(held.map((it) => it.archiveId))
  if (!limit || archives.has(archiveId) || archives.size < limit.most) return
  const facts = { borrower, open: archives.size, most: limit.most, source: limit.source ?? [] }
  throw new Refusal('loan.limit', facts)
}

/** @throws Refusal loan.agreement before a loan agreement was signed (S002-6.4-3) */
export function requireLoanAgreement(
  borrower: BorrowerKind,
  agreement: string | undefined,
  { agreement: rule }: LoansRule,
): void {
  if (!rule?.borrowers.includes(borrower) || agreement !== undefined) return
  throw new Refusal('loan.agreement', { source: rule.source ?? [] })
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
