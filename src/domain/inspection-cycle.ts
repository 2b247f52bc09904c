import { addDays, addMonths } from './day.ts'
import { readPeriod, type Period } from './period.ts'
import type { InspectionRule, StocktakeRule } from './policy-inspection.ts'
import type { Day } from './words.ts'

/** The period of the calendar in which a day lies: a month, a quarter, a half or a whole year. */
export function periodOf(day: Day, months: InspectionRule['everyMonths']): Period {
  const [year = '', month = ''] = day.split('-')
  const nth = Math.ceil(Number(month) / months)
  const names = { 1: `${year}-${month}`, 3: `${year}Q${nth}`, 6: `${year}H${nth}`, 12: year }
  const period = readPeriod(names[months])
  if (!period) throw new Error(`no period has ${day}`)
  return period
}

/** An inspection that is done: of which period, where. */
export interface Inspected {
  readonly lastDay: Day
  readonly place: string | null
}

/** Last days of the periods in which everything was inspected: all at once, or each of the outermost places. */
function wholePeriods(done: readonly Inspected[], outermost: readonly string[]): Day[] {
  const places = new Map<Day, Set<string | null>>()
  for (const { lastDay, place } of done)
    places.set(lastDay, (places.get(lastDay) ?? new Set()).add(place))
  return [...places].flatMap(([lastDay, seen]) => {
    const isWhole = outermost.length > 0 && outermost.every((place) => seen.has(place))
    return seen.has(null) || isWhole ? [lastDay] : []
  })
}

/**
 * The day by which the next inspection is to be closed: the end of the period after the last that was
 * inspected, or of that in which the office was founded (S001-14-1).
 */
export function nextInspection(
  { everyMonths }: InspectionRule,
  done: readonly Inspected[],
  outermost: readonly string[],
  foundedOn: Day,
): Day {
  const last = wholePeriods(done, outermost).toSorted().at(-1)
  return periodOf(last === undefined ? foundedOn : addDays(last, 1), everyMonths).to
}

/** The day by which the next stocktake of everything is to be done; null: the policy sets no cycle. */
export const nextStocktake = (
  rule: StocktakeRule | undefined,
  lastOn: Day | null,
  foundedOn: Day,
): Day | null =>
  rule?.everyMonths === undefined ? null : addMonths(lastOn ?? foundedOn, rule.everyMonths)
