import { CommanderError, type CommandUnknownOpts } from '@commander-js/extra-typings'
import { Refusal } from '../domain/refusal.ts'
import { nearest } from '../domain/suggest.ts'
import type { Catalog } from '../messages/catalog.ts'
import { UsageFault } from './failure.ts'

/** What commander was reading when it stumbled. */
interface Line {
  readonly program: CommandUnknownOpts | undefined
  /** The names of all commands, loaded or not. */
  readonly names: readonly string[]
  readonly text: Catalog
}

/** What is wrong with the line, in the reader's words; anything that is not commander's stays as it is. */
export function usageFaultOf(thrown: unknown, line: Line): unknown {
  if (!(thrown instanceof CommanderError)) return thrown
  const said = thrown.message.replace(/^error: /, '')
  const [, quoted = ''] = /'([^']*)'/.exec(said) ?? []
  const faults: Readonly<Record<string, () => Error>> = {
    'commander.unknownCommand': () => unknownCommand(quoted, line, meant(said)),
    'commander.unknownOption': () => unknownOption(quoted, said, line),
    'commander.optionMissingArgument': () => lacking(nameOf(quoted), line),
    'commander.missingArgument': () => missingArgument(quoted, line),
    'commander.excessArguments': () => tooMany(said, quoted, line),
    'commander.invalidArgument': () => badValue(said, line),
    'commander.conflictingOption': () => conflict(said, line),
  }
  return faults[thrown.code]?.() ?? new UsageFault(line.text.terminal.usage.other(said))
}

/** `near`: what commander suggests, which knows the subcommands. */
export function unknownCommand(command: string, { names, text }: Line, near?: string): UsageFault {
  const suggestion = near ?? nearest(command, names)
  const message = text.program.usage.unknownCommand(command, suggestion)
  return new UsageFault(message, 'usage.unknown-command', {
    command,
    suggestion: suggestion ?? null,
  })
}

/** Commander knows which options were possible, and suggests one of them. */
function unknownOption(option: string, said: string, { text }: Line): UsageFault {
  const suggestion = meant(said)
  const message = text.program.usage.unknownOption(option, suggestion)
  return new UsageFault(message, 'usage.unknown-option', { option, suggestion: suggestion ?? null })
}

const meant = (said: string): string | undefined =>
  /Did you mean (?:one of )?(\S+?)[,?]/.exec(said)?.[1]

function lacking(option: string, { text }: Line): UsageFault {
  const message = text.program.usage.missingValue(option)
  return new UsageFault(message, 'usage.missing-value', { option })
}

function missingArgument(argument: string, { text }: Line): UsageFault {
  const message = text.program.usage.missingArgument(argument)
  return new UsageFault(message, 'usage.missing-argument', { argument })
}

function tooMany(said: string, name: string, { program, text }: Line): UsageFault {
  const [expected = 0, got = 0] = said.match(/\d+/g)?.slice(-2).map(Number) ?? []
  const command = commandWith(program, name, got)
  const extra = command?.args.slice(expected) ?? []
  const path = command ? pathOf(command) : `dangan ${name}`
  const message = text.terminal.usage.tooMany(path, expected, extra.join(' '))
  return new UsageFault(message, 'usage.too-many', { command: path, expected, extra })
}

/** Choices are refused like any other value of a list; the rest as commander's argument parsers say. */
function badValue(said: string, { text }: Line): Error {
  const [, place = '', value = '', reason = ''] =
    /^(?:option '([^']*)' argument|command-argument value) '([^']*)' is invalid[^.]*\. ?(.*)$/s.exec(
      said,
    ) ?? []
  const option = place === '' ? (/for argument '([^']*)'/.exec(said)?.[1] ?? '') : nameOf(place)
  const choices = /Allowed choices are (.*?)\.$/.exec(reason)?.[1]?.split(', ')
  if (!choices)
    return new UsageFault(text.program.usage.badValue(option, value), 'usage.bad-value', {
      option,
      value,
    })
  const suggestion = nearest(value, choices)
  return new Refusal('usage.bad-option', { option, value, choices, suggestion })
}

function conflict(said: string, { text }: Line): UsageFault {
  const [one = '', other = ''] = [...said.matchAll(/'([^']*)'/g)].map(([, flags = '']) =>
    nameOf(flags),
  )
  return new UsageFault(text.terminal.usage.conflict(one, other), 'usage.conflict', { one, other })
}

/** `--file` of `-f, --file <path>`. */
const nameOf = (flags: string): string => /--[\w-]+/.exec(flags)?.[0] ?? flags

/** The command of that name that was given so many arguments. */
function commandWith(
  command: CommandUnknownOpts | undefined,
  name: string,
  got: number,
): CommandUnknownOpts | undefined {
  if (!command) return undefined
  if ((command.name() === name || name === '') && command.args.length === got) return command
  for (const child of command.commands) {
    const found = commandWith(child, name, got)
    if (found) return found
  }
  return undefined
}

const pathOf = (command: CommandUnknownOpts): string =>
  command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name()
