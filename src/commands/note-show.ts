import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { padded, widthOf } from '../cli/width.ts'
import type { Archive } from '../domain/archive.ts'
import { entryFieldsShown } from '../domain/entry.ts'
import type { Entry } from '../store/entries.ts'
import { versionsOfEntry } from '../store/entry-history.ts'
import { batchName } from '../store/imports.ts'
import type { Desk, Office } from './desk.ts'
import { entryGiven, entryMeant } from './entry-given.ts'
import { entryColumnsFor, fieldWords } from './entry-view.ts'
import { enterReadings, toEnter } from './reading.ts'

/** `note show <entry>`: an entry whole; with `--history` every version, the first one kept. */
export function noteShowCommand(desk: Desk) {
  const text = desk.text.entry.show
  const command = new Command('show')
    .summary(text.summary)
    .description(text.description)
    .argument('[entry]', desk.text.entry.entry)
    .option('--history', text.history)
    .option('--reveal', text.reveal)
    .action(async (given, options) => {
      const meant = await entryGiven(desk, given)
      const office = await desk.read()
      const { entry, archive } = entryMeant(office, meant)
      const reveal = options.reveal === true
      await enterReadings(desk, `note show ${entry.id}`, toEnter(office, [archive], reveal), reveal)
      if (options.history) return sayVersions(desk, office, entry, reveal)
      sayEntry(desk, office, { entry, archive }, reveal)
    })
  const examples = ['dangan note show 12', 'dangan note show 12 --history']
  return withManual(command, { examples, exits: [exits.missing, exits.notPermitted] }, desk.text)
}

function sayEntry(
  desk: Desk,
  office: Office,
  { entry, archive }: { readonly entry: Entry; readonly archive: Archive },
  reveal: boolean,
): void {
  const { number, name } = archive
  const row = { ...entry, number, name }
  const columns = entryColumnsFor(desk, office, { isOneArchive: false, reveal })
  const value = Object.fromEntries(columns.map(({ key, value: of }) => [key, of(row)]))
  const width = Math.max(...columns.map(({ heading }) => widthOf(heading)))
  const shown = columns.map((column) => {
    const said = column.shown ? column.shown(row) : String(column.value(row) ?? '')
    return [column.heading, said] as const
  })
  desk.say.result(value, () =>
    shown.filter(([, said]) => said !== '').map((it) => `${padded(it[0], width)}  ${it[1]}`),
  )
}

function sayVersions(desk: Desk, { store, policy }: Office, entry: Entry, reveal: boolean): void {
  const { headings, imported } = desk.text.entry.show
  const { marks } = desk.text.program
  const { kind } = entry
  const fieldsOf = (fields: Entry['fields']) => entryFieldsShown({ kind, fields }, policy, reveal)
  desk.say.listing(versionsOfEntry(store, entry), [
    { key: 'version', heading: headings.version, value: (it) => it.version },
    { key: 'seq', heading: '#', value: (it) => it.seq, besides: true },
    { key: 'at', heading: headings.actedOn, value: (it) => it.at, besides: true },
    { key: 'actedOn', heading: headings.actedOn, value: (it) => it.actedOn },
    { key: 'by', heading: headings.by, value: (it) => it.by, shown: (it) => it.by ?? it.account },
    { key: 'account', heading: headings.by, value: (it) => it.account, besides: true },
    { key: 'on', heading: headings.on, value: (it) => it.on },
    { key: 'text', heading: headings.text, value: (it) => it.text },
    {
      key: 'fields',
      heading: headings.fields,
      value: (it) => fieldsOf(it.fields),
      shown: (it) => fieldWords(desk, policy, kind, fieldsOf(it.fields)).join(marks.clauses),
    },
    {
      key: 'reason',
      heading: headings.reason,
      value: (it) => it.reason,
      shown: (it) => it.reason ?? (it.importId === null ? '' : imported(batchName(it.importId))),
    },
    {
      key: 'import',
      heading: desk.text.entry.list.headings.batch,
      value: (it) => (it.importId === null ? null : batchName(it.importId)),
      besides: true,
    },
  ])
}
