import { addMonths } from './day.ts'
import { readPeriod, type Period } from './period.ts'
import type { Policy } from './policy.ts'
import type { Day } from './words.ts'

/** A round that is due, and the periods before it in which none was opened. */
export interface DueRound {
  readonly period: Period
  readonly missed: readonly string[]
}

/** Months of the periods that have names, the longest first. */
const named = [12, 6, 3, 1] as const

/** Months of a round: the strictest cycle of the policy, or the longest period within it (S000-4.4-2). */
function monthsOf({ review }: Policy): (typeof named)[number] | undefined {
  if (!review) return undefined
  const { everyMonths, importantMonths = everyMonths, incompleteMonths = everyMonths } = review
  const strictest = Math.min(everyMonths, importantMonths, incompleteMonths)
  return named.find((months) => months <= strictest)
}

/** The period of so many months in which a day lies: `2026Q4`. */
export function periodOf(day: Day, months: (typeof named)[number]): Period {
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))]
  const nth = Math.ceil(month / months)
  const name = { 12: year, 6: `${year}H${nth}`, 3: `${year}Q${nth}`, 1: day.slice(0, 7) }[months]
  return readPeriod(name) as Period
}

/** More than these are not named one by one. */
const mostMissed = 24

/**
 * The round that is to be opened on a day: that of the period in which it lies. Rounds that were
 * missed are named, not opened: what was to be reviewed in them is in this one. `lastDay` is the end
 * of the last round that was opened. Undefined: it is there already, or the policy wants none.
 */
export function roundDue(policy: Policy, lastDay: Day | null, today: Day): DueRound | undefined {
  const months = monthsOf(policy)
  if (months === undefined) return undefined
  const period = periodOf(today, months)
  if (lastDay !== null && lastDay >= period.to) return undefined
  return { period, missed: lastDay === null ? [] : missedBetween(lastDay, period.from, months) }
}

/** Periods that lie between two days, the earlier first. */
function missedBetween(lastDay: Day, from: Day, months: (typeof named)[number]): string[] {
  const missed: string[] = []
  let day = addMonths(from, -months)
  while (periodOf(day, months).to > lastDay && missed.length < mostMissed) {
    missed.unshift(periodOf(day, months).name)
    day = addMonths(day, -months)
  }
  return missed
}
