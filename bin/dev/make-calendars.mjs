// Makes src/domain/tables/work-days.ts: the days that are off though no weekend day, and those on
// which people work at a weekend. `--check` writes nothing and exits 1 when the committed file is
// not what would be made.
//
// Mainland: the notices of the State Council (国务院办公厅), as the package chinese-days has them.
// Years are those for which it has the days; none beyond.
// Taiwan: 中華民國政府行政機關辦公日曆表 of the 行政院人事行政總處, data.gov.tw/dataset/14718 (政府資料開放
// 授權條款 1.0: its maker is named here and in README), as republished in JSON by
// github.com/imsyuan/taiwan-holidays (2017-2026) and github.com/ruyut/TaiwanCalendar (2027), which
// were read in November 2026. Each year: days off by name, then 班 and the Saturdays made up.
import { createRequire } from 'node:module'
import { readFileSync, writeFileSync } from 'node:fs'

const target = new URL('../../src/domain/tables/work-days.ts', import.meta.url)
const require = createRequire(import.meta.url)

/** 简体, 繁體, English: a day is called by its simplified name in the package. */
const mainlandNames = {
  元旦: ['元旦', '元旦', 'New Year'],
  春节: ['春节', '春節', 'Spring Festival'],
  清明: ['清明节', '清明節', 'Qingming Festival'],
  劳动节: ['劳动节', '勞動節', 'Labour Day'],
  端午: ['端午节', '端午節', 'Dragon Boat Festival'],
  中秋: ['中秋节', '中秋節', 'Mid-Autumn Festival'],
  国庆节: ['国庆节', '國慶節', 'National Day'],
  中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日: [
    '抗战胜利纪念日',
    '抗戰勝利紀念日',
    'Victory Day',
  ],
}

const taiwanNames = {
  元旦: ['开国纪念日', '開國紀念日', 'Founding Day'],
  夕: ['农历除夕', '農曆除夕', 'Lunar New Year’s Eve'],
  小: ['小年夜', '小年夜', 'the day before Lunar New Year’s Eve'],
  春: ['春节', '春節', 'Lunar New Year'],
  和: ['和平纪念日', '和平紀念日', 'Peace Memorial Day'],
  童清: ['儿童节及民族扫墓节', '兒童節及民族掃墓節', 'Children’s Day and Tomb-Sweeping Day'],
  童: ['儿童节', '兒童節', 'Children’s Day'],
  清: ['清明节', '清明節', 'Tomb-Sweeping Day'],
  掃: ['民族扫墓节', '民族掃墓節', 'Tomb-Sweeping Day'],
  勞: ['劳动节', '勞動節', 'Labour Day'],
  端: ['端午节', '端午節', 'Dragon Boat Festival'],
  秋: ['中秋节', '中秋節', 'Mid-Autumn Festival'],
  孔: ['孔子诞辰纪念日', '孔子誕辰紀念日', 'Confucius’ Birthday'],
  慶: ['国庆日', '國慶日', 'National Day'],
  光: ['台湾光复暨金门古宁头大捷纪念日', '臺灣光復暨金門古寧頭大捷紀念日', 'Retrocession Day'],
  憲: ['行宪纪念日', '行憲紀念日', 'Constitution Day'],
  補: ['补假', '補假', 'day off in lieu'],
  調: ['调整放假', '調整放假', 'day off, made up'],
  放: ['放假', '放假', 'day off'],
  班: ['补行上班', '補行上班', 'working day, made up'],
}

const taiwan = `
2017 元旦0101 補0102 夕0127 春0128 春0129 春0130 補0131 補0201 調0227 和0228 補0403 童清0404 調0529 端0530 秋1004 調1009 慶1010 班0218 班0603 班0930
2018 元旦0101 夕0215 春0216 春0217 春0218 補0219 補0220 和0228 童0404 掃0405 調0406 端0618 秋0924 慶1010 調1231 班0331 班1222
2019 元旦0101 夕0204 春0205 春0206 春0207 調0208 和0228 調0301 童0404 掃0405 端0607 秋0913 慶1010 調1011 班0119 班0223 班1005
2020 元旦0101 調0123 夕0124 春0125 春0126 春0127 補0128 補0129 和0228 補0402 放0403 童清0404 端0625 調0626 秋1001 調1002 補1009 慶1010 班0215 班0620 班0926
2021 元旦0101 調0210 夕0211 春0212 春0213 春0214 補0215 補0216 和0228 補0301 補0402 童清0404 補0405 端0614 調0920 秋0921 慶1010 補1011 補1231 班0220 班0911
2022 元旦0101 夕0131 春0201 春0202 春0203 調0204 和0228 童0404 掃0405 端0603 補0909 秋0910 慶1010 班0122
2023 元旦0101 補0102 小0120 夕0121 春0122 春0123 春0124 補0125 補0126 調0127 調0227 和0228 調0403 童0404 掃0405 端0622 調0623 秋0929 調1009 慶1010 班0107 班0204 班0218 班0325 班0617 班0923
2024 元旦0101 小0208 夕0209 春0210 春0211 春0212 補0213 補0214 和0228 童清0404 補0405 端0610 秋0917 慶1010 班0217
2025 元旦0101 小0127 夕0128 春0129 春0130 春0131 和0228 補0403 童清0404 補0530 端0531 孔0928 補0929 秋1006 慶1010 補1024 光1025 憲1225 班0208
2026 元旦0101 小0215 夕0216 春0217 春0218 春0219 補0220 補0227 和0228 補0403 童0404 清0405 補0406 勞0501 端0619 秋0925 孔0928 補1009 慶1010 光1025 補1026 憲1225
2027 元旦0101 小0204 夕0205 春0206 春0207 春0208 補0209 補0210 和0228 補0301 童0404 清0405 補0406 補0430 勞0501 端0609 秋0915 孔0928 慶1010 補1011 光1025 補1224 憲1225 補1231
`

const letters = 'abcdefghijklmnopqrstuvwxyz'
const letterOf = (names, name) => letters[Object.keys(names).indexOf(name)] ?? fail(name)

/** Small letters are off, capitals work. */
function mainlandDays() {
  const { holidays, workdays } = require('chinese-days/dist/chinese-days.json')
  const marked = (days, mark) =>
    Object.entries(days).map(([day, said]) => [
      day,
      mark(letterOf(mainlandNames, said.split(',')[1])),
    ])
  return yearly([
    ...marked(holidays, (letter) => letter),
    ...marked(workdays, (letter) => letter.toUpperCase()),
  ])
}

function taiwanDays() {
  const days = taiwan.trim().split('\n')
  return yearly(
    days.flatMap((line) => {
      const [year, ...said] = line.split(' ')
      return said.map((word) => {
        const [, name, month, date] = /^(\D+)(\d\d)(\d\d)$/.exec(word) ?? fail(word)
        const letter = letterOf(taiwanNames, name)
        return [`${year}-${month}-${date}`, name === '班' ? letter.toUpperCase() : letter]
      })
    }),
  )
}

/** `2004:a0101a0102…`, a year a word. A gap would be a year that is not covered. */
function yearly(marked) {
  return [...grouped(marked)]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([year, days]) => {
      const words = days.toSorted(([a], [b]) => a.localeCompare(b))
      return `${year}:${words.map(([day, letter]) => letter + real(day).slice(5).replace('-', '')).join('')}`
    })
}

function grouped(marked) {
  const years = new Map()
  for (const one of marked) {
    const year = one[0].slice(0, 4)
    years.set(year, [...(years.get(year) ?? []), one])
  }
  return years
}

const real = (day) => (new Date(`${day}T00:00:00Z`).toISOString().startsWith(day) ? day : fail(day))

function fail(what) {
  throw new Error(`calendars: ${what}?`)
}

function text() {
  const { version } = require('chinese-days/package.json')
  const [mainland, taipei] = [mainlandDays(), taiwanDays()]
  const last = (years) => years.at(-1).slice(0, 4)
  const namesOf = (names) =>
    Object.values(names)
      .map((labels) => labels.join('/'))
      .join('|')
  const values = [
    [
      'mainlandVersion',
      'Whence, and until which year.',
      `chinese-days ${version}/${last(mainland)}`,
    ],
    [
      'mainlandNames',
      'What the letters a, b … of the days stand for, in three languages.',
      namesOf(mainlandNames),
    ],
    [
      'mainlandDays',
      'A word a year: letter, month, date; small letters are off, capitals work.',
      mainland.join(' '),
    ],
    ['taiwanVersion', 'Whence, and until which year.', `dgpa/${last(taipei)}`],
    ['taiwanNames', 'As above.', namesOf(taiwanNames)],
    ['taiwanDays', 'As above.', taipei.join(' ')],
  ]
  const head = '// Made by bin/dev/make-calendars.mjs, which says from what: do not edit.\n\n'
  return (
    head +
    values.map(([name, says, value]) => `/** ${says} */\n${constant(name, value)}\n`).join('\n')
  )
}

const constant = (name, value) =>
  `export const ${name} = '${value}'`.length <= 100
    ? `export const ${name} = '${value}'`
    : `export const ${name} =\n  '${value}'`

const committed = () => {
  try {
    return readFileSync(target, 'utf8')
  } catch {
    return ''
  }
}

if (process.argv.includes('--check')) {
  if (committed() !== text()) {
    console.error(
      'src/domain/tables/work-days.ts is not current: run node bin/dev/make-calendars.mjs',
    )
    process.exitCode = 1
  }
} else writeFileSync(target, text())
