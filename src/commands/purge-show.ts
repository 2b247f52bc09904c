import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import type { Desk } from './desk.ts'
import { sayDisposal } from './disposal-saying.ts'
import { disposalGiven } from './disposing.ts'

/** `purge show D1`: its archives, approvals, and how it was executed. */
export function purgeShowCommand(desk: Desk) {
  const { show: text } = desk.text.disposal
  const command = new Command('show')
    .summary(text.summary)
    .description(text.description)
    .argument('[disposal]', text.disposal)
    .action(async (given) => {
      const name = await disposalNamed(desk, given)
      const office = await desk.read()
      sayDisposal(desk, office, disposalGiven(office, name))
    })
  const examples = ['dangan purge show D1', 'dangan purge show D1 --json']
  return withManual(command, { examples, exits: [exits.missing] }, desk.text)
}

/** The disposal on the line, or asked for. */
export async function disposalNamed(desk: Desk, given: string | undefined): Promise<string> {
  if (given !== undefined) return given
  const { show: text } = desk.text.disposal
  const question = { kind: 'text', message: text.disposal, option: '<disposal>' } as const
  return (await desk.ask({ disposal: question }, {})).disposal
}
