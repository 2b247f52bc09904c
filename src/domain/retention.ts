import { addYears, endOfYear } from './day.ts'
import type { Policy, RetentionRule } from './policy.ts'
import type { Day } from './words.ts'

/** The days from which retention may count. */
export interface RetentionDays {
  readonly openedOn: Day
  readonly formedOn: Day | null
  readonly closedOn: Day | null
}

/** Until when an archive is kept; null while its start has not come, or for ever (S002-5.1-1, S000-4-10). */
export function retainUntil(rule: RetentionRule | undefined, days: RetentionDays): Day | null {
  if (!rule || rule.years === 'permanent') return null
  const start = startOf(rule, days)
  if (start === null) return null
  const end = addYears(start, rule.years)
  return rule.yearEnd ? endOfYear(end) : end
}

const startOf = (rule: RetentionRule, days: RetentionDays): Day | null => {
  if (rule.start === 'closed') return days.closedOn
  return rule.start === 'opened' ? days.openedOn : (days.formedOn ?? days.openedOn)
}

export const retentionRuleOf = (policy: Policy, name: string | null): RetentionRule | undefined =>
  name === null ? undefined : policy.retention?.classes[name]
