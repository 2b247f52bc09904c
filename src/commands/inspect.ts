import { Command } from '@commander-js/extra-typings'
import { withManual } from '../cli/help.ts'
import type { Desk } from './desk.ts'
import { inspectCloseCommand } from './inspect-close.ts'
import { inspectConditionCommand } from './inspect-condition.ts'
import { inspectListCommand, sayInspections } from './inspect-list.ts'
import { inspectOpenCommand } from './inspect-open.ts'
import { inspectRecordCommand } from './inspect-record.ts'
import { inspectRepairedCommand } from './inspect-repaired.ts'
import { inspectRepairsCommand } from './inspect-repairs.ts'
import { inspectShowCommand } from './inspect-show.ts'
import { strayWord } from './stray-word.ts'

/** `inspect`: the store-room and the papers in it, by a checklist, and repairs (S001-14-1); alone it lists open ones. */
export function inspectCommand(desk: Desk) {
  const { summary, description } = desk.text.inspection
  const command = new Command('inspect')
    .summary(summary)
    .description(description)
    .allowExcessArguments()
    .action(async (_options, self) => {
      const [stray] = self.args
      if (stray !== undefined) throw strayWord(desk, self, stray)
      return sayInspections(desk, { open: true })
    })
    .addCommand(inspectOpenCommand(desk))
    .addCommand(inspectRecordCommand(desk))
    .addCommand(inspectCloseCommand(desk))
    .addCommand(inspectListCommand(desk))
    .addCommand(inspectShowCommand(desk))
    .addCommand(inspectConditionCommand(desk))
    .addCommand(inspectRepairsCommand(desk))
    .addCommand(inspectRepairedCommand(desk))
  const examples = [
    'dangan inspect open',
    'dangan inspect record I3 防潮 异常 --note 北墙渗水',
    'dangan inspect record I3 --all-ok',
    'dangan inspect close I3',
  ]
  return withManual(command, { examples, exits: [] }, desk.text)
}
