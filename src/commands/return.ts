import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { isSeveral } from './archives-given.ts'
import type { Desk } from './desk.ts'
import { numbersFrom } from './numbers-given.ts'
import { askReturn } from './return-questions.ts'
import { sayReturned } from './return-view.ts'
import { takenBack } from './taking-back.ts'

/** `return <numbers…>`: takes back what is out, looks at it page by page, and puts it back to its place. */
export function returnCommand(desk: Desk) {
  const text = desk.text.loan.return
  const command = new Command('return')
    .summary(text.summary)
    .description(text.description)
    .argument('[numbers...]', text.numbers)
    .option('--condition <condition>', text.condition)
    .option('--pages <count>', text.pages)
    .option('--remark <text>', text.remark)
    .option('--liable <name>', text.liable)
    .option('--reason <reason>', text.reason)
    .action(async (given, options) => {
      const names = await numbersFrom(desk, given)
      const wish = await askReturn(desk, names, options)
      const done = await desk.act((office) => ({
        office,
        returns: names.flatMap((name) => takenBack(office, name, wish)),
      }))
      sayReturned(desk, done.office, done.returns, isSeveral(given))
    })
  const examples = [
    'dangan return RG2025-0001',
    'dangan return RG2025-0001/3 --condition 损坏 --remark 第7页折角 --liable 李雷',
    'dangan return L12 --pages 41',
  ]
  return withManual(
    command,
    { examples, exits: [exits.refused, exits.missing, exits.notPermitted, exits.badData] },
    desk.text,
  )
}
