import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { shownStaff } from '../domain/staffing.ts'
import { staffList, staffOf } from '../store/staff.ts'
import type { Desk } from './desk.ts'
import { strayWord } from './stray-word.ts'
import { sayPerson, staffColumns } from './staff-view.ts'

/** `staff list`: who is here, and with `--all` who was. */
export function staffListCommand(desk: Desk) {
  const { list: text, options } = desk.text.staff
  const command = new Command('list')
    .summary(text.summary)
    .description(text.description)
    .option('--all', options.all)
    .allowExcessArguments()
    .action(async ({ all }, self) => {
      const [stray] = self.args
      if (stray !== undefined) throw strayWord(desk, self, stray)
      const { store, today } = await desk.read()
      const people = staffList(store).map((staff) => shownStaff(staff, today))
      const wanted = people.filter(({ status }) => all === true || status === 'active')
      desk.say.listing(wanted, staffColumns(desk))
    })
  const examples = ['dangan staff list', 'dangan staff list --all --json']
  return withManual(command, { examples, exits: [] }, desk.text)
}

/** `staff show <name|id>`. */
export function staffShowCommand(desk: Desk) {
  const { show: text, options } = desk.text.staff
  const command = new Command('show')
    .summary(text.summary)
    .description(text.description)
    .argument('[person]', options.who)
    .action(async (given) => {
      const person = await personGiven(desk, given)
      const office = await desk.read()
      sayPerson(desk, office, staffOf(office.store, person))
    })
  const examples = ['dangan staff show 李娜', 'dangan staff show 1 --json']
  return withManual(command, { examples, exits: [exits.missing] }, desk.text)
}

/** The person on the line, or asked for. */
export async function personGiven(desk: Desk, given: string | undefined): Promise<string> {
  const question = {
    kind: 'text',
    message: desk.text.staff.options.who,
    option: '<person>',
  } as const
  const { person } = await desk.ask(
    { person: question },
    given === undefined ? {} : { person: given },
  )
  return person
}
