import { loanName, readLoanName, type Loan } from '../domain/loan.ts'
import { readMaterialName } from '../domain/material.ts'
import { Refusal } from '../domain/refusal.ts'
import { loanById, loansOf } from '../store/loans.ts'
import { archiveById } from '../store/archives.ts'
import { requireClearance } from '../domain/staff.ts'
import { archivesFor } from './archives-given.ts'
import type { Office } from './desk.ts'

/** A loan that was named, and which of its things: all that are still out, or one material. */
export interface GivenLoan {
  readonly loan: Loan
  /** Positions of its items. */
  readonly positions: readonly number[]
}

/** The loan that `L12` means. @throws Refusal loan.missing, person.not-cleared */
export function loanGiven({ store, operator }: Office, name: string): Loan {
  const id = readLoanName(name)
  const loan = id === undefined ? undefined : loanById(store, id)
  if (!loan) throw new Refusal('loan.missing', { loan: name })
  const archive = archiveById(store, loan.archiveId)
  if (archive) requireClearance(operator, archive)
  return loan
}

/**
 * What `L12`, `N` or `N/3` mean among what is out: of an archive with several loans, all of them.
 * @throws Refusal loan.missing, loan.returned, loan.not-out, archive.missing, person.not-cleared
 */
export function loansOut(office: Office, name: string): GivenLoan[] {
  if (readLoanName(name) !== undefined) {
    const loan = loanGiven(office, name)
    if (loan.returnedOn !== null)
      throw new Refusal('loan.returned', { loan: loanName(loan.id), returnedOn: loan.returnedOn })
    return [{ loan, positions: outIn(loan) }]
  }
  const { number, seq } = readMaterialName(name)
  const [archive] = archivesFor(office, [number])
  if (!archive) throw new Error('a number means an archive, or is refused')
  const loans = loansOf(office.store, archive.id)
  const out = loans
    .filter(({ returnedOn }) => returnedOn === null)
    .map((loan) => ({ loan, positions: outIn(loan, seq) }))
    .filter(({ positions }) => positions.length > 0)
  if (out.length > 0) return out
  const returnedOn = loans[0]?.returnedOn ?? null
  throw new Refusal('loan.not-out', {
    number: seq === undefined ? archive.number : name,
    returnedOn,
  })
}

const outIn = ({ items }: Loan, seq?: number): number[] =>
  items
    .filter((it) => it.returnedOn === null && (seq === undefined || it.seq === seq))
    .map(({ position }) => position)
