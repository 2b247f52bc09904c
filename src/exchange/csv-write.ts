/**
 * One line of a table (RFC 4180), without its end: CR LF is the caller's. Cells which a
 * spreadsheet would take for a formula get a leading ', and `plainCell` takes it off again.
 * Text must hold no NUL and no half of a surrogate pair: no CSV file can carry them.
 */
export function csvLine(cells: readonly string[], delimiter = ','): string {
  const line = cells.map((cell) => quoted(neutral(cell), delimiter)).join(delimiter)
  return line === '' && cells.length === 1 ? '""' : line
}

/** What begins a formula in some spreadsheet, also behind the sign that makes it text. */
const formula = /^'?[=+\-@\t\r\n＝＋－＠]|^''/

/** A leading ' that `csvLine` put on, or would have had to double. */
const neutralised = /^'(?=['=+\-@\t\r\n＝＋－＠])/

/** A cell of another origin as a csv file of ours would have it: `plainCell` gives it back unchanged. */
export const spreadsheetText = neutral

function neutral(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell
}

/** The cell as it was before export; any other cell unchanged, `'13800138000` also. */
export function plainCell(cell: string): string {
  return cell.startsWith("'") ? cell.replace(neutralised, '') : cell
}

function quoted(cell: string, delimiter: string): string {
  const isPlain = !/["\t\r\n]|^\s|\s$/.test(cell) && !cell.includes(delimiter)
  return isPlain ? cell : `"${cell.replaceAll('"', '""')}"`
}
