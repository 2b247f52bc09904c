import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { dueUnder, workCalendarOf } from '../../src/commands/calendar-at.ts'
import type { Office } from '../../src/commands/desk.ts'
import type { Policy } from '../../src/domain/policy.ts'
import { historyOf } from '../../src/store/history.ts'
import { officeIn, type TestOffice } from '../support/office.ts'
import { refusalOf } from '../support/refusals.ts'

let office: TestOffice
beforeEach(async () => {
  office = await officeIn()
})

function file(name: string, content: string): string {
  const path = join(office.room, name)
  writeFileSync(path, content)
  return path
}

const next = () =>
  file(
    '2027.csv',
    [
      'date,kind,name',
      ...['2027-01-01', '2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10'].map(
        (day) => `${day},off,春节`,
      ),
      '2027-02-20,work,春节',
      '2026-12-31,off,元旦',
    ].join('\n'),
  )

const calendar = (...words: readonly string[]) => office.run('policy', 'calendar', ...words)
const done = (...words: readonly string[]) => office.done('policy', 'calendar', ...words)

/** The code and exit status of a refusal. */
async function refused(...words: readonly string[]): Promise<string> {
  const ran = await calendar(...words, '--json')
  return `${ran.status} ${ran.error?.code ?? ran.err}`
}

/** The policy goes by this from today on. */
async function adopt(rules: string): Promise<void> {
  const path = file('office.yaml', `policy: ours\nextends: denture\n${rules}`)
  await office.done('policy', 'set', path, '--effective', '2026-11-20', '--yes', '--reason', '调整')
}

describe('looking at calendars', () => {
  test('lists them with the years that they know, and the one in force', async () => {
    const rows = await done()
    expect(rows.map((it: { calendar: string }) => it.calendar)).toEqual([
      'mainland',
      'taiwan',
      'weekends',
    ])
    expect(Object.keys(rows[0])).toEqual([
      ...['calendar', 'inForce', 'from', 'to', 'missing', 'off', 'work', 'version'],
      'importedOn',
    ])
    expect(rows[0]).toMatchObject({ inForce: true, from: 2004, to: 2026, importedOn: null })
  })

  test('a year for machines is its special days', async () => {
    const rows = await done('2026')
    expect(rows).toHaveLength(39)
    expect(rows[0]).toEqual({ date: '2026-01-01', kind: 'off', name: '元旦' })
    expect(rows.filter((it: { kind: string }) => it.kind === 'work')).toHaveLength(6)
  })

  test('a year for people is a grid that lines up, with marks', async () => {
    const { out } = await calendar('2026')
    expect(out).toContain('15   16   17   18   19休 20休 21休')
    expect(out).toContain('春节：02-15 至 02-23（9 天），上班 02-14、02-28\n')
    expect(out).toContain('工作日 248 天，休息日 117 天。\n')
  })

  test('from November on the office is told that next year is missing', async () => {
    expect((await calendar('2026')).err).toContain('还没有 2027 年')
    office.today = '2026-10-31'
    expect((await calendar('2026')).err).toBe('')
  })

  test.each([
    ['a year that is not known', ['2027'], '3 calendar.beyond'],
    ['no year', ['今年'], '2 usage.bad-option'],
    ['a calendar that there is not', ['2026', '--name', 'mainlnd'], '4 calendar.unknown'],
  ])('%s is refused', async (_, words, expected) => {
    expect(await refused(...words)).toBe(expected)
  })

  test('a misspelt subcommand gets a suggestion', async () => {
    expect((await calendar('imprt')).err).toContain('是否为 policy calendar import？')
  })
})

describe('bringing a calendar in', () => {
  test('adds a year, as one entry of the journal', async () => {
    const before = office.look((store) => historyOf(store, 0)).length
    expect(await done('import', next())).toEqual({
      calendar: 'mainland',
      years: [2027],
      off: 6,
      work: 1,
      stray: ['2026-12-31'],
      unchanged: false,
      import: 1,
      version: expect.stringMatching(/^chinese-days [\d.]+\/2026\+[0-9a-f]{8}$/),
    })
    const acts = office.look((store) => historyOf(store, 0))
    expect(acts.slice(before)).toMatchObject([{ action: 'calendar.import' }])
    expect((await done())[0]).toMatchObject({ to: 2027, importedOn: '2026-11-20' })
    expect(await done('due', '2026-12-30', '1')).toMatchObject({ dueOn: '2027-01-04' })
    expect((await calendar('2026')).err).toBe('')
  })

  test('twice changes nothing the second time', async () => {
    const path = next()
    await done('import', path)
    const before = office.look((store) => historyOf(store, 0)).length
    expect(await done('import', path)).toMatchObject({ unchanged: true, import: null })
    expect(office.look((store) => historyOf(store, 0))).toHaveLength(before)
  })

  test('what was exported is nothing new', async () => {
    const { out } = await calendar('2026', '--format', 'csv')
    expect(await done('import', file('2026.csv', out))).toMatchObject({ unchanged: true })
  })

  test('under --dry-run is shown, and not kept', async () => {
    expect(await done('import', next(), '--dry-run')).toMatchObject({ years: [2027], import: 1 })
    expect((await done())[0]).toMatchObject({ to: 2026 })
  })

  test('a year that is brought in again takes the place of the old one', async () => {
    await done('import', next())
    const mended = file('b.csv', 'date,kind\n2027-03-01,off\n')
    expect(await done('import', mended, '--years', '2027')).toMatchObject({ years: [2027], off: 1 })
    expect(await done('2027')).toEqual([{ date: '2027-03-01', kind: 'off', name: null }])
    expect(await done('2026')).toHaveLength(40) // the single day of that year stays
  })

  test('a calendar of the office’s own, which its policy then names', async () => {
    const own = file('own.csv', 'date,kind,name\n2026-12-24,off,盘点\n')
    const ran = await calendar('import', own, '--name', '工厂', '--years', '2026')
    expect(ran.err).toContain('制度现用的是 mainland，不是 工厂')
    expect(await refused('2025', '--name', '工厂')).toBe('3 calendar.beyond')
    await adopt('calendar: { name: 工厂 }\n')
    expect((await done('due', '2026-12-23', '1')).dueOn).toBe('2026-12-25')
    expect((await done()).at(-1)).toMatchObject({ calendar: '工厂', inForce: true, from: 2026 })
  })

  test.each([
    ['a line that is wrong', 'date,kind\n2027-02-30,off\n', [], '8 calendar.bad'],
    ['a stray day alone', 'date,kind\n2027-02-05,off\n', [], '8 calendar.partial'],
    ['nothing that differs', 'date,kind\n2027-02-05,work\n', [], '8 calendar.partial'],
    ['weekends', 'date,kind\n2027-02-05,off\n', ['--name', 'weekends'], '2 usage.bad-option'],
    [
      'an escape for a name',
      'date,kind\n2027-02-05,off\n',
      ['--name', '\u001B['],
      '2 usage.bad-option',
    ],
    ['no years', 'date,kind\n2027-02-05,off\n', ['--years', '27'], '2 usage.bad-option'],
  ])('%s is refused, and nothing is kept', async (_, content, words, expected) => {
    expect(await refused('import', file('x.csv', content), ...words)).toBe(expected)
    expect((await done())[0]).toMatchObject({ to: 2026 })
  })

  test('without an account of the office nobody brings one in', async () => {
    office.account = 'stranger'
    expect(await refused('import', next())).toBe('5 person.unbound')
  })
})

describe('the n-th working day', () => {
  test('says how it was reckoned', async () => {
    expect(await done('due', '2026-09-28', '3')).toEqual({
      from: '2026-09-28',
      count: 3,
      unit: 'workingDays',
      dueOn: '2026-10-08',
      calendar: 'mainland',
      calendarVersion: 'chinese-days 1.5.7/2026',
      provisional: false,
      closed: Array.from({ length: 7 }, (_, at) => `2026-10-0${at + 1}`),
    })
  })

  test('beyond the last year is refused, or marked where the policy allows it', async () => {
    expect(await refused('due', '2026-12-30', '3')).toBe('3 calendar.beyond')
    await adopt('calendar: { beyondCoverage: provisional }\n')
    expect(await done('due', '2026-12-30', '3')).toMatchObject({
      dueOn: '2027-01-04',
      provisional: true,
    })
    expect((await calendar('due', '2026-12-30', '3')).err).toContain('暂按周末计算')
  })

  test.each([
    ['no day', ['due', 'x', '3'], '8 value.bad'],
    ['no number', ['due', '2026-09-28', '0'], '2 usage.bad-option'],
    ['nothing said', ['due'], '2 usage.missing'],
  ])('%s is refused', async (_, words, expected) => {
    expect(await refused(...words)).toBe(expected)
  })
})

describe('a policy', () => {
  test('that is silent knows no working days', async () => {
    await adopt('calendar: null\n')
    expect(await refused('due', '2026-09-28', '3')).toBe('3 policy.silent')
    expect(await refused('2026')).toBe('3 policy.silent')
    expect((await calendar()).err).toContain('dangan policy upgrade')
    expect(await done('2026', '--name', 'taiwan')).toHaveLength(22)
  })

  test.each([
    ['calendar: { name: mainlnd }', 'name.unknown'],
    ['calendar: { name: "a/b" }', 'value.form'],
    ['calendar: { closedDays: later }', 'value.choice'],
    ['calendar: { beyondCoverage: guess }', 'value.choice'],
    ['calendar: { nmae: taiwan }', 'key.unknown'],
  ])('that says %s is no policy', async (rule, code) => {
    const path = file('office.yaml', `policy: ours\nextends: denture\n${rule}\n`)
    const ran = await office.run('policy', 'check', path, '--json')
    expect(ran.status).toBe(8)
    expect(ran.error.facts.problems).toMatchObject([{ code }])
  })
})

describe('what later callers ask', () => {
  const asked = <T>(rule: Policy['calendar'], ask: (it: Office) => T): T =>
    office.look((store) => ask({ store, policy: rule ? { calendar: rule } : {} } as Office))
  const rule = { name: 'taiwan', closedDays: 'keep', beyondCoverage: 'refuse' } as const

  test('the calendar of the policy in force', () => {
    expect(asked(rule, workCalendarOf)?.name).toBe('taiwan')
    expect(asked(undefined, workCalendarOf)).toBeUndefined()
    const unknown = { ...rule, name: '工厂' }
    expect(refusalOf(() => asked(unknown, workCalendarOf)).code).toBe('calendar.unknown')
  })

  test('when a term ends; where no calendar is needed none is looked for', () => {
    const days = { count: 3, unit: 'days' } as const
    const unknown = { ...rule, name: '工厂' }
    const due = { dueOn: '2026-10-01', calendar: null, calendarVersion: null, provisional: false }
    expect(asked(unknown, (it) => dueUnder(it, days, '2026-09-28'))).toEqual(due)
    const on = { ...rule, closedDays: 'next' } as const
    expect(asked(on, (it) => dueUnder(it, days, '2026-09-23'))).toMatchObject({
      dueOn: '2026-09-29',
      calendar: 'taiwan',
    })
  })
})
