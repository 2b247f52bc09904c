import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import type { Catalog } from '../messages/catalog.ts'
import { manualLines } from './help.ts'
import { piecesOf } from './width.ts'

/** What a page is headed with. */
export interface PageHead {
  readonly version: string
  /** `YYYY-MM-DD` */
  readonly date: string
}

/** The manual page, section 1, in roff, from the help of the whole command tree. */
export function manPage(program: CommandUnknownOpts, text: Catalog, head: PageHead): string {
  const { man } = text.terminal
  const { description, exits } = text.program
  const heading = [head.date, `dangan ${head.version}`, man.title].map((it) => `"${plain(it)}"`)
  const blocks = [
    `'\\" -*- coding: utf-8 -*-`,
    `.TH DANGAN 1 ${heading.join(' ')}`,
    '.ad l',
    '.nh',
    ...section(man.name, [`dangan \\- ${plain(text.terminal.man.purpose)}`]),
    ...section(man.synopsis, [
      `\\fBdangan\\fR ${plain(
        program
          .createHelp()
          .commandUsage(program as never)
          .replace(/^dangan /, ''),
      )}`,
    ]),
    ...section(man.description, paragraph(description)),
    ...section(man.commands, commandsOf(program, text)),
    ...section(man.options, optionsOf(program)),
    ...section(
      man.exits,
      Object.entries(exits).flatMap(([status, meaning]) => item(status, meaning)),
    ),
    ...section(
      man.files,
      man.fileList.flatMap(([path, meaning]) => item(path, meaning)),
    ),
    ...section(
      man.environment,
      man.variables.flatMap(([name, meaning]) => item(name, meaning)),
    ),
    ...section(man.examples, manualLines(program, text).examples.flatMap(example)),
  ]
  return `${blocks.join('\n')}\n`
}

function commandsOf(program: CommandUnknownOpts, text: Catalog): string[] {
  const shown = program
    .createHelp()
    .visibleCommands(program as never) as unknown as CommandUnknownOpts[]
  const groups = grouped(shown, (it) => it.helpGroup())
  return [...groups].flatMap(([group, commands]) => [
    `.SS "${plain(group)}"`,
    ...commands.flatMap((command) => commandBlock(command, text)),
  ])
}

function grouped<T>(items: readonly T[], by: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const it of items) groups.set(by(it), [...(groups.get(by(it)) ?? []), it])
  return groups
}

/** A command and those under it: usage, what it does, its options, its examples. */
function commandBlock(command: CommandUnknownOpts, text: Catalog): string[] {
  const help = command.createHelp()
  const { examples } = manualLines(command, text)
  const own = help
    .visibleArguments(command as never)
    .flatMap((it) => item(it.name(), help.argumentDescription(it)))
  return [
    '.TP',
    `\\fB${plain(help.commandUsage(command as never))}\\fR`,
    ...paragraph(command.description() || command.summary()),
    ...indented([...own, ...optionsOf(command), ...examples.flatMap(example)]),
    ...command.commands.flatMap((child) => commandBlock(child, text)),
  ]
}

const indented = (lines: readonly string[]): string[] =>
  lines.length > 0 ? ['.RS', ...lines, '.RE'] : []

/** `--help` is every command's; it stands once, with the program's options. */
function optionsOf(command: CommandUnknownOpts): string[] {
  const help = command.createHelp()
  return help
    .visibleOptions(command as never)
    .filter(({ long }) => command.parent === null || long !== '--help')
    .flatMap((option) => item(help.optionTerm(option), help.optionDescription(option)))
}

const section = (heading: string, lines: readonly string[]): string[] => [
  `.SH "${plain(heading)}"`,
  ...lines,
]

const item = (term: string | undefined, meaning: string | undefined): string[] => [
  '.TP',
  `\\fB${plain(term ?? '')}\\fR`,
  ...paragraph(meaning ?? ''),
]

const example = (line: string): string[] => ['.PP', '.EX', plain(`$ ${line}`), '.EE']

const paragraph = (text: string): string[] => text.split('\n').map(flowing)

/** Text that roff prints as it is: no escapes, no requests, minus signs that can be copied. */
export const plain = (text: string): string => escaped(text).replace(/^(?=[.'])/, '\\&')

/** `plain`, with leave to break lines between Han characters, which roff does not give itself. */
const flowing = (text: string): string =>
  piecesOf(text)
    .map(escaped)
    .join('\\:')
    .replaceAll('\\: \\:', ' ')
    .replace(/^(?=[.'])/, '\\&')

const escaped = (text: string): string =>
  text.replaceAll('\\', '\\e').replaceAll('-', '\\-').replaceAll('"', '\\(dq')
