import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { declareGlobals } from '../cli/globals.ts'
import { localHelp, withManual } from '../cli/help.ts'
import type { Catalog } from '../messages/catalog.ts'
import { commandList, type CommandEntry } from './index.ts'
import type { BuiltDesk } from './build-desk.ts'

/**
 * The command tree for one line. Only commands whose name stands on the line are loaded: whatever
 * commander may dispatch to is among them. Where none does, names and summaries do, for help and
 * suggestions.
 */
export async function buildProgram(
  desk: BuiltDesk,
  words: readonly string[],
): Promise<CommandUnknownOpts> {
  const text = desk.text.program
  const program: CommandUnknownOpts = new Command('dangan')
  program
    .description(`${text.description}\n${desk.text.terminal.help.moreHelp}`)
    .version(desk.version, '-V, --version', text.help.versionOption)
    .addHelpCommand(helpCommand(desk))
  declareGlobals(program, text.options)
  withManual(program, manual, desk.text)
  const meant = commandList.filter(({ name }) => words.includes(name) || words.includes(everything))
  for (const entry of meant) program.addCommand(grouped(await entry.load(desk), entry, text))
  if (meant.length === 0)
    for (const entry of commandList) program.addCommand(grouped(named(entry, desk), entry, text))
  program.hook('preAction', (_, command) => desk.settle(command.optsWithGlobals()))
  return localHelp(program, { text: desk.text, out: desk.say.out, paint: desk.say.manner.paint })
}

function helpCommand({ text }: BuiltDesk): Command {
  const command = new Command('help').summary(text.program.help.helpCommand).helpOption(false)
  command.argument('[command]')
  return command.helpGroup(text.program.groups.office)
}

const named = ({ name, text }: CommandEntry, desk: BuiltDesk): CommandUnknownOpts =>
  new Command(name).summary(text(desk.text).summary)

const grouped = (
  command: CommandUnknownOpts,
  { group }: CommandEntry,
  { groups }: Catalog['program'],
): CommandUnknownOpts => command.helpGroup(groups[group])

/** The manual is of all commands. */
const everything = 'man'

const manual = {
  examples: ['dangan init', 'dangan add', 'dangan find 张三', 'dangan help add'],
  exits: Object.values(exits),
}

/** Every command, for completion, the manual and tests. */
export async function wholeProgram(desk: BuiltDesk): Promise<CommandUnknownOpts> {
  return buildProgram(desk, [everything])
}
