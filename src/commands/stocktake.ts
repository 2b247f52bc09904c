import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { commandGroup } from './command-group.ts'
import type { Desk } from './desk.ts'
import { stocktakeCloseCommand } from './stocktake-close.ts'
import { sayStocktakes, stocktakeListCommand } from './stocktake-list.ts'
import { stocktakeOpenCommand } from './stocktake-open.ts'
import { stocktakeScanCommand } from './stocktake-scan.ts'
import { stocktakeShowCommand } from './stocktake-show.ts'

/** `stocktake`: shelves against register (S002-5.3-2, S004-S-2.2); alone it lists open ones. */
export function stocktakeCommand(desk: Desk): CommandUnknownOpts {
  return commandGroup(desk, {
    name: 'stocktake',
    text: desk.text.stocktake,
    commands: [
      stocktakeOpenCommand(desk),
      stocktakeScanCommand(desk),
      stocktakeShowCommand(desk),
      stocktakeListCommand(desk),
      stocktakeCloseCommand(desk),
    ],
    alone: () => sayStocktakes(desk, { open: true }),
    examples: [
      'dangan stocktake open --place A',
      'dangan stocktake scan C2 --from 扫描.txt --place A-1',
      'dangan stocktake show C2 --result missing,misplaced',
      'dangan stocktake close C2 --by 李娜 --witness 王芳',
    ],
  })
}
