import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { consultationsWith } from '../store/consultations.ts'
import { archiveOf } from '../store/lookup.ts'
import {
  consultationColumns,
  consultationShown,
  type ConsultationShown,
} from './consultation-view.ts'
import { readableOnly } from './readable-only.ts'
import type { Desk, Office } from './desk.ts'

interface ListOptions {
  readonly open?: true
  readonly all?: true
  readonly number?: string
}

/** `consult list`: the register of the day, and what was left open; `--all`: the whole register (S002-6.2-2). */
export function listCommand(desk: Desk) {
  const text = desk.text.consultation.list
  const command = new Command('list')
    .summary(text.summary)
    .description(text.description)
    .option('--open', text.open)
    .option('--number <number>', text.number)
    .option('--all', text.all)
    .action(async (options) => {
      const office = await desk.read()
      const rows = listed(office, options)
      desk.say.listing(rows, consultationColumns(desk, office))
      if (rows.length === 0) desk.say.notice(text.none)
    })
  const examples = ['dangan consult list', 'dangan consult list --all --number RG2025-0001']
  return withManual(command, { examples, exits: [exits.missing] }, desk.text)
}

/** What the reader may not see is left out. */
function listed(office: Office, { open, all, number }: ListOptions): ConsultationShown[] {
  const { store, today } = office
  const wanted = open ? { isOpen: true as const } : all ? {} : { openOrOn: today }
  const archive = number === undefined ? {} : { archiveId: archiveOf(office, number).id }
  const consultations = readableOnly(office, consultationsWith(store, { ...wanted, ...archive }))
  return consultations.map((it) => consultationShown(office, it))
}
