import type { Catalog } from '../catalog.ts'

/** Calendars of working days. */
export const calendar = {
  summary: '工作日曆：檢視、匯入、計算到期日',
  description:
    '哪些天上班、哪些天休息。程式內建中國國務院放假安排（mainland，含調休上班）、行政院人事行政總處辦公日曆（taiwan）及只看週末的 weekends；本單位採用哪一種，由制度的 calendar 一節規定。日曆未涵蓋的年份不推測，公布後以 import 匯入。',
  year: '年份，如 2026；未指定則列出各種日曆及其涵蓋年份',
  options: {
    name: '哪一種日曆；未指定則為制度所定者',
    years: '檔案所含的整年，如 2027 或 2027,2028；未指定則依休息日多寡判斷',
    reason: '原因',
  },
  names: { mainland: '中國大陸', taiwan: '臺灣', weekends: '只看週末' },
  called: (name: string, title: string) => `${name}（${title}）`,
  keys: {
    calendar: '日曆',
    inForce: '採用',
    from: '自',
    to: '至',
    missing: '缺',
    off: '休息日',
    work: '補班日',
    version: '版本',
    importedOn: '最近匯入',
    date: '日期',
    kind: '休班',
    name: '節日',
  },
  kinds: { off: '休', work: '班' },
  always: '不限',
  yes: '是',
  show: {
    summary: '檢視某年的工作日曆',
    description:
      '逐月列出一年的工作日曆，標出放假（休）與補班（班），末尾為各節日的安排。--format csv、json 只列這些特別的日子，csv 可修改後再匯入。',
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
      `${name} 日曆尚無 ${year} 年。公布後請匯入：dangan policy calendar import <檔案>。`,
  },
  import: {
    summary: '匯入工作日曆',
    description:
      '匯入一年或數年的放假與補班安排，或本單位自己的日曆。CSV 的欄位為 date,kind,name（日期、休班、名稱；休班填 休/班、off/work），政府公布的辦公日曆表（西元日期、是否放假、備註）亦可；ICS 依摘要中的（休）（班）。匯入的年份取代原有的同一年；個別屬於前後年份的日子只改那幾天。有一行不正確，即全部不匯入。',
    file: 'CSV 或 ICS 檔案；- 從標準輸入讀取',
    done: (name: string, years: string, off: number, work: number) =>
      `已匯入 ${name} 日曆 ${years} 年：休息日 ${off} 天，補班日 ${work} 天。`,
    stray: (days: string) => `另變更其他年份的幾天：${days}。`,
    same: (name: string) => `${name} 日曆沒有變化，未寫入。`,
    notInForce: (name: string, own: string) =>
      `制度現採用的是 ${own}，而非 ${name}。如要改用：在制度中寫 calendar: { name: ${name} … }，再執行 dangan policy set。`,
    silent: '制度尚無 calendar 一節，無法計算以工作日計的期限。補上：dangan policy upgrade。',
  },
  due: {
    summary: '計算幾個工作日以後是哪一天',
    description:
      '自某日起（當日不計）第幾個工作日是哪一天。日曆未涵蓋的年份依制度辦理：不予計算，或暫依週末計算並註明。',
    day: '自哪天起',
    count: '幾個工作日',
    ask: { day: '自哪天起', count: '幾個工作日' },
    said: (dueOn: string, weekday: string) => `${dueOn} 星期${weekday}`,
    skipped: (days: string) => `其間休息：${days}`,
    provisional: '日曆未涵蓋該年，暫依週末計算；匯入該年的安排後請再計算。',
  },
} satisfies Catalog['calendar']
