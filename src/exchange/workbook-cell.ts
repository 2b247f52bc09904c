import { SSF, type CellObject } from '@e965/xlsx'

/** What errors are called in every language of Excel's files. */
const errors: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
}

/**
 * A cell as text, as somebody would type it: days as `YYYY-MM-DD`, numbers with all their digits
 * and without the marks of their format, shares as `15%`, a formula as what it came to. A number of
 * more digits than a cell can keep stays an exponent (`1.101E+17`): its last ones are not there.
 */
export function cellText(cell: CellObject | undefined, is1904: boolean): string {
  const value = cell?.v
  if (cell === undefined || value === undefined || value === null) return ''
  if (cell.t === 's') return String(value)
  if (cell.t === 'b') return value === true ? 'TRUE' : 'FALSE'
  if (cell.t === 'e') return errors[Number(value)] ?? '#VALUE!'
  return typeof value === 'number' ? numberText(value, String(cell.z ?? ''), is1904) : String(value)
}

function numberText(value: number, format: string, is1904: boolean): string {
  if (SSF.is_date(format)) return momentText(value, format, is1904)
  if (/%/.test(format.replace(/"[^"]*"|\\./g, ''))) return `${plainNumber(value * 100)}%`
  const zeros = /^0{2,}$/.test(format) && Number.isInteger(value) && value >= 0
  return zeros ? plainNumber(value).padStart(format.length, '0') : plainNumber(value)
}

/** The day, and its hour where that says something; a length of time as it is shown. */
function momentText(value: number, format: string, is1904: boolean): string {
  const isHours = !/[yde]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''))
  const at = isHours ? null : SSF.parse_date_code(value, { date1904: is1904 })
  if (!at) return isHours ? SSF.format(format, value) : plainNumber(value)
  const day = [padded(at.y, 4), padded(at.m, 2), padded(at.d, 2)].join('-')
  if (at.H + at.M + at.S === 0) return day
  return `${day} ${[at.H, at.M, at.S].map((part) => padded(Math.floor(part), 2)).join(':')}`
}

const padded = (part: number, width: number): string => String(part).padStart(width, '0')

/** Digits that a cell keeps for certain. */
const kept = 15

function plainNumber(value: number): string {
  if (Math.abs(value) >= 10 ** kept)
    return Number.isSafeInteger(value) && value % 10 !== 0 ? String(value) : exponent(value)
  const text = String(Number(value.toPrecision(kept)))
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text
}

const exponent = (value: number): string => value.toExponential().replace('e', 'E')
