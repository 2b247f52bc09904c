import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { addDays } from '../domain/day.ts'
import { Refusal } from '../domain/refusal.ts'
import { archiveOf } from '../store/lookup.ts'
import { loansWith } from '../store/loans.ts'
import { readableAmong } from '../store/readable.ts'
import { staffOf } from '../store/staff.ts'
import type { Desk, Office } from './desk.ts'
import { loanShown, type LoanShown } from './loan-shown.ts'
import { loanColumns } from './loan-view.ts'
import { recallCommand } from './loans-recall.ts'

interface ListOptions {
  readonly overdue?: true
  readonly dueWithin?: string
  readonly borrower?: string
  readonly number?: string
  readonly all?: true
}

/** `loans`: what is out, the oldest due day first; `--overdue` and `--due-within` for reminders. */
export function loansCommand(desk: Desk) {
  const { list, summary, description } = desk.text.loan
  const command = new Command('loans')
    .summary(summary)
    .description(description)
    .option('--overdue', list.overdue)
    .option('--due-within <days>', list.dueWithin)
    .option('--borrower <staff>', list.borrower)
    .option('--number <number>', list.number)
    .option('--all', list.all)
    .action(async (options) => {
      const office = await desk.read()
      const count = desk.say.listing(listed(office, options), loanColumns(desk))
      if (count === 0) desk.say.notice(list.none)
    })
    .addCommand(recallCommand(desk))
  const examples = ['dangan loans', 'dangan loans --overdue', 'dangan loans --due-within 3 --json']
  return withManual(command, { examples, exits: [exits.missing] }, desk.text)
}

/** What the reader may not see is left out. */
function* listed(office: Office, options: ListOptions): Generator<LoanShown> {
  const { store, operator, today } = office
  const loans = loansWith(store, filterOf(office, options))
  const ids = loans.map(({ archiveId }) => archiveId)
  const readable = readableAmong(store, operator.rights, ids)
  for (const loan of loans) if (readable.has(loan.archiveId)) yield loanShown(loan, today)
}

function filterOf(office: Office, options: ListOptions) {
  const { store, today } = office
  const { overdue, dueWithin, borrower, number, all } = options
  const dueBy = overdue
    ? addDays(today, -1)
    : dueWithin === undefined
      ? undefined
      : addDays(today, daysIn(dueWithin))
  return {
    isOut: all !== true,
    ...(dueBy === undefined ? {} : { dueBy }),
    ...(borrower === undefined ? {} : { borrowerId: staffOf(store, borrower).id }),
    ...(number === undefined ? {} : { archiveId: archiveOf(office, number).id }),
  }
}

/** @throws Refusal usage.bad-option */
function daysIn(raw: string): number {
  const digits = raw.normalize('NFKC').trim()
  if (/^\d{1,4}$/.test(digits)) return Number(digits)
  throw new Refusal('usage.bad-option', { option: '--due-within', value: raw, choices: ['3', '7'] })
}
