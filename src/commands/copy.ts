import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { withApplicantOptions } from './applicant-options.ts'
import { isSeveral } from './archives-given.ts'
import { askBorrow } from './borrow-questions.ts'
import { accountCommand } from './copy-account.ts'
import { listCommand } from './copy-list.ts'
import { copied, isForCustomer, issuedCopies, type CopyOptions } from './copying.ts'
import type { Desk } from './desk.ts'
import { sayPermitted } from './permit-view.ts'
import { eachGiven } from './takings-given.ts'

/**
 * `copy <numbers…> --to <name>`: leave to copy or excerpt, each copy registered like an original; with
 * `--original` what a customer collects of their own (S001-23-1, S003-7.4.2, S004-Q-3.1).
 */
export function copyCommand(desk: Desk) {
  const text = desk.text.permit.copy
  const applicant = { ...desk.text.request.applicant, to: text.to }
  const named = new Command('copy')
    .summary(text.summary)
    .description(text.description)
    .argument('[numbers...]', text.numbers)
  const command = withApplicantOptions(named, applicant)
    .option('--copies <count>', text.copies)
    .option('--excerpt', text.excerpt)
    .option('--original', text.original)
    .option('--customer', text.customer)
    .option('--signed <name>', text.signed)
    .option('--purpose <purpose>', applicant.purpose)
    .option('--basis <basis>', applicant.basis)
    .option('--reason <reason>', text.reason)
    .action(async (given, options) => {
      const asked = await askCopy(desk, given, options)
      const done = await desk.act((office) => ({
        office,
        permitted: eachGiven(office, asked.numbers, {
          request: (it) => issuedCopies(office, it, asked),
          takings: (it) => copied(office, it, asked),
        }),
      }))
      sayPermitted(desk, done.office, done.permitted, isSeveral(given))
    })
    .addCommand(accountCommand(desk))
    .addCommand(listCommand(desk))
  return withManual(command, manual, desk.text)
}

/** Reads the line; the customer is of no unit, and collects without a purpose of the office's. */
function askCopy(desk: Desk, given: readonly string[], options: CopyOptions) {
  const { collector, collect } = desk.text.permit.copy
  const to = desk.text.request.applicant.who
  if (!isForCustomer(options)) return askBorrow(desk, given, options, { kind: 'copy', to })
  const { purpose = collect, unit = '' } = options
  const collecting = { kind: 'copy', to: collector } as const
  return askBorrow(desk, given, { ...options, purpose, unit }, collecting)
}

const manual = {
  examples: [
    'dangan copy RG2025-0001/3 --to 李雷 --copies 2 --purpose 复核',
    'dangan copy RG2025-0001/3 --original --to 张三丰 --credential 身份证 --credential-number 11010519491231002X --signed 张三丰',
    'dangan copy account P4/2 --destroyed',
  ],
  exits: [exits.refused, exits.missing, exits.notPermitted, exits.badData],
}
