import { countOf, yearOf } from './calendar.ts'
import { once } from './once.ts'
import {
  mainlandDays,
  mainlandNames,
  mainlandVersion,
  taiwanDays,
  taiwanNames,
  taiwanVersion,
} from './tables/work-days.ts'
import type { Day, Label, Language } from './words.ts'

/** What a day is, against the weekend: off though a weekday, or worked though a weekend day. */
export const dayKinds = ['off', 'work'] as const
export type DayKind = (typeof dayKinds)[number]

/** A day of which a calendar says something; days off that fall on a weekend are named, too. */
export interface SpecialDay {
  readonly day: Day
  readonly kind: DayKind
  readonly name: Label | null
}

/** Which days an office works on. */
export interface WorkCalendar {
  /** `mainland`, `taiwan`, `weekends`, or an office's own. */
  readonly name: string
  /** Kept with every due day that was reckoned by it. */
  readonly version: string
  /** That of its names, for machines. */
  readonly language: Language
  /** The years that it knows; of others it says nothing. */
  readonly years: ReadonlySet<number> | 'every'
  readonly special: ReadonlyMap<Day, SpecialDay>
}

export const builtInNames = ['mainland', 'taiwan', 'weekends'] as const
type BuiltIn = (typeof builtInNames)[number]

const builtIn: Readonly<Record<BuiltIn, () => WorkCalendar>> = {
  mainland: once(() => ({
    ...{ name: 'mainland', version: mainlandVersion, language: 'zh-Hans' },
    ...unpacked(mainlandNames, mainlandDays),
  })),
  taiwan: once(() => ({
    ...{ name: 'taiwan', version: taiwanVersion, language: 'zh-Hant' },
    ...unpacked(taiwanNames, taiwanDays),
  })),
  weekends: () => ({
    ...{ name: 'weekends', version: 'weekends', language: 'zh-Hans' },
    ...{ years: 'every', special: new Map() },
  }),
}

/** A calendar that the program knows by itself. */
export const builtInCalendar = (name: string): WorkCalendar | undefined =>
  isBuiltIn(name) ? builtIn[name]() : undefined

const isBuiltIn = (name: string): name is BuiltIn => builtInNames.includes(name as BuiltIn)

/** The table, as bin/dev/make-calendars.mjs wrote it: `2004:a0101B0117 2005:…`. */
function unpacked(names: string, days: string): Pick<WorkCalendar, 'years' | 'special'> {
  const labels = names.split('|').map(labelIn)
  const years = new Set<number>()
  const special = new Map<Day, SpecialDay>()
  for (const word of days.split(' ')) {
    const year = word.slice(0, 4)
    years.add(Number(year))
    for (const [, letter = '', month, date] of word.matchAll(/([a-zA-Z])(\d\d)(\d\d)/g)) {
      const day = `${year}-${month}-${date}`
      const small = letter.toLowerCase()
      const name = labels[small.charCodeAt(0) - 97] ?? null
      special.set(day, { day, kind: letter === small ? 'off' : 'work', name })
    }
  }
  return { years, special }
}

function labelIn(text: string): Label {
  const [hans = '', hant = '', en = ''] = text.split('/')
  return { 'zh-Hans': hans, 'zh-Hant': hant, en }
}

/** A name that a policy can say. */
export const isCalendarName = (name: string): boolean =>
  /^(?=.{1,40}$)[\p{L}\p{N}](?:[\p{L}\p{N} ._-]*[\p{L}\p{N}])?$/u.test(name)

/** An office's own calendar before anything was brought in: it knows no year. */
export const emptyCalendar = (name: string): WorkCalendar => ({
  name,
  version: '',
  language: 'zh-Hans',
  years: new Set(),
  special: new Map(),
})

export const covers = ({ years }: WorkCalendar, year: number): boolean =>
  years === 'every' || years.has(year)

/** First and last year, and the years between them that are not known; null: no year, or every one. */
export function coverageOf({ years }: WorkCalendar): Coverage {
  if (years === 'every' || years.size === 0) return { from: null, to: null, missing: [] }
  const [from, to] = [Math.min(...years), Math.max(...years)]
  const span = Array.from({ length: to - from + 1 }, (_, at) => from + at)
  return { from, to, missing: span.filter((year) => !years.has(year)) }
}

export interface Coverage {
  readonly from: number | null
  readonly to: number | null
  readonly missing: readonly number[]
}

/** The special days of a year, in order. */
export const specialDaysIn = ({ special }: WorkCalendar, year: number): SpecialDay[] =>
  [...special.values()]
    .filter(({ day }) => yearOf(day) === year)
    .toSorted((a, b) => a.day.localeCompare(b.day))

/** 0: Monday … 6: Sunday. */
export const weekdayOf = (day: Day): number => (((countOf(day) + 3) % 7) + 7) % 7

export const isWeekend = (day: Day): boolean => weekdayOf(day) > 4
