import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import type { Column } from '../cli/printer.ts'
import { Refusal } from '../domain/refusal.ts'
import { mayRead } from '../domain/staff.ts'
import { batchName, importById, importsList, rejectsOf, type Import } from '../store/imports.ts'
import { archiveById } from '../store/archives.ts'
import { holderOf } from '../store/numbers.ts'
import type { Store } from '../store/store.ts'
import type { Desk, Office } from './desk.ts'

/** `import list`: the files that were taken in, newest first. */
export function importListCommand(desk: Desk) {
  const text = desk.text.import.list
  const command = new Command('list')
    .summary(text.summary)
    .description(text.summary)
    .action(async () => {
      const office = await desk.read()
      const seen = importsList(office.store).map((it) => asSeen(office, it))
      desk.say.listing(seen, columns(desk))
    })
  return withManual(
    command,
    { examples: ['dangan import list', 'dangan import list --json'], exits: [] },
    desk.text,
  )
}

/** `import show B7`: one of them, with the lines that were rejected and why. */
export function importShowCommand(desk: Desk) {
  const text = desk.text.import.show
  const command = new Command('show')
    .summary(text.summary)
    .description(text.summary)
    .argument('[batch]', text.batch)
    .action(async (given) => {
      const office = await desk.read()
      const batch = await batchGiven(desk, given)
      const taken = asSeen(office, importOf(office.store, batch))
      const rejects = rejectsOf(office.store, taken.id)
      const value = {
        ...Object.fromEntries(columns(desk).map(({ key, value: of }) => [key, of(taken)])),
        rejects,
      }
      desk.say.result(value, () => [
        ...columns(desk).map((column) => `${column.heading}  ${shownIn(column, taken)}`),
        ...rejects.map(({ line, field, code }) => text.reject(line, field, code)),
      ])
    })
  return withManual(
    command,
    { examples: ['dangan import show B7', 'dangan import show B7 --json'], exits: [exits.missing] },
    desk.text,
  )
}

/** Without the numbers of archives that the operator may not read. */
function asSeen(office: Office, taken: Import): Import {
  const { firstNumber, lastNumber } = taken
  const [first, last] = [numberSeen(office, firstNumber), numberSeen(office, lastNumber)]
  return { ...taken, firstNumber: first, lastNumber: last }
}

/** A void number leads to no archive any more, and tells of none. */
function numberSeen({ store, operator }: Office, number: string | null): string | null {
  const id = number === null ? undefined : holderOf(store, number)
  const archive = id === undefined ? undefined : archiveById(store, id)
  return archive && !mayRead(operator, archive) ? null : number
}

const shownIn = (column: Column<Import>, taken: Import): string =>
  column.shown ? column.shown(taken) : String(column.value(taken) ?? '')

export async function batchGiven(desk: Desk, given: string | undefined): Promise<string> {
  const question = {
    kind: 'text',
    message: desk.text.import.show.batch,
    option: '<batch>',
  } as const
  const { batch } = await desk.ask({ batch: question }, given === undefined ? {} : { batch: given })
  return batch
}

/** The import named `B7`, `b7` or `7`. @throws Refusal import.missing */
export function importOf(store: Store, batch: string): Import {
  const id = Number(/^[Bb]?(\d{1,12})$/.exec(batch.trim())?.[1])
  const found = Number.isInteger(id) ? importById(store, id) : undefined
  if (!found) throw new Refusal('import.missing', { batch })
  return found
}

const columns = (desk: Desk): readonly Column<Import>[] => {
  const { columns: text, states, contents } = desk.text.import
  return [
    { key: 'batch', heading: text.batch, value: (it) => batchName(it.id) },
    { key: 'startedOn', heading: text.startedOn, value: (it) => it.startedOn },
    { key: 'fileName', heading: text.fileName, value: (it) => it.fileName },
    {
      key: 'content',
      heading: text.content,
      value: (it) => it.content,
      shown: (it) => contents[it.content],
    },
    { key: 'encoding', heading: text.encoding, value: (it) => it.encoding, besides: true },
    { key: 'delimiter', heading: text.delimiter, value: (it) => it.delimiter, besides: true },
    {
      key: 'status',
      heading: text.status,
      value: (it) => it.status,
      shown: (it) => states[it.status],
    },
    { key: 'read', heading: text.read, value: (it) => it.read },
    { key: 'created', heading: text.created, value: (it) => it.created },
    { key: 'updated', heading: text.updated, value: (it) => it.updated },
    { key: 'unchanged', heading: text.unchanged, value: (it) => it.unchanged },
    { key: 'skipped', heading: text.skipped, value: (it) => it.skipped },
    { key: 'rejected', heading: text.rejected, value: (it) => it.rejected },
    { key: 'firstNumber', heading: text.firstNumber, value: (it) => it.firstNumber, besides: true },
    { key: 'lastNumber', heading: text.lastNumber, value: (it) => it.lastNumber, besides: true },
    { key: 'seconds', heading: text.seconds, value: (it) => it.seconds, besides: true },
  ]
}
