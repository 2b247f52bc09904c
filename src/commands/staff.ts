import { Command } from '@commander-js/extra-typings'
import { withManual } from '../cli/help.ts'
import type { Desk } from './desk.ts'
import { staffAddCommand } from './staff-add.ts'
import { staffAgreementCommand } from './staff-agreement.ts'
import { staffLeaveCommand } from './staff-leave.ts'
import { staffListCommand, staffShowCommand } from './staff-list.ts'
import { staffTrainingCommand } from './staff-training.ts'
import { staffUpdateCommand } from './staff-update.ts'
import { staffViolationCommand } from './staff-violation.ts'

/** `staff`: the people of the office; alone it lists them. */
export function staffCommand(desk: Desk) {
  const { summary, description } = desk.text.staff
  const command = new Command('staff')
    .summary(summary)
    .description(description)
    .addCommand(staffListCommand(desk), { isDefault: true })
    .addCommand(staffShowCommand(desk))
    .addCommand(staffAddCommand(desk))
    .addCommand(staffUpdateCommand(desk))
    .addCommand(staffLeaveCommand(desk))
    .addCommand(staffAgreementCommand(desk))
    .addCommand(staffTrainingCommand(desk))
    .addCommand(staffViolationCommand(desk))
  const examples = ['dangan staff', 'dangan staff add 王强 --account wangqiang']
  return withManual(command, { examples, exits: [] }, desk.text)
}
