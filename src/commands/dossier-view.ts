import { padded, widthOf } from '../cli/width.ts'
import type { Archive } from '../domain/archive.ts'
import { materialForms, materialMedia } from '../domain/material.ts'
import { labelOf, valueLabel } from '../domain/labels.ts'
import type { Policy } from '../domain/policy.ts'
import { countEntries } from '../store/entries.ts'
import { sizeOf } from './backup-view.ts'
import { cardWords } from './card-view.ts'
import type { Desk, Office } from './desk.ts'
import { dossierOf, type Dossier, type EntryShown } from './dossier.ts'
import { fieldWords, kindLabel } from './entry-view.ts'
import { holdWords } from './hold-view.ts'
import { lackPieces, missingValues, missingWord } from './lack-view.ts'
import { kindWord } from './material-view.ts'

/** So many entries a person is shown at once; a program gets all. */
const mostEntries = 20

/** Says one dossier, or an array of them where several were asked for. */
export function sayDossiers(
  desk: Desk,
  office: Office,
  archives: readonly Archive[],
  { reveal, several }: { readonly reveal: boolean; readonly several: boolean },
): void {
  const { format, fields } = desk.say.manner
  const most = format === 'table' && !fields ? mostEntries : undefined
  const dossiers = archives.map((archive) => dossierOf(office, archive, reveal, most))
  const human = () =>
    dossiers.flatMap((dossier, at) => [
      ...(at > 0 ? [''] : []),
      ...dossierLines(desk, office.policy, dossier),
      ...moreEntries(desk, office, archives[at] as Archive),
    ])
  const [only] = dossiers
  if (several || !only) desk.say.results(dossiers, human)
  else desk.say.result(only, human)
}

function moreEntries(desk: Desk, { store }: Office, { id, number }: Archive): string[] {
  const all = countEntries(store, id)
  if (all <= mostEntries) return []
  return [desk.text.archive.show.moreEntries(mostEntries, all, number)]
}

/** A dossier as people read it: a label and a value a line, nothing that is empty. */
function dossierLines(desk: Desk, policy: Policy, dossier: Dossier): string[] {
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
    ...(dossier.readers.length > 0
      ? [
          said(
            'readers',
            dossier.readers.map(({ name }) => name).join(desk.text.program.marks.items),
          ),
        ]
      : []),
    ...latestPairs(desk, policy, dossier),
    ...(missingValues(dossier.completeness.missing).length > 0
      ? [{ label: text.archive.show.missing, value: missing(desk, policy, dossier) }]
      : []),
    ...dossier.holds
      .filter(({ status }) => status === 'standing')
      .map((hold) => ({ label: text.hold.shown, value: holdWords(desk, hold) })),
    ...(dossier.card
      ? [{ label: text.form.paper.heading, value: cardWords(desk, policy, dossier.card) }]
      : []),
    ...dossier.copies.map(({ copy, material, holder, expiresOn }) => ({
      label: text.permit.shown,
      value: text.permit.out(copy, material, holder, expiresOn),
    })),
    ...usePairs(desk, dossier),
    ...(flags.length > 0 ? [{ label: '!', value: flags.join(desk.text.program.marks.items) }] : []),
  ]
  const width = Math.max(...pairs.map(({ label }) => widthOf(label)))
  return [
    ...pairs.map(({ label, value }) => `${padded(label, width)}  ${value}`),
    ...materialLines(desk, policy, dossier),
    ...lackLines(desk, policy, dossier),
    ...entryLines(desk, policy, dossier),
  ]
}

/** Who has it, and what waits for a decision. */
const usePairs = ({ text }: Desk, { loans, requests }: Dossier) => [
  ...loans
    .filter(({ status }) => status === 'out')
    .map(({ borrower, dueOn, loan, overdueDays }) => ({
      label: text.loan.statuses.out,
      value: text.loan.outTo(borrower, dueOn, loan, overdueDays),
    })),
  ...requests
    .filter(({ status }) => status === 'pending' || status === 'approved')
    .map(({ request, kind, applicant, status }) => ({
      label: text.request.keys.request,
      value: text.request.brief(
        request,
        text.request.kinds[kind],
        applicant,
        text.request.statuses[status],
      ),
    })),
]

const missing = (desk: Desk, policy: Policy, dossier: Dossier): string =>
  missingValues(dossier.completeness.missing)
    .map((key) => missingWord(desk, policy, key))
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
    'latest',
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

function lackLines(desk: Desk, policy: Policy, { completeness }: Dossier): string[] {
  const { materials } = completeness
  if (materials.length === 0) return []
  const lines = materials.map((lack) => ['', ...lackPieces(desk, policy, lack)].join('  '))
  return ['', desk.text.checklist.shown(Math.round(completeness.score * 100)), ...lines]
}

function entryLines(desk: Desk, policy: Policy, dossier: Dossier): string[] {
  const entries = dossier.entries as EntryShown[]
  if (entries.length === 0) return []
  const lines = entries.map(({ on, kind, text, fields }) =>
    ['', on, kindLabel(desk, policy, kind), text, ...fieldWords(desk, policy, kind, fields)]
      .filter((word, at) => at === 0 || word !== '')
      .join('  '),
  )
  return ['', desk.text.archive.show.entries, ...lines]
}

/** `信用评估  2026-11-01  信用等级：A 级；评估依据：…` */
const latestPairs = (desk: Desk, policy: Policy, { latest }: Dossier) =>
  Object.entries(latest).map(([kind, { on, text, fields }]) => ({
    label: kindLabel(desk, policy, kind),
    value: [
      on,
      [...fieldWords(desk, policy, kind, fields), text]
        .filter(Boolean)
        .join(desk.text.program.marks.clauses),
    ].join('  '),
  }))
