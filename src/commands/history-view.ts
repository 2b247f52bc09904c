import type { Archive } from '../domain/archive.ts'
import { entryFieldsShown } from '../domain/entry.ts'
import type { VersionDetail } from '../store/changes.ts'
import { entryIntakesOf, type Correction } from '../store/entry-history.ts'
import { formerHistoryOf, historyOf, intakeOf, type Event } from '../store/history.ts'
import { changeWords, unsensitive } from './change-view.ts'
import type { Desk, Office } from './desk.ts'
import { consultingWords, type ToldConsulting } from './consulting-history.ts'
import { fieldWords } from './entry-view.ts'
import { keepingWords, type ToldKeeping } from './keeping-history.ts'
import { handoverWords, type ToldHandover } from './handover-history.ts'
import { incidentKindWord } from './incident-view.ts'
import { materialHistory, toldMaterials, withheld, type ToldMaterial } from './material-history.ts'
import { useWords, type ToldUse } from './use-history.ts'

/** An event, and the number under which it happened. */
interface Told extends Event {
  readonly number: string
  /** The archive of which it is told: its readers are those of the event. */
  readonly archive: Archive
}

/** `show --history`: who changed what, when, with before and after (S002-1.3-1). */
export function sayHistory(
  desk: Desk,
  office: Office,
  archives: readonly Archive[],
  reveal: boolean,
): void {
  const text = desk.text.archive.show.history_
  const rows = archives.flatMap((archive) => eventsOf(office, archive))
  const oneNumber = new Set(rows.map(({ number }) => number)).size < 2
  const actions = desk.text.archive.actions
  desk.say.listing(rows, [
    {
      key: 'number',
      heading: desk.text.keys.archive.number,
      value: (it) => it.number,
      besides: oneNumber,
    },
    { key: 'seq', heading: '#', value: (it) => it.seq, besides: true },
    { key: 'at', heading: text.on, value: (it) => it.at, besides: true },
    {
      key: 'version',
      heading: text.version,
      value: (it) => versionIn(it),
      shown: (it) => String(versionIn(it) ?? ''),
    },
    { key: 'on', heading: text.on, value: (it) => it.on },
    { key: 'by', heading: text.by, value: (it) => it.by, shown: (it) => it.by ?? it.account },
    { key: 'account', heading: text.by, value: (it) => it.account, besides: true },
    {
      key: 'action',
      heading: text.action,
      value: (it) => it.action,
      shown: (it) => actions[it.action as keyof typeof actions] ?? it.action,
    },
    {
      key: 'detail',
      heading: text.change,
      value: (it) => detailFor(office, it, reveal),
      shown: (it) => detailText(desk, office, it, reveal),
    },
  ])
}

/** What befell an archive and those that were merged into it, in order. */
function eventsOf({ store }: Office, archive: Archive): Told[] {
  const { id, number } = archive
  const events = [
    ...intakeOf(store, archive),
    ...entryIntakesOf(store, id),
    ...historyOf(store, id),
  ]
  const own = events.map((event) => ({ number, archive, ...event }))
  const seen = new Set(own.map(({ seq }) => seq))
  const former = formerHistoryOf(store, id)
    .filter(({ seq }) => !seen.has(seq))
    .map((event) => ({ archive, ...event }))
  return [...own, ...former].toSorted((a, b) => a.seq - b.seq)
}

/** What the journal keeps under a seal, as far as it is said of an archive. */
type Detail = Partial<VersionDetail> &
  Partial<Pick<Correction, 'was' | 'is' | 'entryVersion'>> & {
    /** How many an import took in. */
    readonly entries?: number
    readonly merge?: { readonly number: string }
    readonly unmerge?: { readonly number: string }
    readonly batch?: string
    readonly entry?: number
    readonly kind?: string
    readonly on?: string
    readonly text?: string
    readonly materials?: readonly ToldMaterial[]
    readonly hold?: string
    readonly authority?: string
    readonly incident?: string
    readonly result?: string
    readonly readers?: { readonly added: readonly string[]; readonly removed: readonly string[] }
  }

const versionIn = ({ detail }: Event): number | null => (detail as Detail | null)?.version ?? null

const isEntry = (told: object): told is Parameters<typeof entryFieldsShown>[0] =>
  'entry' in told && 'kind' in told && 'fields' in told

const isCorrection = (told: object): told is Correction => 'was' in told && 'is' in told

function unsensitiveCorrection(told: Correction, policy: Office['policy']): object {
  const { kind, was, is } = told
  const shown = (fields: Correction['is']['fields']) => entryFieldsShown({ kind, fields }, policy)
  return {
    ...told,
    was: { ...was, fields: shown(was.fields) },
    is: { ...is, fields: shown(is.fields) },
  }
}

/** For machines: all but what undoing a merge needs, sensitive fields withheld. */
function detailFor(office: Office, { detail, archive }: Told, reveal: boolean): unknown {
  const { policy } = office
  if (detail === null || typeof detail !== 'object') return detail
  const { row, entries, aliases, digests, card, custody, defects, use, ...rest } = detail as Record<
    string,
    unknown
  >
  const said = typeof entries === 'number' ? { ...rest, entries } : rest
  const told = withheld(office, archive, said)
  const { before, after } = told as Detail
  if (reveal) return told
  if (isCorrection(told)) return unsensitiveCorrection(told, policy)
  if (isEntry(told)) return { ...told, fields: entryFieldsShown(told, policy) }
  if (!before || !after) return told
  return { ...told, before: unsensitive(before, policy), after: unsensitive(after, policy) }
}

/** `电话：138… → 139…；行业：口腔诊所（原因：…）` */
function detailText(
  desk: Desk,
  office: Office,
  { detail, archive }: Told,
  reveal: boolean,
): string {
  if (detail === null) return desk.text.archive.show.history_.erased
  const told = detail as Detail
  const { before, after, reason, source, method } = told
  const { clauses, inBrackets } = desk.text.program.marks
  const number = told.merge?.number ?? told.unmerge?.number
  const said = [
    ...(number === undefined ? [] : [number]),
    ...(told.batch === undefined ? [] : [importWords(desk, told.batch, told.entries)]),
    ...(isCorrection(told) ? correctionWords(desk, office, told, reveal) : []),
    ...(before && after ? changeWords(desk, office, { before, after }, reveal) : []),
    ...(told.entry === undefined || isCorrection(told) ? [] : [entryWords(desk, office, told)]),
    ...(told.readers ? readerWords(told.readers) : []),
    ...toldMaterials(told).map((it) => materialHistory(desk, office, archive, it)),
    ...useWords(desk, office, told as ToldUse),
    ...custodyWords(desk, office, archive, told),
    ...consultingWords(desk, told as ToldConsulting),
    ...keepingWords(desk, office, withheld(office, archive, { ...told }) as ToldKeeping),
    ...handoverWords(desk, office, told as ToldHandover),
  ].join(clauses)
  const remarks = [reason, source, method, ...(told.rule ?? [])].filter(Boolean).join(clauses)
  return remarks === '' ? said : `${said}${inBrackets(remarks)}`.trim()
}

/** `H2 某法院`, `I3 丢失：清点时未找到` */
function custodyWords(
  desk: Desk,
  office: Office,
  archive: Told['archive'],
  detail: Detail,
): string[] {
  const told = withheld(office, archive, { ...detail }) as Detail
  const { hold, authority, incident, kind, result, text = result } = told
  if (hold !== undefined) return [[hold, authority].filter(Boolean).join(' ')]
  if (incident === undefined) return []
  const named = `${incident} ${incidentKindWord(desk, office.policy, kind ?? '')}`
  return [text === undefined ? named : `${named}${desk.text.program.marks.colon}${text}`]
}

/** `+王强 −李四` */
const readerWords = ({ added, removed }: NonNullable<Detail['readers']>): string[] => [
  [...added.map((name) => `+${name}`), ...removed.map((name) => `−${name}`)].join(' '),
]

const entryWords = (desk: Desk, { policy }: Office, { kind = '', on, text }: Detail): string =>
  [on, policy.entries?.[kind]?.label[desk.language] ?? kind, text].filter(Boolean).join(' ')

const importWords = (desk: Desk, batch: string, entries: number | undefined): string => {
  const text = desk.text.archive.show.history_
  return entries === undefined ? text.imported(batch) : text.importedEntries(batch, entries)
}

/** `记录 12：数量 2 → 3`: what a correction made otherwise. */
function correctionWords(
  desk: Desk,
  { policy }: Office,
  { entry, kind, was, is }: Correction,
  reveal: boolean,
): string[] {
  const worded = ({ on, text, fields }: Correction['is']) => [
    on,
    text,
    ...fieldWords(desk, policy, kind, entryFieldsShown({ kind, fields }, policy, reveal)),
  ]
  const [before, after] = [worded(was), worded(is)]
  const gone = before.filter((it) => it !== '' && !after.includes(it))
  const come = after.filter((it) => it !== '' && !before.includes(it))
  const { clauses } = desk.text.program.marks
  return [
    desk.text.archive.show.history_.corrected(entry),
    `${gone.join(clauses)} → ${come.join(clauses) || '—'}`.trim(),
  ]
}
