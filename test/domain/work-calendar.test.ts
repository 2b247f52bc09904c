import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { yearOf } from '../../src/domain/calendar.ts'
import { saysTheSame, withImport, withImports } from '../../src/domain/calendar-import.ts'
import { addDays } from '../../src/domain/day.ts'
import {
  builtInCalendar,
  coverageOf,
  emptyCalendar,
  isWeekend,
  specialDaysIn,
  weekdayOf,
  type SpecialDay,
  type WorkCalendar,
} from '../../src/domain/work-calendar.ts'
import { isWorkingDay } from '../../src/domain/working-days.ts'

const calendarOf = (name: string) => builtInCalendar(name) as WorkCalendar
const mainland = calendarOf('mainland')
const taiwan = calendarOf('taiwan')

const daysOf = (year: number) =>
  Array.from({ length: 366 }, (_, at) => addDays(`${year}-01-01`, at)).filter(
    (day) => yearOf(day) === year,
  )
const working = (calendar: WorkCalendar, year: number) =>
  daysOf(year).filter((day) => isWorkingDay(day, calendar)).length

describe('the tables', () => {
  test('are those that bin/dev/make-calendars.mjs makes today', () => {
    const { status } = spawnSync(process.execPath, ['bin/dev/make-calendars.mjs', '--check'])
    expect(status).toBe(0)
  }, 30_000)

  test('claim the years that they have, and none beyond', () => {
    expect(coverageOf(mainland)).toEqual({ from: 2004, to: 2026, missing: [] })
    expect(coverageOf(taiwan)).toEqual({ from: 2017, to: 2027, missing: [] })
    expect(coverageOf(calendarOf('weekends'))).toEqual({ from: null, to: null, missing: [] })
    expect(mainland.version).toMatch(/^chinese-days \d+\.\d+\.\d+\/2026$/)
    expect(taiwan.version).toBe('dgpa/2027')
  })

  test.each([mainland, taiwan])(
    'of $name make up on weekends only, and every year is whole',
    (it) => {
      const special = [...it.special.values()]
      expect(special.filter(({ day, kind }) => kind === 'work' && !isWeekend(day))).toEqual([])
      expect(
        special.filter(({ name }) => !name?.['zh-Hans'] || !name['zh-Hant'] || !name.en),
      ).toEqual([])
      for (const year of it.years as ReadonlySet<number>)
        expect(specialDaysIn(it, year).length).toBeGreaterThanOrEqual(14)
    },
  )

  test('of Taiwan work a Saturday for each day that is said to be made up', () => {
    for (const year of taiwan.years as ReadonlySet<number>) {
      const days = specialDaysIn(taiwan, year)
      const named = (name: string) => days.filter((it) => it.name?.['zh-Hant'] === name).length
      // from 2023 to 2025 the day before New Year's Eve was made up, too; since 2026 nothing is
      const eve = year > 2025 ? 0 : named('小年夜')
      expect([year, named('調整放假') + eve]).toEqual([year, named('補行上班')])
    }
  })
})

describe('published facts', () => {
  test.each([
    // 国办发明电〔2023〕7号, 〔2024〕12号, 国办发明电〔2025〕7号
    ['2024-02-04', 'work', '春节'],
    ['2024-02-10', 'off', '春节'],
    ['2024-02-17', 'off', '春节'],
    ['2024-02-18', 'work', '春节'],
    ['2024-10-12', 'work', '国庆节'],
    ['2025-01-26', 'work', '春节'],
    ['2025-02-08', 'work', '春节'],
    ['2025-04-27', 'work', '劳动节'],
    ['2025-09-28', 'work', '国庆节'],
    ['2025-10-11', 'work', '国庆节'],
    ['2026-01-04', 'work', '元旦'],
    ['2026-02-14', 'work', '春节'],
    ['2026-02-28', 'work', '春节'],
    ['2026-05-09', 'work', '劳动节'],
    ['2026-09-20', 'work', '国庆节'],
    ['2026-10-10', 'work', '国庆节'],
    // 2020: Spring Festival was lengthened to 2 February
    ['2020-01-31', 'off', '春节'],
    ['2015-09-03', 'off', '抗战胜利纪念日'],
    ['2015-09-06', 'work', '抗战胜利纪念日'],
    ['2008-05-04', 'work', '劳动节'],
  ])('%s on the mainland: %s, %s', (day, kind, name) => {
    const found = mainland.special.get(day)
    expect([found?.kind, found?.name?.['zh-Hans']]).toEqual([kind, name])
  })

  test('the mainland was closed from 1 to 8 October 2025', () => {
    const closed = daysOf(2025).filter(
      (day) => day.startsWith('2025-10-0') && !isWorkingDay(day, mainland),
    )
    expect(closed).toEqual(Array.from({ length: 8 }, (_, at) => `2025-10-0${at + 1}`))
  })

  test.each([
    // 中華民國政府行政機關辦公日曆表
    ['2017-02-18', 'work', '補行上班'],
    ['2023-01-07', 'work', '補行上班'],
    ['2024-02-08', 'off', '小年夜'],
    ['2025-02-08', 'work', '補行上班'],
    ['2025-10-24', 'off', '補假'],
    ['2026-09-28', 'off', '孔子誕辰紀念日'],
    ['2027-12-24', 'off', '補假'],
  ])('%s in Taiwan: %s, %s', (day, kind, name) => {
    const found = taiwan.special.get(day)
    expect([found?.kind, found?.name?.['zh-Hant']]).toEqual([kind, name])
  })

  test.each([
    [mainland, 2024, 251],
    [mainland, 2025, 248],
    [mainland, 2026, 248],
    [taiwan, 2024, 251],
    [taiwan, 2025, 247],
    [taiwan, 2026, 245],
  ])('$0.name in $1 has $2 working days', (calendar, year, count) => {
    expect(working(calendar, year)).toBe(count)
  })

  test('weekdays', () => {
    expect(
      ['1800-01-01', '1969-12-29', '1970-01-01', '2024-02-29', '2026-11-22'].map(weekdayOf),
    ).toEqual([2, 0, 3, 3, 6])
  })
})

const special = (day: string, kind: SpecialDay['kind'], name?: string): SpecialDay => ({
  day,
  kind,
  name: name === undefined ? null : { 'zh-Hans': name, 'zh-Hant': name, en: name },
})

describe('what is brought in', () => {
  const next = {
    version: 'aa',
    years: [2027],
    days: [special('2026-12-31', 'off'), special('2027-02-08', 'off', '春节')],
  }

  test('adds its years, and changes but the single days of others', () => {
    const calendar = withImport(mainland, next)
    expect(coverageOf(calendar)).toEqual({ from: 2004, to: 2027, missing: [] })
    expect(isWorkingDay('2026-12-31', calendar)).toBe(false)
    expect(isWorkingDay('2026-10-01', calendar)).toBe(false)
    expect(calendar.version).toBe(`${mainland.version}+aa`)
    expect(coverageOf(mainland).to).toBe(2026)
  })

  test('wins over a year that was there before', () => {
    const again = { version: 'bb', years: [2026], days: [special('2026-03-02', 'off')] }
    const calendar = withImport(mainland, again)
    expect(isWorkingDay('2026-10-01', calendar)).toBe(true)
    expect(isWorkingDay('2026-03-02', calendar)).toBe(false)
    expect(isWorkingDay('2025-10-01', calendar)).toBe(false)
  })

  test('takes names in three languages from days that have them', () => {
    expect(withImport(mainland, next).special.get('2027-02-08')?.name?.en).toBe('Spring Festival')
  })

  test('leaves a gap where years between are missing', () => {
    const far = { version: 'cc', years: [2029], days: [] }
    expect(coverageOf(withImport(mainland, far)).missing).toEqual([2027, 2028])
    expect(coverageOf(withImport(emptyCalendar('x'), far))).toEqual({
      from: 2029,
      to: 2029,
      missing: [],
    })
  })

  test('is no longer part of the version once all of it is overtaken', () => {
    const mended = { version: 'dd', years: [2027], days: [special('2027-02-09', 'off')] }
    const both = { version: 'ee', years: [2026, 2027], days: [special('2027-02-09', 'off')] }
    expect(withImports(mainland, [next, mended]).version).toBe(`${mainland.version}+aa+dd`)
    expect(withImports(mainland, [next, mended, both]).version).toBe(`${mainland.version}+ee`)
  })

  test('says the same when it is brought in again', () => {
    const calendar = withImport(mainland, next)
    expect(saysTheSame(mainland, calendar)).toBe(false)
    expect(saysTheSame(calendar, withImport(calendar, { ...next, version: 'zz' }))).toBe(true)
  })
})
