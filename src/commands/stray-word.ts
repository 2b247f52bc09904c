import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { UsageFault } from '../cli/failure.ts'
import { nearest } from '../domain/suggest.ts'
import type { Desk } from './desk.ts'

/** The subcommand that a word was probably meant to be, where it went to the default one instead. */
export const subcommandMeant = (command: CommandUnknownOpts, word: string): string | undefined =>
  nearest(word, command.parent?.commands.map((sibling) => sibling.name()) ?? [])

/** `staff lst`: there is no such subcommand; which one was meant? `command` is the default one. */
export const strayWord = (desk: Desk, command: CommandUnknownOpts, word: string): UsageFault =>
  strayUnder(desk, command.parent, word)

/** The same where the command itself stands for its subcommands: `handover shw`. */
export function strayUnder(
  desk: Desk,
  command: CommandUnknownOpts | null,
  word: string,
): UsageFault {
  const known = command?.commands.map((it) => it.name()) ?? []
  const above = command?.parent?.parent ? `${command.parent.name()} ` : ''
  const whole = (name: string) => `${above}${command?.name() ?? ''} ${name}`
  const near = nearest(word, known)
  const meant = near === undefined ? undefined : whole(near)
  const message = desk.text.program.usage.unknownCommand(whole(word), meant)
  return new UsageFault(message, 'usage.unknown-command', {
    command: whole(word),
    suggestion: meant ?? null,
  })
}
