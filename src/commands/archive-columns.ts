import type { Column } from '../cli/printer.ts'
import { archiveKeys, type Archive, type ArchiveKey } from '../domain/archive.ts'
import type { WholeCompleteness } from '../domain/checklist.ts'
import { flagsOf } from '../domain/flags.ts'
import { labelOf, valueLabel } from '../domain/labels.ts'
import { shown, type Shown } from '../domain/shown.ts'
import type { FoundBy } from '../domain/standing.ts'
import { custodyFlags } from './custody-flags.ts'
import type { Desk, Office } from './desk.ts'
import { missingWord } from './lack-view.ts'

/** A row of a listing: the archive as other programs see it, and what it was found by. */
export interface Listed {
  readonly archive: Archive
  readonly shown: Shown
  readonly matchedBy?: FoundBy | null
  /** Where `missing` is asked for: see listed-rows.ts. */
  readonly completeness?: WholeCompleteness
}

export const listedAs = (
  { policy }: Office,
  archive: Archive,
  matchedBy?: FoundBy | null,
): Listed => ({
  archive,
  shown: shown(archive, policy),
  ...(matchedBy === undefined ? {} : { matchedBy }),
})

/**
 * What a person is shown of each archive, in this order, and from which width of the terminal on;
 * the rest is for `--fields` and machines.
 */
const usual = {
  number: 0,
  name: 0,
  type: 76,
  phone: 0,
  owner: 100,
  secrecy: 50,
  status: 70,
  openedOn: 110,
} as const

/** By what an archive was found is the first to go. */
const foundByFrom = 90

const widthOf = ({ out }: Desk['say']): number => (out.isTerminal ? (out.columns ?? 80) : Infinity)

function usualKeys(say: Desk['say']): readonly ArchiveKey[] {
  const width = widthOf(say)
  return Object.entries(usual).flatMap(([key, from]) => (width >= from ? [key as ArchiveKey] : []))
}

/** The columns of a listing of archives; with `found`, what each was found by. */
export function archiveColumns(
  desk: Desk,
  office: Office,
  found = false,
): readonly Column<Listed>[] {
  const { fields, format } = desk.say.manner
  const shownFirst = usualKeys(desk.say)
  const besides = archiveKeys.filter((key) => !shownFirst.includes(key))
  const keys = format === 'table' && !fields ? [...shownFirst, ...besides] : archiveKeys
  return [
    ...keys.map((key): Column<Listed> => ({
      ...plainColumn(desk, office, key),
      besides: besides.includes(key),
    })),
    ...(found ? [matchedBy(desk)] : []),
    {
      key: 'masked',
      heading: desk.text.finding.columns.masked,
      value: (it) => it.shown.masked ?? [],
      besides: true,
    },
    ...(fields ? onRequest(desk, office, fields) : []),
  ]
}

export function plainColumn(
  desk: Desk,
  office: Office,
  key: (typeof archiveKeys)[number],
): Column<Listed> {
  const { keys } = desk.text
  return {
    key,
    heading: keys.archive[key],
    value: (it) => it.shown[key],
    ...(key === 'fields' ? {} : { shown: (it) => worded(desk, office, key, it.shown[key]) }),
  }
}

/** A value in the reader's words. No level at all is left blank in a list. */
function worded(desk: Desk, { policy }: Office, key: string, value: unknown): string {
  const { keys } = desk.text
  if (value === null || value === undefined) return ''
  if (key === 'secrecy')
    return value === 'none' ? '' : keys.secrecy[value as keyof typeof keys.secrecy]
  if (key === 'status') return keys.status[value as keyof typeof keys.status]
  return valueLabel(key, String(value), policy, desk.language)
}

const matchedBy = (desk: Desk): Column<Listed> => ({
  key: 'matchedBy',
  heading: desk.text.finding.columns.matchedBy,
  value: (it) => it.matchedBy ?? null,
  shown: (it) => (it.matchedBy ? desk.text.finding.foundBy[it.matchedBy] : ''),
  besides: widthOf(desk.say) < foundByFrom,
})

/** Columns that stand only where `--fields` names them. */
function onRequest(desk: Desk, office: Office, asked: readonly string[]): Column<Listed>[] {
  const { policy, today } = office
  const flags = desk.text.archive.show.flags
  const flagged = ({ archive }: Listed) => [
    ...flagsOf(archive, today, policy),
    ...custodyFlags(office, archive),
  ]
  const known = Object.keys(policy.fields ?? {}).map((key) => `fields.${key}`)
  const extra = asked.filter((key) => key.startsWith('fields.') && !known.includes(key))
  return [
    {
      key: 'contacts',
      heading: desk.text.keys.archive.contacts,
      value: (it) => it.archive.contacts,
      shown: (it) =>
        it.archive.contacts.map(({ name }) => name).join(desk.text.program.marks.items),
    },
    { key: 'channel', heading: desk.text.keys.archive.channel, value: (it) => it.archive.channel },
    missingColumn(desk, office),
    scoreColumn(desk),
    {
      key: 'flags',
      heading: desk.text.finding.columns.flags,
      value: (it) => flagged(it),
      shown: (it) =>
        flagged(it)
          .map((flag) => flags[flag as keyof typeof flags])
          .join(desk.text.program.marks.items),
    },
    ...[...known, ...extra].map((key) => fieldColumn(desk, office, key)),
  ]
}

/** What the type and the checklists require and the archive has not. */
export const missingColumn = (desk: Desk, { policy }: Office): Column<Listed> => ({
  key: 'missing',
  heading: desk.text.archive.show.missing,
  value: (it) => it.completeness?.missing ?? [],
  shown: (it) =>
    (it.completeness?.missing ?? [])
      .map((key) => missingWord(desk, policy, key))
      .join(desk.text.program.marks.items),
})

/** How complete an archive is: a number up to 1, which people read as a percentage. */
export const scoreColumn = (desk: Desk): Column<Listed> => ({
  key: 'score',
  heading: desk.text.archive.show.complete,
  value: (it) => it.completeness?.score ?? null,
  shown: (it) => (it.completeness ? `${Math.round(it.completeness.score * 100)}%` : ''),
})

function fieldColumn(desk: Desk, { policy }: Office, key: string): Column<Listed> {
  const own = key.slice('fields.'.length)
  const valueIn = (it: Listed): unknown => {
    const fields = it.shown.fields as Readonly<Record<string, string | null>>
    return Object.hasOwn(fields, own) ? fields[own] : undefined
  }
  return {
    key,
    heading: labelOf(key, policy, desk.language, desk.text.keys),
    value: (it) => valueIn(it) ?? null,
    shown: (it) => {
      const value = valueIn(it)
      if (value === null) return desk.text.archive.show.masked
      return typeof value === 'string' ? valueLabel(key, value, policy, desk.language) : ''
    },
  }
}
