import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import type { Catalog } from '../messages/catalog.ts'
import { exits, type Exit } from './exit.ts'

/** Makes a command, and those under it, speak the reader's language; errors are thrown, never printed. */
export function localHelp<C extends CommandUnknownOpts>(command: C, text: Catalog): C {
  const { help } = text.program
  command
    .exitOverride()
    .helpOption('-h, --help', help.helpOption)
    .configureOutput({ writeErr: () => undefined })
  for (const child of command.commands) localHelp(child, text)
  return command
}

/** What stands at the end of every command's help: examples that work, and the exit statuses. */
export interface Manual {
  readonly examples: readonly string[]
  /** Besides 0, 1, 2, 6 and 7, which every command may give. */
  readonly exits: readonly Exit[]
}

const everywhere: readonly Exit[] = [exits.done, exits.fault, exits.usage, exits.busy, exits.integrity]

/** Adds examples and exit statuses to a command's help. */
export function withManual<C extends CommandUnknownOpts>(command: C, manual: Manual, text: Catalog): C {
  const { help, exits: meanings } = text.program
  const statuses = [...new Set([...everywhere, ...manual.exits])].toSorted((a, b) => a - b)
  const lines = [
    '',
    help.examples,
    ...manual.examples.map((example) => `  $ ${example}`),
    '',
    help.exits,
    ...statuses.map((status) => `  ${String(status).padStart(3)}  ${meanings[status]}`),
  ]
  command.addHelpText('after', lines.join('\n'))
  return command
}
