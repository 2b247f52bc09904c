import { padded, widthOf } from '../cli/width.ts'
import { dateOf, dayOf, daysIn } from '../domain/calendar.ts'
import { addDays, daysBetween } from '../domain/day.ts'
import {
  specialDaysIn,
  weekdayOf,
  type SpecialDay,
  type WorkCalendar,
} from '../domain/work-calendar.ts'
import { isWorkingDay } from '../domain/working-days.ts'
import type { Day, Language } from '../domain/words.ts'
import type { Catalog } from '../messages/catalog.ts'

/** Columns of a day with its mark, of a month, and between two months. */
const cell = 4
const month = 7 * cell + 6
const between = 3

/** A year in months side by side, as many as the terminal has room for, then its holidays. */
export function gridLines(
  text: Catalog,
  language: Language,
  calendar: WorkCalendar,
  year: number,
  terminal: number,
): string[] {
  const { show, names } = text.calendar
  const abreast = Math.max(1, Math.min(3, Math.floor((terminal + between) / (month + between))))
  const months = Array.from({ length: 12 }, (_, at) => monthLines(text, calendar, year, at + 1))
  const rows = Array.from({ length: Math.ceil(12 / abreast) }, (_, at) =>
    sideBySide(months.slice(at * abreast, (at + 1) * abreast)),
  )
  const name = Object.hasOwn(names, calendar.name) ? names[calendar.name] : undefined
  const holidays = holidayLines(text, language, specialDaysIn(calendar, year))
  return [
    show.heading(year, name ?? calendar.name, calendar.version),
    '',
    ...rows.flatMap((lines) => [...lines, '']),
    total(text, calendar, year),
    ...holidays,
  ]
}

function sideBySide(months: readonly (readonly string[])[]): string[] {
  const height = Math.max(...months.map((lines) => lines.length))
  return Array.from({ length: height }, (_, at) =>
    months
      .map((lines) => padded(lines[at] ?? '', month))
      .join(' '.repeat(between))
      .trimEnd(),
  )
}

/** Its name, the weekdays, and its weeks, Monday first. */
function monthLines(text: Catalog, calendar: WorkCalendar, year: number, number: number): string[] {
  const { show } = text.calendar
  const first = dayOf(year, number, 1)
  const days = Array.from({ length: daysIn(year, number) }, (_, at) => addDays(first, at))
  const blanks = Array.from({ length: weekdayOf(first) }, () => '')
  const cells = [...blanks, ...days.map((day) => dayCell(show.marks, calendar, day))]
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, at) =>
    lineOf(cells.slice(at * 7, at * 7 + 7)),
  )
  const title = show.month(number)
  const left = ' '.repeat(Math.floor((month - widthOf(title)) / 2))
  return [left + title, lineOf(show.weekdays), ...weeks]
}

const lineOf = (cells: readonly string[]): string =>
  cells
    .map((it) => padded(it, cell))
    .join(' ')
    .trimEnd()

function dayCell(
  marks: Catalog['calendar']['show']['marks'],
  { special }: WorkCalendar,
  day: Day,
): string {
  const kind = special.get(day)?.kind
  return String(dateOf(day)).padStart(2) + (kind === undefined ? '' : marks[kind])
}

function total({ calendar: text }: Catalog, calendar: WorkCalendar, year: number): string {
  const first = dayOf(year, 1, 1)
  const length = daysBetween(first, dayOf(year, 12, 31)) + 1
  const days = Array.from({ length }, (_, at) => addDays(first, at))
  const working = days.filter((day) => isWorkingDay(day, calendar)).length
  return text.show.total(working, length - working)
}

/** A line a holiday, in the order of the year. */
function holidayLines(text: Catalog, language: Language, days: readonly SpecialDay[]): string[] {
  const { show } = text.calendar
  const named = new Map<string, SpecialDay[]>()
  for (const day of days) {
    const name = day.name?.[language] ?? show.unnamed
    named.set(name, [...(named.get(name) ?? []), day])
  }
  const of = (list: readonly SpecialDay[], kind: SpecialDay['kind']) =>
    list.filter((it) => it.kind === kind).map(({ day }) => day)
  const begins = (list: readonly SpecialDay[]) => (of(list, 'off')[0] ?? list[0]?.day) as Day
  const inOrder = [...named].toSorted(([, a], [, b]) => begins(a).localeCompare(begins(b)))
  return inOrder.map(([name, list]) => {
    const off = of(list, 'off')
    return show.line(name, spansText(text, off), off.length, spansText(text, of(list, 'work')))
  })
}

/** `02-15 至 02-23、04-04`: days that follow each other are one span. */
export function spansText(text: Catalog, days: readonly Day[]): string {
  const spans: [Day, Day][] = []
  for (const day of days) {
    const last = spans.at(-1)
    if (last && addDays(last[1], 1) === day) last[1] = day
    else spans.push([day, day])
  }
  const short = (day: Day) => day.slice(5)
  return spans
    .map(([from, to]) =>
      from === to ? short(from) : text.calendar.show.until(short(from), short(to)),
    )
    .join(text.program.marks.items)
}
