import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import type { Column } from '../cli/printer.ts'
import { repairOverdue } from '../domain/inspection.ts'
import { archivesById } from '../store/archives.ts'
import { defectsIn } from '../store/defects.ts'
import { archivesFor } from './archives-given.ts'
import type { Desk, Office } from './desk.ts'
import { readableDefects } from './inspect-given.ts'
import {
  defectShown,
  placedName,
  stateLabel,
  type DefectShown,
  type Placed,
} from './inspect-view.ts'
import { numbersFrom } from './numbers-given.ts'
import { enterReadings, toEnter } from './reading.ts'

interface RepairsOptions {
  readonly open?: true
  readonly overdue?: true
  readonly all?: true
}

/** `inspect repairs [numbers…]`: what is to be repaired, and what was. */
export function inspectRepairsCommand(desk: Desk) {
  const { repairs: text } = desk.text.inspection
  const command = new Command('repairs')
    .summary(text.summary)
    .description(text.description)
    .argument('[numbers...]', text.numbers)
    .option('--open', text.open)
    .option('--overdue', text.overdue)
    .option('--all', text.all)
    .action((given, options) => sayRepairs(desk, given, options))
  const examples = ['dangan inspect repairs --open', 'dangan inspect repairs RG2026-0001 --all']
  const statuses = [exits.missing, exits.notPermitted]
  return withManual(command, { examples, exits: statuses }, desk.text)
}

async function sayRepairs(
  desk: Desk,
  given: readonly string[],
  { open, overdue, all }: RepairsOptions,
): Promise<void> {
  const numbers = given.length === 0 ? [] : await numbersFrom(desk, given)
  const office = await desk.read()
  const { store, today } = office
  const named = archivesFor(office, numbers).map(({ id }) => id)
  const found = defectsIn(store, {
    archiveIds: given.length === 0 ? undefined : named,
    isRepair: !all,
    isOpen: open === true || overdue === true,
  })
  const wanted = readableDefects(office, found).filter(
    (it) => !overdue || repairOverdue(it, today) > 0,
  )
  const archives = archivesById(
    store,
    wanted.map(({ archiveId }) => archiveId),
  )
  const line = ['inspect', 'repairs', ...numbers].join(' ')
  await enterReadings(desk, line, toEnter(office, [...archives.values()]))
  const rows = wanted.flatMap((defect) => {
    const archive = archives.get(defect.archiveId)
    return archive ? [{ defect, archive }] : []
  })
  const count = desk.say.listing(
    rows.map((it) => ({ ...it, shown: defectShown(it, today) })),
    columns(desk, office),
  )
  if (desk.say.manner.format !== 'table') return
  const { repairs: text } = desk.text.inspection
  const left = rows.filter(({ defect }) => defect.wantsRepair && !defect.repairedOn).length
  desk.say.notice(count === 0 ? text.none : text.count(count, left))
}

type Row = Placed & { readonly shown: DefectShown }

function columns(desk: Desk, { policy }: Office): readonly Column<Row>[] {
  const { repairKeys: keys, repairStatus } = desk.text.inspection
  const plain = (key: keyof DefectShown, besides = false): Column<Row> => ({
    key,
    heading: keys[key],
    value: ({ shown }) => shown[key],
    besides,
  })
  return [
    plain('repair'),
    { ...plain('number'), shown: placedName },
    plain('material', true),
    { ...plain('state'), shown: ({ defect }) => stateLabel(desk, policy, defect.state) },
    plain('note'),
    { ...plain('status'), shown: ({ shown }) => repairStatus[shown.status] },
    plain('seenOn'),
    plain('seenBy', true),
    plain('inspection', true),
    plain('dueOn'),
    {
      ...plain('overdueDays'),
      shown: ({ shown }) => (shown.overdueDays > 0 ? String(shown.overdueDays) : ''),
    },
    plain('repairedOn'),
    plain('repairedBy', true),
    plain('repairNote', true),
    plain('fromNumber', true),
  ]
}
