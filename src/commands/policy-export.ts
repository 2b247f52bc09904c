import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { Refusal } from '../domain/refusal.ts'
import { nearest } from '../domain/suggest.ts'
import { claim } from '../store/place.ts'
import type { Desk } from './desk.ts'
import { versionOf } from './policy-show.ts'
import { readyPolicies } from './ready-policies.ts'

interface ExportOptions {
  readonly policyVersion?: string
  readonly ready?: string
  readonly output?: string
}

/** `policy export`: the document as it was written, with its comments, to be edited and set. */
export function policyExportCommand(desk: Desk) {
  const { export: text, options: said } = desk.text.policy
  const command = new Command('export')
    .summary(text.summary)
    .description(text.description)
    .option('--policy-version <number>', said.version)
    .option('--ready <name>', said.readyName)
    .option('-o, --output <path>', said.output)
    .action(async (options) => {
      const document = await documentOf(desk, options)
      if (options.output === undefined) return desk.say.raw(document)
      if (desk.globals.dryRun) return desk.say.notice(desk.text.program.dryRun)
      claim(options.output, document)
      desk.say.result({ path: options.output }, () => [text.done(options.output ?? '')])
    })
  const examples = [
    'dangan policy export -o office.yaml',
    'dangan policy export --ready general',
    'dangan policy export --policy-version 1',
  ]
  return withManual(command, { examples, exits: [exits.refused, exits.missing] }, desk.text)
}

async function documentOf(desk: Desk, options: ExportOptions): Promise<string> {
  const { ready: name, policyVersion } = options
  if (name === undefined) return versionOf(await desk.read(), policyVersion).document
  if (policyVersion !== undefined)
    throw new Refusal('usage.together', { options: ['--ready', '--policy-version'] })
  const ready = await readyPolicies()
  const choices = ready.names
  if (choices.includes(name)) return ready.text(name)
  const suggestion = nearest(name, choices)
  throw new Refusal('usage.bad-option', { option: '--ready', value: name, choices, suggestion })
}
