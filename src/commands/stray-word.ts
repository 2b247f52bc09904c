import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { UsageFault } from '../cli/failure.ts'
import { nearest } from '../domain/suggest.ts'
import type { Desk } from './desk.ts'

/** The subcommand that a word was probably meant to be, where it went to the default one instead. */
export const subcommandMeant = (command: CommandUnknownOpts, word: string): string | undefined =>
  nearest(word, command.parent?.commands.map((sibling) => sibling.name()) ?? [])

/** `staff lst`: there is no such subcommand; which one was meant? */
export function strayWord(desk: Desk, command: CommandUnknownOpts, word: string): UsageFault {
  const parent = command.parent?.name() ?? ''
  const meant = subcommandMeant(command, word)
  const whole = (name: string) => `${parent} ${name}`
  const { unknownCommand } = desk.text.program.usage
  return new UsageFault(unknownCommand(whole(word), meant === undefined ? meant : whole(meant)))
}
