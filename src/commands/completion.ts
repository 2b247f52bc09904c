import { Argument, Command } from '@commander-js/extra-typings'
import { withManual } from '../cli/help.ts'
import { completionScript, shells } from '../cli/shells.ts'
import type { Desk } from './desk.ts'

/** `completion bash|zsh|fish`: prints the script that makes a shell complete commands, options and numbers. */
export function completionCommand(desk: Desk) {
  const text = desk.text.terminal.completion
  const command = new Command('completion')
    .summary(text.summary)
    .description(text.description)
    .addArgument(new Argument('[shell]', text.shell).choices(shells))
    .action(async (given) => {
      const choices = shells.map((shell) => ({ value: shell, name: shell }))
      const question = { kind: 'choice', message: text.shell, option: '<shell>', choices } as const
      const { shell } = await desk.ask(
        { shell: question },
        given === undefined ? {} : { shell: given },
      )
      desk.say.raw(completionScript(shell as (typeof shells)[number]))
    })
  const examples = ['source <(dangan completion bash)', 'dangan completion fish | source']
  return withManual(command, { examples, exits: [] }, desk.text)
}
