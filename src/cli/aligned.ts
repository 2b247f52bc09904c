import { fitted, gap, widthsOf } from './fitting.ts'
import { cut, padded } from './width.ts'

/** Rows that decide the widths of a listing; the rest streams by. */
export const looked = 200

/**
 * Lines of a table without borders: columns line up, whatever the script; where there is a
 * terminal no line is wider than it (the widest columns give way). None where there are no rows.
 */
export function* alignedLines(
  headings: readonly string[],
  first: readonly (readonly string[])[],
  rest: Iterable<readonly string[]>,
  terminal: number | undefined,
  heading: (text: string) => string = (text) => text,
): Generator<string> {
  if (first.length === 0) return
  const widths = fitted(widthsOf([headings, ...first]), terminal)
  const lineOf = (cells: readonly string[]) => line(cells, widths, terminal !== undefined)
  yield heading(lineOf(headings))
  for (const cells of first) yield lineOf(cells)
  for (const cells of rest) yield lineOf(cells)
}

const line = (cells: readonly string[], widths: readonly number[], fit: boolean): string =>
  cells
    .map((cell, at) => padded(fit ? cut(cell, widths[at] ?? 0) : cell, widths[at] ?? 0))
    .join(gap)
    .trimEnd()
