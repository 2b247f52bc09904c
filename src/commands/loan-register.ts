import type { Archive } from '../domain/archive.ts'
import { loanName, type Loan, type LoanItem } from '../domain/loan.ts'
import { materialName } from '../domain/material.ts'
import { mayRead } from '../domain/staff.ts'
import type { ListColumn, ListRow } from '../exchange/form-blocks.ts'
import { archivesById } from '../store/archives.ts'
import { registeredLoans, type RegisteredLoan } from '../store/loan-register.ts'
import { loansWith } from '../store/loans.ts'
import type { Desk, Office } from './desk.ts'
import { isWithin, type Period, type Register } from './register-printing.ts'

/** 客户资料外借登记册 (F07, F04; S001-19-4): one line a thing, cancelled when it is back (S001-20-1). */
export function loanRegister(desk: Desk, office: Office, period: Period): Register {
  const { loans, archives, besides } = lentIn(office, period)
  return {
    columns: columnsOf(desk),
    rows: loans.flatMap((loan) =>
      rowsOf(desk, loan, archives.get(loan.archiveId), besides.get(loan.id)),
    ),
    archives: [...archives.values()],
    entries: loans.length,
    entriesOf: ({ id }) =>
      loans.flatMap((loan) => (loan.archiveId === id ? [loanName(loan.id)] : [])),
  }
}

/** The loans of a period, as they were lent; what the reader may not see is left out. */
function lentIn({ store, operator }: Office, period: Period) {
  const all = loansWith(store, { isOut: period.isOpen })
    .filter(({ lentOn }) => isWithin(lentOn, period))
    .toSorted((a, b) => a.lentOn.localeCompare(b.lentOn) || a.id - b.id)
  const besides = registeredLoans(
    store,
    all.map(({ id }) => id),
  )
  const known = archivesById(
    store,
    all.map(({ archiveId }) => archiveId),
  )
  const loans = all.filter(({ id, archiveId }) => {
    const archive = known.get(archiveId)
    if (!archive || !mayRead(operator, archive)) return false
    return besides.get(id)?.levels.every((level) => mayRead(operator, archive, level)) ?? true
  })
  const listed = new Set(loans.map(({ archiveId }) => archiveId))
  const archives = new Map([...known].filter(([id]) => listed.has(id)))
  return { loans, archives, besides }
}

function columnsOf(desk: Desk): ListColumn[] {
  const { columns: text } = desk.text.sheet.register
  const wide = desk.language === 'en' ? 4 : 0
  return [
    { heading: text.loan, width: 15 },
    { heading: text.what, width: 0 },
    { heading: text.copies, width: 11 + wide },
    { heading: text.pages, width: 11 + wide / 2 },
    { heading: text.borrower, width: 26 },
    { heading: text.purpose, width: 34 },
    { heading: text.lentOn, width: 22 },
    { heading: text.dueOn, width: 22 },
    { heading: text.signature, width: 24 },
    { heading: text.cancelled, width: 27 },
    { heading: text.keeper, width: 18 },
  ]
}

function rowsOf(
  desk: Desk,
  loan: Loan,
  archive: Archive | undefined,
  besides: RegisteredLoan | undefined,
): ListRow[] {
  const { inBrackets } = desk.text.program.marks
  const who = loan.borrower + (loan.unit === null ? '' : inBrackets(loan.unit))
  return loan.items.map((item) => ({
    cells: [
      loanName(loan.id),
      whatOf(desk, loan, item, archive),
      String(item.copies),
      item.pages === null ? '' : String(item.pages),
      who,
      besides?.purpose ?? '',
      loan.lentOn,
      loan.dueOn,
      '',
      cancelled(desk, item),
      '',
    ],
    ...(item.returnedOn === null ? {} : { struck: [1, 2, 3, 7] }),
  }))
}

function whatOf(desk: Desk, loan: Loan, item: LoanItem, archive: Archive | undefined): string {
  const { whole, gone } = desk.text.sheet
  const { inBrackets } = desk.text.program.marks
  const of = archive?.name ? inBrackets(archive.name) : ''
  if (item.materialId === null) return `${loan.number} ${whole}${of}`
  return item.seq === null
    ? `${loan.number} ${gone}`
    : `${materialName(loan.number, item.seq)} ${item.title ?? ''}${of}`
}

const cancelled = ({ text }: Desk, { returnedOn, condition }: LoanItem): string =>
  returnedOn === null || condition === null
    ? ''
    : text.sheet.register.struck(returnedOn, text.loan.conditions[condition])
