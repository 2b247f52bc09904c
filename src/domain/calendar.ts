import type { Day } from './words.ts'

/** The first and the last day that a `Day` can say. */
export const firstDay: Day = '1800-01-01'
export const lastDay: Day = '9999-12-31'

/** Is it a real day of the calendar, written `YYYY-MM-DD`, from 1800 on? */
export function isDay(text: string): boolean {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false
  return isDate(digitsAt(text, 0, 4), digitsAt(text, 5, 2), digitsAt(text, 8, 2))
}

/** Is there such a day in the calendar, from 1800 to 9999? */
export const isDate = (year: number, month: number, day: number): boolean =>
  year >= 1800 && year <= 9999 && day >= 1 && day <= daysIn(year, month)

/** The number written at `start`, `length` digits long; NaN when they are not digits. */
export function digitsAt(text: string, start: number, length: number): number {
  let number = 0
  for (let index = start; index < start + length; index++) {
    const digit = text.charCodeAt(index) - 48
    if (!(digit >= 0 && digit <= 9)) return NaN
    number = number * 10 + digit
  }
  return number
}

const lengths = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Zero when there is no such month. */
export const daysIn = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (lengths[month] ?? 0)

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** `YYYY-MM-DD` of a date from 1800 to 9999. */
export const dayOf = (year: number, month: number, day: number): Day =>
  `${year}${dashed[month]}${dashed[day]}`

/** `-00` to `-31`. */
const dashed = Array.from({ length: 32 }, (_, number) => `-${number < 10 ? '0' : ''}${number}`)

export const yearOf = (day: Day): number => digitsAt(day, 0, 4)
export const monthOf = (day: Day): number => digitsAt(day, 5, 2)
export const dateOf = (day: Day): number => digitsAt(day, 8, 2)

/** Days since 1970-01-01, years counted from March so that the leap day comes last. */
export function countOf(day: Day): number {
  const month = monthOf(day)
  const year = month > 2 ? yearOf(day) : yearOf(day) - 1
  const days = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + dateOf(day) - 1
  return daysBefore(year) + days - 719_468
}

/** Days of the March years before `year`. */
const daysBefore = (year: number): number =>
  year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)

const millisecondsPerDay = 86_400_000

/** The day of a count; counts beyond what a `Day` can say stop at its ends. */
export function dayOfCount(count: number): Day {
  const within = Math.max(countOf(firstDay), Math.min(countOf(lastDay), count))
  return new Date(within * millisecondsPerDay).toISOString().slice(0, 10)
}
