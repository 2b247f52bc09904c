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
    .option('--why <question>', text.why)
    .action(async (given, options) => {
      const numbers = await numbersFrom(desk, given)
      const office = await desk.read()
      const archives = archivesFor(office, numbers)
      const revealed = options.reveal === true
      const read = toEnter(office, archives, revealed)
      const line = ['show', ...read.archives.map(({ number }) => number)].join(' ')
      await enterReadings(desk, line, read, revealed)
      const several = isSeveral(given)
      if (options.why !== undefined)
        return (await import('./why.ts')).sayWhy(desk, office, archives, {
          asked: options.why,
          several,
        })
      if (options.history) return sayHistory(desk, office, archives, revealed)
      sayDossiers(desk, office, archives, { reveal: revealed, several })
    })
  const examples = [
    'dangan show RG2025-0001',
    'dangan show 0001 --history',
    'dangan show 0001 --why lend',
    'dangan show rg20250001 --json',
  ]
  return withManual(command, { examples, exits: [exits.missing, exits.notPermitted] }, desk.text)
}
