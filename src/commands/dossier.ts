import type { Archive } from '../domain/archive.ts'
import { wholeCompleteness } from '../domain/checklist.ts'
import { daysLate, entryFieldsShown } from '../domain/entry.ts'
import { flagsOf } from '../domain/flags.ts'
import { inOrder } from '../domain/material.ts'
import type { Policy } from '../domain/policy.ts'
import { shown, type Shown } from '../domain/shown.ts'
import type { Day } from '../domain/words.ts'
import { aliasesOf } from '../store/aliases.ts'
import { entriesOf, latestOf, type Entry } from '../store/entries.ts'
import { heldBy } from '../store/held.ts'
import { levelSetOf } from '../store/level-setting.ts'
import { loansOf } from '../store/loans.ts'
import { materialsOf } from '../store/materials.ts'
import { namedReadersOf, type NamedReader } from '../store/named-readers.ts'
import { requestsWith } from '../store/requests.ts'
import { cardShown, type CardShown } from './card-view.ts'
import { copiesOut, consultingFlags, type CopyOutShown } from './consulting-shown.ts'
import { custodyFlags } from './custody-flags.ts'
import type { Office } from './desk.ts'
import { holdsShown, type HoldShown } from './hold-view.ts'
import { lackShown } from './lack-view.ts'
import { loanShown, type LoanShown } from './loan-shown.ts'
import { materialShown, readable, type MaterialShown } from './material-view.ts'
import { requestShown, type RequestShown } from './request-shown.ts'

/** An archive with everything that hangs on it: what `show` says (SPEC section 2). */
export type Dossier = Shown & {
  readonly aliases: readonly string[]
  readonly contacts: Archive['contacts']
  readonly entries: readonly object[]
  readonly materials: readonly MaterialShown[]
  /** Newest first. */
  readonly loans: readonly LoanShown[]
  readonly requests: readonly RequestShown[]
  readonly holds: readonly HoldShown[]
  /** Who may read it by name (S003-7.4.1-2). */
  readonly readers: readonly NamedReader[]
  /** Who set its level, and when; null where it has none. */
  readonly secrecySetBy: string | null
  readonly secrecySetOn: Day | null
  /** Copies that nobody has accounted for (S003-7.4.2-3). */
  readonly copies: readonly CopyOutShown[]
  readonly completeness: ReturnType<typeof completenessShown>
  readonly flags: readonly string[]
  /** The last entry of each kind that says how things stand: a credit grade (S000-2-4). */
  readonly latest: Readonly<Record<string, EntryShown>>
  /** The card on paper (S002-2.3-4); null: none was ever printed. */
  readonly card: CardShown | null
}

export type EntryShown = ReturnType<typeof entryShown>

/** What is known of an archive; of its entries the last `most`. */
export function dossierOf(
  office: Office,
  archive: Archive,
  reveal: boolean,
  most?: number,
): Dossier {
  const { store, today } = office
  const loans = loansOf(store, archive.id).map((loan) => loanShown(loan, today))
  return {
    ...shown(archive, office.policy, reveal),
    aliases: aliasesOf(office.store, archive.id).map(({ number }) => number),
    contacts: archive.contacts,
    entries: entriesOf(office.store, archive.id, most).map((it) =>
      entryShown(it, office.policy, reveal),
    ),
    materials: inOrder(
      readable(office, archive, materialsOf(office.store, archive.id)),
      office.policy,
    ).map((material) => materialShown(material, archive.number)),
    loans,
    requests: requestsWith(store, { archiveId: archive.id }).map((it) => requestShown(office, it)),
    holds: holdsShown(office, archive),
    readers: namedReadersOf(store, archive.id),
    ...levelSetting(office, archive),
    copies: copiesOut(office, archive),
    completeness: completenessShown(office, archive),
    flags: [
      ...flagsOf(archive, office.today, office.policy),
      ...loanFlags(loans),
      ...consultingFlags(office, archive),
      ...custodyFlags(office, archive),
    ],
    latest: latestIn(office, archive, reveal),
    card: cardShown(office, archive),
  }
}

const loanFlags = (loans: readonly LoanShown[]): string[] => {
  const out = loans.filter(({ status }) => status === 'out')
  const isOverdue = out.some(({ overdueDays }) => overdueDays > 0)
  return [...(out.length > 0 ? ['onLoan'] : []), ...(isOverdue ? ['overdue'] : [])]
}

/** Who set the level that it has: the last change of it, or whoever took it in (S003-7.3.4-1). */
function levelSetting({ store }: Office, archive: Archive) {
  if (archive.secrecy === 'none') return { secrecySetBy: null, secrecySetOn: null }
  const set = levelSetOf(store, archive)
  return { secrecySetBy: set?.by ?? null, secrecySetOn: set?.on ?? null }
}

const latestIn = ({ store, policy }: Office, { id }: Archive, reveal: boolean) =>
  Object.fromEntries(
    Object.entries(policy.entries ?? {}).flatMap(([kind, rule]) => {
      const entry = rule.latest ? latestOf(store, id, kind) : undefined
      return entry ? [[kind, entryShown(entry, policy, reveal)]] : []
    }),
  )

/** What is required and how much of it is there, whoever reads: fields and materials together. */
function completenessShown({ store, policy }: Office, archive: Archive) {
  const held = policy.checklists ? heldBy(store, [archive.id]).get(archive.id) : undefined
  const { lacks, ...whole } = wholeCompleteness(archive, policy, held ?? [])
  return { ...whole, materials: lacks.map(lackShown) }
}

const entryShown = (entry: Entry, policy: Policy, reveal: boolean) => ({
  entry: entry.id,
  kind: entry.kind,
  on: entry.happenedOn,
  text: entry.text,
  fields: entryFieldsShown(entry, policy, reveal),
  version: entry.version,
  daysLate: daysLate(entry, policy),
  ...(entry.fromNumber === null ? {} : { fromNumber: entry.fromNumber }),
})
