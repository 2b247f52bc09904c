import { addDays, addMonths } from './day.ts'
import type { Day } from './words.ts'

/** A stretch of days with a name: `2025`, `2025H1`, `2025Q3`, `2025-03`. */
export interface Period {
  readonly name: string
  readonly from: Day
  readonly to: Day
}

/** Undefined: it is no period. */
export function readPeriod(said: string): Period | undefined {
  const text = said.normalize('NFKC').trim().toUpperCase()
  const read = /^([12]\d{3})(?:H([12])|Q([1-4])|-(0[1-9]|1[0-2]))?$/.exec(text)
  if (!read) return undefined
  const [, year, half, quarter, month] = read
  const [first, months] = half
    ? [Number(half) * 6 - 5, 6]
    : quarter
      ? [Number(quarter) * 3 - 2, 3]
      : month
        ? [Number(month), 1]
        : [1, 12]
  const from = `${year}-${String(first).padStart(2, '0')}-01`
  return { name: text, from, to: addDays(addMonths(from, months), -1) }
}
