import { archiveKeys, type Archive, type ArchiveKey } from '../domain/archive.ts'
import { contactsCell } from '../domain/contact-cell.ts'
import { labelOf, valueLabel } from '../domain/labels.ts'
import type { Policy } from '../domain/policy.ts'
import { shown, type Shown } from '../domain/shown.ts'
import type { Status } from '../domain/words.ts'
import type { Desk, Office } from './desk.ts'

/** An archive on its way out: as it is, and as it may be told. */
export interface Outgoing {
  readonly archive: Archive
  readonly shown: Shown
}

/** One column of an exported table: its key, what people call it, and its cell. */
export interface ExportColumn {
  readonly key: string
  readonly heading: string
  readonly cell: (it: Outgoing) => string
}

export const outgoing = ({ policy }: Office, archive: Archive, reveal: boolean): Outgoing => ({
  archive,
  shown: shown(archive, policy, reveal),
})

/**
 * Every standard key, every field of the policy and every extra one; under `--headings` in the
 * reader's words, headings and values of lists, as an import understands them, too.
 */
export function exportColumns(
  desk: Desk,
  office: Office,
  extras: readonly string[],
): readonly ExportColumn[] {
  const { policy } = office
  const { headings } = desk.say.manner
  const worded = (key: string, value: unknown): string => {
    const text = value === null || value === undefined ? '' : String(value)
    if (headings && key === 'status') return desk.text.keys.status[text as Status]
    return headings ? valueLabel(key, text, policy, desk.language) : text
  }
  const standard = archiveKeys.filter((key) => key !== 'fields')
  const own = Object.keys(policy.fields ?? {})
  return [
    ...standard.map((key): ExportColumn => ({
      key,
      heading: headingOf(desk, key),
      cell: (it) => worded(key, it.shown[key]),
    })),
    column(desk, office, 'channel', ({ archive }) => worded('channel', archive.channel)),
    column(desk, office, 'contacts', ({ archive }) => contactsCell(archive.contacts)),
    ...[...own, ...extras.filter((key) => !own.includes(key))].map((key) =>
      column(desk, office, key, ({ shown: { fields } }) =>
        worded(`fields.${key}`, ownValue(fields, key)),
      ),
    ),
    column(desk, office, 'masked', ({ shown: { masked } }) => (masked ?? []).join(',')),
  ]
}

const ownValue = (fields: unknown, key: string): unknown =>
  Object.hasOwn(fields as object, key) ? (fields as Record<string, unknown>)[key] : undefined

const column = (
  desk: Desk,
  { policy }: Office,
  key: string,
  cell: ExportColumn['cell'],
): ExportColumn => ({
  key,
  heading: columnHeading(desk, policy, key),
  cell,
})

/** What a column is called, so that an import knows it again. */
export const columnHeading = (desk: Desk, policy: Policy, key: string): string =>
  key in desk.text.finding.headings
    ? headingOf(desk, key)
    : labelOf(key, policy, desk.language, desk.text.keys)

/** What a column is called: where our usual word could be taken for another, a longer one. */
function headingOf(desk: Desk, key: string): string {
  const { headings } = desk.text.finding
  return Object.hasOwn(headings, key)
    ? headings[key as keyof typeof headings]
    : desk.text.keys.archive[key as Exclude<ArchiveKey, 'fields'>]
}
