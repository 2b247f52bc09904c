import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import type { Column } from '../cli/printer.ts'
import { inspectionsIn } from '../store/inspections.ts'
import type { Desk } from './desk.ts'
import { inspectionShown, type InspectionShown } from './inspect-view.ts'

/** `inspect list`: every inspection, newest first. */
export function inspectListCommand(desk: Desk) {
  const { list: text } = desk.text.inspection
  const command = new Command('list')
    .summary(text.summary)
    .description(text.description)
    .option('--open', text.open)
    .action((options) => sayInspections(desk, options))
  const examples = ['dangan inspect list', 'dangan inspect list --open --json']
  return withManual(command, { examples, exits: [exits.badData] }, desk.text)
}

export async function sayInspections(
  desk: Desk,
  { open }: { readonly open?: true },
): Promise<void> {
  const { store } = await desk.read()
  const found = inspectionsIn(store, { isOpen: open === true })
  const { list: text } = desk.text.inspection
  const count = desk.say.listing(found.map(inspectionShown), columns(desk))
  if (count === 0 && desk.say.manner.format === 'table')
    desk.say.notice(open ? text.noneOpen : text.none)
}

function columns(desk: Desk): readonly Column<InspectionShown>[] {
  const { keys, status, everywhere } = desk.text.inspection
  const { items } = desk.text.program.marks
  const plain = (key: keyof InspectionShown, besides = false): Column<InspectionShown> => ({
    key,
    heading: keys[key],
    value: (it) => it[key],
    besides,
  })
  return [
    plain('inspection'),
    plain('period'),
    { ...plain('place'), shown: ({ place }) => place ?? everywhere },
    { ...plain('status'), shown: (it) => status[it.status] },
    plain('openedOn'),
    plain('openedBy', true),
    plain('dueOn', true),
    { ...plain('items', true), shown: (it) => String(it.items.length) },
    plain('bad'),
    plain('left'),
    plain('closedOn'),
    { ...plain('signers'), shown: ({ signers }) => signers.join(items) },
    plain('droppedBecause', true),
    plain('audit', true),
  ]
}
