import {
  countOf,
  dayOf,
  dayOfCount,
  digitsAt,
  firstDay,
  isDate,
  isDay,
  lastDay,
} from './calendar.ts'
import { invalid, type Invalid } from './invalid.ts'
import { coded, isNothing } from './plain.ts'
import type { Day } from './words.ts'

/**
 * The day that a cell or an option says; '' when it says that there is none. What can be read in
 * two ways is refused: day and month of `3/1/2025`, years of two or three digits without 民国 or a
 * month in letters.
 * A time of day is dropped, unless it belongs to another time zone.
 */
export function parseDay(raw: string): Day | Invalid {
  if (isDay(raw)) return raw
  const shown = asExcelShows(raw)
  if (shown !== undefined) return shown
  const text = coded(raw)
  if (typeof text !== 'string') return text
  if (isNothing(text)) return ''
  const [date, zone] = withoutTime(text)
  if (zone) return invalid('date.zone', {})
  return yearFirst(date) ?? serial(date) ?? chinese(date) ?? english(date) ?? unclear(date)
}

/** `2025/3/1`, the commonest of all in files: read without a pattern. */
function asExcelShows(raw: string): Day | undefined {
  const sign = raw.charCodeAt(4)
  if (sign !== 47 && sign !== 45 && sign !== 46) return undefined
  const second = raw.charCodeAt(6) === sign ? 6 : 7
  if (raw.charCodeAt(second) !== sign || raw.length > second + 3) return undefined
  const month = digitsAt(raw, 5, second - 5)
  const day = digitsAt(raw, second + 1, Math.max(1, raw.length - second - 1))
  const year = digitsAt(raw, 0, 4)
  return isDate(year, month, day) ? dayOf(year, month, day) : undefined
}

const clock =
  /(?:T|\s+|(?<=[日号號]))(?:上午|下午|[ap]m)?\s*\d{1,2}(?:[:时時点點]\d{0,2}分?)(?::?\d{1,2}(?:\.\d+)?秒?)?\s*(?:[ap]m)?\s*(z|[+-]\d{2}(?::?\d{2})?)?$/i
const weekday = /\s*\(?(?:星期|[周週]|礼拜|禮拜)[一二三四五六日天]\)?$/
const china = /^\+08(?::?00)?$/

/** The date without its time of day and weekday, and the time's zone if that is not China's. */
function withoutTime(text: string): readonly [date: string, zone: string | undefined] {
  const time = clock.exec(text)
  const date = time ? text.slice(0, time.index) : text
  const zone = time?.[1] && !china.test(time[1]) ? time[1] : undefined
  return [date.trim().replace(weekday, ''), zone]
}

const orders = [
  /^(\d{4})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})$/,
  /^(\d{4})\s*(年)\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号號]?$/,
  /^(\d{4})()(\d{2})(\d{2})$/,
]

function yearFirst(text: string): Day | Invalid | undefined {
  for (const order of orders) {
    const found = order.exec(text)
    if (found) return existing(Number(found[1]), Number(found[3]), Number(found[4]))
  }
  return undefined
}

function existing(year: number, month: number, day: number): Day | Invalid {
  if (isDate(year, month, day)) return dayOf(year, month, day)
  return year > 0 && (year < 1800 || year > 9999)
    ? invalid('date.range', { from: firstDay, to: lastDay })
    : invalid('date.no-such-day', {})
}

/** Excel counts days from 1900; its files for the old Macintosh (from 1904) are not told apart. */
function serial(text: string): Day | undefined {
  const days = /^\d{5}(?:\.\d+)?$/.test(text) ? Math.floor(Number(text)) : 0
  return days >= 20_000 && days <= 60_000 ? dayOfCount(countOf('1899-12-30') + days) : undefined
}

const republic =
  /^(?:中[华華])?民[国國]\s*(元|\d{1,3})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*[日号號]?$/
const numerals =
  /^([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号號]$/

function chinese(text: string): Day | Invalid | undefined {
  const era = republic.exec(text)
  if (era) {
    const year = era[1] === '元' ? 1 : Number(era[1])
    return existing(year + 1911, Number(era[2]), Number(era[3]))
  }
  const words = numerals.exec(text)
  if (!words) return undefined
  return existing(Number(digits(words[1] ?? '')), tens(words[2] ?? ''), tens(words[3] ?? ''))
}

const digits = (words: string): string =>
  words.replace(/./gu, (word) => String('〇一二三四五六七八九'.indexOf(word)).replace('-1', '0'))

/** 1 to 99: 七, 十, 十二, 二十, 三十一. NaN when the words are no number. */
function tens(words: string): number {
  const found = /^(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(words)
  if (!found) return NaN
  const ten = found[2] ? Number(digits(found[1] ?? '一')) * 10 : 0
  return ten + (found[3] ? Number(digits(found[3])) : 0)
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const dayFirst = /^(\d{1,2})[\s-]([a-z]{3})[a-z]*\.?[\s,-]+(\d{4})$/i
/** `5-Nov-26`: what Excel makes of a date by itself, and in which century it then is. */
const excelShort = /^(\d{1,2})-([a-z]{3})-(\d{2})$/i
const century = (year: number): number => (year < 30 ? 2000 : 1900) + year
const monthFirst = /^([a-z]{3})[a-z]*\.?\s(\d{1,2}),?\s(\d{4})$/i

/** The month in letters says which number is the day. */
function english(text: string): Day | Invalid | undefined {
  const found = dayFirst.exec(text) ?? excelShort.exec(text)
  const [, day, name, year = ''] = found ?? swapped(monthFirst.exec(text)) ?? []
  const month = months.indexOf((name ?? '').toLowerCase()) + 1
  const whole = year.length === 2 ? century(Number(year)) : Number(year)
  return month > 0 ? existing(whole, month, Number(day)) : undefined
}

const swapped = (found: RegExpExecArray | null) =>
  found ? [found[0], found[2], found[1], found[3]] : undefined

function unclear(text: string): Invalid {
  const found = /^(\d{1,3})[-/.](\d{1,2})[-/.](\d{4}|\d{1,2})$/.exec(text)
  if (found) return ambiguous(Number(found[1]), Number(found[2]), Number(found[3]))
  return invalid(incomplete.test(text) ? 'date.incomplete' : 'date.shape', {})
}

/** A year, or a year and a month. */
const incomplete =
  /^(?:1[89]|20)\d\d(?:年?|\s*[-/.年]\s*(?:0?[1-9]|1[0-2])\s*月?|(?:0[1-9]|1[0-2]))$/

/** Day-month-year, month-day-year, a year without its century, a year of the Republic. */
function ambiguous(first: number, second: number, third: number): Invalid {
  const last = third < 100 ? third + 2000 : third
  const tried = [
    [last, first, second],
    [last, second, first],
    [first < 100 ? first + 2000 : 0, second, third],
    [first + 1911, second, third],
  ] as const
  const real = tried.filter(([year, month, day]) => isDate(year, month, day))
  const readings = real.map(([year, month, day]) => dayOf(year, month, day))
  return invalid('date.ambiguous', { readings: [...new Set(readings)].toSorted() })
}
