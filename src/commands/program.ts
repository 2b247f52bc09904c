import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings'
import { declareGlobals } from '../cli/globals.ts'
import { localHelp } from '../cli/help.ts'
import { commandList, type CommandEntry } from './index.ts'
import type { BuiltDesk } from './build-desk.ts'
import { version } from './version.ts'

/**
 * The command tree for one line. Only commands whose name stands on the line are loaded:
 * whatever commander may dispatch to is among them. Where none does, all are, for help and suggestions.
 */
export async function buildProgram(desk: BuiltDesk, words: readonly string[]): Promise<CommandUnknownOpts> {
  const text = desk.text.program
  const program = localHelp(new Command('dangan'), desk.text)
    .description(text.description)
    .version(version, '-V, --version', text.help.versionOption)
  declareGlobals(program, text.options)
  const named = commandList.filter((entry) => words.includes(entry.name))
  const wanted = named.length > 0 && !words.includes('help') ? named : commandList
  for (const entry of wanted) program.addCommand(await built(entry, desk))
  program.hook('preAction', (_, command) => desk.settle(command.optsWithGlobals()))
  return program
}

async function built(entry: CommandEntry, desk: BuiltDesk): Promise<CommandUnknownOpts> {
  const command = localHelp(await entry.load(desk), desk.text)
  return command.helpGroup(desk.text.program.groups[entry.group])
}

/** Every command, for completion, the manual and tests. */
export async function wholeProgram(desk: BuiltDesk): Promise<CommandUnknownOpts> {
  return buildProgram(desk, ['help'])
}
