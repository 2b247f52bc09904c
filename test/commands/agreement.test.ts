import { beforeEach, describe, expect, test } from 'vitest'
import { historyOf } from '../../src/store/history.ts'
import { agreementsOf } from '../../src/store/agreements.ts'
import { officeIn, type TestOffice } from '../support/office.ts'

let office: TestOffice
beforeEach(async () => {
  office = await officeIn({ policy: 'general' })
  office.hire({ name: '王强', post: '档案员' })
})

const sign = (...words: string[]) => office.done('staff', 'agreement', ...words)
const list = (...words: string[]) => office.done('staff', 'agreement', '--list', ...words)

/** The code and exit status of a refusal. */
async function refused(...words: readonly string[]): Promise<string> {
  const ran = await office.run('staff', 'agreement', ...words, '--json')
  return `${ran.status} ${ran.error?.code ?? ran.err}`
}

describe('somebody signs', () => {
  test('and it holds for the years of the policy', async () => {
    const words = ['--number', 'BM-01', '--on', '2026-11-01', '--kind', '保密协议']
    expect(await sign('王强', ...words)).toEqual({
      agreement: 'A1',
      staff: 2,
      name: '王强',
      unit: null,
      kind: 'confidentiality',
      number: 'BM-01',
      signedOn: '2026-11-01',
      until: '2028-10-31',
      status: 'standing',
      endedOn: null,
      endReason: null,
    })
    const last = office.look((store) => historyOf(store, 0).at(-1))
    expect(last).toMatchObject({ action: 'agreement.sign', detail: { agreement: { id: 1 } } })
  })

  test('who is of another unit, known again by name and unit however they are spaced', async () => {
    const until = ['--until', '2026-12-01']
    expect(await sign('李雷', '--unit', '宏达公司', ...until)).toMatchObject({
      staff: null,
      name: '李雷',
      unit: '宏达公司',
      until: '2026-12-01',
    })
    const party = { staff: null, outsider: { name: '李 雷', unit: '宏达 公司' } }
    expect(office.look((store) => agreementsOf(store, party))).toHaveLength(1)
  })

  test('and is shown with the person', async () => {
    await sign('王强', '--number', 'BM-01')
    const { agreements } = await office.done('staff', 'show', '王强')
    expect(agreements).toMatchObject([{ agreement: 'A1', status: 'standing' }])
    const { out } = await office.run('staff', 'show', '王强')
    expect(out).toContain('保密协议 BM-01、签订 2026-11-20、有效至 2028-11-19')
  })

  test.each([
    [['王方'], '4 person.missing'],
    [['王强', '--on', '2026-11-21'], '3 date.future'],
    [['王强', '--on', '2026-11-01', '--until', '2026-10-31'], '8 value.bad'],
    [['王强', '--kind', '租约'], '8 value.bad'],
    [['王强', '--number', ''], '8 value.bad'],
    [['王强', '--unit', '', '--until', '2027-01-01'], '8 value.bad'],
    [['王强', '--date', '2026-11-01'], '3 date.back-too-far'],
    [[], '2 usage.missing'],
  ])('but not %j', async (words, code) => {
    expect(await refused(...words)).toBe(code)
    expect(await list('--all')).toEqual([])
  })

  test('but nobody who has left, and nothing where the policy knows no agreements', async () => {
    await office.done('staff', 'leave', '王强')
    expect(await refused('王强')).toBe('3 person.left')
    office.meddle((store) =>
      store.script(`UPDATE policy_version SET policy = json_remove(policy, '$.agreements')`),
    )
    expect(await refused('李娜')).toBe('3 policy.silent')
    expect(await refused('--missing')).toBe('3 policy.silent')
  })

  test('in rehearsal, and nothing is kept', async () => {
    await sign('王强', '--dry-run')
    expect(await list('--all')).toEqual([])
  })
})

describe('the list', () => {
  const names = async (...words: string[]) =>
    (await list(...words)).map(({ agreement }: { agreement: string }) => agreement)

  beforeEach(async () => {
    await sign('王强', '--until', '2026-12-20')
    await sign('李娜', '--until', '2026-11-20')
    await sign('李雷', '--unit', '宏达公司', '--until', '2026-12-21')
    await sign('李娜', '--on', '2025-01-01', '--until', '2025-12-31')
  })

  test('gives those that hold, the first to end first', async () => {
    expect(await names()).toEqual(['A2', 'A1', 'A3'])
    expect(await names('--all')).toEqual(['A4', 'A2', 'A1', 'A3'])
  })

  test('gives those that end within so many days', async () => {
    expect(await names('--expiring', '0')).toEqual(['A2'])
    expect(await names('--expiring', '30')).toEqual(['A2', 'A1'])
    expect(await names('--expiring', '31')).toEqual(['A2', 'A1', 'A3'])
    expect(await refused('--expiring', 'soon')).toMatch(/^2 /)
  })

  test('gives those of a person, and tomorrow no more what ends today', async () => {
    expect(await names('李娜')).toEqual(['A2'])
    office.today = '2026-11-21'
    expect(await names()).toEqual(['A1', 'A3'])
    const { out } = await office.run('staff', 'agreement', '--list', '--all')
    expect(out).toContain('已到期')
  })
})

test('who works on archives and has signed nothing is listed under S002 and S001', async () => {
  office = await officeIn({ policy: 'information' })
  office.hire({ name: '王强' })
  await sign('李娜', '--on', '2024-11-01', '--until', '2026-11-19')
  expect(await office.done('staff', 'agreement', '--missing')).toMatchObject([
    { staff: 1, name: '李娜', kind: 'confidentiality', last: '2026-11-19' },
    { staff: 2, name: '王强', last: null },
  ])
  await sign('李娜')
  await sign('王强')
  const { out, err } = await office.run('staff', 'agreement', '--missing')
  expect([out, err]).toEqual(['', '按制度须签协议的在岗人员都已签。\n'])
})

describe('an agreement is ended', () => {
  test('with a reason, and holds no more from that day on', async () => {
    await sign('王强')
    await sign('王强')
    const ended = await sign('王强', '--end', '--reason', '调离档案室')
    expect(ended).toMatchObject([
      { agreement: 'A1', status: 'ended', endedOn: '2026-11-20', endReason: '调离档案室' },
      { agreement: 'A2', status: 'ended' },
    ])
    expect(await list()).toEqual([])
  })

  test.each([
    [['王强', '--end', '--reason', '调离'], '4 agreement.none'],
    [['王强', '--end'], '2 usage.missing'],
    [['王强', '--end', '--list'], '2 usage.together'],
  ])('but not %j', async (words, code) => {
    expect(await refused(...words)).toBe(code)
  })
})
