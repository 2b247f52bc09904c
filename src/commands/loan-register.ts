import type { Archive } from '../domain/archive.ts'
import { loanName, type Loan, type LoanItem } from '../domain/loan.ts'
import { materialName } from '../domain/material.ts'
import { mayRead } from '../domain/staff.ts'
import type { Day } from '../domain/words.ts'
import { listTable, paragraph, type ListColumn, type ListRow } from '../exchange/form-blocks.ts'
import type { FormSheet } from '../exchange/form-sheet.ts'
import { archivesById } from '../store/archives.ts'
import { registeredLoans, type RegisteredLoan } from '../store/loan-register.ts'
import { loansWith } from '../store/loans.ts'
import type { Desk, Office } from './desk.ts'
import type { Foot } from './printing.ts'

/** Which loans a register is of. */
export interface Period {
  /** Only what is out now; else what was lent in these days. */
  readonly isOpen: boolean
  readonly since: Day | undefined
  readonly until: Day
}

/** The lines of a register, and the archives that they are of. */
export interface Register {
  readonly loans: readonly Loan[]
  readonly archives: ReadonlyMap<number, Archive>
  readonly besides: ReadonlyMap<number, RegisteredLoan>
}

/** The loans of a period, as they were lent; what the reader may not see is left out. */
export function registerOf(office: Office, { isOpen, since = '', until }: Period): Register {
  const { store, operator } = office
  const all = loansWith(store, { isOut: isOpen })
    .filter(({ lentOn }) => lentOn >= since && lentOn <= until)
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

/** 客户资料外借登记册 (F07, F04; S001-19-4): one line a thing, cancelled when it is back (S001-20-1). */
export function loanRegisterSheet(
  desk: Desk,
  office: Office,
  period: Period,
  register: Register,
  foot: Foot,
): FormSheet {
  const { register: text, under } = desk.text.sheet
  const rows = register.loans.flatMap((loan) => rowsOf(desk, register, loan))
  const { clauses } = desk.text.program.marks
  const which = period.isOpen
    ? text.nowOut(office.today)
    : text.period(period.since ?? '', period.until)
  return {
    title: text.title,
    subtitle: `${which}${clauses}${under(office.policy.title[desk.language])}`,
    mark: '',
    number: '',
    code: '',
    blocks: [
      listTable(columnsOf(desk), rows, '', 'signed'),
      paragraph(rows.length === 0 ? text.none : text.count(rows.length, register.loans.length)),
    ],
    foot: [foot.printed, foot.code],
  }
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

function rowsOf(desk: Desk, { archives, besides }: Register, loan: Loan): ListRow[] {
  const { inBrackets } = desk.text.program.marks
  const who = loan.borrower + (loan.unit === null ? '' : inBrackets(loan.unit))
  return loan.items.map((item) => ({
    cells: [
      loanName(loan.id),
      whatOf(desk, loan, item, archives.get(loan.archiveId)),
      String(item.copies),
      item.pages === null ? '' : String(item.pages),
      who,
      besides.get(loan.id)?.purpose ?? '',
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
