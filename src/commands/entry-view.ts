import type { Column } from '../cli/printer.ts'
import { daysLate, entryFieldsShown, entryFieldWords } from '../domain/entry.ts'
import type { FieldRule, Policy } from '../domain/policy.ts'
import type { EntryListed } from '../store/entry-listing.ts'
import { batchName } from '../store/imports.ts'
import { staffList } from '../store/staff.ts'
import type { Desk, Office } from './desk.ts'
import { fieldColumn, fieldsApart } from './entry-field-columns.ts'

/** What a kind of entry is called. */
export const kindLabel = (desk: Desk, policy: Policy, kind: string): string =>
  policy.entries?.[kind]?.label[desk.language] ?? kind

/** An entry's fields in the reader's words, hidden ones by a mark. */
export function fieldWords(
  desk: Desk,
  policy: Policy,
  kind: string,
  fields: Readonly<Record<string, string | null>>,
): string[] {
  const { colon } = desk.text.program.marks
  const hidden = desk.text.archive.show.masked
  return entryFieldWords(kind, fields, policy, { language: desk.language, hidden, colon })
}

/** How a list of entries is to be shown. */
interface EntryShowing {
  /** Its number and name go without saying. */
  readonly isOneArchive: boolean
  readonly reveal: boolean
  /** The fields of these kinds (none: of all) stand in columns of their own. */
  readonly fieldsOf?: readonly string[]
}

/** The columns of a list of entries. */
export function entryColumnsFor(
  desk: Desk,
  { store, policy }: Office,
  { isOneArchive, reveal, fieldsOf }: EntryShowing,
): readonly Column<EntryListed>[] {
  const { headings } = desk.text.entry.list
  const { keys, program } = desk.text
  const people = new Map(staffList(store).map(({ id, name }) => [id, name]))
  const apart = fieldsOf ? fieldsApart(policy, fieldsOf) : new Map<string, FieldRule>()
  const shownFields = (it: EntryListed) =>
    Object.fromEntries(
      Object.entries(entryFieldsShown(it, policy, reveal)).filter(([key]) => !apart.has(key)),
    )
  return [
    { key: 'entry', heading: headings.entry, value: ({ id }) => id },
    {
      key: 'number',
      heading: keys.archive.number,
      value: ({ number }) => number,
      besides: isOneArchive,
    },
    { key: 'name', heading: keys.archive.name, value: ({ name }) => name, besides: isOneArchive },
    { key: 'on', heading: headings.on, value: ({ happenedOn }) => happenedOn },
    {
      key: 'kind',
      heading: headings.kind,
      value: ({ kind }) => kind,
      shown: ({ kind }) => kindLabel(desk, policy, kind),
    },
    { key: 'text', heading: headings.text, value: ({ text }) => text },
    ...[...apart].map(([key, field]) => fieldColumn(desk, policy, { key, field, reveal })),
    {
      key: 'fields',
      heading: headings.fields,
      value: shownFields,
      shown: (it) => fieldWords(desk, policy, it.kind, shownFields(it)).join(program.marks.clauses),
    },
    {
      key: 'by',
      heading: headings.by,
      value: ({ recordedBy }) => people.get(recordedBy ?? 0) ?? null,
    },
    ...besides(desk, policy),
  ]
}

const besides = (desk: Desk, policy: Policy): readonly Column<EntryListed>[] => {
  const { headings } = desk.text.entry.list
  const column = (
    key: string,
    heading: string,
    value: (it: EntryListed) => unknown,
  ): Column<EntryListed> => ({ key, heading, value, besides: true })
  return [
    column('recordedOn', headings.recordedOn, ({ recordedOn }) => recordedOn),
    column('version', headings.version, ({ version }) => version),
    {
      ...column('daysLate', headings.daysLate, (it) => daysLate(it, policy)),
      shown: (it) => String(daysLate(it, policy) || ''),
    },
    column('import', headings.batch, ({ importId }) =>
      importId === null ? null : batchName(importId),
    ),
    column('fromNumber', desk.text.keys.archive.aliases, ({ fromNumber }) => fromNumber),
  ]
}
