import { addDays } from './day.ts'
import type { Policy } from './policy.ts'
import { Refusal } from './refusal.ts'
import type { Day } from './words.ts'

/** The day an act is dated, and the day it really is. */
export interface Dating {
  readonly today: Day
  readonly realToday: Day
  readonly reason: string | undefined
}

/** Back-dating by more than the policy's days needs a reason (SPEC 15.13). @throws Refusal date.back-too-far */
export function requireDating(dating: Dating, policy: Policy): void {
  const { today, realToday, reason } = dating
  const rule = policy.backdating
  if (!rule || reason || today >= addDays(realToday, -rule.days)) return
  const { days, source = [] } = rule
  throw new Refusal('date.back-too-far', { date: today, today: realToday, days, source })
}

/** Would an act of this day stand before the last one on the archive (SPEC 15.13)? */
export const isBeforeLastAct = ({ actedOn }: { readonly actedOn: Day }, date: Day): boolean =>
  date < actedOn

/** Nothing is dated before the last act on the same archive (SPEC 15.13). @throws Refusal date.before-last-act */
export function requireAfterLastAct(
  archive: { readonly number: string; readonly actedOn: Day },
  date: Day,
): void {
  const { number, actedOn } = archive
  if (isBeforeLastAct(archive, date))
    throw new Refusal('date.before-last-act', { number, date, lastAct: actedOn })
}
