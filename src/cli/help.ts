import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import type { Catalog } from '../messages/catalog.ts'
import { exits, type Exit } from './exit.ts'
import { LocalHelp, type ManualLines } from './local-help.ts'
import { plainPaint, type Paint } from './paint.ts'
import type { Stream } from './streams.ts'

/** Where help goes: the one writer to stdout, with its colours. */
export interface HelpDesk {
  readonly text: Catalog
  readonly out: Stream
  readonly paint: Paint
}

/** Makes a command, and those under it, speak the reader's language; errors are thrown, never printed. */
export function localHelp<C extends CommandUnknownOpts>(command: C, desk: HelpDesk): C {
  const { text, out, paint } = desk
  const { help } = text.program
  const coloured = paint !== plainPaint
  const lines = (it: CommandUnknownOpts) => manualLines(it, text)
  command
    .exitOverride()
    .helpOption('-h, --help', help.helpOption)
    .configureOutput({
      // what was to be printed as an error is thrown, too, and said by whoever catches it; help
      // is always what was asked for
      outputError: () => undefined,
      writeOut: (told) => out.write(told),
      writeErr: (told) => out.write(told),
      getOutHelpWidth: () => out.columns ?? 80,
      getErrHelpWidth: () => out.columns ?? 80,
      getOutHasColors: () => coloured,
      getErrHasColors: () => coloured,
    })
  command.createHelp = () => new LocalHelp(text, paint, lines)
  for (const child of command.commands) localHelp(child.helpCommand(false), desk)
  return command
}

/** What stands at the end of every command's help: examples that work, and the exit statuses. */
export interface Manual {
  readonly examples: readonly string[]
  /** Besides 0, 1, 2, 6 and 7, which every command may give. */
  readonly exits: readonly Exit[]
}

const everywhere: readonly Exit[] = [
  exits.done,
  exits.fault,
  exits.usage,
  exits.busy,
  exits.integrity,
]
const manuals = new WeakMap<CommandUnknownOpts, Manual>()

/** Adds examples and exit statuses to a command's help. */
export function withManual<C extends CommandUnknownOpts>(
  command: C,
  manual: Manual,
  _text: Catalog,
): C {
  manuals.set(command, manual)
  return command
}

/** The examples of a command, and the statuses that it may give, least first. */
export function manualLines(command: CommandUnknownOpts, text: Catalog): ManualLines {
  const manual = manuals.get(command)
  if (!manual) return { examples: [], statuses: [] }
  const statuses = [...new Set([...everywhere, ...manual.exits])].toSorted((a, b) => a - b)
  return {
    examples: manual.examples,
    statuses: statuses.map((status) => [status, text.program.exits[status]]),
  }
}
