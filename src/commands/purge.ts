import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { commandGroup } from './command-group.ts'
import type { Desk } from './desk.ts'
import { purgeCertificateCommand } from './purge-certificate.ts'
import { purgeExecuteCommand } from './purge-execute.ts'
import { purgeListCommand, sayDisposals } from './purge-list.ts'
import { purgePlanCommand } from './purge-plan.ts'
import { purgeProposeCommand } from './purge-propose.ts'
import { purgeShowCommand } from './purge-show.ts'

/** `purge`: destroys what has served its time, step by step; alone it lists what is not finished (SPEC section 10). */
export function purgeCommand(desk: Desk): CommandUnknownOpts {
  return commandGroup(desk, {
    name: 'purge',
    text: desk.text.disposal,
    commands: [
      purgePlanCommand(desk),
      purgeProposeCommand(desk),
      purgeListCommand(desk),
      purgeShowCommand(desk),
      purgeExecuteCommand(desk),
      purgeCertificateCommand(desk),
    ],
    alone: () => sayDisposals(desk, false),
    examples: [
      'dangan purge plan',
      'dangan purge propose RG2015-0001 --reason 保存期满 --appraisal 已无保存价值',
      'dangan purge execute D1 --by 李娜 --witness 王芳 --method 粉碎 --confirm D1',
    ],
  })
}
