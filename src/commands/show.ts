import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { archivesFor, isSeveral } from './archives-given.ts'
import { sayDossiers } from './dossier-view.ts'
import type { Desk } from './desk.ts'
import { numbersFrom } from './numbers-given.ts'
import { sayHistory } from './history-view.ts'
import { enterReadings, toEnter } from './reading.ts'

/** `show <number…>`: what the office knows of a customer, and with `--history` how it came to know it. */
export function showCommand(desk: Desk) {
  const text = desk.text.archive.show
  const command = new Command('show')
    .summary(text.summary)
    .description(text.description)
    .argument('[numbers...]', text.numbers)
    .option('--history', text.history)
    .option('--reveal', text.reveal)
    .action(async (given, options) => {
      const numbers = await numbersFrom(desk, given)
      const office = await desk.read()
      const archives = archivesFor(office, numbers)
      const revealed = options.reveal === true
      const read = toEnter(office, archives, revealed)
      const line = ['show', ...read.archives.map(({ number }) => number)].join(' ')
      await enterReadings(desk, line, read, revealed)
      if (options.history) return sayHistory(desk, office, archives, revealed)
      sayDossiers(desk, office, archives, { reveal: revealed, several: isSeveral(given) })
    })
  const examples = [
    'dangan show RG2025-0001',
    'dangan show 0001 --history',
    'dangan show rg20250001 --json',
  ]
  return withManual(command, { examples, exits: [exits.missing, exits.notPermitted] }, desk.text)
}
