import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import type { Archive } from '../domain/archive.ts'
import { enterReading, isJournaledReading } from '../store/reading.ts'
import { archivesFor, isSeveral } from './archives-given.ts'
import { dossierOf, sayDossiers } from './dossier.ts'
import type { Desk, Office } from './desk.ts'
import { numbersFrom } from './numbers-given.ts'
import { sayHistory } from './history-view.ts'

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
      await journalReading(desk, office, archives, options.reveal === true)
      if (options.history) return sayHistory(desk, office, archives, options.reveal === true)
      const dossiers = archives.map((archive) =>
        dossierOf(office, archive, options.reveal === true),
      )
      sayDossiers(desk, office.policy, dossiers, isSeveral(given))
    })
  const examples = [
    'dangan show RG2025-0001',
    'dangan show 0001 --history',
    'dangan show rg20250001 --json',
  ]
  return withManual(command, { examples, exits: [exits.missing, exits.notPermitted] }, desk.text)
}

/** Reading what the policy names is an act: entered first, in a transaction of its own, also under --dry-run (SPEC 15.3, 15.12). */
async function journalReading(
  desk: Desk,
  office: Office,
  archives: readonly Archive[],
  revealed: boolean,
): Promise<void> {
  const entered = archives.filter(
    ({ secrecy }) => revealed || isJournaledReading(office.policy, secrecy),
  )
  if (entered.length === 0) return
  const { store, hand } = await desk.write()
  const query = `show ${entered.map(({ number }) => number).join(' ')}`
  enterReading(store, hand, {
    action: 'archive.read',
    query,
    archives: entered,
    count: entered.length,
    revealed,
  })
}
