import { cut, padded, widthOf } from './width.ts'

/** Rows that decide the widths of a listing; the rest streams by. */
const looked = 200
const gap = '  '

/**
 * Lines of a table without borders: columns line up, whatever the script; where there is a
 * terminal no line is wider than it (the widest columns give way).
 */
export function* alignedLines(
  headings: readonly string[],
  rows: Iterable<readonly string[]>,
  terminal: number | undefined,
): Generator<string> {
  const source = rows[Symbol.iterator]()
  const first: (readonly string[])[] = []
  let next = source.next()
  while (!next.done && first.length < looked) {
    first.push(next.value)
    if (first.length < looked) next = source.next()
  }
  if (first.length === 0) return
  const widths = fitted(widthsOf([headings, ...first]), terminal)
  const lineOf = (cells: readonly string[]) => line(cells, widths, terminal !== undefined)
  yield lineOf(headings)
  for (const cells of first) yield lineOf(cells)
  if (next.done) return
  for (next = source.next(); !next.done; next = source.next()) yield lineOf(next.value)
}

const widthsOf = (rows: readonly (readonly string[])[]): number[] =>
  (rows[0] ?? []).map((_, at) => Math.max(...rows.map((cells) => widthOf(cells[at] ?? ''))))

/** Widths that fit the terminal: the widest column is narrowed until they do. */
function fitted(widths: readonly number[], terminal: number | undefined): number[] {
  const made = [...widths]
  if (terminal === undefined) return made
  const room = terminal - gap.length * (made.length - 1)
  for (let over = sum(made) - room; over > 0; over = sum(made) - room) {
    const widest = Math.max(...made)
    if (widest <= 6) break
    made[made.indexOf(widest)] = Math.max(6, widest - over)
  }
  return made
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

const line = (cells: readonly string[], widths: readonly number[], fit: boolean): string =>
  cells
    .map((cell, at) => padded(fit ? cut(cell, widths[at] ?? 0) : cell, widths[at] ?? 0))
    .join(gap)
    .trimEnd()
