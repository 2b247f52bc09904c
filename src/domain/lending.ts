import { incidentName } from './incident.ts'
import { loanName } from './loan.ts'
import { materialName } from './material.ts'
import type { BorrowerKind, LendableElse, LoansRule } from './policy-use.ts'
import { Refusal } from './refusal.ts'
import { requestName } from './request.ts'
import { takingsNames, type Takings } from './takings.ts'
import type { Day } from './words.ts'

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

/** What did not come back from a loan, while its incident stands open. */
export interface Lost {
  readonly incident: number
  readonly materialId: number | null
}

/** @throws Refusal loan.lost until the incident is closed, which says what came of it */
export function requireFound(takings: Takings, lost: readonly Lost[]): void {
  const { materials } = takings
  const gone = lost.find(
    ({ materialId }) => materialId === null || materials.some(({ id }) => id === materialId),
  )
  if (!gone) return
  const [first] = takingsNames(takings)
  const material = materials.find(({ id }) => id === gone.materialId)
  const number = material ? materialName(takings.archive.number, material.seq) : (first ?? '')
  throw new Refusal('loan.lost', { number, incident: incidentName(gone.incident) })
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
  throw new Refusal('loan.reserved', { number, request: requestName(id), applicant: waits })
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
