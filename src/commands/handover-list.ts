import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import type { Column } from '../cli/printer.ts'
import { handoversIn } from '../store/handovers.ts'
import { staffOf } from '../store/staff.ts'
import type { Desk } from './desk.ts'
import { seenBy } from './handover-given.ts'
import { handoverListed, type HandoverListed } from './handover-view.ts'

interface ListOptions {
  readonly open?: true
  readonly of?: string
}

/** `handover list`: handovers, newest first. */
export function handoverListCommand(desk: Desk) {
  const { list: text } = desk.text.handover
  const command = new Command('list')
    .summary(text.summary)
    .description(text.description)
    .option('--open', text.open)
    .option('--of <staff>', text.of)
    .action((options) => sayHandovers(desk, options))
  const examples = ['dangan handover list --open', 'dangan handover list --of 李雷 --json']
  return withManual(command, { examples, exits: [exits.missing] }, desk.text)
}

export async function sayHandovers(desk: Desk, { open, of }: ListOptions): Promise<void> {
  const office = await desk.read()
  const { store, today } = office
  const staffId = of === undefined ? undefined : staffOf(store, of).id
  const rows = handoversIn(store, { isOpen: open === true, staffId })
    .map((handover) => seenBy(office, handover))
    .map((seen) => handoverListed(seen.handover, today))
  desk.say.listing(rows, columns(desk))
  if (rows.length === 0) desk.say.notice(desk.text.handover.list.none)
}

function columns(desk: Desk): readonly Column<HandoverListed>[] {
  const { keys, because, status, roles } = desk.text.handover
  const { items } = desk.text.program.marks
  const plain = (
    key: Exclude<keyof HandoverListed, 'signed'>,
    more: Partial<Column<HandoverListed>> = {},
  ): Column<HandoverListed> => ({ key, heading: keys[key], value: (it) => it[key], ...more })
  const counted = (count: number) => (count > 0 ? String(count) : '')
  return [
    plain('handover'),
    plain('because', { shown: (it) => because[it.because] }),
    plain('from'),
    plain('to'),
    plain('department', { besides: true }),
    plain('openedOn'),
    plain('giveBy', { besides: true }),
    plain('receiveBy', { besides: true }),
    plain('dueOn'),
    plain('lateDays', { shown: (it) => counted(it.lateDays) }),
    plain('status', { shown: (it) => status[it.status] }),
    plain('items'),
    plain('unanswered', { shown: (it) => counted(it.unanswered) }),
    plain('lacking', { shown: (it) => counted(it.lacking) }),
    {
      key: 'signed',
      heading: keys.signatures,
      value: (it) => it.signed,
      shown: ({ signed }) => signed.map((role) => roles[role]).join(items),
    },
    plain('endedOn', { besides: true }),
  ]
}
