import type { CalendarFault, CalendarFaultKind } from '../../domain/calendar-reading.ts'
import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'
import { valueText } from './values.ts'

const clauses = (source: readonly string[]): string =>
  source.length > 0 ? `（${source.join('、')}）` : ''

const faults: Readonly<Record<CalendarFaultKind, (value: string) => string>> = {
  heading: (value) => `首行“${value}”里没有日期列或休班列。首行应为 date,kind,name`,
  date: (value) => `“${value}”不是日期`,
  kind: (value) => `休班不能是“${value}”，请写 休 或 班（off、work）`,
  name: (value) => `名称“${value}”不可用`,
  twice: (value) => `与第 ${value} 行说法相反：同一天不能既休又班`,
  span: (value) => `起止 ${value} 不对，或超过 31 天`,
  timed: (value) => `“${value}”带时刻，放假须是全天`,
  repeats: (value) => `“${value}”是重复的安排，请逐日列出`,
  unclosed: (value) => `“${value}”没有 END:VEVENT，文件可能不完整`,
  many: () => '内容太多，不像日历',
}

const faultText = ({ line, because, value, invalid }: CalendarFault): string =>
  `  第 ${line} 行：${faults[because](value)}${invalid ? `：${valueText(invalid)}` : '。'}`

/** Working days. */
export const calendarRefusals = {
  'calendar.beyond': ({ day, calendar, from, to, source }) =>
    `${calendar} 日历${from === null ? '还没有任何年份' : `只有 ${from} 至 ${to} 年`}，不能判断 ${day} 是否工作日，也不推测${clauses(source)}。那一年的安排公布后导入：dangan policy calendar import <文件> --name ${calendar}；或在制度里定 beyondCoverage: provisional，先按周末暂定。`,
  'calendar.closed-day': ({ day, holiday, before, after, source }) =>
    `${day} 是${holiday === null ? '休息日' : `休息日（${holiday['zh-Hans']}）`}，不能定为到期日${clauses(source)}。${[
      before === null ? '' : `之前的工作日：${before}`,
      after === null ? '' : `之后的：${after}`,
    ]
      .filter(Boolean)
      .join('；')}${before === null && after === null ? '' : '。'}`,
  'calendar.unknown': ({ calendar, suggestion, calendars }) =>
    `没有日历 ${calendar}。${suggestion === undefined ? '' : `是否为 ${suggestion}？`}现有：${calendars.join('、')}。自己的日历先导入：dangan policy calendar import <文件> --name ${calendar}。`,
  'calendar.bad': ({ path, faults: list }) =>
    [`日历 ${path} 有不对之处，没有导入：`, ...list.map(faultText)].join('\n'),
  'calendar.partial': ({ path, years, least }) =>
    years.length === 0
      ? `${path} 里没有放假或调休的日子，没有导入。`
      : `${path} 里 ${years.join('、')} 年的休息日都不足 ${least} 天，不像一整年的安排，没有导入。若确是整年，请注明：--years ${years.join(',')}。`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
