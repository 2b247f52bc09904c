import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { entryFieldsShown, entryFieldWords, entryKindNamed } from '../domain/entry.ts'
import { entriesOf } from '../store/entries.ts'
import { staffList } from '../store/staff.ts'
import { archivesFor } from './archives-given.ts'
import type { Desk } from './desk.ts'
import { numbersFrom } from './numbers-given.ts'
import { enterReadings, toEnter } from './reading.ts'

/** `note list <number>`: an archive's entries, newest first. */
export function noteListCommand(desk: Desk) {
  const { list: text, number } = desk.text.entry
  const command = new Command('list')
    .summary(text.summary)
    .description(text.description)
    .argument('[number]', number)
    .option('--kind <kind>', text.kind)
    .action(async (given, _options, self) => {
      const [meant = ''] = await numbersFrom(desk, given === undefined ? [] : [given])
      const office = await desk.read()
      const archives = archivesFor(office, [meant])
      await enterReadings(desk, `note list ${meant}`, toEnter(office, archives))
      // `note` has a --kind, too, and takes it wherever it stands
      const said = (self.optsWithGlobals() as { kind?: string }).kind
      sayEntries(desk, office, archives, said && entryKindNamed(said, office.policy))
    })
  const examples = ['dangan note list RG2025-0001', 'dangan note list 0001 --kind 订单 --json']
  return withManual(command, { examples, exits: [exits.missing, exits.notPermitted] }, desk.text)
}

function sayEntries(
  desk: Desk,
  { store, policy }: Awaited<ReturnType<Desk['read']>>,
  archives: ReturnType<typeof archivesFor>,
  kind: string | undefined,
): void {
  const { headings } = desk.text.entry.list
  const { marks } = desk.text.program
  const reader = {
    language: desk.language,
    hidden: desk.text.archive.show.masked,
    colon: marks.colon,
  }
  const people = new Map(staffList(store).map(({ id, name }) => [id, name]))
  const rows = archives
    .flatMap(({ id }) => entriesOf(store, id))
    .filter((entry) => !kind || entry.kind === kind)
    .map((entry) => ({ ...entry, fields: entryFieldsShown(entry, policy) }))
  desk.say.listing(rows, [
    { key: 'entry', heading: headings.entry, value: ({ id }) => id },
    { key: 'on', heading: headings.on, value: ({ happenedOn }) => happenedOn },
    {
      key: 'kind',
      heading: headings.kind,
      value: (it) => it.kind,
      shown: (it) => policy.entries?.[it.kind]?.label[desk.language] ?? it.kind,
    },
    { key: 'text', heading: headings.text, value: ({ text }) => text },
    {
      key: 'fields',
      heading: headings.fields,
      value: ({ fields }) => fields,
      shown: (it) => entryFieldWords(it.kind, it.fields, policy, reader).join(marks.clauses),
    },
    {
      key: 'by',
      heading: headings.by,
      value: ({ recordedBy }) => people.get(recordedBy ?? 0) ?? null,
    },
    {
      key: 'recordedOn',
      heading: headings.on,
      value: ({ recordedOn }) => recordedOn,
      besides: true,
    },
    {
      key: 'fromNumber',
      heading: desk.text.keys.archive.number,
      value: ({ fromNumber }) => fromNumber,
      besides: true,
    },
  ])
}
