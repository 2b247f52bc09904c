import type { CalendarFault, CalendarFaultKind } from '../../domain/calendar-reading.ts'
import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'
import { valueText } from './values.ts'

const clauses = (source: readonly string[]): string =>
  source.length > 0 ? `（${source.join('、')}）` : ''

const faults: Readonly<Record<CalendarFaultKind, (value: string) => string>> = {
  heading: (value) => `首行「${value}」中沒有日期欄或休班欄。首行應為 date,kind,name`,
  date: (value) => `「${value}」不是日期`,
  kind: (value) => `休班不能是「${value}」，請填 休 或 班（off、work）`,
  name: (value) => `名稱「${value}」無法使用`,
  twice: (value) => `與第 ${value} 行相反：同一天不能既休又班`,
  span: (value) => `起訖 ${value} 有誤，或超過 31 天`,
  timed: (value) => `「${value}」帶有時刻，放假須為全天`,
  repeats: (value) => `「${value}」是重複的安排，請逐日列出`,
  unclosed: (value) => `「${value}」沒有 END:VEVENT，檔案可能不完整`,
  many: () => '內容過多，不像日曆',
}

const faultText = ({ line, because, value, invalid }: CalendarFault): string =>
  `  第 ${line} 行：${faults[because](value)}${invalid ? `：${valueText(invalid)}` : '。'}`

/** Working days. */
export const calendarRefusals = {
  'calendar.beyond': ({ day, calendar, from, to, source }) =>
    `${calendar} 日曆${from === null ? '尚無任何年份' : `只涵蓋 ${from} 至 ${to} 年`}，無法判斷 ${day} 是否為工作日，亦不推測${clauses(source)}。該年安排公布後請匯入：dangan policy calendar import <檔案> --name ${calendar}；或在制度中定 beyondCoverage: provisional，先依週末暫定。`,
  'calendar.closed-day': ({ day, holiday, before, after, source }) =>
    `${day} 是${holiday === null ? '休息日' : `休息日（${holiday['zh-Hant']}）`}，不能定為到期日${clauses(source)}。${[
      before === null ? '' : `之前的工作日：${before}`,
      after === null ? '' : `之後的：${after}`,
    ]
      .filter(Boolean)
      .join('；')}${before === null && after === null ? '' : '。'}`,
  'calendar.unknown': ({ calendar, suggestion, calendars }) =>
    `沒有日曆 ${calendar}。${suggestion === undefined ? '' : `是否為 ${suggestion}？`}現有：${calendars.join('、')}。自己的日曆請先匯入：dangan policy calendar import <檔案> --name ${calendar}。`,
  'calendar.bad': ({ path, faults: list }) =>
    [`日曆 ${path} 有不正確之處，未匯入：`, ...list.map(faultText)].join('\n'),
  'calendar.partial': ({ path, years, least }) =>
    years.length === 0
      ? `${path} 中沒有放假或補班的日子，未匯入。`
      : `${path} 中 ${years.join('、')} 年的休息日都不足 ${least} 天，不像一整年的安排，未匯入。若確為整年，請註明：--years ${years.join(',')}。`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
