import { Command } from '@commander-js/extra-typings'
import { withManual } from '../cli/help.ts'
import { manPage } from '../cli/roff.ts'
import type { Desk } from './desk.ts'

/** `man`: the manual page in roff, generated from the help of every command. */
export function manCommand(desk: Desk) {
  const text = desk.text.terminal.man
  const command = new Command('man')
    .summary(text.summary)
    .description(text.explained)
    .action((_, self) => {
      const program = self.parent
      if (program)
        desk.say.raw(
          manPage(program, desk.text, { version: desk.version, date: desk.now().slice(0, 10) }),
        )
    })
  const examples = ['dangan man > dangan.1', 'dangan man --lang en | man -l -']
  return withManual(command, { examples, exits: [] }, desk.text)
}
