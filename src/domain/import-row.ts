import { fieldRuleOf, readerOf, type Draft, type Reader } from './draft.ts'
import type { HeadingMap } from './headings.ts'
import { isInvalid } from './invalid.ts'
import type { Policy } from './policy.ts'
import type { Problem } from './problem.ts'
import { readName } from './plain.ts'
import type { Label } from './words.ts'

/** A column of the file that is taken in: where its cells go and how they are read. */
export interface Taken {
  readonly index: number
  readonly key: string
  /** The policy knows no field for it: its key is its heading. */
  readonly isExtra: boolean
  readonly read: Reader
  readonly unit: string | undefined
  /** What the policy calls its field. */
  readonly label: Label | undefined
}

/** Headings that our own reports add to a file of rejected rows: dropped when it comes back. */
export const reportHeading = (heading: string): boolean => heading.startsWith('dangan:')

/** Which columns are taken, sorted by key so that a file with its columns moved is still the same file. */
export function columnsTaken(headings: HeadingMap, policy: Policy): readonly Taken[] {
  return headings
    .map((column, index) => ({ column, index }))
    .filter(({ column }) => !column.derived && !reportHeading(column.heading))
    .map(({ column, index }): Taken => {
      const { target, unit } = column
      const key = typeof target === 'string' ? target : target.extra
      const label = typeof target === 'string' ? fieldRuleOf(key, policy)?.label : undefined
      const isExtra = typeof target !== 'string'
      return { index, key, isExtra, read: readerFor(target, policy), unit, label }
    })
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
}

/** An extra column is text whatever its name; a number is checked where it is issued. */
const readerFor = (target: HeadingMap[number]['target'], policy: Policy): Reader => {
  if (typeof target !== 'string') return readerOf('', policy)
  return target === 'number' || target === 'name' ? readName : readerOf(target, policy)
}

/**
 * What is kept of where a value was rejected: a key, or `extra:3` for the third column. A heading is
 * never kept: in a file without headings it is a customer's (SPEC 15.5).
 */
export function placeKept(key: string, columns: readonly Taken[]): string {
  const extra = columns.find((column) => column.isExtra && column.key === key)
  return extra ? `extra:${extra.index + 1}` : key
}

/**
 * What a row is known by when it comes again: the keys and cells that say something, as they stand.
 * `type` is that of a row that names none.
 */
export const rowText = (
  cells: readonly string[],
  columns: readonly Taken[],
  type: string | undefined,
): string => {
  let text = ''
  let typeless = true
  for (const { index, key } of columns) {
    const cell = cells[index]
    if (cell === undefined || cell === '') continue
    text += `\u001F${key}\u001E${cell}`
    if (key === 'type') typeless = false
  }
  return typeless && type !== undefined ? type + text : text
}

/** A row of blank cells, as spreadsheets leave them behind: no row at all. */
export const isBlankRow = (cells: readonly string[]): boolean =>
  cells.every((cell) => cell.trim() === '')

/** Reads a row: every value that is there, every one that is wrong. `type` is for rows that name none. */
export function readRow(
  cells: readonly string[],
  columns: readonly Taken[],
  type: string | undefined,
): Draft {
  const values = new Map<string, string>()
  const problems: Problem[] = []
  if (type !== undefined) values.set('type', type)
  for (const column of columns) {
    const raw = cells[column.index]
    if (raw === undefined || raw === '') continue
    const value = column.read(column.unit === undefined ? raw : raw + column.unit)
    if (isInvalid(value))
      problems.push({ key: column.key, label: column.label, value: raw, invalid: value })
    else if (value !== '') values.set(column.key, value)
  }
  return withoutMasked(values, problems)
}

/** Fields that an export withheld are not in its file: whatever stands there means nothing (SPEC 15.12). */
function withoutMasked(values: Map<string, string>, problems: readonly Problem[]): Draft {
  const masked = values.get('masked')
  if (masked === undefined) return { values, problems }
  const withheld = new Set(['masked', ...masked.split(/[\s,，、]+/)])
  for (const key of withheld) values.delete(key)
  return { values, problems: problems.filter(({ key }) => !withheld.has(key)) }
}
