import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { commandGroup } from './command-group.ts'
import type { Desk } from './desk.ts'
import { inspectCloseCommand } from './inspect-close.ts'
import { inspectConditionCommand } from './inspect-condition.ts'
import { inspectListCommand, sayInspections } from './inspect-list.ts'
import { inspectOpenCommand } from './inspect-open.ts'
import { inspectRecordCommand } from './inspect-record.ts'
import { inspectRepairedCommand } from './inspect-repaired.ts'
import { inspectRepairsCommand } from './inspect-repairs.ts'
import { inspectShowCommand } from './inspect-show.ts'

/** `inspect`: the store-room and the papers in it, by a checklist, and repairs (S001-14-1); alone it lists open ones. */
export function inspectCommand(desk: Desk): CommandUnknownOpts {
  return commandGroup(desk, {
    name: 'inspect',
    text: desk.text.inspection,
    commands: [
      inspectOpenCommand(desk),
      inspectRecordCommand(desk),
      inspectCloseCommand(desk),
      inspectListCommand(desk),
      inspectShowCommand(desk),
      inspectConditionCommand(desk),
      inspectRepairsCommand(desk),
      inspectRepairedCommand(desk),
    ],
    alone: () => sayInspections(desk, { open: true }),
    examples: [
      'dangan inspect open',
      'dangan inspect record I3 防潮 异常 --note 北墙渗水',
      'dangan inspect record I3 --all-ok',
      'dangan inspect close I3',
    ],
  })
}
