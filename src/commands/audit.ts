import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { auditConfirmCommand } from './audit-confirm.ts'
import { auditFindingsCommand } from './audit-findings.ts'
import { auditChecksCommand, auditListCommand, auditShowCommand } from './audit-list.ts'
import { auditReviewCommand } from './audit-review.ts'
import { runAudit } from './audit-run.ts'
import { auditAssignCommand, auditReopenCommand, auditResolveCommand } from './audit-settling.ts'
import { auditSignCommand } from './audit-sign.ts'
import type { Desk } from './desk.ts'
import { strayUnder } from './stray-word.ts'

/** `audit`: checks with clauses over all archives, what they find, and its repair (SPEC section 9). */
export function auditCommand(desk: Desk) {
  const text = desk.text.audit
  const command = new Command('audit')
    .summary(text.summary)
    .description(text.description)
    .option('--check <codes...>', text.check)
    .option('--severity <severity>', text.severity)
    .option('--sample <percent>', text.sample)
    .option('--seed <number>', text.seed)
    .option('--period <period>', text.period)
    .option('--since-last', text.sinceLast)
    .allowExcessArguments()
    .action(async (options, self) => {
      const [stray] = self.args
      if (stray !== undefined) throw strayUnder(desk, self, stray)
      return runAudit(desk, options)
    })
    .addCommand(auditListCommand(desk))
    .addCommand(auditShowCommand(desk))
    .addCommand(auditSignCommand(desk))
    .addCommand(auditChecksCommand(desk))
    .addCommand(auditFindingsCommand(desk))
    .addCommand(auditResolveCommand(desk))
    .addCommand(auditReopenCommand(desk))
    .addCommand(auditAssignCommand(desk))
    .addCommand(auditReviewCommand(desk))
    .addCommand(auditConfirmCommand(desk))
  const examples = [
    'dangan audit',
    'dangan audit --check loan.overdue number.gap --json',
    'dangan audit --sample 5% --seed 7 --severity error',
    'dangan audit --since-last',
  ]
  return withManual(command, { examples, exits: [exits.attention] }, desk.text)
}
