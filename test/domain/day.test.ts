import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as days from '../../src/domain/day.ts'
import { parseDay } from '../../src/domain/day.ts'
import { isInvalid } from '../../src/domain/invalid.ts'

const anyDay = fc
  .date({ min: new Date('1800-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('the calendar', () => {
  test.each([
    ['2025-03-01', true, 'an ordinary day'],
    ['2024-02-29', true, 'the leap day of a leap year'],
    ['2025-02-29', false, 'a leap day in a common year'],
    ['1900-02-29', false, 'a leap day in a century year'],
    ['2000-02-29', true, 'a leap day in a year that 400 divides'],
    ['2400-02-29', true, 'and in the next such year'],
    ['1799-12-31', false, 'the day before the register begins'],
    ['1800-01-01', true, 'its first day'],
    ['9999-12-31', true, 'its last day'],
    ['2025-04-31', false, 'the 31st of a month of 30'],
    ['2025-13-01', false, 'a thirteenth month'],
    ['2025-00-10', false, 'a month zero'],
    ['2025-01-00', false, 'a day zero'],
    ['2025-1-01', false, 'a month of one digit'],
    ['2025-03-01 ', false, 'a trailing space'],
    ['２０２５-03-01', false, 'full-width digits'],
    ['', false, 'nothing'],
  ])('%s is a day: %s (%s)', (text, is) => {
    expect(days.isDay(text)).toBe(is)
  })

  test.each([
    ['2025-01-31', 1, '2025-02-28', 'a shorter month takes its last day'],
    ['2024-01-31', 1, '2024-02-29', 'February of a leap year has 29'],
    ['2025-03-31', -1, '2025-02-28', 'backwards as well'],
    ['2025-11-30', 3, '2026-02-28', 'over the turn of the year'],
    ['2025-01-15', -1, '2024-12-15', 'back over the turn of the year'],
    ['9999-12-31', 1, '9999-12-31', 'for ever stays for ever'],
    ['1800-01-01', -1, '1800-01-01', 'nothing is before the first day'],
  ])('%s and %i months are %s: %s', (day, months, sum) => {
    expect(days.addMonths(day, months)).toBe(sum)
  })

  test('ten years after a leap day is the last of February', () => {
    expect(days.addYears('2024-02-29', 10)).toBe('2034-02-28')
    expect(days.addYears('2024-02-29', 4)).toBe('2028-02-29')
    expect(days.addYears('9990-05-05', 30)).toBe('9999-12-31')
  })

  test('the year of a day, and its last day', () => {
    expect(days.yearOf('2025-03-01')).toBe(2025)
    expect(days.endOfYear('2025-03-01')).toBe('2025-12-31')
  })

  test('days stop at both ends of the calendar', () => {
    expect(days.addDays('9999-12-30', 5)).toBe('9999-12-31')
    expect(days.addDays('1800-01-02', -5)).toBe('1800-01-01')
    expect(days.addDays('2025-02-28', 1)).toBe('2025-03-01')
  })

  test('adding the days between two days leads from one to the other', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, to) => {
        const between = days.daysBetween(from, to)
        expect(between).toBe((Date.parse(to) - Date.parse(from)) / 86_400_000)
        expect(days.addDays(from, between)).toBe(to)
      }),
    )
  })

  test('sums of months and years are days', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -1500, max: 1500 }), (day, months) => {
        expect(days.isDay(days.addMonths(day, months))).toBe(true)
        expect(days.isDay(days.addYears(day, months))).toBe(true)
      }),
    )
  })

  test('midnight in Shanghai is still yesterday in London', () => {
    const instant = new Date('2025-02-28T16:00:00Z')
    expect(days.dayIn(instant, 'Asia/Shanghai')).toBe('2025-03-01')
    expect(days.dayIn(instant, 'Europe/London')).toBe('2025-02-28')
    expect(() => days.dayIn(instant, 'Asia/Nowhere')).toThrow(RangeError)
  })

  test('is the same whether it is reckoned or asked of the calendars of the machine', () => {
    const zones = ['UTC', 'Asia/Shanghai', 'Asia/Taipei', 'Asia/Hong_Kong', 'Asia/Macau']
    const clocks = zones.map((timeZone) => new Intl.DateTimeFormat('sv-SE', { timeZone }))
    const instant = fc.date({
      min: new Date('1992-01-01'),
      max: new Date('2100-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(instant, (at) => {
        for (const [index, zone] of zones.entries())
          expect(days.dayIn(at, zone)).toBe(clocks[index]?.format(at))
      }),
    )
  })
})

describe('a day as people write it', () => {
  test.each([
    ['2025-03-01', '2025-03-01', 'as the register writes it'],
    ['2025/3/1', '2025-03-01', 'with slashes'],
    ['2025.3.1', '2025-03-01', 'with dots'],
    ['2025-3-1', '2025-03-01', 'without leading zeros'],
    ['20250301', '2025-03-01', 'without separators'],
    ['2025年3月1日', '2025-03-01', 'in Chinese'],
    ['2025 年 3 月 1 日', '2025-03-01', 'in Chinese with spaces'],
    ['2025年3月1号', '2025-03-01', 'as spoken'],
    ['２０２５年３月１日', '2025-03-01', 'in full width'],
    ['２０２５／０３／０１', '2025-03-01', 'in full width with slashes'],
    ['二〇二五年三月一日', '2025-03-01', 'in Chinese numerals'],
    ['二○二四年十二月三十一日', '2024-12-31', 'in Chinese numerals up to 31'],
    ['2025年3月1日星期六', '2025-03-01', 'with its weekday'],
    [' 2025-03-01\u3000', '2025-03-01', 'between spaces'],
    ["'2025-03-01", '2025-03-01', 'marked as text by Excel'],
    ['2025-03-01 00:00:00', '2025-03-01', 'with midnight from a database'],
    ['2025-03-01T08:00:00', '2025-03-01', 'with a time of day'],
    ['2025-03-01T08:00:00.123', '2025-03-01', 'with milliseconds'],
    ['2025-03-01 00:00:00+08', '2025-03-01', 'with the time zone of China'],
    ['2025/3/1 0:00', '2025-03-01', 'with midnight from Excel'],
    ['2025/3/1 上午 8:30:00', '2025-03-01', 'with a Chinese half of the day'],
    ['3-1-2025 8:30 AM', 'date.ambiguous', 'American with time'],
    ['2025年3月1日8时30分', '2025-03-01', 'with a Chinese time'],
    ['45321', '2024-01-30', 'as a serial number of Excel'],
    ['45321.0', '2024-01-30', 'as a serial number once a float'],
    ['45321.75', '2024-01-30', 'as a serial number with a time of day'],
    ['20000', '1954-10-03', 'the first serial number that is taken for a day'],
    ['60000', '2064-04-08', 'the last'],
    ['19999', 'date.shape', 'a smaller number'],
    ['60001', 'date.shape', 'a greater number'],
    ['民国114年3月1日', '2025-03-01', 'in years of the Republic'],
    ['中華民國114年3月1日', '2025-03-01', 'in years of the Republic, in full'],
    ['民國114/03/01', '2025-03-01', 'in years of the Republic with slashes'],
    ['民国元年1月1日', '1912-01-01', 'the first year of the Republic'],
    ['1 Mar 2025', '2025-03-01', 'with an English month'],
    ['March 1, 2025', '2025-03-01', 'with an American month'],
    ['1-Mar-2025', '2025-03-01', 'as English Excel shows it'],
    ['1-Mar-25', '2025-03-01', 'as English Excel makes it of what was typed'],
    ['05-nov-26', '2026-11-05', 'in small letters'],
    ['31-Dec-29', '2029-12-31', 'in the last year of Excel’s century'],
    ['1-Jan-30', '1930-01-01', 'and in the first of the one before'],
    ['２-May-９８', '1998-05-02', 'full-width'],
    ['1-Mar-2025 08:30', '2025-03-01', 'with the time of day'],
    ['2024-02-29', '2024-02-29', 'a leap day'],
    ['', '', 'nothing'],
    ['-', '', 'a dash for nothing'],
    ['无', '', 'the word for nothing'],
    ['114年3月1日', 'date.shape', 'a year of three digits without era'],
    ['114/3/1', 'date.ambiguous', 'perhaps a year of the Republic'],
    ['3/1/2025', 'date.ambiguous', 'March or January'],
    ['01-02-2025', 'date.ambiguous', 'January or February'],
    ['25/3/1', 'date.ambiguous', 'a year without century'],
    ['13/1/2025', 'date.ambiguous', 'not even where one reading is left: its neighbours have two'],
    ['2026/2/30', 'date.no-such-day', 'a day that does not exist'],
    ['2025年2月29日', 'date.no-such-day', 'a leap day in a common year'],
    ['20251301', 'date.no-such-day', 'a thirteenth month'],
    ['0000-00-00', 'date.no-such-day', 'nothing as MySQL writes it'],
    ['1799-12-31', 'date.range', 'before the register begins'],
    ['2025-03', 'date.incomplete', 'a month'],
    ['2025年', 'date.incomplete', 'a year'],
    ['202503', 'date.incomplete', 'a month without separator'],
    ['2025-03-01T16:00:00Z', 'date.zone', 'an instant of Greenwich is perhaps tomorrow here'],
    ['2025-03-01T16:00:00-05:00', 'date.zone', 'an instant of New York'],
    ['2025-3/1', 'date.shape', 'with two separators'],
    ['去年三月', 'date.shape', 'in words'],
    ['2025-03-01\u0007', 'text.control', 'with a control character'],
  ])('%s is %s: %s', (raw, expected) => {
    const read = parseDay(raw)
    expect(isInvalid(read) ? read.code : read).toBe(expected)
  })

  test('an unclear day comes with its possible readings', () => {
    expect(parseDay('3/1/2025')).toEqual({
      code: 'date.ambiguous',
      facts: { readings: ['2025-01-03', '2025-03-01'] },
    })
    expect(parseDay('114/3/1')).toMatchObject({ facts: { readings: ['2025-03-01'] } })
  })

  test('every spelling of a day leads back to it', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const [year, month, date] = day.split('-').map(Number)
        expect(parseDay(day)).toBe(day)
        expect(parseDay(`${year}/${month}/${date}`)).toBe(day)
        expect(parseDay(`${year}年${month}月${date}日`)).toBe(day)
        expect(parseDay(day.replaceAll('-', ''))).toBe(day)
      }),
    )
  })

  test('whatever is read is a day, nothing, or refused', () => {
    const pieces = fc.constantFrom(...'0123456789-/.年月日民国元T: 上午星期六Zz+一二十'.split(''))
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces).map((all) => all.join('')),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const read = parseDay(text)
        expect(isInvalid(read) || read === '' || days.isDay(read)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})
