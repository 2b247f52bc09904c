import { chmodSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { verifyJournal } from '../../src/store/journal-check.ts'
import { keptAsIs } from '../support/again.ts'
import { officeIn, whileWriting } from '../support/office.ts'

const office = await officeIn({ policy: 'general', patience: 200 })
const said = ['--name', '宏达公司', '--phone', '02162345678', '--address', '上海市']
await office.done('add', '--type', 'enterprise', ...said)
beforeEach(keptAsIs(office))

const sql = (text: string) => void office.meddle((store) => store.script(text))
const asked = <T>(text: string) =>
  office.look((store) => store.prepare(text).raw(true).all() as T[][])
const daily = async (...words: readonly string[]) => {
  const ran = await office.run('daily', ...words, '--json')
  return { status: ran.status, ...(ran.status === 0 || ran.status === 10 ? ran.json : ran.error) }
}
const kinds = (it: { wanting: readonly { kind: string }[] }) => it.wanting.map(({ kind }) => kind)
const duties = (it: { done: readonly { duty: string }[] }) => it.done.map(({ duty }) => duty)
const backups = () => readdirSync(join(office.room, 'backups')).filter((it) => it.endsWith('.db'))

describe('a day with nothing for a person', () => {
  test('is silent with 0, backs up and verifies, and the second run of the day does nothing', async () => {
    const first = await office.run('daily')
    expect([first.status, first.out, first.err]).toEqual([0, '', ''])
    const entries = asked('SELECT count(*) FROM journal')
    expect(await daily()).toEqual({
      status: 0,
      date: '2026-11-20',
      ok: true,
      done: [],
      missedDays: 0,
      wanting: [],
      hidden: 0,
    })
    expect(asked('SELECT count(*) FROM journal')).toEqual(entries)
    expect(backups()).toHaveLength(1)
  })

  test('is the act of the program itself, also under an account that is bound to nobody', async () => {
    office.account = 'cron'
    office.env['DANGAN_AS'] = '李娜'
    const { status, done } = await daily()
    expect([status, done]).toEqual([
      0,
      [
        { duty: 'journal', count: 2, what: null },
        { duty: 'backup', count: 1, what: join(office.room, 'backups', backups()[0] ?? '') },
      ],
    ])
    const acts = `SELECT action, staff_id, account FROM journal WHERE seq > 2 ORDER BY seq`
    expect(asked(acts)).toEqual([
      ['daily.run', null, 'cron'],
      ['registry.backup', null, 'cron'],
    ])
  })

  test('in rehearsal tells what it would do and leaves every byte as it was', async () => {
    const before = asked('SELECT count(*) FROM journal')
    const { done } = await daily('--dry-run')
    expect(duties({ done })).toEqual(['journal', 'backup'])
    expect(asked('SELECT count(*) FROM journal')).toEqual(before)
    expect(readdirSync(office.room)).not.toContain('backups')
  })
})

describe('what it does by itself', () => {
  test('backs up again when the cycle of the policy comes round, or when the last one is gone', async () => {
    await daily()
    office.today = '2026-11-26'
    expect(duties(await daily())).not.toContain('backup')
    office.today = '2026-11-27'
    expect(duties(await daily())).toContain('backup')
    expect(duties(await daily('--backup', join(office.room, 'usb')))).toEqual(['backup'])
    expect(duties(await daily('--backup', join(office.room, 'usb')))).toEqual([])
  })

  test('settles requests that nobody decided in time, as one entry', async () => {
    office.hire({ name: '李雷', department: '销售部' })
    await office.done('staff', 'agreement', '李雷', '--number', 'B1', '--on', '2026-11-20')
    await office.done('borrow', '0001', '--to', '李雷', '--purpose', '续签')
    await daily()
    office.today = '2026-12-20'
    expect(kinds(await daily())).toContain('request')
    office.today = '2026-12-21'
    const later = await daily()
    expect(later.done).toContainEqual({ duty: 'expire', count: 1, what: null })
    expect(kinds(later)).not.toContain('request')
    expect((await office.done('request', 'show', 'R1')).status).toBe('expired')
    const [entry] = await office.done('log', '--action', 'request.expire')
    expect(entry).toMatchObject({ object: 'R1' })
  })

  test('lowers secrecy whose term is over', async () => {
    sql(`UPDATE archive SET secrecy = 'secret', secrecy_until = '2026-11-19'`)
    expect((await daily()).done[0]).toEqual({ duty: 'declassify', count: 1, what: null })
    expect((await office.done('show', '0001')).secrecy).toBe('none')
  })

  test('compares the journal a stretch a day and begins anew at its end', async () => {
    sql(`UPDATE policy_version SET policy = json_set(policy, '$.duties.integrity.entries', 2)`)
    const compared = async (today: string) => {
      office.today = today
      const { done } = await daily()
      return done.find((it: { duty: string }) => it.duty === 'journal').count
    }
    // 2 of 2, then the run and the backup; each day adds its own
    expect(await compared('2026-11-20')).toBe(2)
    expect(await compared('2026-11-21')).toBe(2)
    expect(asked(`SELECT position FROM duty WHERE name = 'journal'`)).toEqual([[2]])
    expect(await compared('2026-11-22')).toBe(2)
    expect(asked(`SELECT position FROM duty WHERE name = 'journal'`)).toEqual([[4]])
  })

  test('tells each time of an entry that is not as it was entered, and of a damaged file', async () => {
    const file = join(office.room, '合同.pdf')
    writeFileSync(file, '%PDF-1.4 合同')
    await office.done('attach', '0001', file, '--title', '合同')
    sql(`DROP TRIGGER journal_not_updated; UPDATE journal SET account = 'x' WHERE seq = 2;
         CREATE TRIGGER journal_not_updated BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END`)
    sql(`UPDATE file_chunk SET content = zeroblob(length(content))`)
    const first = await daily()
    // what is backed up must be whole
    expect([first.status, ...first.wanting.map((it: { what: string }) => it.what)]).toEqual([
      ...[10, '#2', 'backup.failed', 'QY2026-0001/1'],
    ])
    expect(kinds(await daily())).toEqual(['journal', 'backup', 'file'])
    office.today = '2026-11-21'
    expect(kinds(await daily())).toEqual(['journal', 'backup', 'file'])
  })
})

describe('a round of reviews', () => {
  const due = (day: string) => sql(`UPDATE archive SET next_review_on = '${day}'`)

  test('is opened in its period where there is anything to review, told that day, and not opened twice', async () => {
    expect(duties(await daily())).not.toContain('round')
    office.today = '2027-01-04'
    due('2027-02-20')
    const first = await daily()
    expect(first.done).toContainEqual({ duty: 'round', count: 1, what: '2027Q1' })
    expect(first.wanting.filter((it: { kind: string }) => it.kind === 'round')).toEqual([
      {
        due: '2027-01-04',
        kind: 'round',
        number: null,
        what: '2027Q1',
        who: null,
        next: 'dangan audit review --period 2027Q1',
        count: 1,
      },
    ])
    expect(duties(await daily())).toEqual([])
    office.today = '2027-01-05'
    expect(kinds(await daily())).not.toContain('round')
    expect(asked('SELECT period, opened_by FROM review_round')).toEqual([['2027Q1', null]])
  })

  test('after missed months is the one of today; the missed ones are named', async () => {
    due('2026-12-01')
    await daily()
    office.today = '2027-08-02'
    const ran = await office.run('daily')
    expect(ran.status).toBe(10)
    expect(ran.out).toContain('2027Q3 的定期审核已开始，共 1 份；2027Q1、2027Q2 未曾开始')
    expect(asked('SELECT period FROM review_round ORDER BY id')).toEqual([['2026Q4'], ['2027Q3']])
    expect((await daily('--dry-run')).missedDays).toBe(0)
    office.today = '2027-08-05'
    expect((await daily('--dry-run')).missedDays).toBe(2)
  })
})

describe('what it cannot do is told', () => {
  test('in at most twenty lines, the rest counted; all of it for machines and in the page', async () => {
    sql(`INSERT INTO archive (number, type, year, status, name, secrecy, owner, opened_on, contacts, fields, version, acted_on, next_review_on)
         WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40)
         SELECT 'X' || i, 'enterprise', 2026, 'active', '客户' || i, 'none', '人' || i, '2026-11-20', '[]', '{}', 1, '2026-11-20', '2026-11-20' FROM n`)
    const page = join(office.room, 'duties.html')
    const { status, out } = await office.run('daily', '--report', page)
    const lines = out.trimEnd().split('\n')
    expect([status, lines.length]).toEqual([10, 20])
    expect(lines.at(-1)).toBe('另有 23 项：审核 23。全部：dangan due')
    expect((await daily()).wanting).toHaveLength(41)
    const html = readFileSync(page, 'utf8')
    expect(html.match(/dangan audit confirm X\d+/g)).toHaveLength(40)
    expect(html).not.toContain('客户1<')
  })

  test('of archives that the account may not read it counts what is due, and names nothing', async () => {
    sql(`UPDATE archive SET secrecy = 'confidential', next_review_on = '2026-11-20'`)
    await daily()
    office.account = 'cron'
    const { status, out } = await office.run('daily')
    expect([status, out]).toEqual([
      10,
      '另有 1 件所在的档案此账户无权查看；有权的人员可运行：dangan due\n',
    ])
  })

  test('the clock was moved back', async () => {
    await daily()
    office.today = '2026-11-18'
    const ran = await daily()
    expect([ran.status, ran.wanting[0]]).toMatchObject([10, { kind: 'clock', next: 'dangan log' }])
    expect(office.look((store) => verifyJournal(store).ok)).toBe(true)
  })

  test('the working days of the coming year are not known', async () => {
    office.today = '2026-12-02'
    expect(kinds(await daily())).toEqual(['calendar'])
    office.today = '2026-12-01'
    expect(kinds(await daily('--dry-run'))).not.toContain('calendar')
  })

  test('a backup that cannot be made does not keep the rest from being done', async () => {
    writeFileSync(join(office.room, 'backups'), 'no folder')
    sql(`UPDATE archive SET secrecy = 'secret', secrecy_until = '2026-11-19'`)
    const ran = await daily()
    expect([ran.status, duties(ran), kinds(ran)]).toEqual([
      10,
      ['declassify', 'journal'],
      ['backup'],
    ])
  })
})

describe('the page', () => {
  const page = () => join(office.room, 'duties.html')

  test('takes the place of the one before, and of nothing else', async () => {
    await daily('--report', page())
    expect((await daily('--report', page())).status).toBe(0)
    expect(readFileSync(page(), 'utf8')).toContain('没有须人办理的事')
    writeFileSync(page(), 'something else')
    expect(await daily('--report', page())).toMatchObject({ code: 'file.target-exists' })
    expect(readFileSync(page(), 'utf8')).toBe('something else')
    expect((await daily('--report', page(), '--yes')).status).toBe(0)
  })

  test('that cannot be written is said after the duties were done', async () => {
    const ran = await office.run('daily', '--report', join(office.room, 'none', 'a.html'), '--json')
    expect([ran.status, ran.error.code]).toEqual([4, 'file.no-folder'])
    expect(backups()).toHaveLength(1)
    if (process.getuid?.() === 0) return
    mkdirSync(join(office.room, 'locked'))
    chmodSync(join(office.room, 'locked'), 0o500)
    const locked = await office.run('daily', '--report', join(office.room, 'locked/a.html'))
    expect(locked.status).toBe(1)
  })
})

test('beside somebody who goes on writing it waits, says so with 6, and loses nothing', async () => {
  const ran = await whileWriting(office, () => office.run('daily', '--json'))
  expect([ran.status, ran.error.code]).toEqual([6, 'file.busy'])
  expect((await daily()).status).toBe(0)
  expect(office.look((store) => verifyJournal(store).ok)).toBe(true)
})

test('another day than today is not acted on', async () => {
  const ran = await office.run('daily', '--date', '2026-11-19', '--json')
  expect([ran.status, ran.error.code]).toEqual([2, 'usage.bad-option'])
})

test('without its file it says how to begin', async () => {
  office.env['DANGAN_FILE'] = join(office.room, 'none.db')
  const ran = await office.run('daily', '--json')
  expect([ran.status, ran.error.code]).toEqual([4, 'file.missing'])
})
