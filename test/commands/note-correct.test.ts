import { beforeEach, describe, expect, test } from 'vitest'
import { officeIn, type TestOffice } from '../support/office.ts'
import { everythingIn } from '../support/tables.ts'

let office: TestOffice
beforeEach(async () => {
  office = await officeIn()
  await office.done('add', '--type', '个人', '--name', '张三丰')
  await office.done('note', '0001', ...order)
})
const order = [
  '--kind',
  '订单',
  '--text',
  '加急',
  ...['产品名称=全瓷冠', '批号=B1', '数量=2', '单价=1800'].flatMap((it) => ['--set', it]),
]

async function refused(...words: string[]) {
  const { status, error } = await office.run(...words, '--json')
  return { status, code: error?.code, facts: error?.facts }
}

describe('a correction', () => {
  test('makes the next version; the first one stays readable, with who, when and why', async () => {
    office.today = '2026-11-21'
    expect(
      await office.done('note', 'correct', '1', '--set', '数量=3', '--reason', '客户来电'),
    ).toMatchObject({ entry: 1, version: 2, fields: { quantity: '3', amount: '5400' } })
    await office.done('note', 'correct', '1', '--text', '不急', '--reason', '笔误')
    const versions = await office.done('note', 'show', '1', '--history')
    expect(versions).toMatchObject([
      { version: 1, actedOn: '2026-11-20', by: '李娜', text: '加急', reason: null },
      { version: 2, actedOn: '2026-11-21', text: '加急', reason: '客户来电' },
      { version: 3, text: '不急', reason: '笔误' },
    ])
    expect(versions.map(({ fields }: { fields: object }) => fields)).toMatchObject([
      { quantity: '2', amount: '3600' },
      { quantity: '3', amount: '5400' },
      { quantity: '3', amount: '5400' },
    ])
    expect(await office.done('note', 'show', '1')).toMatchObject({ version: 3, text: '不急' })
  })

  test('is one journal entry that names no customer, and stands in the history of the archive', async () => {
    await office.done('note', 'correct', '1', '--set', '数量=3', '--reason', '客户来电')
    const last = office.look((store) =>
      store.prepare('SELECT action, object FROM journal ORDER BY seq DESC').get(),
    )
    expect(last).toEqual({ action: 'entry.correct', object: 'RG2026-0001' })
    const { out } = await office.run('show', '0001', '--history')
    expect(out).toContain(
      '更正记录  记录 1；数量：2；订单金额：3600 → 数量：3；订单金额：5400（客户来电）',
    )
    expect((await office.done('show', '0001')).version).toBe(1)
    expect((await office.done('log', 'verify')).ok).toBe(true)
  })

  test('is found and traced by its new words, and no longer by the old ones', async () => {
    const words = ['--text', '不用等', '--set', '批号=B2', '--reason', '笔误']
    await office.done('note', 'correct', '1', ...words)
    expect(await office.done('note', 'list', '--text', '加急')).toEqual([])
    expect(await office.done('note', 'list', '--text', '不用等')).toHaveLength(1)
    expect(await office.done('note', 'trace', '--batch', 'B1')).toEqual([])
    expect(await office.done('note', 'trace', '--batch', 'b2')).toHaveLength(1)
    const traces = office.look((store) =>
      store.prepare('SELECT count(*) AS n FROM entry_trace').get(),
    )
    expect(traces).toEqual({ n: 2 })
  })

  test('that changes nothing is no act', async () => {
    const before = office.meddle(everythingIn)
    const { out } = await office.run('note', 'correct', '1', '--set', '数量=２', '--reason', '核对')
    expect(out).toBe('记录 1 没有变化。\n')
    expect(office.meddle(everythingIn)).toEqual(before)
  })

  test('a rehearsal writes nothing', async () => {
    const before = office.meddle(everythingIn)
    const words = ['--set', '数量=3', '--reason', 'x', '--dry-run']
    expect(await office.done('note', 'correct', '1', ...words)).toMatchObject({ version: 2 })
    expect(office.meddle(everythingIn)).toEqual(before)
  })

  test.each([
    ['without a reason', ['--set', '数量=3'], 'usage.missing', 2],
    ['for a reason that says nothing', ['--set', '数量=3', '--reason', ' '], 'usage.missing', 2],
    [
      'of a version that is not the last',
      ['--text', 'x', '--reason', 'y', '--expect-version', '2'],
      'entry.stale',
      3,
    ],
    [
      'with a field of another kind',
      ['--set', '舒适度=好', '--reason', 'x'],
      'usage.unknown-field',
      2,
    ],
    ['with figures that disagree', ['--set', '金额=1', '--reason', 'x'], 'value.bad', 8],
    ['with a quantity below nothing', ['--set', '数量=-2', '--reason', 'x'], 'value.bad', 8],
    ['without what its kind requires', ['--set', '产品名称=', '--reason', 'x'], 'usage.missing', 2],
    ['of tomorrow', ['--on', '2026-11-21', '--reason', 'x'], 'date.future', 3],
    [
      'dated before the last act',
      ['--text', 'x', '--reason', 'x', '--date', '2026-11-19'],
      'date.before-last-act',
      3,
    ],
  ])('is refused %s', async (_, words, code, status) => {
    const before = office.meddle(everythingIn)
    expect(await refused('note', 'correct', '1', ...words)).toMatchObject({ code, status })
    expect(office.meddle(everythingIn)).toEqual(before)
  })

  test('of an entry that is not there is refused', async () => {
    expect(await refused('note', 'correct', '9', '--text', 'x', '--reason', 'y')).toMatchObject({
      code: 'entry.missing',
      status: 4,
    })
    expect(await refused('note', 'show', 'x')).toMatchObject({ code: 'entry.missing' })
  })

  test('in a closed archive waits until it is reopened; in a void one there is nothing to correct', async () => {
    const words = ['--text', 'x', '--reason', 'y']
    await office.done('update', '0001', '--close', '--reason', '合作终止')
    expect(await refused('note', 'correct', '1', ...words)).toMatchObject({
      code: 'status.wrong',
      status: 3,
    })
    expect(await refused('note', '0001', ...order)).toMatchObject({ code: 'status.wrong' })
    await office.done('update', '0001', '--reopen', '--reason', '恢复合作')
    await office.done('note', 'correct', '1', ...words)
    await office.done('update', '0001', '--void', '--reason', '误建', '--yes')
    expect(await refused('note', 'correct', '1', ...words)).toMatchObject({ code: 'entry.missing' })
    expect(await refused('note', 'RG2026-0001', ...order)).toMatchObject({ status: 4 })
    expect(
      office.look((store) => store.prepare('SELECT count(*) AS n FROM entry_trace').get()),
    ).toEqual({ n: 0 })
  })

  test('in an archive above the operator is refused, and nothing is told of it', async () => {
    await office.done('update', '0001', '--secrecy', '机密')
    office.hire({ name: '王芳', osAccount: 'wang' })
    office.account = 'wang'
    for (const words of [
      ['correct', '1', '--text', 'x', '--reason', 'y'],
      ['show', '1'],
    ])
      expect(await refused('note', ...words)).toEqual({
        status: 4,
        code: 'entry.missing',
        facts: { entry: '1' },
      })
    expect(await office.done('note', 'list')).toEqual([])
    expect(await office.done('note', 'trace', '--batch', 'B1')).toEqual([])
  })

  test('after a merge stands in the way of undoing it', async () => {
    await office.done('add', '--type', '个人', '--name', '张三峰')
    await office.done('merge', '0001', '--into', '0002', '--reason', '同一人', '--yes')
    expect(await office.done('note', 'trace', '--batch', 'B1')).toMatchObject([
      { number: 'RG2026-0002', quantity: '2' },
    ])
    await office.done('note', 'correct', '1', '--set', '数量=3', '--reason', '更正')
    expect(await office.done('note', 'show', '1', '--history')).toMatchObject([
      { version: 1, fields: { quantity: '2' } },
      { version: 2, fields: { quantity: '3' } },
    ])
    expect(await refused('merge', '--undo', 'RG2026-0001', '--reason', 'x', '--yes')).toMatchObject(
      {
        code: 'merge.undo-blocked',
      },
    )
  })
})

test('whoever corrects second is told that somebody was first', async () => {
  const words = ['--expect-version', '1', '--reason', '更正']
  const both = await Promise.all([
    office.run('note', 'correct', '1', '--set', '数量=3', ...words, '--json'),
    office.run('note', 'correct', '1', '--set', '数量=4', ...words, '--json'),
  ])
  expect(both.map(({ status }) => status).toSorted()).toEqual([0, 3])
  expect(both.find(({ status }) => status === 3)?.error).toMatchObject({
    code: 'entry.stale',
    facts: { entry: 1, expected: 1, actual: 2 },
  })
})
