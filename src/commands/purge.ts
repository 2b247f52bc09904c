import { Command } from '@commander-js/extra-typings'
import { withManual } from '../cli/help.ts'
import type { Desk } from './desk.ts'
import { purgeCertificateCommand } from './purge-certificate.ts'
import { purgeExecuteCommand } from './purge-execute.ts'
import { purgeListCommand, sayDisposals } from './purge-list.ts'
import { purgePlanCommand } from './purge-plan.ts'
import { purgeProposeCommand } from './purge-propose.ts'
import { purgeShowCommand } from './purge-show.ts'
import { strayWord } from './stray-word.ts'

/** `purge`: destroys what has served its time, step by step; alone it lists what is not finished (SPEC section 10). */
export function purgeCommand(desk: Desk) {
  const { summary, description } = desk.text.disposal
  const command = new Command('purge')
    .summary(summary)
    .description(description)
    .allowExcessArguments()
    .action(async (_options, self) => {
      const [stray] = self.args
      if (stray !== undefined) throw strayWord(desk, self, stray)
      return sayDisposals(desk, false)
    })
    .addCommand(purgePlanCommand(desk))
    .addCommand(purgeProposeCommand(desk))
    .addCommand(purgeListCommand(desk))
    .addCommand(purgeShowCommand(desk))
    .addCommand(purgeExecuteCommand(desk))
    .addCommand(purgeCertificateCommand(desk))
  const examples = [
    'dangan purge plan',
    'dangan purge propose RG2015-0001 --reason 保存期满 --appraisal 已无保存价值',
    'dangan purge execute D1 --by 李娜 --witness 王芳 --method 粉碎 --confirm D1',
  ]
  return withManual(command, { examples, exits: [] }, desk.text)
}
