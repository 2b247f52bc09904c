import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { requireDating } from '../domain/dating.ts'
import { loanName, loansRule, recalledDay, type Loan } from '../domain/loan.ts'
import { touchArchive } from '../store/archives.ts'
import { enter } from '../store/journal.ts'
import { recallLoan } from '../store/lending.ts'
import { loanById } from '../store/loans.ts'
import { isSeveral } from './archives-given.ts'
import type { Desk, Office } from './desk.ts'
import { workDaysOf } from './lending.ts'
import { loansOut } from './loan-given.ts'
import { loanNames, loanShown } from './loan-shown.ts'
import { numbersFrom } from './numbers-given.ts'

/** `loans recall <numbers…>`: somebody waits; due sooner, but never before what was promised. */
export function recallCommand(desk: Desk) {
  const text = desk.text.loan.recall
  const command = new Command('recall')
    .summary(text.summary)
    .description(text.description)
    .argument('[numbers...]', desk.text.loan.return.numbers)
    .option('--reason <reason>', desk.text.loan.return.reason)
    .action(async (given, { reason }) => {
      const names = await numbersFrom(desk, given)
      const done = await desk.act((office) => ({
        today: office.today,
        loans: names.flatMap((name) =>
          loansOut(office, name).map(({ loan }) => recalled(office, loan, reason)),
        ),
      }))
      const values = done.loans.map((loan) => loanShown(loan, done.today))
      const human = () =>
        done.loans.map((loan) =>
          text.done(
            loanNames(loan).join(desk.text.program.marks.items),
            loan.borrower,
            loan.dueOn,
            loanName(loan.id),
          ),
        )
      const [only] = values
      if (isSeveral(given) || values.length !== 1 || !only) desk.say.results(values, human)
      else desk.say.result(only, human)
    })
  const examples = ['dangan loans recall RG2025-0001', 'dangan loans recall L12 --reason 有人等候']
  return withManual(command, { examples, exits: [exits.refused, exits.missing] }, desk.text)
}

function recalled(office: Office, loan: Loan, reason: string | undefined): Loan {
  const { store, policy, hand, today } = office
  requireDating({ ...office, reason }, policy)
  const dueOn = recalledDay(loan, loansRule(policy), today, workDaysOf(office))
  recallLoan(store, loan, dueOn, today)
  const detail = { loan: loan.id, before: loan.dueOn, dueOn, reason }
  const parts = [{ archiveId: loan.archiveId, detail }]
  enter(store, hand, { action: 'loan.recall', object: loanName(loan.id), parts })
  touchArchive(store, loan.archiveId, today)
  return loanById(store, loan.id) as Loan
}
