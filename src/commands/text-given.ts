import { invalid, isInvalid, type Invalid } from '../domain/invalid.ts'
import { parseDay } from '../domain/parse-day.ts'
import { readName, readText } from '../domain/plain.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Day } from '../domain/words.ts'

const bad = (option: string, raw: string, it: Invalid): Refusal =>
  new Refusal('value.bad', { problems: [{ key: option, value: raw, invalid: it }] })

/** One line that an option gives, which says something. @throws Refusal value.bad */
export const textGiven = (option: string, raw: string): string => given(option, raw, readName)

/** Several lines that an option gives, which say something. @throws Refusal value.bad */
export const wordsGiven = (option: string, raw: string): string => given(option, raw, readText)

function given(option: string, raw: string, read: (raw: string) => string | Invalid): string {
  const text = read(raw)
  if (isInvalid(text)) throw bad(option, raw, text)
  if (text === '') throw bad(option, raw, invalid('value.missing', {}))
  return text
}

/** The same where it may be left out; null: it was. @throws Refusal value.bad */
export const wordsOrNone = (option: string, raw: string | undefined): string | null =>
  raw === undefined || raw.trim() === '' ? null : wordsGiven(option, raw)

/** A day that an option gives, past or to come. @throws Refusal value.bad */
export function anyDayGiven(option: string, raw: string): Day {
  const day = parseDay(raw)
  if (isInvalid(day)) throw bad(option, raw, day)
  if (day === '') throw bad(option, raw, invalid('value.missing', {}))
  return day
}

/** A day that has not passed. @throws Refusal value.bad */
export function dayToComeGiven(option: string, raw: string, today: Day): Day {
  const day = anyDayGiven(option, raw)
  if (day < today) throw bad(option, raw, invalid('date.past', { value: day, today }))
  return day
}

/** A whole number, not below zero. @throws Refusal value.bad */
export function countIn(option: string, raw: string): number {
  const digits = raw.normalize('NFKC').trim()
  if (/^\d{1,9}$/.test(digits)) return Number(digits)
  throw bad(option, raw, invalid('integer.shape', {}))
}
