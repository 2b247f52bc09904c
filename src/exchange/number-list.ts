import { foldText } from '../domain/fold.ts'
import { headingNames } from '../domain/heading-names.ts'
import { describeCsv, readRecords } from './csv-read.ts'
import { plainCell } from './csv-write.ts'
import { openSource } from './source.ts'

/**
 * The numbers of a list, one a line: the first cell of each, as scanners, spreadsheets and our own
 * listings write them, in whatever encoding; a heading is no number. `-` is standard input.
 * @throws Refusal input.*, csv.*
 */
export function numbersListed(path: string, stdin: number): string[] {
  const source = openSource(path, stdin)
  try {
    const numbers: string[] = []
    for (const { cells } of readRecords(source, describeCsv(source))) {
      const number = firstWord(plainCell(cells[0] ?? ''))
      if (number !== '' && !(numbers.length === 0 && isHeading(number))) numbers.push(number)
    }
    return numbers
  } finally {
    source.close()
  }
}

/** A listing of ours that was piped in has more behind the number. */
const firstWord = (cell: string): string => cell.trim().split(/\s/)[0] ?? ''

const headings = new Set((headingNames['number'] ?? '').split(' '))

const isHeading = (word: string): boolean => {
  const folded = foldText(word).replaceAll(/[\s_-]/g, '')
  return headings.has(folded) || folded === 'number'
}
