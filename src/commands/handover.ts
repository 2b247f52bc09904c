import { Command } from '@commander-js/extra-typings'
import { withManual } from '../cli/help.ts'
import type { Desk } from './desk.ts'
import { handoverCloseCommand } from './handover-close.ts'
import { handoverExtendCommand } from './handover-extend.ts'
import { handoverItemCommand } from './handover-item.ts'
import { handoverListCommand, sayHandovers } from './handover-list.ts'
import { handoverOpenCommand } from './handover-open.ts'
import { handoverShowCommand } from './handover-show.ts'
import { handoverSignCommand } from './handover-sign.ts'
import { handoverWithdrawCommand } from './handover-withdraw.ts'
import { strayUnder } from './stray-word.ts'

/** `handover`: what somebody answers for passes to another; alone it lists the open ones. */
export function handoverCommand(desk: Desk) {
  const { summary, description } = desk.text.handover
  const command = new Command('handover')
    .summary(summary)
    .description(description)
    .allowExcessArguments()
    .action(async (_options, self) => {
      const [stray] = self.args
      if (stray !== undefined) throw strayUnder(desk, self, stray)
      return sayHandovers(desk, { open: true })
    })
    .addCommand(handoverOpenCommand(desk))
    .addCommand(handoverItemCommand(desk))
    .addCommand(handoverSignCommand(desk))
    .addCommand(handoverExtendCommand(desk))
    .addCommand(handoverCloseCommand(desk))
    .addCommand(handoverWithdrawCommand(desk))
    .addCommand(handoverListCommand(desk))
    .addCommand(handoverShowCommand(desk))
  const examples = [
    'dangan handover open --from 李雷 --to 王强',
    'dangan handover item H1 --all',
    'dangan handover close H1',
  ]
  return withManual(command, { examples, exits: [] }, desk.text)
}
