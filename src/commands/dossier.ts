import { padded, widthOf } from '../cli/width.ts'
import type { Archive } from '../domain/archive.ts'
import { completenessOf } from '../domain/completeness.ts'
import { entryFieldsShown, entryFieldWords } from '../domain/entry.ts'
import { flagsOf } from '../domain/flags.ts'
import { inOrder, materialForms, materialMedia } from '../domain/material.ts'
import { labelOf, valueLabel } from '../domain/labels.ts'
import type { Policy } from '../domain/policy.ts'
import { shown, type Shown } from '../domain/shown.ts'
import { aliasesOf } from '../store/aliases.ts'
import { entriesOf, type Entry } from '../store/entries.ts'
import { materialsOf } from '../store/materials.ts'
import { sizeOf } from './backup-view.ts'
import { cardShown, cardWords, type CardShown } from './card-view.ts'
import { custodyFlags } from './custody-flags.ts'
import type { Desk, Office } from './desk.ts'
import { kindWord, materialShown, readable, type MaterialShown } from './material-view.ts'

/** An archive with everything that hangs on it: what `show` says (SPEC section 2). */
export type Dossier = Shown & {
  readonly aliases: readonly string[]
  readonly contacts: Archive['contacts']
  readonly entries: readonly object[]
  readonly materials: readonly MaterialShown[]
  readonly loans: readonly object[]
  readonly requests: readonly object[]
  readonly holds: readonly object[]
  readonly completeness: ReturnType<typeof completenessOf>
  readonly flags: readonly string[]
  /** The card on paper (S002-2.3-4); null: none was ever printed. */
  readonly card: CardShown | null
}

export const dossierOf = (office: Office, archive: Archive, reveal: boolean): Dossier => ({
  ...shown(archive, office.policy, reveal),
  aliases: aliasesOf(office.store, archive.id).map(({ number }) => number),
  contacts: archive.contacts,
  entries: entriesOf(office.store, archive.id).map((it) => entryShown(it, office.policy, reveal)),
  materials: inOrder(
    readable(office, archive, materialsOf(office.store, archive.id)),
    office.policy,
  ).map((material) => materialShown(material, archive.number)),
  loans: [],
  requests: [],
  holds: [],
  completeness: completenessOf(archive, office.policy),
  flags: [...flagsOf(archive, office.today), ...custodyFlags(office, archive)],
  card: cardShown(office, archive),
})

const entryShown = (entry: Entry, policy: Policy, reveal: boolean) => ({
  entry: entry.id,
  kind: entry.kind,
  on: entry.happenedOn,
  text: entry.text,
  fields: entryFieldsShown(entry, policy, reveal),
  ...(entry.fromNumber === null ? {} : { fromNumber: entry.fromNumber }),
})

/** Says one dossier, or an array of them where several were asked for. */
export function sayDossiers(
  desk: Desk,
  policy: Policy,
  dossiers: readonly Dossier[],
  several: boolean,
): void {
  const human = () =>
    dossiers.flatMap((dossier, at) => [...(at > 0 ? [''] : []), ...lines(desk, policy, dossier)])
  const [only] = dossiers
  if (several || !only) desk.say.results(dossiers, human)
  else desk.say.result(only, human)
}

/** A dossier as people read it: a label and a value a line, nothing that is empty. */
function lines(desk: Desk, policy: Policy, dossier: Dossier): string[] {
  const { text, language } = desk
  const said = (key: string, value: string) => ({
    label: labelOf(key, policy, language, text.keys),
    value,
  })
  const flags = dossier.flags.map(
    (flag) => text.archive.show.flags[flag as keyof typeof text.archive.show.flags],
  )
  const pairs = [
    ...standard(desk, policy, dossier).map(([key, value]) => said(key, value)),
    ...Object.entries(dossier.fields as Record<string, string | null>).map(([key, value]) =>
      said(
        key,
        value === null ? text.archive.show.masked : valueLabel(key, value, policy, language),
      ),
    ),
    ...dossier.contacts.map(({ name, role, phone, email }) =>
      said('contact', [name, role, phone, email].filter(Boolean).join('  ')),
    ),
    ...(dossier.aliases.length > 0
      ? [said('aliases', dossier.aliases.join(desk.text.program.marks.items))]
      : []),
    ...(dossier.completeness.missing.length > 0
      ? [{ label: text.archive.show.missing, value: missing(desk, policy, dossier) }]
      : []),
    ...(dossier.card
      ? [{ label: text.form.paper.heading, value: cardWords(desk, policy, dossier.card) }]
      : []),
    ...(flags.length > 0 ? [{ label: '!', value: flags.join(desk.text.program.marks.items) }] : []),
  ]
  const width = Math.max(...pairs.map(({ label }) => widthOf(label)))
  return [
    ...pairs.map(({ label, value }) => `${padded(label, width)}  ${value}`),
    ...materialLines(desk, policy, dossier),
    ...entryLines(desk, policy, dossier),
  ]
}

const missing = (desk: Desk, policy: Policy, dossier: Dossier): string =>
  dossier.completeness.missing
    .map((key) => labelOf(key, policy, desk.language, desk.text.keys))
    .join(desk.text.program.marks.items)

/** Standard keys that have a value, in order, their values in the reader's words. */
function standard(desk: Desk, policy: Policy, dossier: Dossier): [string, string][] {
  const hidden = new Set([
    'fields',
    'masked',
    'year',
    'serial',
    'contacts',
    'completeness',
    'flags',
    'card',
  ])
  return Object.entries(dossier)
    .filter(([key, value]) => !hidden.has(key) && value !== null && !Array.isArray(value))
    .map(([key, value]) => [key, standardValue(desk, policy, key, String(value))])
}

function standardValue(desk: Desk, policy: Policy, key: string, value: string): string {
  if (key === 'status') return desk.text.keys.status[value as keyof typeof desk.text.keys.status]
  if (key === 'secrecy') return desk.text.keys.secrecy[value as keyof typeof desk.text.keys.secrecy]
  return valueLabel(key, value, policy, desk.language)
}

function materialLines(desk: Desk, policy: Policy, { materials }: Dossier): string[] {
  if (materials.length === 0) return []
  const rows = materials.map((it) => ({
    seq: String(it.material),
    words: [
      it.title,
      kindWord(desk, policy, it.kind),
      it.documentNumber ?? '',
      materialForms[it.form].label[desk.language],
      materialMedia[it.medium].label[desk.language],
      it.file ? `${it.file.name} ${sizeOf(it.file.bytes)}` : '',
      it.file?.sound === false ? desk.text.material.damaged : '',
    ],
  }))
  const width = Math.max(...rows.map(({ seq }) => seq.length))
  return [
    '',
    desk.text.material.shown,
    ...rows.map(({ seq, words }) => ['', seq.padStart(width), ...words.filter(Boolean)].join('  ')),
  ]
}

function entryLines(desk: Desk, policy: Policy, dossier: Dossier): string[] {
  const entries = dossier.entries as ReturnType<typeof entryShown>[]
  const { colon } = desk.text.program.marks
  const reader = { language: desk.language, hidden: desk.text.archive.show.masked, colon }
  if (entries.length === 0) return []
  const kindOf = (kind: string) => policy.entries?.[kind]?.label[desk.language] ?? kind
  return [
    '',
    desk.text.archive.show.entries,
    ...entries.map(({ on, kind, text, fields }) =>
      ['', on, kindOf(kind), text, ...entryFieldWords(kind, fields, policy, reader)]
        .filter((word, at) => at === 0 || word !== '')
        .join('  '),
    ),
  ]
}
