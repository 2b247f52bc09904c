import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { commandGroup } from './command-group.ts'
import type { Desk } from './desk.ts'
import { handoverCloseCommand } from './handover-close.ts'
import { handoverExtendCommand } from './handover-extend.ts'
import { handoverItemCommand } from './handover-item.ts'
import { handoverListCommand, sayHandovers } from './handover-list.ts'
import { handoverOpenCommand } from './handover-open.ts'
import { handoverShowCommand } from './handover-show.ts'
import { handoverSignCommand } from './handover-sign.ts'
import { handoverWithdrawCommand } from './handover-withdraw.ts'

/** `handover`: what somebody answers for passes to another; alone it lists the open ones. */
export function handoverCommand(desk: Desk): CommandUnknownOpts {
  return commandGroup(desk, {
    name: 'handover',
    text: desk.text.handover,
    commands: [
      handoverOpenCommand(desk),
      handoverItemCommand(desk),
      handoverSignCommand(desk),
      handoverExtendCommand(desk),
      handoverCloseCommand(desk),
      handoverWithdrawCommand(desk),
      handoverListCommand(desk),
      handoverShowCommand(desk),
    ],
    alone: () => sayHandovers(desk, { open: true }),
    examples: [
      'dangan handover open --from 李雷 --to 王强',
      'dangan handover item H1 --all',
      'dangan handover close H1',
    ],
  })
}
