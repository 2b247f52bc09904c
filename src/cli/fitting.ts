import { widthOf } from './width.ts'

/** Between columns. */
export const gap = '  '

/** The least that a column is narrowed to. */
const least = 6

/** The widest cell of each column, headings included. */
export function widthsOf(rows: readonly (readonly string[])[]): number[] {
  const widths = (rows[0] ?? []).map(() => 0)
  for (const cells of rows)
    widths.forEach((width, at) => (widths[at] = Math.max(width, widthOf(cells[at] ?? ''))))
  return widths
}

/** A first column of no more than this stays whole where it can: a number that is cut is no use. */
const identifier = 24

/** Widths that fit a terminal, where they can: the widest column is narrowed until they do. */
export function fitted(widths: readonly number[], terminal: number | undefined): number[] {
  if (terminal === undefined) return [...widths]
  const [first = 0, ...others] = widths
  if (others.length === 0 || first > identifier) return narrowed(widths, terminal)
  const room = terminal - first - gap.length
  const kept = narrowed(others, room)
  return excess(kept, room) > 0 ? narrowed(widths, terminal) : [first, ...kept]
}

function narrowed(widths: readonly number[], terminal: number): number[] {
  const made = [...widths]
  for (let over = excess(made, terminal); over > 0; over = excess(made, terminal)) {
    const widest = Math.max(...made)
    if (widest <= least) break
    const next = Math.max(least, ...made.filter((width) => width < widest))
    made[made.indexOf(widest)] = Math.max(widest - over, Math.min(next, widest - 1))
  }
  return made
}

/** Columns by which a row is wider than the terminal; negative: room left. */
export const excess = (widths: readonly number[], terminal: number): number =>
  widths.reduce((a, b) => a + b, 0) + gap.length * (widths.length - 1) - terminal
