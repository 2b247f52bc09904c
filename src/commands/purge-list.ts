import { Command } from '@commander-js/extra-typings'
import { withManual } from '../cli/help.ts'
import type { Column } from '../cli/printer.ts'
import { disposalName } from '../domain/disposal.ts'
import { disposals } from '../store/disposals.ts'
import type { Desk } from './desk.ts'
import { mayReadAll, standingOf, type Standing } from './disposing.ts'

/** `purge list`: disposals that are not finished; with `--all` every one. */
export function purgeListCommand(desk: Desk) {
  const { list: text } = desk.text.disposal
  const command = new Command('list')
    .summary(text.summary)
    .description(text.description)
    .option('--all', text.all)
    .action(({ all }) => sayDisposals(desk, all === true))
  const examples = ['dangan purge list', 'dangan purge list --all --json']
  return withManual(command, { examples, exits: [] }, desk.text)
}

export async function sayDisposals(desk: Desk, all: boolean): Promise<void> {
  const office = await desk.read()
  const rows = disposals(office.store)
    .map((disposal) => standingOf(office, disposal))
    .filter((it) => all || !['executed', 'refused'].includes(it.status))
    .filter((it) => mayReadAll(office, it))
  desk.say.listing(rows, columns(desk))
  const { list: text } = desk.text.disposal
  if (desk.say.manner.format === 'table')
    desk.say.notice(rows.length === 0 ? text.none : text.count(rows.length))
}

function columns(desk: Desk): readonly Column<Standing>[] {
  const { keys, statuses } = desk.text.disposal
  const plain = (key: 'reason' | 'proposedOn' | 'executor' | 'witness' | 'executedOn') => ({
    key,
    heading: keys[key],
    value: ({ disposal }: Standing) => disposal[key],
  })
  return [
    { key: 'disposal', heading: keys.disposal, value: (it) => disposalName(it.disposal.id) },
    {
      key: 'status',
      heading: keys.status,
      value: (it) => it.status,
      shown: (it) => statuses[it.status],
    },
    { key: 'count', heading: keys.count, value: (it) => it.items.length },
    plain('reason'),
    plain('proposedOn'),
    { key: 'request', heading: keys.request, value: (it) => `R${it.request.id}` },
    plain('executor'),
    plain('witness'),
    plain('executedOn'),
  ]
}
