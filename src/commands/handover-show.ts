import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import type { Desk } from './desk.ts'
import { handoverGiven, handoverMeant, handoverToEnter, seenBy } from './handover-given.ts'
import { handoverLines, handoverShown } from './handover-view.ts'
import { enterReadings } from './reading.ts'

/** `handover show H1`: the list, what was found, who signed. */
export function handoverShowCommand(desk: Desk) {
  const { show: text } = desk.text.handover
  const command = new Command('show')
    .summary(text.summary)
    .description(text.description)
    .argument('[handover]', desk.text.handover.handover)
    .action(async (given) => {
      const name = await handoverGiven(desk, given)
      const office = await desk.read()
      const seen = seenBy(office, handoverMeant(office, name))
      const shown = handoverShown(seen, office.today)
      const line = `handover show ${shown.handover}`
      await enterReadings(desk, line, handoverToEnter(office, [seen]))
      desk.say.result(shown, () => handoverLines(desk, office, seen))
    })
  const examples = ['dangan handover show H1', 'dangan handover show H1 --json']
  return withManual(command, { examples, exits: [exits.missing] }, desk.text)
}
