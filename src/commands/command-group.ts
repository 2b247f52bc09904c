import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings'
import { withManual } from '../cli/help.ts'
import type { Desk } from './desk.ts'
import { strayUnder } from './stray-word.ts'

/** A command that stands for its subcommands: `inspect`, `purge`, `staff training`. */
export interface CommandGroup {
  readonly name: string
  readonly text: { readonly summary: string; readonly description: string }
  readonly commands: readonly CommandUnknownOpts[]
  /** What it does alone: it lists what is open, mostly. */
  readonly alone: () => void | Promise<void>
  readonly examples: readonly string[]
}

/** Alone it does one thing; any further word names a subcommand, or is said to be none. */
export function commandGroup(
  desk: Desk,
  { name, text, commands, alone, examples }: CommandGroup,
): CommandUnknownOpts {
  const group = new Command(name)
    .summary(text.summary)
    .description(text.description)
    .allowExcessArguments()
    .action((_options, self) => {
      const [stray] = self.args
      if (stray !== undefined) throw strayUnder(desk, self, stray)
      return alone()
    })
  for (const command of commands) group.addCommand(command)
  return withManual(group, { examples, exits: [] }, desk.text)
}
