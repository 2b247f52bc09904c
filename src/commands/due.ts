import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { addDays } from '../domain/day.ts'
import { Refusal } from '../domain/refusal.ts'
import { duesIn } from '../store/dues.ts'
import type { Desk } from './desk.ts'
import { dueColumns, rulesOf } from './due-view.ts'

/** `due`: one list, by date, of everything that wants doing; status 10 where there is anything (SPEC section 9). */
export function dueCommand(desk: Desk) {
  const { due: text } = desk.text.audit
  const command = new Command('due')
    .summary(text.summary)
    .description(text.description)
    .option('--within <days>', text.within)
    .action(async ({ within }) => {
      const days = daysIn(within ?? '0')
      const office = await desk.read()
      const { store, operator, today } = office
      const asked = { rights: operator.rights, today, by: addDays(today, days) }
      const dues = duesIn(store, { ...asked, ...rulesOf(office) })
      const count = desk.say.listing(dues, dueColumns(desk))
      if (desk.say.manner.format === 'table')
        desk.say.notice(count === 0 ? text.none : text.count(count))
      if (count > 0) desk.finish(exits.attention)
    })
  const examples = ['dangan due', 'dangan due --within 7', 'dangan due --within 7 --json']
  return withManual(command, { examples, exits: [exits.attention] }, desk.text)
}

/** @throws Refusal usage.bad-option */
function daysIn(raw: string): number {
  const digits = raw.normalize('NFKC').trim()
  if (/^\d{1,4}$/.test(digits)) return Number(digits)
  throw new Refusal('usage.bad-option', {
    option: '--within',
    value: raw,
    choices: ['0', '7', '30'],
  })
}
