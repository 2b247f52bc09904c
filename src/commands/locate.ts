import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Desk } from './desk.ts'
import { placeAddCommand } from './locate-add.ts'
import { placeListCommand } from './locate-list.ts'
import type { LocateOptions } from './locate-options.ts'
import { placeShowCommand } from './locate-show.ts'
import { placeUpdateCommand } from './locate-update.ts'
import { visitCommand } from './locate-visit.ts'

/**
 * `locate <number…>`: where archives and their materials lie; `--to` and `--next` move them
 * (S001-7-1, S002-4.1-3). Under it the places themselves are kept.
 */
export function locateCommand(desk: Desk) {
  const { options: text, ...said } = desk.text.place
  const command = new Command('locate')
    .summary(said.summary)
    .description(said.description)
    .argument('[numbers...]', said.numbers)
    .option('--to <place>', text.to)
    .option('--next', text.next)
    .option('--in <place>', text.in)
    .option('--secrecy <level>', text.secrecy)
    .option('--keeper <name>', text.keeper)
    .option('--history', text.history)
    .option('--reason <reason>', text.reason)
    .action(async (given, options) => (await formOf(given, options))(desk, given, options))
  command.addCommand(placeAddCommand(desk))
  command.addCommand(placeListCommand(desk))
  command.addCommand(placeShowCommand(desk))
  command.addCommand(placeUpdateCommand(desk))
  command.addCommand(visitCommand(desk))
  return withManual(command, manual, desk.text)
}

const manual = {
  examples: [
    'dangan locate RG2025-0001',
    'dangan locate RG2025-0001 RG2025-0001/2 --to A-1-03 --reason 整理',
    'dangan locate 0001 --next',
    'dangan locate add A --kind 档案柜 --rows 6 --slots 10 --capacity 20',
    'dangan locate list --place A-1',
  ],
  exits: [exits.refused, exits.missing, exits.notPermitted, exits.badData],
}

type Form = (desk: Desk, given: readonly string[], options: LocateOptions) => Promise<void>

/** @throws Refusal usage.together */
async function formOf(given: readonly string[], options: LocateOptions): Promise<Form> {
  const { to, next, history } = options
  const said = [
    ...(to === undefined ? [] : ['--to']),
    ...(next ? ['--next'] : []),
    ...(history ? ['--history'] : []),
  ]
  if (said.length > 1) throw new Refusal('usage.together', { options: said })
  if (history) return (await import('./locate-history.ts')).sayMoves
  if (next && given.length === 0) return (await import('./locate-next.ts')).sayNext
  if (to !== undefined || next) return (await import('./locate-moving.ts')).moveGiven
  return (await import('./locate-where.ts')).sayWhere
}
