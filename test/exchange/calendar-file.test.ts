import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wholeYears, type CalendarFault } from '../../src/domain/calendar-reading.ts'
import { markedIn } from '../../src/domain/calendar-words.ts'
import {
  builtInCalendar,
  specialDaysIn,
  type WorkCalendar,
} from '../../src/domain/work-calendar.ts'
import { calendarIn } from '../../src/exchange/calendar-file.ts'
import { csvLine } from '../../src/exchange/csv-write.ts'
import { newRoom } from '../support/program.ts'
import { refusalOf } from '../support/refusals.ts'

const room = newRoom()
let files = 0

/** Writes a file; gives its path. */
function file(content: string | Uint8Array): string {
  const path = join(room, `${(files += 1)}.txt`)
  writeFileSync(path, content)
  return path
}

/** `2027-01-01 off 元旦` … */
const read = (content: string | Uint8Array): string[] =>
  calendarIn(file(content), 0).map(({ day, kind, name }) =>
    [day, kind, ...(name === null ? [] : [name['zh-Hans']])].join(' '),
  )

/** `3 kind maybe`: line, what is wrong, value. */
const faultsIn = (content: string | Uint8Array): string[] => {
  const refused = refusalOf(() => calendarIn(file(content), 0))
  expect(refused.code).toBe('calendar.bad')
  const { faults } = refused.facts as { faults: readonly CalendarFault[] }
  return faults.map(({ line, because, value }) => `${line} ${because} ${value}`)
}

/** The code with which a file is refused. */
function outcomeOf(content: string): string {
  try {
    calendarIn(file(content), 0)
    return 'read'
  } catch (thrown) {
    return String((thrown as { code?: string }).code)
  }
}

describe('a calendar as a table', () => {
  const expected = ['2027-01-01 off 元旦', '2027-02-20 work 春节']

  test.each([
    ['简体', '日期,休班,名称\n2027-01-01,休,元旦\n2027-02-20,班,春节\n'],
    ['繁體', '日期,類別,名稱\n2027/1/1,放假,元旦\n2027/2/20,補行上班,春节\n'],
    ['English', 'Date,Kind,Name\r\n20270101,off,元旦\r\n20270220,Work,春节\r\n'],
    [
      'columns in another order, with more of them',
      'name;kind;x;date\n元旦;休;1;2027-01-01\n春节;班;;2027-02-20\n',
    ],
    ['a byte order mark', '\uFEFFdate,kind,name\n2027-01-01,off,元旦\n2027-02-20,work,春节'],
    [
      'blank lines and blank rows',
      'date,kind,name\n\n2027-02-20,班,春节\n,,\n2027-01-01,off,元旦\n',
    ],
    [
      'the same day twice',
      'date,kind,name\n2027-01-01,休,元旦\n2027-01-01,休,新年\n2027-02-20,班,春节\n',
    ],
    ['民国', '日期,休班,名称\n民國116年1月1日,休,元旦\n民國116年2月20日,班,春节\n'],
  ])('%s', (_, content) => {
    expect(read(content)).toEqual(expected)
  })

  test('the official form of Taiwan, every day of the year in it, gives its special days only', () => {
    const rows = [
      '西元日期,星期,是否放假,備註',
      '20270101,五,2,開國紀念日',
      '20270102,六,2,',
      '20270103,日,2,',
      '20270104,一,0,',
      '20270228,日,2,和平紀念日',
      '20270306,六,0,補行上班',
    ]
    expect(read(rows.join('\r\n'))).toEqual([
      '2027-01-01 off 開國紀念日',
      '2027-02-28 off 和平紀念日',
      '2027-03-06 work 補行上班',
    ])
  })

  test('what an export wrote is what is read', () => {
    const calendar = builtInCalendar('mainland') as WorkCalendar
    const year = fc.integer({ min: 2004, max: 2026 })
    fc.assert(
      fc.property(year, (of) => {
        const days = specialDaysIn(calendar, of)
        const rows = days.map(({ day, kind, name }) =>
          csvLine([day, kind, name?.['zh-Hans'] ?? '']),
        )
        expect(read(['date,kind,name', ...rows].join('\n'))).toEqual(
          days.map(({ day, kind, name }) => `${day} ${kind} ${name?.['zh-Hans']}`),
        )
      }),
      { numRuns: 10 },
    )
  })

  test('each line that is wrong is named, with what is wrong', () => {
    const rows = [
      'date,kind,name',
      '2027-02-29,off,闰日',
      '3/1/2027,off,',
      ',off,无日期',
      '2027-05-01,调休,',
      '2027-05-02,,',
      '2027-05-03,off,\u001B[31m红',
      '2027-05-04,off,劳动节',
      '2027-05-04,work,劳动节',
    ]
    expect(faultsIn(rows.join('\n'))).toEqual([
      '2 date 2027-02-29',
      '3 date 3/1/2027',
      '4 date ',
      '5 kind 调休',
      '6 kind ',
      '7 name \u001B[31m红',
      '9 twice 8',
    ])
  })

  test.each([
    ['no columns that say anything', 'a,b\n1,2\n', '1 heading a,b'],
    ['no kinds', 'date,name\n2027-01-01,元旦\n', '1 heading date,name'],
    ['no headings', '2027-01-01,off,元旦\n', '1 heading 2027-01-01,off,元旦'],
  ])('%s', (_, content, fault) => {
    expect(faultsIn(content)).toEqual([fault])
  })

  test('what is wrong without end is broken off', () => {
    expect(faultsIn(`date,kind\n${'x,y\n'.repeat(100_000)}`)).toHaveLength(50)
    const days = Array.from({ length: 20_001 }, () => '2027-01-01,off').join('\n')
    expect(faultsIn(`date,kind\n${days}`)).toEqual(['20002 many 20000'])
  })

  test('what is no text, empty, or a folder is refused as such', () => {
    const folder = join(room, 'folder')
    mkdirSync(folder)
    const codes = [
      file(Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 251)),
      file(''),
      folder,
      join(room, 'none'),
    ].map((path) => refusalOf(() => calendarIn(path, 0)).code)
    expect(codes).toEqual(['input.binary', 'input.empty', 'input.directory', 'input.missing'])
  })

  test('nothing at all that a file may hold is worse than refused', () => {
    const lines = fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 8 })
    fc.assert(
      fc.property(fc.constantFrom('date,kind,name', 'BEGIN:VCALENDAR', ''), lines, (head, rest) => {
        expect(outcomeOf([head, ...rest].join('\n'))).toMatch(
          /^(read|calendar\.bad|(?:input|csv)\..+)$/,
        )
      }),
      { numRuns: 60 },
    )
  })
})

/** A calendar in ICS of events given line by line. */
const ics = (...events: readonly (readonly string[])[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
  ].join('\r\n')

describe('a calendar in ICS', () => {
  test('gives every day of its marked events; the end of a span does not count', () => {
    const content = ics(
      ['DTSTART;VALUE=DATE:20270101', 'DTEND;VALUE=DATE:20270103', 'SUMMARY:元旦(休)'],
      ['DTSTART;VALUE=DATE:20270220', 'SUMMARY:春节（班）'],
      ['DTSTART;VALUE=DATE:20270204', 'SUMMARY:立春'],
      ['DTSTART:20270506T090000Z', 'SUMMARY:例会'],
    )
    expect(read(content)).toEqual([
      '2027-01-01 off 元旦',
      '2027-01-02 off 元旦',
      '2027-02-20 work 春节',
    ])
  })

  test('may be folded, escaped, with parameters, alarms and time zones', () => {
    const content = [
      'BEGIN:VCALENDAR',
      'BEGIN:VTIMEZONE',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'END:STANDARD',
      'END:VTIMEZONE',
      'BEGIN:VEVENT',
      'SUMMARY;LANGUAGE="zh:CN":国庆',
      ' 节\\, 中秋(',
      '\t休)',
      'BEGIN:VALARM',
      'SUMMARY:提醒(班)',
      'END:VALARM',
      'DTSTART;X="a;b:c";VALUE=DATE:20271001',
      'DTEND;VALUE=DATE:20271001',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'SUMMARY:Special',
      'X-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY',
      'DTSTART;VALUE=DATE:20271009',
      'END:VEVENT',
      'END:VCALENDAR',
    ]
    expect(read(content.join('\n'))).toEqual([
      '2027-10-01 off 国庆节, 中秋',
      '2027-10-09 work Special',
    ])
  })

  test.each([
    ['a time of day', ['DTSTART:20270101T090000', 'SUMMARY:元旦(休)'], 'timed 20270101T090000'],
    ['no day', ['SUMMARY:元旦(休)'], 'date '],
    ['a day that there is not', ['DTSTART:20270230', 'SUMMARY:元旦(休)'], 'date 20270230'],
    [
      'an end before its beginning',
      ['DTSTART:20270103', 'DTEND:20270101', 'SUMMARY:元旦(休)'],
      'span 20270103-20270101',
    ],
    [
      'a year without work',
      ['DTSTART:20270101', 'DTEND:20280101', 'SUMMARY:元旦(休)'],
      'span 20270101-20280101',
    ],
    [
      'a repetition',
      ['DTSTART:20270101', 'RRULE:FREQ=YEARLY', 'SUMMARY:元旦(休)'],
      'repeats 元旦(休)',
    ],
  ])('%s is refused', (_, event, fault) => {
    expect(faultsIn(ics(event))).toEqual([`3 ${fault}`])
  })

  test('that is cut off is refused, as is one that is endless', () => {
    expect(faultsIn('BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:元旦(休)\nDTSTART:20270101\n')).toEqual(
      ['2 unclosed 元旦(休)'],
    )
    const endless = `BEGIN:VCALENDAR\n${'X-NOTHING:x\n'.repeat(120_000)}`
    expect(faultsIn(endless)[0]).toMatch(/^1 many/)
  })

  test.each([
    ['元旦(休)', 'off', '元旦'],
    ['国庆节（休）', 'off', '国庆节'],
    ['春节 班', 'work', '春节 班'],
    ['春節補班', 'work', '春節補班'],
    ['国庆节调休上班', 'work', '国庆节调休上班'],
    ['Spring Festival(Workday)', 'work', 'Spring Festival'],
    ['National Day (Holiday)', 'off', 'National Day'],
    ['和平紀念日放假', 'off', '和平紀念日放假'],
  ])('%s marks a day', (summary, kind, name) => {
    expect(markedIn(summary)).toEqual({ kind, name })
  })

  test.each(['立春', '母亲节', '班主任会议', '退休人员联欢', 'offsite', 'coffee'])(
    '%s marks none',
    (summary) => {
      expect(markedIn(summary)).toBeUndefined()
    },
  )
})

test('a year is whole with five days off, not with a day or two of the turn of the year', () => {
  const days = (year: number, count: number) =>
    Array.from({ length: count }, (_, at) => ({
      day: `${year}-05-0${at + 3}`,
      kind: 'off' as const,
      name: null,
    }))
  expect(wholeYears([...days(2026, 4), ...days(2027, 5)])).toEqual([2027])
})
