import { dayIn } from './day.ts'
import type { Day, Instant } from './words.ts'

/** `14:05` on the clocks of a time zone; '' where the instant is of another day: the act was dated back. */
export function timeOn(day: Day, instant: Instant, timeZone: string): string {
  const at = new Date(instant)
  if (dayIn(at, timeZone) !== day) return ''
  const clock = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  return new Intl.DateTimeFormat('en-GB', clock).format(at)
}
