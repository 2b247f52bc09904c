import { beforeEach, describe, expect, test } from 'vitest'
import { historyOf } from '../../src/store/history.ts'
import { verifyJournal } from '../../src/store/journal-check.ts'
import { officeIn, type TestOffice } from '../support/office.ts'
import { everythingIn } from '../support/tables.ts'

let office: TestOffice
beforeEach(async () => {
  office = await officeIn()
  for (const name of ['张三丰', '李四', '王五'])
    await office.done('add', '--type', '个人', '--name', name, '--duplicate', 'add')
})

const why = ['--reason', '合同纠纷诉讼', '--authority', '某区人民法院'] as const
const hold = (...words: string[]) => office.done('hold', ...words, ...why)
const release = (...words: string[]) => office.done('release', ...words, '--reason', '已审结')

async function refused(...words: readonly string[]): Promise<string> {
  const ran = await office.run(...words, '--json')
  return `${ran.status} ${ran.error?.code ?? ran.err}`
}

const rows = () =>
  office.look((store) => store.prepare('SELECT count(*) FROM hold').pluck().get() as number)

describe('an archive is held', () => {
  test('with reason, authority and end; it is shown, and the journal names no customer', async () => {
    expect(await hold('0001', '--until', '2027-06-30', '--no-lending')).toEqual({
      hold: 'H1',
      number: 'RG2026-0001',
      reason: '合同纠纷诉讼',
      authority: '某区人民法院',
      placedOn: '2026-11-20',
      placedBy: '李娜',
      until: '2027-06-30',
      lending: false,
      status: 'standing',
      releasedOn: null,
      releasedBy: null,
      releaseReason: null,
      fromNumber: null,
    })
    const dossier = await office.done('show', '0001')
    expect(dossier).toMatchObject({ holds: [{ hold: 'H1' }], flags: ['held'] })
    const { out } = await office.run('show', '0001')
    expect(out).toContain('H1  合同纠纷诉讼（某区人民法院、至 2027-06-30、不得外借）')
    const { action, object } = office.look((store) =>
      store.prepare('SELECT action, object FROM journal ORDER BY seq DESC LIMIT 1').get(),
    ) as { action: string; object: string }
    expect([action, object]).toEqual(['hold.place', 'RG2026-0001'])
    const history = await office.run('show', '0001', '--history')
    expect(history.out).toContain('H1 某区人民法院（合同纠纷诉讼）')
  })

  test('several at once in one entry, and a list is answered with a list', async () => {
    const before = office.look((store) => verifyJournal(store).entries)
    const held = await hold('0001', '0002')
    expect(held.map((it: { number: string }) => it.number)).toEqual(['RG2026-0001', 'RG2026-0002'])
    expect(office.look((store) => verifyJournal(store))).toMatchObject({
      ok: true,
      entries: before + 1,
    })
    const { json } = await office.runWith('0003\n', 'hold', '-', ...why, '--json')
    expect(json).toMatchObject([{ hold: 'H3', number: 'RG2026-0003' }])
  })

  test('more than once', async () => {
    await hold('0001')
    await office.done('hold', '0001', '--reason', '税务检查', '--authority', '税务局')
    expect((await office.done('show', '0001')).holds).toHaveLength(2)
  })

  test('through its last day, and then no more, by itself', async () => {
    await hold('0001', '--until', '2026-11-20')
    expect((await office.done('show', '0001')).flags).toEqual(['held'])
    office.today = '2026-11-21'
    const { flags, holds } = await office.done('show', '0001')
    expect([flags, holds[0].status]).toEqual([[], 'expired'])
    expect(await office.done('hold', '--list')).toEqual([])
    expect(await office.done('hold', '--list', '--all')).toMatchObject([{ status: 'expired' }])
    expect(await refused('release', 'H1', '--reason', '结案')).toBe('3 hold.ended')
  })

  test.each([
    [['0001', '--reason', '诉讼'], '2 usage.missing'],
    [['0001', '--authority', '法院'], '2 usage.missing'],
    [['0001', '--reason', ' ', '--authority', '法院'], '8 value.bad'],
    [['0001', ...why, '--until', '2026-11-19'], '8 value.bad'],
    [['0001', ...why, '--until', '明年'], '8 value.bad'],
    [['0009', ...why], '4 archive.missing'],
    [['0001', '0009', ...why], '4 archive.missing'],
    [['0001', ...why, '--date', '2026-11-19'], '3 date.before-last-act'],
    [['0001', ...why, '--list'], '2 usage.together'],
    [[...why], '2 usage.missing'],
  ])('but not %j', async (words, code) => {
    expect(await refused('hold', ...words)).toBe(code)
    expect(rows()).toBe(0)
  })

  test('in rehearsal, and nothing is kept', async () => {
    await hold('0001', '--dry-run')
    expect(rows()).toBe(0)
  })
})

describe('a hold is released', () => {
  test('by its name, and the archive stays held by the others', async () => {
    await hold('0001')
    await hold('0001')
    const { out } = await office.run('release', 'h1', '--reason', '结案')
    expect(out).toContain('还有 1 项暂停，仍不得销毁')
    expect(await release('0001')).toMatchObject({
      hold: 'H2',
      status: 'released',
      releasedOn: '2026-11-20',
      releasedBy: '李娜',
      releaseReason: '已审结',
    })
    expect((await office.done('show', '0001')).flags).toEqual([])
  })

  test('all at once where that is said', async () => {
    await hold('0001')
    await hold('0001')
    expect(await refused('release', '0001', '--reason', '结案')).toBe('2 hold.several')
    expect(await release('0001', '--all')).toHaveLength(2)
    const history = await office.run('show', '0001', '--history')
    expect(history.out).toContain('H1 H2（已审结）')
  })

  test.each([
    [['H1'], '2 usage.missing'],
    [['H9', '--reason', '结案'], '4 hold.missing'],
    [['0002', '--reason', '结案'], '4 hold.none'],
    [['0002', '--all', '--reason', '结案'], '4 hold.none'],
    [['H1', 'H9', '--reason', '结案'], '4 hold.missing'],
  ])('but not %j', async (words, code) => {
    await hold('0001')
    expect(await refused('release', ...words)).toBe(code)
    expect(await office.done('hold', '--list')).toHaveLength(1)
  })

  test('once', async () => {
    await hold('0001')
    await release('H1', 'h1')
    expect(await refused('release', 'H1', '--reason', '结案')).toBe('3 hold.ended')
  })
})

test('of what the operator may not read neither hold nor number is told', async () => {
  await office.done('add', '--type', '个人', '--name', '赵六', '--secrecy', '机密')
  await hold('0004')
  office.hire({ name: '小王', osAccount: 'wang' })
  office.account = 'wang'
  expect(await office.done('hold', '--list')).toEqual([])
  expect(await refused('release', 'H1', '--reason', '结案')).toBe('4 hold.missing')
  expect(await refused('hold', '0004', ...why)).toBe('5 person.not-cleared')
})

test('a list with a confidential archive is a reading, and entered', async () => {
  await office.done('add', '--type', '个人', '--name', '赵六', '--secrecy', '机密')
  await hold('0004')
  const [{ name }] = await office.done('hold', '--list')
  expect(name).toBe('赵六')
  const id = office.look((store) =>
    store.prepare(`SELECT id FROM archive WHERE name = '赵六'`).pluck().get(),
  ) as number
  expect(office.look((store) => historyOf(store, id).at(-1)?.action)).toBe('archive.read')
})

describe('merging', () => {
  const everything = () => {
    const { archive, ...tables } = office.meddle(everythingIn)
    return { ...tables, archive: archive?.map((row) => row.replace(/"version":"\d+"/, '')) }
  }

  test('brings holds and incidents over, and undoing gives them back', async () => {
    await hold('0002')
    await hold('0001')
    await office.done('incident', 'open', '丢失', '0002', '--text', '缺一页')
    await office.done('incident', 'remedy', 'I1', '--text', '补印')
    const before = everything()
    await office.done('merge', '0002', '--into', '0001')
    expect((await office.done('show', '0001')).holds).toMatchObject([
      { hold: 'H1', fromNumber: 'RG2026-0002' },
      { hold: 'H2' },
    ])
    expect(await office.done('incident', 'list', '0002')).toMatchObject([
      { number: 'RG2026-0001', fromNumber: 'RG2026-0002' },
    ])
    await office.done('merge', '--undo', '0002')
    expect(everything()).toEqual(before)
  })

  test.each([
    ['a hold that came over was released', ['release', 'H1', '--reason', '结案'], 'changed'],
    ['an incident that came over went on', ['incident', 'remedy', 'I1', '--text', '补'], 'changed'],
    ['a hold was placed on both', ['hold', '0001', ...why], 'held'],
  ])('is not undone once %s', async (_, words, because) => {
    await hold('0002')
    await office.done('incident', 'open', '丢失', '0002', '--text', '缺一页')
    await office.done('merge', '0002', '--into', '0001')
    await office.done(...words)
    const { error } = await office.run('merge', '--undo', '0002', '--json')
    expect(error).toMatchObject({ code: 'merge.undo-blocked', facts: { because } })
  })

  test('is undone once a hold that was placed on both is released', async () => {
    await office.done('merge', '0002', '--into', '0001')
    await hold('0001')
    await release('H1')
    await office.done('merge', '--undo', '0002')
    expect((await office.done('show', '0002')).holds).toEqual([])
  })

  test('is not undone once something befell a material that came over', async () => {
    await office.done('attach', '0002', '--title', '合同', '--kind', '合同')
    await office.done('merge', '0002', '--into', '0001')
    await office.done('incident', 'open', '损坏', '0001/1', '--text', '撕破')
    const { error } = await office.run('merge', '--undo', '0002', '--json')
    expect(error).toMatchObject({ code: 'merge.undo-blocked', facts: { because: 'changed' } })
  })
})

test('what was held, or met with an incident, is not made void, nor taken back with its import', async () => {
  await hold('0001')
  await release('H1')
  await office.done('incident', 'open', '丢失', '0002', '--text', '缺一页')
  for (const [number, because] of [
    ['0001', 'hold'],
    ['0002', 'incident'],
  ] as const) {
    const ran = await office.run('update', number, '--void', '--reason', '误建', '--json')
    expect(ran.error).toMatchObject({ code: 'void.used', facts: { because: [because] } })
  }
  const csv = '客户名称,客户类型,电话\n钱七,个人,13800138007\n孙八,个人,13800138008\n'
  const { json } = await office.runWith(csv, 'import', '-', '--json')
  await hold(json.firstNumber)
  expect(await office.done('import', 'undo', json.batch, '--yes')).toMatchObject({
    removed: 1,
    kept: [{ number: json.firstNumber, because: 'hold' }],
  })
})
