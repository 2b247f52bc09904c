import { foldText } from './fold.ts'
import { headingNames } from './heading-names.ts'
import { reduced, withoutHints } from './heading-spellings.ts'

let names: ReadonlySet<string> | undefined

/** What heads a standard value in files of any office. */
const known = (): ReadonlySet<string> =>
  (names ??= new Set(
    Object.entries(headingNames).flatMap(([key, said]) =>
      [key, ...said.split(' ')].map((name) => reduced(name, foldText)),
    ),
  ))

const isKnown = (cell: string): boolean =>
  cell.length <= 40 && known().has(reduced(withoutHints(cell, foldText), foldText))

const filled = (row: readonly string[]): number => row.filter((cell) => cell.trim() !== '').length

/**
 * Which of a sheet's first rows has the headings. Titles and who made the list stand above them in
 * few cells: the first row that is at least half as full as the fullest is it, unless one further
 * down has two more of the headings that everybody knows (a heading in two storeys).
 */
export function headingRowAmong(rows: readonly (readonly string[])[]): number {
  const most = Math.max(0, ...rows.map(filled))
  const full = rows.map((row, at) => ({ row, at })).filter(({ row }) => filled(row) * 2 >= most)
  const candidates = full.filter(({ row }) => filled(row) > 0)
  const [first] = candidates
  if (!first) return 0
  const counted = candidates.map(({ row, at }) => ({ at, count: row.filter(isKnown).length }))
  const best = counted.reduce((one, other) => (other.count > one.count ? other : one))
  const least = first.row.filter(isKnown).length + 2
  return best.count >= least ? best.at : first.at
}
