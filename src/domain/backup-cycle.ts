import { addDays, addMonths } from './day.ts'
import type { Day } from './words.ts'

/** When the next backup is due after one of that day. */
export function backupDue(
  { everyDays, dayOfMonth }: { readonly everyDays?: number; readonly dayOfMonth?: number },
  last: Day,
): Day {
  const days = everyDays === undefined ? [] : [addDays(last, everyDays)]
  const months = dayOfMonth === undefined ? [] : [nextOfMonth(last, dayOfMonth)]
  return [...days, ...months].toSorted()[0] ?? last
}

/** The next such day of a month after a day. */
function nextOfMonth(after: Day, dayOfMonth: number): Day {
  const date = String(dayOfMonth).padStart(2, '0')
  const same = `${after.slice(0, 8)}${date}`
  return same > after ? same : `${addMonths(`${after.slice(0, 8)}01`, 1).slice(0, 8)}${date}`
}
