import { isInvalid } from './invalid.ts'
import { parseDay } from './parse-day.ts'
import { Refusal } from './refusal.ts'
import type { Day } from './words.ts'

/**
 * The day that an option gives, which must have come.
 * @throws Refusal value.bad, date.future
 */
export function dayGiven(option: string, raw: string, today: Day): Day {
  const day = parseDay(raw)
  if (isInvalid(day))
    throw new Refusal('value.bad', { problems: [{ key: option, value: raw, invalid: day }] })
  if (day > today) throw new Refusal('date.future', { date: day, today })
  return day
}
