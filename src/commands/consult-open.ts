import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { isSeveral } from './archives-given.ts'
import { sayConsulted } from './consultation-view.ts'
import { opened, type OpeningOptions } from './consulting.ts'
import type { Desk } from './desk.ts'
import { numbersFrom } from './numbers-given.ts'
import { requestGiven } from './requesting.ts'

/** `consult open <requests…>`: lays before its reader what was approved (S002-6.2-1). */
export function openCommand(desk: Desk) {
  const text = desk.text.consultation
  const command = new Command('open')
    .summary(text.open.summary)
    .description(text.open.description)
    .argument('[requests...]', desk.text.request.decision.requests)
    .option('--place <place>', text.place)
    .option('--identity <document>', text.identity)
    .option('--reason <reason>', text.reason)
    .action(async (given, _own, self) => {
      // the command above has the same options, and takes them first
      const options = self.optsWithGlobals() as OpeningOptions
      const names = await numbersFrom(desk, given, desk.text.request.keys.request)
      const done = await desk.act((office) => ({
        office,
        consulted: names.map((name) => opened(office, requestGiven(office, name), options)),
      }))
      sayConsulted(desk, done.office, done.consulted, isSeveral(given))
    })
  const examples = ['dangan consult open R12', 'dangan consult open R12 --identity 工作证']
  return withManual(
    command,
    { examples, exits: [exits.refused, exits.missing, exits.notPermitted, exits.badData] },
    desk.text,
  )
}
