import { yearOf } from './calendar.ts'
import type { SpecialDay, WorkCalendar } from './work-calendar.ts'
import type { Day, Label } from './words.ts'

/** Years that were brought in, whole, and single days of other years. */
export interface CalendarImport {
  readonly version: string
  readonly years: readonly number[]
  readonly days: readonly SpecialDay[]
}

/** What is brought in wins: a whole year takes the place of the old one, single days that of theirs. */
export function withImport(calendar: WorkCalendar, brought: CalendarImport): WorkCalendar {
  const { version, years: whole, days } = brought
  const kept = [...calendar.special].filter(([day]) => !whole.includes(yearOf(day)))
  const nameOf = namesIn(calendar)
  const special = new Map([
    ...kept,
    ...days.map((it) => [it.day, { ...it, name: nameOf(it.name) }] as const),
  ])
  const years =
    calendar.years === 'every' ? calendar.years : new Set([...calendar.years, ...whole].toSorted())
  return {
    ...calendar,
    version: calendar.version === '' ? version : `${calendar.version}+${version}`,
    years,
    special,
  }
}

/** A calendar with all that was brought in for it, the first first. */
export const withImports = (
  calendar: WorkCalendar,
  brought: readonly CalendarImport[],
): WorkCalendar => stillSaying(brought).reduce(withImport, calendar)

/** What has been overtaken in every year and day is no longer part of the version. */
const stillSaying = (imports: readonly CalendarImport[]): CalendarImport[] =>
  imports.filter(({ years, days }, at) => {
    const later = imports.slice(at + 1)
    const isOvertaken = (day: Day) =>
      later.some((it) => it.years.includes(yearOf(day)) || it.days.some((one) => one.day === day))
    const isYearGone = (year: number) => later.some((it) => it.years.includes(year))
    return !years.every(isYearGone) || !days.every(({ day }) => isOvertaken(day))
  })

/** A name in one language that the calendar has in three is said in all of them. */
function namesIn({ special }: WorkCalendar): (name: Label | null) => Label | null {
  const known = new Map<string, Label>()
  for (const { name } of special.values())
    for (const text of Object.values(name ?? {})) known.set(text, name as Label)
  return (name) => name && (known.get(name['zh-Hans']) ?? name)
}

/** Would it say the same of every day, by whatever version? */
export function saysTheSame(a: WorkCalendar, b: WorkCalendar): boolean {
  const told = ({ years, special, language }: WorkCalendar) =>
    JSON.stringify([
      years === 'every' ? years : [...years].toSorted(),
      [...special.values()]
        .map(({ day, kind, name }) => [day, kind, name?.[language]].join(' '))
        .toSorted(),
    ])
  return told(a) === told(b)
}
