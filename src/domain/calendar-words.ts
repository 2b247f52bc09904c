import type { SaidDay } from './calendar-reading.ts'
import { plainText, simplify } from './characters.ts'
import type { DayKind } from './work-calendar.ts'

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
