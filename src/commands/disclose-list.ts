import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { isExpired } from '../domain/disclosure.ts'
import { archiveOf } from '../store/lookup.ts'
import { permitsWith } from '../store/permits.ts'
import type { Desk } from './desk.ts'
import { readableOnly } from './readable-only.ts'
import { disclosureColumns, disclosureShown } from './permit-view.ts'

/** `disclose list`: the register of what others were told, on what ground; what the reader may not see is left out. */
export function listCommand(desk: Desk) {
  const text = desk.text.permit.disclosure.list
  const command = new Command('list')
    .summary(text.summary)
    .description(text.description)
    .option('--valid', text.valid)
    .option('--number <number>', text.number)
    .action(async ({ valid, number }) => {
      const office = await desk.read()
      const { store, today } = office
      const archive = number === undefined ? {} : { archiveId: archiveOf(office, number).id }
      const permits = permitsWith(store, { kinds: ['disclosure'], ...archive })
      const rows = readableOnly(office, permits)
        .filter((it) => !(valid && isExpired(it, today)))
        .map((it) => disclosureShown(office, it))
      desk.say.listing(rows, disclosureColumns(desk))
      if (rows.length === 0) desk.say.notice(text.none)
    })
  const examples = ['dangan disclose list', 'dangan disclose list --valid --json']
  return withManual(command, { examples, exits: [exits.missing] }, desk.text)
}
