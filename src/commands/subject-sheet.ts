import type { Archive } from '../domain/archive.ts'
import { entryFieldWords } from '../domain/entry.ts'
import { labelOf, valueLabel } from '../domain/labels.ts'
import type { Fact } from '../exchange/form-blocks.ts'
import { subjectPage, type SubjectSection } from '../exchange/subject-page.ts'
import type { Status } from '../domain/words.ts'
import type { Desk, Office } from './desk.ts'
import { kindWord } from './material-view.ts'
import type { SubjectRecord } from './subject-record.ts'
import { sizeOf } from './backup-view.ts'

/** The page that the customer reads: in the language of the office's reader. */
export function subjectSheet(
  desk: Desk,
  office: Office,
  archive: Archive,
  record: SubjectRecord,
  { to, packed }: { readonly to: string; readonly packed: boolean },
): string {
  const text = desk.text.package.subject
  const { withheld } = record
  return subjectPage({
    language: desk.language,
    title: text.title,
    lead: [text.lead(to, archive.number)],
    facts: factsOf(desk, office, record),
    sections: [
      ...(record.contacts.length > 0 ? [contactsIn(desk, record)] : []),
      entriesIn(desk, office, record),
      materialsIn(desk, office, record, packed),
      disclosuresIn(desk, record),
    ],
    foot: [
      text.withheld(withheld.contacts, withheld.entries, withheld.materials),
      text.prepared(office.today, office.operator.staff?.name ?? desk.account),
    ],
  })
}

function factsOf(desk: Desk, { policy }: Office, { values, fields }: SubjectRecord): Fact[] {
  const { language, text } = desk
  const said = [...values, ...fields].filter(([, value]) => value !== null && value !== '')
  return said.map(([key, value]) => [
    labelOf(key, policy, language, text.keys),
    key === 'status'
      ? text.keys.status[value as Status]
      : valueLabel(key, value ?? '', policy, language),
  ])
}

function contactsIn(desk: Desk, { contacts }: SubjectRecord): SubjectSection {
  const text = desk.text.package.subject
  return {
    ...{ title: text.contacts, none: text.none },
    columns: columnsOf(text.contactColumns, [0, 30, 40, 50]),
    rows: contacts.map((it) => [it.name, it.role ?? '', it.phone ?? '', it.email ?? '']),
  }
}

function entriesIn(desk: Desk, { policy }: Office, { entries }: SubjectRecord): SubjectSection {
  const text = desk.text.package.subject
  const { colon, clauses } = desk.text.program.marks
  const reader = { language: desk.language, hidden: '', colon }
  return {
    ...{ title: text.entries, none: text.none },
    columns: columnsOf(text.entryColumns, [24, 26, 0]),
    rows: entries.map(({ on, kind, text: said, fields }) => [
      on,
      policy.entries?.[kind]?.label[desk.language] ?? kind,
      [said, entryFieldWords(kind, fields, policy, reader).join(clauses)]
        .filter(Boolean)
        .join('\n'),
    ]),
  }
}

/** In a package a file is named as it lies there. */
function materialsIn(
  desk: Desk,
  { policy }: Office,
  { materials }: SubjectRecord,
  packed: boolean,
): SubjectSection {
  const text = desk.text.package.subject
  return {
    ...{ title: text.materials, none: text.none },
    columns: columnsOf(text.materialColumns, [12, 0, 28, 24, 60]),
    rows: materials.map(({ material: it, path }) => [
      String(it.seq),
      it.title,
      kindWord(desk, policy, it.kind),
      it.datedOn ?? '',
      it.file && path
        ? text.file(packed ? path : it.file.name, sizeOf(it.file.bytes))
        : text.onPaper,
    ]),
  }
}

function disclosuresIn(desk: Desk, { disclosures }: SubjectRecord): SubjectSection {
  const text = desk.text.package.subject
  const bases: Readonly<Record<string, string>> = desk.text.permit.disclosure.bases
  return {
    ...{ title: text.disclosures, none: text.none },
    columns: columnsOf(text.disclosureColumns, [24, 50, 0, 30]),
    rows: disclosures.map(({ on, to, what, basis }) => [
      ...[on, to, what],
      basis === null ? '' : (bases[basis] ?? basis),
    ]),
  }
}

const columnsOf = (headings: readonly string[], widths: readonly number[]) =>
  headings.map((heading, at) => ({ heading, width: widths[at] ?? 0 }))
