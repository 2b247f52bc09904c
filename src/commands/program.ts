import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { declareGlobals } from '../cli/globals.ts'
import { localHelp, withManual } from '../cli/help.ts'
import { commandList, type CommandEntry } from './index.ts'
import type { BuiltDesk } from './build-desk.ts'

/**
 * The command tree for one line. Only commands whose name stands on the line are loaded:
 * whatever commander may dispatch to is among them. Where none does, all are, for help and suggestions.
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
  const named = commandList.filter((entry) => words.includes(entry.name))
  const isAboutAll = words.some((word) => word === 'help' || word === 'man')
  const wanted = named.length > 0 && !isAboutAll ? named : commandList
  for (const entry of wanted) program.addCommand(await built(entry, desk))
  program.hook('preAction', (_, command) => desk.settle(command.optsWithGlobals()))
  return localHelp(program, { text: desk.text, out: desk.say.out, paint: desk.say.manner.paint })
}

function helpCommand({ text }: BuiltDesk): Command {
  const command = new Command('help').summary(text.program.help.helpCommand).helpOption(false)
  command.argument('[command]')
  return command.helpGroup(text.program.groups.office)
}

async function built(entry: CommandEntry, desk: BuiltDesk): Promise<CommandUnknownOpts> {
  return (await entry.load(desk)).helpGroup(desk.text.program.groups[entry.group])
}

const manual = {
  examples: ['dangan init', 'dangan add', 'dangan find 张三', 'dangan help add'],
  exits: Object.values(exits),
}

/** Every command, for completion, the manual and tests. */
export async function wholeProgram(desk: BuiltDesk): Promise<CommandUnknownOpts> {
  return buildProgram(desk, ['help'])
}
