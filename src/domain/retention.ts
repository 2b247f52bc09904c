import { addYears, endOfYear } from './day.ts'
import type { Policy, RetentionRule } from './policy.ts'
import type { Day } from './words.ts'

/** The days from which retention may count. */
export interface RetentionDays {
  readonly openedOn: Day
  readonly formedOn: Day | null
  readonly closedOn: Day | null
  /** The last entry of the kinds that the rule names; null or absent: none, or nobody looked. */
  readonly lastTransactionOn?: Day | null
}

/** Until when an archive is kept; null while its start has not come, or for ever (S002-5.1-1, S000-4-10). */
export function retainUntil(rule: RetentionRule | undefined, days: RetentionDays): Day | null {
  if (!rule || rule.years === 'permanent') return null
  const start = startOf(rule, days)
  if (start === null) return null
  const end = bounded(addYears(start, rule.years), rule, days)
  return rule.yearEnd ? endOfYear(end) : end
}

/** Never before the floor, and not after the cap: both count from formation. */
function bounded(end: Day, { floorYears, capYears }: RetentionRule, days: RetentionDays): Day {
  const formed = days.formedOn ?? days.openedOn
  const floor = floorYears === undefined ? end : addYears(formed, floorYears)
  const cap = capYears === undefined ? end : addYears(formed, capYears)
  if (end < floor) return floor
  return end > cap ? cap : end
}

const startOf = (rule: RetentionRule, days: RetentionDays): Day | null => {
  if (rule.start === 'closed') return days.closedOn
  if (rule.start === 'opened') return days.openedOn
  const formed = days.formedOn ?? days.openedOn
  const last = rule.start === 'lastTransaction' ? days.lastTransactionOn : null
  return last && last > formed ? last : formed
}

export const retentionRuleOf = (policy: Policy, name: string | null): RetentionRule | undefined =>
  name === null ? undefined : policy.retention?.classes[name]
