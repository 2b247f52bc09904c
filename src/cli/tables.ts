import CliTable from 'cli-table3'
import { excess, fitted, gap, widthsOf } from './fitting.ts'
import { padded, widthOf, wrapped } from './width.ts'

// Loaded where a terminal will show a table, not before.

type Cells = readonly string[]

/**
 * Lines of a small table for a terminal: no borders, every text whole, broken into lines where its
 * column is too narrow, no line wider than `terminal`. Where not even that fits, a block a row.
 */
export function tableLines(
  headings: Cells,
  rows: readonly Cells[],
  terminal: number,
  heading: (text: string) => string,
): string[] {
  const widths = fitted(widthsOf([headings, ...rows]), terminal)
  if (excess(widths, terminal) > 0) return blocks(headings, rows, terminal, heading)
  const standing = standIns()
  const table = new CliTable({
    chars: borderless,
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
  })
  const inColumns = (cells: Cells, paint: (text: string) => string) =>
    cells.map((cell, at) =>
      wrapped(cell, widths[at] ?? 0)
        .map((line) => standing.put(line, paint))
        .join('\n'),
    )
  table.push(inColumns(headings, heading))
  for (const cells of rows) table.push(inColumns(cells, (text) => text))
  return table
    .toString()
    .split('\n')
    .map((line) => standing.replaced(line.trimEnd()))
}

const borderless = {
  top: '', 'top-mid': '', 'top-left': '', 'top-right': '',
  bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '',
  left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '',
  middle: gap,
} // prettier-ignore

/**
 * cli-table3 measures some scripts wrongly, cuts by UTF-16 and colours what it likes (ux 1.4, 1.5).
 * So it lays out stand-ins: one private character and as many x as the text has columns.
 */
function standIns() {
  const texts: string[] = []
  const first = 0xf0000
  return {
    put(text: string, paint: (text: string) => string): string {
      if (text === '') return ''
      texts.push(paint(text))
      return (
        String.fromCodePoint(first + texts.length - 1) + 'x'.repeat(Math.max(0, widthOf(text) - 1))
      )
    },
    replaced: (line: string): string =>
      line.replaceAll(
        /([\u{F0000}-\u{FFFFD}])x*/gu,
        (_, mark: string) => texts[(mark.codePointAt(0) ?? first) - first] ?? '',
      ),
  }
}

/** Heading and value, a line each, an empty line between rows. */
function blocks(
  headings: Cells,
  rows: readonly Cells[],
  terminal: number,
  heading: (text: string) => string,
): string[] {
  const label = Math.min(
    Math.max(...headings.map(widthOf)),
    Math.max(2, Math.floor(terminal / 2) - 2),
  )
  const room = Math.max(2, terminal - label - gap.length)
  return rows.flatMap((cells, row) => [
    ...(row > 0 ? [''] : []),
    ...headings.flatMap((text, at) => pair(wrapped(text, label), wrapped(cells[at] ?? '', room))),
  ])

  function pair(left: readonly string[], right: readonly string[]): string[] {
    const height = Math.max(left.length, right.length)
    return Array.from({ length: height }, (_, at) =>
      `${heading(padded(left[at] ?? '', label))}${gap}${right[at] ?? ''}`.trimEnd(),
    )
  }
}
