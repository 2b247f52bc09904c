import { Refusal } from '../domain/refusal.ts'
import { workbookLimits } from './workbook-limits.ts'

const rowOrCell = /<table:table-(row|cell)\b([^>]*?)(\/?)>/g
const repeats = /number-(?:rows|columns)-repeated="(\d{1,9})"/

/**
 * In an OpenDocument one cell may stand for millions. Empty ones stand for none.
 * @throws Refusal workbook.too-large
 */
export function requireFewCells(path: string, content: string): void {
  let [cells, rows] = [0, 1]
  for (const [, what, words = '', closed] of content.matchAll(rowOrCell)) {
    const times = Number(repeats.exec(words)?.[1] ?? 1)
    if (what === 'row') rows = times
    else if (closed === '') cells += rows * times
    if (cells > workbookLimits.cells) throw tooManyCells(path)
  }
}

/** Every cell of a page is held against all that span several. @throws Refusal workbook.too-large */
export function requireFewSpans(path: string, page: string): void {
  const [cells, spans] = [count(page, /<t[dh]\b/gi), count(page, /\b(?:row|col)span=/gi)]
  if (cells > workbookLimits.cells || cells * spans > workbookLimits.spans) throw tooManyCells(path)
}

function count(text: string, what: RegExp): number {
  let found = 0
  for (what.lastIndex = 0; what.test(text);) found += 1
  return found
}

export const tooManyCells = (path: string): Refusal =>
  new Refusal('workbook.too-large', { path, what: 'cells', limit: workbookLimits.cells })
