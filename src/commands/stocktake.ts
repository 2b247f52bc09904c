import { Command } from '@commander-js/extra-typings'
import { withManual } from '../cli/help.ts'
import type { Desk } from './desk.ts'
import { stocktakeCloseCommand } from './stocktake-close.ts'
import { sayStocktakes, stocktakeListCommand } from './stocktake-list.ts'
import { stocktakeOpenCommand } from './stocktake-open.ts'
import { stocktakeScanCommand } from './stocktake-scan.ts'
import { stocktakeShowCommand } from './stocktake-show.ts'
import { strayWord } from './stray-word.ts'

/** `stocktake`: shelves against register (S002-5.3-2, S004-S-2.2); alone it lists open ones. */
export function stocktakeCommand(desk: Desk) {
  const { summary, description } = desk.text.stocktake
  const command = new Command('stocktake')
    .summary(summary)
    .description(description)
    .allowExcessArguments()
    .action(async (_options, self) => {
      const [stray] = self.args
      if (stray !== undefined) throw strayWord(desk, self, stray)
      return sayStocktakes(desk, { open: true })
    })
    .addCommand(stocktakeOpenCommand(desk))
    .addCommand(stocktakeScanCommand(desk))
    .addCommand(stocktakeShowCommand(desk))
    .addCommand(stocktakeListCommand(desk))
    .addCommand(stocktakeCloseCommand(desk))
  const examples = [
    'dangan stocktake open --place A',
    'dangan stocktake scan C2 --from 扫描.txt --place A-1',
    'dangan stocktake show C2 --result missing,misplaced',
    'dangan stocktake close C2 --by 李娜 --witness 王芳',
  ]
  return withManual(command, { examples, exits: [] }, desk.text)
}
