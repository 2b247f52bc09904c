import { isInvalid } from './invalid.ts'
import { parseDay } from './parse-day.ts'
import { Refusal } from './refusal.ts'
import type { Day } from './words.ts'

/**
 * The day that an option gives, which must have come.
 * @throws Refusal value.bad, date.future
 */
export function dayGiven(option: string, raw: string, today: Day): Day {
  const day = dayNamed(option, raw)
  if (day > today) throw new Refusal('date.future', { date: day, today })
  return day
}

/** The day that an option names, whether or not it has come. @throws Refusal value.bad */
export function dayNamed(option: string, raw: string): Day {
  const day = parseDay(raw)
  if (!isInvalid(day)) return day
  throw new Refusal('value.bad', { problems: [{ key: option, value: raw, invalid: day }] })
}
