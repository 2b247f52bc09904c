import { isOpen } from '../domain/closing.ts'
import { isBeforeLastAct } from '../domain/dating.ts'
import { type EntryReader, type EntryRow } from '../domain/entry-row.ts'
import { invalid, type Invalid } from '../domain/invalid.ts'
import { canonicalNumber } from '../domain/number.ts'
import type { Problem } from '../domain/problem.ts'
import { unsound } from '../domain/row-shape.ts'
import { mayRead, type Operator } from '../domain/staff.ts'
import type { CsvRecord } from '../exchange/csv-read.ts'
import { plainCell } from '../exchange/csv-write.ts'
import type { EntryIntake, RowArchive } from '../store/entry-intake.ts'
import type { Counts } from '../store/imports.ts'
import type { Office } from './desk.ts'
import type { Rejected } from './import-stretch.ts'

/** What the rows of one stretch came to. */
export interface EntryStretch {
  readonly counts: Counts
  firstId: number | null
  lastId: number | null
}

/** Takes one row in: reads it, finds its archive, and writes. In the caller's transaction. */
export function takeEntryRow(
  office: Office,
  intake: EntryIntake,
  { reader, width }: { readonly reader: EntryReader; readonly width: number },
  record: CsvRecord,
  stretch: EntryStretch,
  rejected: (one: Rejected) => void,
): void {
  const { counts } = stretch
  counts.read += 1
  const cells = record.cells.some((cell) => cell.charCodeAt(0) === 39)
    ? record.cells.map(plainCell)
    : record.cells
  const text = reader.rowText(cells)
  const digest = intake.digestOf(text)
  const whole = unsound(cells, width)
  const row = whole ? [whole] : reader.read(cells)
  const archive = isProblems(row) ? row : archiveFor(office, intake, row)
  if (!isProblems(row) && !isProblems(archive)) {
    const entered = (it: bigint | undefined) =>
      it === undefined ? undefined : intake.enter(archive, row, it)
    return note(stretch, entered(digest) ?? entered(intake.digestAgain(text, digest)))
  }
  // what is in already stays as it is, whatever speaks against it by now
  if (intake.knows(digest)) return note(stretch, undefined)
  counts.rejected += 1
  const problems = (isProblems(row) ? row : archive) as readonly Problem[]
  for (const { key, invalid: it } of problems) intake.reject(record.line, key, it.code)
  rejected({ record, problems })
}

/** Undefined: the row was in already. */
function note(stretch: EntryStretch, id: number | undefined): void {
  if (id === undefined) {
    stretch.counts.unchanged += 1
    return
  }
  stretch.counts.created += 1
  stretch.firstId ??= id
  stretch.lastId = id
}

const isProblems = (made: object): made is readonly Problem[] => Array.isArray(made)

/** The archive that the row means, where it may be written in; else what speaks against it. */
function archiveFor(
  office: Office,
  intake: EntryIntake,
  row: EntryRow,
): RowArchive | readonly Problem[] {
  const { number, customer } = row
  const [archive, ...others] =
    customer === undefined
      ? [intake.archiveNumbered(number)].filter((it) => it !== undefined)
      : intake.archivesKnownBy(customer)
  const value = customer?.value ?? number
  if (!archive) return [ofArchive(value, notThere(intake, number, value))]
  if (others.length > 0)
    return [ofArchive(value, invalid('row.several-archives', { value, count: others.length + 1 }))]
  const against = againstEntry(office, intake, archive, row)
  return against ? [ofArchive(value, against)] : archive
}

const ofArchive = (value: string, it: Invalid): Problem => ({ key: 'number', value, invalid: it })

/** No archive has it; a number may have had one, and be void for ever. */
function notThere(intake: EntryIntake, number: string, value: string): Invalid {
  const canonical = canonicalNumber(number)
  return number !== '' && intake.isVoid(canonical)
    ? invalid('row.number', { number: canonical, reason: 'number.void' })
    : invalid('row.no-archive', { value })
}

/** Millions of rows: fields are read only where the policy asks for them. */
const mayReadRow = (operator: Operator, archive: RowArchive): boolean =>
  mayRead(operator, {
    ...archive,
    fields:
      operator.rights.fields.length === 0
        ? {}
        : (JSON.parse(archive.fields) as Readonly<Record<string, string>>),
  })

function againstEntry(
  { operator, today }: Office,
  intake: EntryIntake,
  archive: RowArchive,
  row: EntryRow,
): Invalid | undefined {
  const { number, status, actedOn } = archive
  if (!mayReadRow(operator, archive))
    return invalid('row.not-cleared', { number: row.customer === undefined ? number : null })
  if (!isOpen(archive)) return invalid('row.status', { number, status })
  if (isBeforeLastAct(archive, today)) return invalid('row.last-act', { number, lastAct: actedOn })
  if (row.name !== '' && !intake.isNamed(archive, row.name))
    return invalid('row.other-name', { number, name: row.name })
  return undefined
}
