import { invalid } from './invalid.ts'
import type { Problem } from './problem.ts'

/** What makes a whole row unfit, whatever its columns mean: it has slipped, or a formula in it has failed. */
export const unsound = (cells: readonly string[], width: number): Problem | undefined =>
  slipped(cells, width) ?? broken(cells)

/** Cells beyond the headings: no value of the row can be trusted to be in its place. */
function slipped(cells: readonly string[], width: number): Problem | undefined {
  if (cells.length <= width) return undefined
  const beyond = cells.slice(width).find((cell) => cell.trim() !== '')
  return beyond === undefined
    ? undefined
    : { key: '', value: beyond, invalid: invalid('row.too-long', { width, cells: cells.length }) }
}

/** What a spreadsheet shows where a formula fails; `#N/A` is how people write that there is none. */
const failed = /^#(?:REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/

function broken(cells: readonly string[]): Problem | undefined {
  for (const [index, cell] of cells.entries())
    if (cell.charCodeAt(0) === 35 && failed.test(cell))
      return {
        key: '',
        value: cell,
        invalid: invalid('cell.error', { error: cell, column: index + 1 }),
      }
  return undefined
}
