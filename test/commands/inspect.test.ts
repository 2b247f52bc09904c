import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { officeIn, type TestOffice } from '../support/office.ts'

let office: TestOffice
const inspect = (...words: string[]) => office.done('inspect', ...words)

/** The code and exit status of a refusal. */
async function refused(...words: readonly string[]): Promise<string> {
  const ran = await office.run(...words, '--json')
  return `${ran.status} ${ran.error?.code ?? ran.err}`
}

/** Closes what is open with everything ok. */
async function inspectedOk(name: string, ...words: string[]): Promise<void> {
  await inspect('record', name, '--all-ok', '--set', '温度=20', '湿度=50', ...words)
  await inspect('close', name)
}

beforeAll(async () => {
  office = await officeIn({ policy: 'general', today: '2026-06-20' })
  office.hire({ name: '王芳', post: '档案主管' })
  for (const name of ['宏达公司', '长江公司'])
    await office.done('add', '--type', '企业', '--name', name, '--reason', '来函')
  await office.done('attach', '0001', '--title', '合同', '--kind', '其他')
  await office.done('locate', 'add', 'A', '--keeper', '王芳')
})

describe('an inspection', () => {
  test('is opened once for its period and place, with the checklist of the policy', async () => {
    const opened = await inspect('open')
    expect(Object.keys(opened)).toEqual([
      ...['inspection', 'period', 'place', 'status', 'openedOn', 'openedBy', 'dueOn', 'items'],
      ...['bad', 'left', 'closedOn', 'signers', 'droppedBecause', 'audit'],
    ])
    expect(opened).toMatchObject({
      ...{ inspection: 'I1', period: '2026H1', place: null, status: 'open', dueOn: '2026-06-30' },
      ...{ openedBy: '李娜', bad: 0, left: 13, signers: [] },
    })
    expect(opened.items[0]).toEqual({
      ...{ item: 'fire', answer: null, reading: null, note: null, owner: null, dueOn: null },
      ...{ answeredOn: null, answeredBy: null },
    })
    expect(await refused('inspect', 'open', '--period', '2026h1')).toBe('3 inspection.already')
    expect((await inspect('open', '--place', 'a', '--dry-run')).place).toBe('A')
    expect(await inspect('list', '--open')).toHaveLength(1)
  })

  test.each([
    [['open', '--period', '2026H3'], '2 usage.bad-option'],
    [['open', '--period', '上半年'], '2 usage.bad-option'],
    [['open', '--period', '2026H2'], '3 inspection.early'],
    [['open', '--place', 'Z'], '4 place.missing'],
    [['open', '--on', '2026-06-21'], '3 date.future'],
    [['open', '--on', '六月'], '8 value.bad'],
    [['record', 'I9', '防火', '正常'], '4 inspection.missing'],
    [['record', 'C1', '防火', '正常'], '4 inspection.missing'],
    [['record', 'I1', '防鬼', '正常'], '8 value.bad'],
    [['record', 'I1', '防火'], '2 usage.missing'],
    [['record', 'I1'], '2 usage.missing'],
    [['record', 'I1', '--note', '渗水'], '2 usage.missing'],
    [['record', 'I1', '防火', '正常', '--set', '防潮=正常'], '2 usage.together'],
    [['record', 'I1', '--set', '防潮'], '2 usage.bad-option'],
    [['record', 'I1', '防潮', '异常'], '2 inspection.bare'],
    [['record', 'I1', '防潮', '异常', '--note', 'x', '--owner', '张三'], '4 person.missing'],
    [['record', 'I1', '防潮', '异常', '--note', 'x', '--due', '2026-06-01'], '8 value.bad'],
    [['record', 'I1', '温度', '正常'], '2 inspection.reading'],
    [['record', 'I1', '湿度', '正常', '--reading', '70'], '3 inspection.beyond'],
    [['record', 'I1', '防火', '正常', '--date', '2026-06-19'], '3 inspection.before-opened'],
    [['close', 'I1'], '3 inspection.unanswered'],
    [['close', 'I1', '--by', '李娜', '--drop', 'x'], '2 usage.together'],
    [['show', 'I9'], '4 inspection.missing'],
    [['opne'], '2 '],
  ])('is not %j', async (words, code) => {
    expect(await refused('inspect', ...words)).toContain(code)
    expect((await inspect('show', 'I1')).left).toBe(13)
  })

  test('takes answers one by one, several at once, and all that is right; they can be corrected', async () => {
    const words = ['--note', '北墙渗水', '--owner', '王芳', '--due', '2026-07-05']
    const { out, err } = await office.run('inspect', 'record', '防潮', '异常', ...words)
    expect([out, err]).toEqual(['', expect.stringContaining('没有保管检查 防潮')])
    await inspect('record', 'i1', '防潮', '异常', ...words)
    await inspect('record', 'I1', '--set', '防火=异常：灭火器过期', '湿度=65，温度=20')
    const after = await inspect('record', 'I1', 'fire', 'ok', '--all-ok')
    expect(after).toMatchObject({ left: 0, bad: 2 })
    const of = (item: string) => after.items.find((it: { item: string }) => it.item === item)
    expect(of('fire')).toMatchObject({ answer: 'ok', note: null })
    expect(of('humidity')).toMatchObject({ answer: 'bad', reading: '65', answeredBy: '李娜' })
    expect(of('damp')).toMatchObject({ owner: '王芳', dueOn: '2026-07-05', note: '北墙渗水' })
  })

  test('is signed, and what is bad becomes findings with somebody and a deadline', async () => {
    const { out } = await office.run('inspect', 'close', '--by', '李娜', '外请专家')
    expect(out).toBe('I1 已结束，李娜、外请专家 签字；异常 2 项，已列为问题\n')
    const found = await office.done('audit', 'findings', '--open')
    expect(found).toMatchObject([
      {
        finding: 'F1',
        number: null,
        message: '防潮异常（I1）',
        owner: '王芳',
        dueOn: '2026-07-05',
      },
      { message: '湿度异常（I1）', owner: null, dueOn: '2026-07-20', check: 'inspection.item' },
    ])
    expect(found[0]).toMatchObject({ note: '北墙渗水', fix: 'dangan inspect show I1' })
    const ran = await office.run('due', '--within', '20', '--json')
    expect(ran.json).toContainEqual(
      expect.objectContaining({ due: '2026-07-05', kind: 'rectification', who: '王芳' }),
    )
    expect(await inspect('show', 'I1')).toMatchObject({ status: 'closed', audit: 'A1' })
    for (const words of [
      ['close', 'I1'],
      ['record', 'I1', '--all-ok'],
      ['close', 'I1', '--drop', 'x'],
    ])
      expect(await refused('inspect', ...words)).toBe('3 inspection.closed')
  })

  test('an audit finds the same things, and no more once they are called put right', async () => {
    const standing = async () =>
      (await office.run('audit', '--check', 'inspection.item', '--json')).json
    expect(await standing()).toMatchObject([{ status: 'standing' }, { status: 'standing' }])
    await office.done('audit', 'resolve', 'F1', '--note', '已堵漏')
    expect((await standing()).map((it: { status: string }) => it.status)).toEqual([
      'resolved',
      'standing',
    ])
  })

  test('the next one raises anew what is still bad, and ends what is right', async () => {
    office.today = '2026-11-20'
    expect((await office.run('due', '--within', '60', '--json')).json).toContainEqual(
      expect.objectContaining({ due: '2026-12-31', kind: 'inspection', what: 'inspection' }),
    )
    await inspect('open')
    await inspect('record', 'I2', '--set', '防潮=异常:又渗水', '温度=20', '湿度=50')
    await inspect('record', 'I2', '--all-ok')
    await inspect('close', 'I2')
    const found = await office.done('audit', 'findings', '--check', 'inspection.item')
    expect(found).toMatchObject([
      {
        finding: 'F1',
        status: 'standing',
        note: '又渗水',
        message: '防潮异常（I2）',
        resolvedOn: null,
      },
      { status: 'fixed' },
    ])
  })

  test('of a place is entrusted to who keeps it; each place counts for itself', async () => {
    expect((await inspect('open', '--place', 'A', '--period', '2026Q4')).inspection).toBe('I3')
    await inspect('record', 'I3', '--set', '防盗=异常:锁坏', '温度=20', '湿度=50')
    await inspect('record', 'I3', '--all-ok')
    await inspect('close', 'I3')
    const found = await office.done('audit', 'findings', '--open', '--owner', '王芳')
    expect(found).toMatchObject([{ message: '防潮异常（I2）' }, { message: '防盗异常：A（I3）' }])
  })

  test('opened by mistake is dropped, and its period is free again', async () => {
    office.today = '2027-01-05'
    await inspect('open', '--period', '2027-01')
    const dropped = await inspect('close', 'I4', '--drop', '期间选错')
    expect(dropped).toMatchObject({ status: 'dropped', droppedBecause: '期间选错', audit: null })
    expect((await inspect('open', '--period', '2027-01')).inspection).toBe('I5')
    await inspectedOk('I5')
    expect((await office.run('inspect')).err).toBe('没有未结束的保管检查。\n')
  })

  test('is overdue the day after its period, and an audit says so', async () => {
    const overdue = async () =>
      (await office.run('audit', '--check', 'inspection.overdue', 'stocktake.overdue', '--json'))
        .json
    office.today = '2027-06-20'
    expect(await overdue()).toEqual([])
    office.today = '2027-07-01'
    expect(await overdue()).toMatchObject([
      { check: 'inspection.overdue', message: '应于 2027-06-30 以前检查' },
      { check: 'stocktake.overdue', message: '应于 2027-06-20 以前清点' },
    ])
  })

  test('lists its keys as other programs know them', async () => {
    const [first] = await inspect('list')
    expect(Object.keys(first)).toEqual([
      ...['inspection', 'period', 'place', 'status', 'openedOn', 'openedBy', 'dueOn', 'items'],
      ...['bad', 'left', 'closedOn', 'signers', 'droppedBecause', 'audit'],
    ])
    const { out } = await office.run('inspect', 'list')
    expect(out).toContain('I4    2027-01  全部库房  已撤销')
  })

  test('is refused where the policy says nothing of it', async () => {
    const silent = await officeIn({ policy: 'general' })
    silent.meddle((store) =>
      store.script(`UPDATE policy_version SET policy = json_remove(policy, '$.inspection')`),
    )
    const code = async (...words: string[]) => (await silent.run(...words, '--json')).error.code
    expect(await code('inspect', 'open')).toBe('policy.silent')
    expect(await code('form', 'inspection', '-o', '-')).toBe('policy.silent')
    const due = (await silent.run('due', '--within', '400', '--json')).json
    const kinds = new Set(due.map(({ kind }: { kind: string }) => kind))
    expect([kinds.has('stocktake'), kinds.has('inspection')]).toEqual([true, false])
  })
})

describe('the condition of papers', () => {
  beforeEach(() => {
    office.today = '2027-07-02'
  })

  test('is entered, repaired, and told in the archive’s history', async () => {
    const entered = await inspect(
      'condition',
      '0001',
      '1',
      '--state',
      '破损',
      '--note',
      '撕破',
      '--repair',
    )
    expect(entered).toEqual({
      ...{ repair: 'P1', number: 'QY2026-0001', material: 1, state: 'damage', note: '撕破' },
      ...{ status: 'open', seenOn: '2027-07-02', seenBy: '李娜', inspection: null },
      ...{ dueOn: '2027-08-01', overdueDays: 0, repairedOn: null, repairedBy: null },
      ...{ repairNote: null, fromNumber: null },
    })
    const noted = await inspect('condition', '0002', '--state', '褪色', '--on', '2027-07-01')
    expect(noted).toMatchObject({ repair: 'P2', status: 'seen', dueOn: null })
    expect(await inspect('repairs')).toHaveLength(1)
    expect(await inspect('repairs', '--all')).toHaveLength(2)
    const due = (await office.run('due', '--within', '30', '--json')).json
    expect(due).toContainEqual(
      expect.objectContaining({
        due: '2027-08-01',
        kind: 'repair',
        what: 'P1',
        number: 'QY2026-0001',
      }),
    )
    const history = await office.run('show', '0001', '--history')
    expect(history.out).toContain('登记状况')
    expect(history.out).toContain('P1 材料破损：撕破')
  })

  test.each([
    [['condition', '0001', '--state', '好'], '8 value.bad'],
    [['condition', '0001'], '2 usage.missing'],
    [['condition', '--state', '破损'], '2 usage.missing'],
    [['condition', '0009', '--state', '破损'], '4 archive.missing'],
    [['condition', '0001', '9', '--state', '破损'], '4 material.missing'],
    [['condition', '0001', '--state', '破损', '--inspection', 'I1'], '3 inspection.closed'],
    [['condition', '0001', '--state', '破损', '--on', '2027-07-03'], '3 date.future'],
    [['repaired'], '2 usage.missing'],
    [['repaired', 'P9'], '4 repair.missing'],
    [['repaired', 'P1', '--on', '2027-07-01'], '3 repair.before-seen'],
  ])('is not %j', async (words, code) => {
    expect(await refused('inspect', ...words)).toBe(code)
    expect(await inspect('repairs', '--all')).toHaveLength(2)
  })

  test('is overdue the day after, and repaired once', async () => {
    office.today = '2027-08-01'
    expect(await inspect('repairs', '--overdue')).toEqual([])
    office.today = '2027-08-02'
    const audit = await office.run('audit', '--check', 'repair.overdue', '--json')
    expect(audit.json).toMatchObject([
      { number: 'QY2026-0001', message: 'P1 应于 2027-08-01 以前修复' },
    ])
    expect(await inspect('repairs', '--overdue')).toMatchObject([{ overdueDays: 1 }])
    const repaired = await inspect('repaired', 'P1', '--by', '修裱师傅', '--note', '托裱')
    expect(repaired).toMatchObject({
      ...{
        status: 'repaired',
        repairedOn: '2027-08-02',
        repairedBy: '修裱师傅',
        repairNote: '托裱',
      },
    })
    expect(await refused('inspect', 'repaired', 'P1')).toBe('3 repair.done')
    expect(await inspect('repairs', '--open')).toEqual([])
  })

  test('goes with its archive through a merge and back', async () => {
    office.today = '2027-08-03'
    await office.done('merge', '0001', '--into', '0002', '--reason', '同一客户')
    expect(await inspect('repairs', '0002', '--all')).toMatchObject([
      { repair: 'P2', number: 'QY2026-0002', fromNumber: null },
      { repair: 'P1', number: 'QY2026-0002', fromNumber: 'QY2026-0001' },
    ])
    await office.done('merge', '--undo', '0001', '--reason', '误并')
    expect(await inspect('repairs', '0001', '--all')).toMatchObject([
      { repair: 'P1', fromNumber: null, material: 1 },
    ])
  })

  test('of what somebody may not read is not told', async () => {
    office.today = '2027-08-03'
    await office.done('classify', '0001', '--secrecy', '绝密', '--reason', '定密')
    office.hire({ name: '新人', osAccount: 'new' })
    office.account = 'new'
    expect(await inspect('repairs', '--all')).toMatchObject([{ repair: 'P2' }])
    expect(await refused('inspect', 'repaired', 'P1')).toBe('4 repair.missing')
    office.account = 'lina'
  })
})

test('the checklist is printed blank, and filled in', async () => {
  const blank = await office.run('form', 'inspection', '-o', '-')
  expect(blank.out).toContain('库房检查表')
  expect(blank.out).toContain('14～24°C')
  expect(blank.out).toContain('□ 正常')
  const filled = await office.run('form', 'inspection', 'I1', '-o', '-')
  for (const words of ['编号 I1', '北墙渗水', '65%', '外请专家', '2026H1'])
    expect(filled.out).toContain(words)
  expect(await refused('form', 'inspection', 'I99', '-o', '-')).toBe('4 inspection.missing')
})
