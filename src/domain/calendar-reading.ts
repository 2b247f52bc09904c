import { plainText, simplify } from './characters.ts'
import { yearOf } from './calendar.ts'
import { isInvalid, type Invalid } from './invalid.ts'
import { parseDay } from './parse-day.ts'
import { readName } from './plain.ts'
import { isWeekend, type DayKind, type SpecialDay } from './work-calendar.ts'
import type { Day, Label } from './words.ts'

/** A day as a file says it; `kind` is undefined where nothing that we know was said. */
export interface SaidDay {
  /** Of the file, from 1. */
  readonly line: number
  readonly day: string
  readonly kind: DayKind | undefined
  /** What was said for the kind. */
  readonly word: string
  readonly name: string
}

/** What is wrong with a line of a calendar that is brought in. */
export interface CalendarFault {
  readonly line: number
  readonly because: CalendarFaultKind
  readonly value: string
  /** What is wrong with the value, where one word does not say it. */
  readonly invalid: Invalid | null
}

export const calendarFaults = [
  ...(['heading', 'date', 'kind', 'name', 'twice'] as const),
  // of calendars in ICS
  ...(['span', 'timed', 'repeats', 'unclosed'] as const),
  'many',
] as const
export type CalendarFaultKind = (typeof calendarFaults)[number]

/** Nobody mends more in one go, and no calendar has more days. */
const mostFaults = 50
const mostDays = 20_000

export const calendarFault = (
  line: number,
  because: CalendarFaultKind,
  value: string,
  invalid: Invalid | null = null,
): CalendarFault => ({ line, because, value: value.slice(0, 200), invalid })

/** What was read: days in order, and what was wrong with the rest. */
export interface ReadCalendar {
  readonly days: readonly SpecialDay[]
  readonly faults: readonly CalendarFault[]
}

/**
 * The days of a file, each once. What only says what weekends say anyhow is left out: the official
 * calendars of Taiwan list every day of the year. Stops where there is too much wrong.
 */
export function readCalendar(said: Iterable<SaidDay | CalendarFault>): ReadCalendar {
  const days = new Map<Day, { readonly line: number; readonly special: SpecialDay }>()
  const faults: CalendarFault[] = []
  let count = 0
  for (const one of said) {
    count += 1
    const read = count > mostDays ? calendarFault(one.line, 'many', String(mostDays)) : dayIn(one)
    const before = 'because' in read ? undefined : days.get(read.day)
    if ('because' in read) faults.push(read)
    else if (!before) days.set(read.day, { line: one.line, special: read })
    else if (before.special.kind !== read.kind)
      faults.push(calendarFault(one.line, 'twice', String(before.line)))
    if (faults.length >= mostFaults || count > mostDays) break
  }
  const special = [...days.values()].map((it) => it.special).filter(saysSomething)
  return { days: special.toSorted((a, b) => a.day.localeCompare(b.day)), faults }
}

function dayIn(said: SaidDay | CalendarFault): SpecialDay | CalendarFault {
  if ('because' in said) return said
  const day = parseDay(said.day)
  if (isInvalid(day)) return calendarFault(said.line, 'date', said.day, day)
  if (day === '') return calendarFault(said.line, 'date', said.day)
  if (said.kind === undefined) return calendarFault(said.line, 'kind', said.word)
  const name = readName(said.name)
  if (isInvalid(name)) return calendarFault(said.line, 'name', said.name, name)
  return { day, kind: said.kind, name: name === '' ? null : inEveryLanguage(name) }
}

const inEveryLanguage = (name: string): Label => ({ 'zh-Hans': name, 'zh-Hant': name, en: name })

/** A weekday off, a weekend day at work, or a weekend day with a name. */
const saysSomething = ({ day, kind, name }: SpecialDay): boolean =>
  kind === 'work' ? isWeekend(day) : !isWeekend(day) || name !== null

/** A year has more days off than this; what has fewer is a stray day of the year before or after. */
export const leastOff = 5

/** The years that are there as a whole. */
export function wholeYears(days: readonly SpecialDay[]): number[] {
  const off = new Map<number, number>()
  for (const { day, kind } of days)
    if (kind === 'off') off.set(yearOf(day), (off.get(yearOf(day)) ?? 0) + 1)
  return [...off].flatMap(([year, count]) => (count >= leastOff ? [year] : [])).toSorted()
}

/** 简体 only (繁體 folds to it) and English, as `folded` makes them. */
const headings = {
  day: 'date day 日期 西元日期 公历日期 日子',
  kind: 'kind type 种类 类别 类型 休班 安排 off/work',
  isOff: 'isholiday holiday? 是否放假 是否休息 放假',
  name: 'name holiday description 名称 节日 节日名称 节假日 备注 说明',
} as const

const kinds: Readonly<Record<DayKind, string>> = {
  off: 'off holiday rest closed 休 休息 休息日 放假 休假 假 假日 节假日 补假 调整放假 放假日',
  work: 'work working workday open 班 上班 工作 工作日 补班 补行上班 调整上班 调休上班 补班日 上班日',
}
/** The answer to a question: is it off? The official calendars of Taiwan say 2 and 0. */
const answers: Readonly<Record<DayKind, string>> = {
  off: '2 1 y yes true 是',
  work: '0 n no false 否',
}

const folded = (text: string): string => simplify(plainText(text)).replaceAll(' ', '')
const isAmong = (words: string, word: string): boolean =>
  word !== '' && words.split(' ').includes(word)

/** Where the cells of a row are. */
export interface CalendarColumns {
  readonly day: number
  readonly kind: number
  /** -1: there is none. */
  readonly name: number
  /** The kind is an answer to whether the day is off. */
  readonly asks: boolean
}

/** Undefined: no column of days, or none that says what they are. */
export function calendarColumns(cells: readonly string[]): CalendarColumns | undefined {
  const words = cells.map(folded)
  const at = (names: string) => words.findIndex((word) => isAmong(names, word))
  const [day, kind, isOff] = [at(headings.day), at(headings.kind), at(headings.isOff)]
  if (day < 0 || (kind < 0 && isOff < 0)) return undefined
  const asks = kind < 0
  return { day, kind: asks ? isOff : kind, name: at(headings.name), asks }
}

/** A row of a table; undefined where its cells are all empty. */
export function saidInRow(
  cells: readonly string[],
  line: number,
  columns: CalendarColumns,
): SaidDay | undefined {
  if (cells.every((cell) => cell.trim() === '')) return undefined
  const word = cells[columns.kind] ?? ''
  const among = columns.asks ? answers : kinds
  const kind = (['off', 'work'] as const).find((it) => isAmong(among[it], folded(word)))
  return { line, day: cells[columns.day] ?? '', kind, word, name: cells[columns.name] ?? '' }
}

/** What marks a day in the words of a published calendar: in brackets, or a word that says only that. */
const marks: readonly (readonly [DayKind, RegExp])[] = [
  ['work', /[（(【[]\s*(?:补?班|上班|补行上班|调休上班|work(?:ing)?(?:\s?day)?)\s*[)）】\]]/i],
  ['off', /[（(【[]\s*(?:休|休息|放?假|休假|补假|holiday|off|day off)\s*[)）】\]]/i],
  ['work', /补班|上班|(?:^|[\s:：·-])班(?:$|[\s:：·-])|working ?day|make-?up ?day/i],
  ['off', /放假|补假|休假|假期|(?:^|[\s:：·-])休(?:$|[\s:：·-])|day off|holiday/i],
]

/** The kind and the name in `国庆节（休）`, `Spring Festival(Workday)`; undefined: it marks no day. */
export function markedIn(summary: string): { kind: DayKind; name: string } | undefined {
  const plain = simplify(summary.normalize('NFC'))
  for (const [kind, mark] of marks) {
    const found = mark.exec(plain)
    if (!found) continue
    const bracketed = /^[（(【[]/.test(found[0])
    const rest = summary.slice(0, found.index) + summary.slice(found.index + found[0].length)
    return { kind, name: bracketed ? rest.trim() : summary.trim() }
  }
  return undefined
}
