import { beforeEach, describe, expect, test } from 'vitest'
import { openIncident } from '../../src/commands/incident-opening.ts'
import type { Office } from '../../src/commands/desk.ts'
import { historyOf } from '../../src/store/history.ts'
import { incidentById, reportsDue } from '../../src/store/incidents.ts'
import { archiveById } from '../../src/store/archives.ts'
import { policyInForce } from '../../src/store/policies.ts'
import { officeIn, type TestOffice } from '../support/office.ts'

let office: TestOffice
beforeEach(async () => {
  office = await officeIn({ policy: 'information' })
  await office.done('add', '--type', '一般', '--name', '宏达公司')
  office.hire({ name: '王芳', post: '客户信息主管' })
  office.hire({ name: '陈静', post: '客户服务部经理' })
})

const open = (...words: string[]) => office.done('incident', 'open', ...words)
const incident = (...words: string[]) => office.done('incident', ...words)

/** The code and exit status of a refusal. */
async function refused(...words: readonly string[]): Promise<string> {
  const ran = await office.run('incident', ...words, '--json')
  return `${ran.status} ${ran.error?.code ?? ran.err}`
}

const rows = () =>
  office.look((store) => store.prepare('SELECT count(*) FROM incident').pluck().get() as number)

describe('an incident is opened', () => {
  test('with who must be told by when', async () => {
    const words = ['--text', '名单疑似外传', '--by', '保安老张', '--liable', '陈静', '--suspected']
    const opened = await open('泄密', '0001', '--found-on', '2026-11-19', ...words)
    const owed = { to: null, dueOn: '2026-11-19', reportedOn: null, reportedBy: null }
    expect(opened).toEqual({
      incident: 'I1',
      kind: 'leak',
      number: 'YB2026-0001',
      material: null,
      loan: null,
      status: 'open',
      suspected: true,
      foundOn: '2026-11-19',
      foundBy: '保安老张',
      openedOn: '2026-11-20',
      openedBy: '李娜',
      text: '名单疑似外传',
      liable: '陈静',
      reports: [
        { post: 'informationSupervisor', ...owed, overdueDays: 1 },
        { post: 'serviceManager', ...owed, overdueDays: 1 },
      ],
      overdueReports: 2,
      remedies: [],
      closedOn: null,
      result: null,
      liability: null,
      compensation: null,
      merit: null,
      fromNumber: null,
    })
    const act = office.look((store) =>
      store.prepare('SELECT action, object FROM journal ORDER BY seq DESC LIMIT 1').get(),
    )
    expect(act).toEqual({ action: 'incident.open', object: 'I1' })
  })

  test('at a material, and its words are the archive’s', async () => {
    await office.done('attach', '0001', '--title', '合同', '--kind', '合同')
    const opened = await open('damage', '0001/1', '--text', '第 3 页撕破')
    expect(opened).toMatchObject({ number: 'YB2026-0001', material: 1, foundBy: '李娜' })
    const [id] = office.look((store) => store.prepare('SELECT id FROM archive').pluck().all())
    const event = office.look((store) => historyOf(store, id as number).at(-1))
    expect(event).toMatchObject({ detail: { incident: 'I1', text: '第 3 页撕破' } })
    const history = await office.run('show', '0001', '--history')
    expect(history.out).toContain('I1 损坏：第 3 页撕破')
  })

  test('of no archive in particular', async () => {
    const { out, err } = await office.run('incident', 'open', '火灾', '--text', '库房电线起火')
    expect(out).toBe('已登记事故 I1：火灾\n')
    expect(err).toContain('须报告 档案主管、副总经理，最迟 2026-11-20。')
    expect(err).toContain('dangan incident report I1 --to 档案主管')
    expect((await office.run('incident', 'show', 'I1')).out).toContain('（未指明档案）')
  })

  test('and so it can be within another act, with the loan', async () => {
    const made = office.meddle((store) =>
      store.transact(() => {
        const hand = {
          ...{ staffId: 1, account: 'lina', today: '2026-11-20', policyVersion: 1 },
          now: () => '2026-11-20T02:00:00Z',
        }
        const { policy } = policyInForce(store, '2026-11-20')
        const archive = archiveById(store, 1)
        const acting = { store, policy, hand, today: '2026-11-20' } as unknown as Office
        return openIncident(acting, { kind: 'loss', text: '归还时缺页', archive })
      }),
    )
    expect(office.look((store) => incidentById(store, made.id))).toMatchObject({
      kind: 'loss',
      foundOn: '2026-11-20',
      foundBy: { id: 1, name: '李娜' },
      reports: [{ post: 'archiveHead', dueOn: '2026-11-21' }],
    })
  })

  test.each([
    [['丢了', '--text', 'x'], '8 value.bad'],
    [['丢失'], '2 usage.missing'],
    [['--text', 'x'], '2 usage.missing'],
    [['丢失', '--text', ' '], '8 value.bad'],
    [['丢失', '0009', '--text', 'x'], '4 archive.missing'],
    [['丢失', '0001/7', '--text', 'x'], '4 material.missing'],
    [['丢失', '--text', 'x', '--found-on', '2026-11-21'], '3 date.future'],
    [['丢失', '0001', '--text', 'x', '--date', '2026-11-19'], '3 date.before-last-act'],
    [['丢失', '--text', 'x', '--date', '2026-11-01'], '3 date.back-too-far'],
  ])('but not %j', async (words, code) => {
    expect(await refused('open', ...words)).toBe(code)
    expect(rows()).toBe(0)
  })

  test('but not where the policy knows none, nor in rehearsal', async () => {
    await open('丢失', '--text', 'x', '--dry-run')
    office.meddle((store) =>
      store.script(`UPDATE policy_version SET policy = json_remove(policy, '$.incidents')`),
    )
    expect(await refused('open', '丢失', '--text', 'x')).toBe('3 policy.silent')
    expect(rows()).toBe(0)
  })
})

describe('an incident is reported', () => {
  beforeEach(async () => {
    await open('泄密', '0001', '--text', '名单外传', '--found-on', '2026-11-18')
  })

  test('to posts and to those who hold them', async () => {
    const told = await incident('report', 'I1', '--to', '王芳', '--to', '客户服务部经理')
    expect(told).toMatchObject({
      reports: [
        { post: 'informationSupervisor', to: '王芳', reportedOn: '2026-11-20', overdueDays: 2 },
        { post: 'serviceManager', to: null, reportedBy: '李娜' },
      ],
      overdueReports: 0,
    })
  })

  test('in time, though it is entered later, and to others, too', async () => {
    const told = await incident('report', '1', '--to', '王芳', '--on', '2026-11-18')
    expect(told.reports[0]).toMatchObject({ reportedOn: '2026-11-18', overdueDays: 0 })
    const more = await incident('report', '1', '--to', '总经理', '--to', '李娜')
    expect(more.reports.slice(2)).toMatchObject([
      { post: 'generalManager', dueOn: null, overdueDays: 0 },
      { post: 'archivist', to: '李娜' },
    ])
  })

  test('and what is not is overdue from the day after on', async () => {
    const due = (by: string) => office.look((store) => reportsDue(store, by))
    expect(due('2026-11-17')).toEqual([])
    expect(due('2026-11-18')).toMatchObject([
      { incidentId: 1, kind: 'leak', post: 'informationSupervisor', dueOn: '2026-11-18' },
      { post: 'serviceManager' },
    ])
    expect(await incident('list', '--overdue')).toHaveLength(1)
    const { out } = await office.run('incident', 'list')
    expect(out).toContain('客户信息主管：未报告，已逾期 2 天')
    await incident('report', '1', '--to', '王芳', '--to', '陈静')
    expect([due('2026-12-31'), await incident('list', '--overdue')]).toEqual([[], []])
  })

  test.each([
    [['I1'], '2 usage.missing'],
    [['I9', '--to', '王芳'], '4 incident.missing'],
    [['x', '--to', '王芳'], '4 incident.missing'],
    [['I1', '--to', '王方'], '4 incident.nobody'],
    [['I1', '--to', '王芳', '--on', '2026-11-17'], '3 incident.before-found'],
    [['I1', '--to', '王芳', '--on', '2026-11-21'], '3 date.future'],
    [['I1', '--to', '王芳', '--to', '王方'], '4 incident.nobody'],
  ])('but not %j', async (words, code) => {
    expect(await refused('report', ...words)).toBe(code)
    expect(office.look((store) => reportsDue(store, '2026-12-31'))).toHaveLength(2)
  })

  test('with a suggestion for a name that is nearly one, and not to who has left', async () => {
    const ran = await office.run('incident', 'report', 'I1', '--to', '王方')
    expect(ran.err).toContain('是否为 王芳')
    await office.done('staff', 'leave', '王芳')
    expect(await refused('report', 'I1', '--to', '王芳')).toBe('3 person.left')
  })
})

describe('an incident is closed', () => {
  beforeEach(async () => {
    await open('泄密', '0001', '--text', '名单外传')
  })

  const close = ['close', 'I1', '--result', '未造成后果'] as const

  test('when everybody was told who must be', async () => {
    const ran = await office.run('incident', ...close)
    expect([ran.status, ran.err]).toEqual([
      3,
      '错误：事故 I1 还没有报告客户信息主管、客户服务部经理，不能结案（S001-27-1）。报告后登记：dangan incident report I1 --to 客户信息主管。\n',
    ])
    await incident('report', 'I1', '--to', '王芳', '--to', '陈静')
    await incident('remedy', 'I1', '--text', '收回名单', '--on', '2026-11-20')
    const words = ['--liability', '保管不善', '--compensation', '1,000元', '--merit', '王芳举报']
    expect(await incident(...close, ...words, '--liable', '陈静')).toMatchObject({
      status: 'closed',
      closedOn: '2026-11-20',
      result: '未造成后果',
      liability: '保管不善',
      compensation: '1000',
      merit: '王芳举报',
      liable: '陈静',
      remedies: [{ on: '2026-11-20', text: '收回名单', by: '李娜' }],
    })
    expect(await incident()).toEqual([])
    expect(await incident('list', '--kind', '泄密')).toHaveLength(1)
    for (const words of [close, ['report', 'I1', '--to', '王芳'], ['remedy', 'I1', '--text', 'x']])
      expect(await refused(...words)).toBe('3 incident.closed')
  })

  test.each([
    [['close', 'I1'], '2 usage.missing'],
    [['close', 'I1', '--result', ''], '8 value.bad'],
    [[...close, '--compensation', '很多'], '8 value.bad'],
    [[...close, '--compensation', '-5'], '8 value.bad'],
    [['close', 'I7', '--result', 'x'], '4 incident.missing'],
    [['remedy', 'I1', '--text', 'x', '--on', '2026-11-19'], '3 incident.before-found'],
    [['remedy', 'I1'], '2 usage.missing'],
    [['shwo', 'I1'], '2 '],
  ])('but not by %j', async (words, code) => {
    await incident('report', 'I1', '--to', '王芳', '--to', '陈静')
    expect(await refused(...words)).toContain(code)
    expect(await incident('show', 'I1')).toMatchObject({ status: 'open', remedies: [] })
  })

  test('not before its last report', async () => {
    office.today = '2026-11-21'
    await incident('report', 'I1', '--to', '王芳', '--to', '陈静')
    expect(await refused(...close, '--date', '2026-11-20')).toBe('3 date.before-last-act')
  })
})

describe('who is not cleared', () => {
  beforeEach(async () => {
    await office.done('add', '--type', '一般', '--name', '天元商贸行', '--secrecy', '机密')
    await open('丢失', '0002', '--text', '缺一页')
    office.hire({ name: '小王', osAccount: 'wang' })
  })

  test('learns nothing of an incident', async () => {
    office.account = 'wang'
    expect(await incident('list')).toEqual([])
    expect(await refused('show', 'I1')).toBe('4 incident.missing')
    expect(await refused('remedy', 'I1', '--text', 'x')).toBe('4 incident.missing')
    expect(await refused('open', '丢失', '0002', '--text', 'x')).toBe('5 person.not-cleared')
  })

  test('learns nothing of what befell a material above the archive', async () => {
    await office.done('attach', '0001', '--title', '配方', '--kind', '合同', '--secrecy', '机密')
    await open('损坏', '0001/1', '--text', '撕破一角')
    office.account = 'wang'
    expect(await incident('list')).toEqual([])
    const history = await office.run('show', '0001', '--history', '--json')
    expect(history.out).not.toContain('撕破')
    expect((await office.run('show', '0001', '--history')).out).not.toContain('撕破')
  })

  test('and who is reads it as an act of its own', async () => {
    await incident('show', 'I1')
    const id = office.look((store) =>
      store.prepare(`SELECT id FROM archive WHERE secrecy = 'confidential'`).pluck().get(),
    ) as number
    expect(office.look((store) => historyOf(store, id).at(-1)?.action)).toBe('archive.read')
  })
})

test('a policy that drops a kind in use says so, and posts must be known', async () => {
  await open('丢失', '--text', 'x')
  const { writeFileSync } = await import('node:fs')
  const path = `${office.room}/own.yaml`
  writeFileSync(path, 'extends: information\nincidents: { kinds: { loss: null } }\n')
  const ran = await office.run(
    'policy',
    'set',
    path,
    ...['--dry-run', '--effective', '2026-11-20', '--reason', '修订'],
  )
  expect(ran.out + ran.err).toContain('incidents.kinds.loss')
  writeFileSync(
    path,
    'extends: information\nincidents: { kinds: { leak: { reportTo: [boss] } } }\n',
  )
  const bad = await office.run('policy', 'set', path, '--effective', '2026-11-20', '--json')
  expect(bad.error).toMatchObject({ code: 'policy.bad' })
})
