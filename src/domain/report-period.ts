import { addDays, addMonths, daysBetween } from './day.ts'
import { readPeriod, type Period } from './period.ts'
import type { Day } from './words.ts'

/** How long the stretches of a report of growth are. */
export type Stretch = 'month' | 'quarter' | 'year'

const monthsOf: Readonly<Record<Stretch, number>> = { month: 1, quarter: 3, year: 12 }

/** The period with this name that a day is in: `2026-03`, `2026Q1`, `2026`. */
export function stretchOf(day: Day, stretch: Stretch): string {
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))]
  if (stretch === 'year') return year
  return stretch === 'month' ? day.slice(0, 7) : `${year}Q${Math.ceil(month / 3)}`
}

/** Half-years are what disposal is planned by: `2027H1`. */
export const halfYearOf = (day: Day): string =>
  `${day.slice(0, 4)}H${Number(day.slice(5, 7)) <= 6 ? 1 : 2}`

/** Every stretch from the one with `from` in it to the one with `to`, in order. */
export function stretchesIn(from: Day, to: Day, stretch: Stretch): Period[] {
  const all: Period[] = []
  const first = readPeriod(stretchOf(from, stretch))
  for (let at = first?.from ?? to; at <= to; at = addMonths(at, monthsOf[stretch])) {
    const next = addMonths(at, monthsOf[stretch])
    all.push({ name: stretchOf(at, stretch), from: at, to: addDays(next, -1) })
  }
  return all
}

/** So that a report of growth has a handful of lines: months of two years, quarters of six, then years. */
export function usualStretch(from: Day, to: Day): Stretch {
  const days = daysBetween(from, to)
  if (days <= 2 * 366) return 'month'
  return days <= 6 * 366 ? 'quarter' : 'year'
}
