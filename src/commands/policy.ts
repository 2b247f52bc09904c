import { Command } from '@commander-js/extra-typings'
import { withManual } from '../cli/help.ts'
import type { Desk } from './desk.ts'
import { policyCalendarCommand } from './policy-calendar.ts'
import { policyCheckCommand } from './policy-check.ts'
import { policyCoverageCommand } from './policy-coverage.ts'
import { policyDiffCommand } from './policy-diff.ts'
import { policyExportCommand } from './policy-export.ts'
import { policyListCommand } from './policy-list.ts'
import { policySetCommand } from './policy-set.ts'
import { policyShowCommand } from './policy-show.ts'
import { policySimulateCommand } from './policy-simulate.ts'
import { policyUpgradeCommand } from './policy-upgrade.ts'

/** `policy`: the office's rules and their versions; alone it shows those in force. */
export function policyCommand(desk: Desk) {
  const { summary, description } = desk.text.policy
  const command = new Command('policy')
    .summary(summary)
    .description(description)
    .addCommand(policyShowCommand(desk), { isDefault: true })
    .addCommand(policyListCommand(desk))
    .addCommand(policyCheckCommand(desk))
    .addCommand(policySetCommand(desk))
    .addCommand(policyDiffCommand(desk))
    .addCommand(policyExportCommand(desk))
    .addCommand(policyUpgradeCommand(desk))
    .addCommand(policySimulateCommand(desk))
    .addCommand(policyCoverageCommand(desk))
    .addCommand(policyCalendarCommand(desk))
  const examples = ['dangan policy', 'dangan policy list']
  return withManual(command, { examples, exits: [] }, desk.text)
}
