import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { archiveOf } from '../store/lookup.ts'
import { permitsWith } from '../store/permits.ts'
import type { Desk, Office } from './desk.ts'
import { readableOnly } from './readable-only.ts'
import { copyColumns, type ListedCopy } from './permit-view.ts'

interface ListOptions {
  readonly outstanding?: true
  readonly collected?: true
  readonly number?: string
}

/** `copy list`: the register of copies; `--outstanding`: of whom they must be asked back; `--collected`: F36. */
export function listCommand(desk: Desk) {
  const text = desk.text.permit.list
  const command = new Command('list')
    .summary(text.summary)
    .description(text.description)
    .option('--outstanding', text.outstanding)
    .option('--collected', text.collected)
    .option('--number <number>', text.number)
    .action(async (options) => {
      const office = await desk.read()
      const rows = listed(office, options)
      desk.say.listing(rows, columnsFor(desk, office, options))
      if (rows.length === 0) desk.say.notice(text.none)
    })
  const examples = ['dangan copy list --outstanding', 'dangan copy list --collected --json']
  return withManual(command, { examples, exits: [exits.missing] }, desk.text)
}

/** Who collects is asked for a signature, and never to bring it back (S004-Q-3.1). */
function columnsFor(desk: Desk, office: Office, { collected }: ListOptions) {
  const columns = copyColumns(desk, office)
  if (!collected) return columns
  const hidden = new Set(['expiresOn', 'outcome'])
  return columns.map((column) =>
    column.key === 'signedBy'
      ? { ...column, besides: false }
      : hidden.has(column.key)
        ? { ...column, besides: true }
        : column,
  )
}

/** What the reader may not see is left out. */
function listed(office: Office, { outstanding, collected, number }: ListOptions): ListedCopy[] {
  const { store } = office
  const filter = {
    kinds: ['copy', 'excerpt', 'original'] as const,
    ...(outstanding ? { isOutstanding: true as const } : {}),
    ...(number === undefined ? {} : { archiveId: archiveOf(office, number).id }),
  }
  return readableOnly(office, permitsWith(store, filter))
    .filter(({ wish }) => !collected || wish.customer)
    .flatMap((permit) => permit.copies.map((copy) => ({ permit, copy })))
    .filter(({ copy }) => !outstanding || copy.accountedOn === null)
}
