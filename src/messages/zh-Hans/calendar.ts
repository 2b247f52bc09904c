/** Calendars of working days. */
export const calendar = {
  summary: '工作日历：查看、导入、计算到期日',
  description:
    '哪些天上班、哪些天休息。程序自带国务院放假安排（mainland，含调休上班）、台湾行政机关办公日历（taiwan）和只看周末的 weekends；本单位用哪一种由制度的 calendar 一节规定。日历没有的年份不推测，公布后用 import 导入。',
  year: '年份，如 2026；不给则列出各种日历及其所含年份',
  options: {
    name: '哪一种日历；不给则为制度所定的',
    years: '文件所含的整年，如 2027 或 2027,2028；不给则由休息日的多少判断',
    reason: '原因',
  },
  names: { mainland: '中国大陆', taiwan: '台湾', weekends: '只看周末' } as Readonly<
    Record<string, string>
  >,
  called: (name: string, title: string) => `${name}（${title}）`,
  keys: {
    calendar: '日历',
    inForce: '采用',
    from: '自',
    to: '至',
    missing: '缺',
    off: '休息日',
    work: '调休上班',
    version: '版本',
    importedOn: '最近导入',
    date: '日期',
    kind: '休班',
    name: '节日',
  },
  kinds: { off: '休', work: '班' },
  always: '不限',
  yes: '是',
  show: {
    summary: '查看某年的工作日历',
    description:
      '逐月列出一年的工作日历，标出放假（休）和调休上班（班），末尾是各节日的安排。--format csv、json 只列这些特别的日子，csv 可以改了再导入。',
    heading: (year: number, name: string, version: string) => `${year} 年（${name}，${version}）`,
    month: (month: number) => `${month} 月`,
    weekdays: ['一', '二', '三', '四', '五', '六', '日'],
    marks: { off: '休', work: '班' },
    total: (working: number, closed: number) => `工作日 ${working} 天，休息日 ${closed} 天。`,
    line: (name: string, off: string, count: number, work: string) =>
      `${name}：${off}${off === '' ? '' : `（${count} 天）`}${work === '' ? '' : `${off === '' ? '' : '，'}上班 ${work}`}`,
    unnamed: '其他',
    until: (from: string, to: string) => `${from} 至 ${to}`,
    soon: (name: string, year: number) =>
      `${name} 日历还没有 ${year} 年。公布后导入：dangan policy calendar import <文件>。`,
  },
  import: {
    summary: '导入工作日历',
    description:
      '导入一年或几年的放假和调休安排，或本单位自己的日历。CSV 的列是 date,kind,name（日期、休班、名称；休班写 休/班、off/work），政府公布的办公日历表（西元日期、是否放假、备注）也可以；ICS 按摘要里的（休）（班）。导入的年份取代原有的同一年；个别属于前后年份的日子只改那几天。有一行不对就一行也不导入。',
    file: 'CSV 或 ICS 文件；- 从标准输入读取',
    done: (name: string, years: string, off: number, work: number) =>
      `已导入 ${name} 日历 ${years} 年：休息日 ${off} 天，调休上班 ${work} 天。`,
    stray: (days: string) => `另改了其他年份的几天：${days}。`,
    same: (name: string) => `${name} 日历没有变化，未写入。`,
    notInForce: (name: string, own: string) =>
      `制度现用的是 ${own}，不是 ${name}。要改用：在制度里写 calendar: { name: ${name} … }，再 dangan policy set。`,
    silent: '制度还没有 calendar 一节，工作日期限不能计算。补上：dangan policy upgrade。',
  },
  due: {
    summary: '计算几个工作日以后是哪一天',
    description:
      '从某日起（当日不计）第几个工作日是哪一天。日历没有的年份照制度办：不予计算，或按周末暂定并注明。',
    day: '自哪天起',
    count: '几个工作日',
    ask: { day: '自哪天起', count: '几个工作日' },
    said: (dueOn: string, weekday: string) => `${dueOn} 星期${weekday}`,
    skipped: (days: string) => `其间休息：${days}`,
    provisional: '日历没有那一年，暂按周末计算；导入那一年的安排后再算。',
  },
}
