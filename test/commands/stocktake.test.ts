import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { officeIn, whileWriting, type TestOffice } from '../support/office.ts'

let office: TestOffice
const stocktake = (...words: string[]) => office.done('stocktake', ...words)

/** The code and exit status of a refusal. */
async function refused(...words: readonly string[]): Promise<string> {
  const ran = await office.run('stocktake', ...words, '--json')
  return `${ran.status} ${ran.error?.code ?? ran.err}`
}

const add = (name: string, ...words: string[]) =>
  office.done('add', '--type', '企业', '--name', name, '--reason', '来函', ...words)

/** `{ 'QY2026-0001': 'present' }` */
async function resultsOf(name: string): Promise<Record<string, string>> {
  const rows = await stocktake('show', name)
  return Object.fromEntries(
    rows.map(({ number, result }: { number: string; result: string }) => [
      number.replace('QY2026-', ''),
      result,
    ]),
  )
}

const path = (name: string) => join(office.room, name)

async function furnished(count: number): Promise<TestOffice> {
  office = await officeIn({ policy: 'general', patience: 300 })
  office.hire({ name: '王芳', post: '档案主管' })
  await office.done('locate', 'add', 'A', '--kind', '柜', '--rows', '2', '--keeper', '王芳')
  await office.done('locate', 'add', 'B', '--kind', '柜')
  for (let at = 1; at <= count; at += 1) await add(`第${at}公司`)
  return office
}

describe('a stocktake', () => {
  beforeAll(async () => {
    await furnished(6)
    await office.done('locate', '0001', '0002', '--to', 'A-1')
    await office.done('locate', '0003', '--to', 'A-2')
    await office.done('locate', '0004', '--to', 'B')
  })

  test('settles what is expected when it is opened', async () => {
    expect(await stocktake('open', '--place', 'a', '--dry-run')).toMatchObject({ expected: 3 })
    expect(await stocktake('open')).toEqual({
      ...{ stocktake: 'C1', place: null, type: null, sample: null, status: 'open' },
      ...{ openedOn: '2026-11-20', openedBy: '李娜', expected: 6, counts: null, closedOn: null },
      ...{ counters: [], witness: null, droppedBecause: null, audit: null },
    })
    await add('后来公司')
    expect(Object.keys(await resultsOf('C1'))).toHaveLength(6)
  })

  test.each([
    [['open'], '3 stocktake.already'],
    [['open', '--place', 'Z'], '4 place.missing'],
    [['open', '--type', '火星人'], '8 value.bad'],
    [['open', '--type', '个人'], '3 stocktake.nothing'],
    [['open', '--sample', '0'], '2 usage.bad-option'],
    [['open', '--sample', '5%', '--seed', 'x'], '2 usage.bad-option'],
    [['open', '--seed', '7'], '2 usage.missing'],
    [['scan', 'C9', '0001'], '4 stocktake.missing'],
    [['scan', 'C1'], '2 usage.missing'],
    [['scan', 'C1', ' '], '2 usage.missing'],
    [['scan', 'C1', '0001', '--place', 'Z'], '4 place.missing'],
    [['scan', 'C1', '0001', '--from', 'x'], '2 usage.together'],
    [['scan', 'C1', '0001', '--date', '2026-11-19'], '3 date.before-last-act'],
    [['show', 'C1', '--result', 'lost'], '2 usage.bad-option'],
    [['close', 'C1'], '3 stocktake.uncounted'],
    [['close', 'C9'], '4 stocktake.missing'],
    [['close', 'C1', '--witness', '王芳', '--drop', 'x'], '2 usage.together'],
    [['sacn', 'C1'], '2 '],
  ])('is not %j', async (words, code) => {
    expect(await refused(...words)).toContain(code)
    expect(await stocktake('list')).toMatchObject([{ counts: { missing: 6, present: 0 } }])
  })

  test('refuses a list that is missing, a folder, empty, or no text', async () => {
    mkdirSync(path('folder'))
    writeFileSync(path('empty.txt'), '')
    writeFileSync(path('blank.txt'), '\uFEFF\r\n\r\n')
    writeFileSync(
      path('picture.txt'),
      Buffer.from([0x89, 0x50, 0, 0, 1, 2, 3, 0xff, 0, 0x0d, 0, 1]),
    )
    const codes = await Promise.all(
      ['nowhere', 'folder', 'empty.txt', 'blank.txt', 'picture.txt'].map((name) =>
        refused('scan', 'C1', '--from', path(name)),
      ),
    )
    expect(codes).toEqual([
      ...[
        '4 input.missing',
        '8 input.directory',
        '8 input.empty',
        '8 input.empty',
        '8 input.binary',
      ],
    ])
    expect((await office.runWith('', 'stocktake', 'scan', 'C1', '-')).status).toBe(8)
  })

  test('takes numbers however they are written, tells repeated, unknown and elsewhere ones', async () => {
    const read = await stocktake(
      'scan',
      'C1',
      'qy20260001',
      '０００２',
      '0002',
      'XX-9',
      '--place',
      'A',
    )
    expect(read).toEqual({
      ...{ stocktake: 'C1', place: 'A', read: 4, counted: 2, repeated: 1, misplaced: [] },
      ...{ unexpected: [], unknown: ['XX-9'], void: [], purged: [], left: 4 },
    })
    writeFileSync(
      path('list.csv'),
      '\uFEFF档案编号,时间\r\n]C1QY2026-0004,9:00\r\n\r\nQY2026-0007,9:01\r\n',
    )
    expect(
      await stocktake('scan', 'C1', '--from', path('list.csv'), '--place', 'A-1'),
    ).toMatchObject({
      read: 2,
      misplaced: [{ number: 'QY2026-0004', place: 'B' }],
      unexpected: ['QY2026-0007'],
    })
    const piped = await office.runWith('QY2026-0001 第1公司\n', 'stocktake', 'scan', '-', '--json')
    expect(piped.json).toMatchObject({ stocktake: 'C1', place: null, repeated: 1, left: 3 })
    const again = await office.runWith('QY2026-0001 x\n0005\n', 'stocktake', 'scan', 'C1', '-')
    expect(again.out).toBe('C1 读入 2 个编号：新见 1 份，重复 1 次\n')
    expect(again.err).toBe('还有 2 份没有见到。\n')
  })

  test('reads a list in the encoding of Chinese Windows', async () => {
    const heading = Buffer.from([0xb5, 0xb5, 0xb0, 0xb8, 0xb1, 0xe0, 0xba, 0xc5]) // 档案编号
    writeFileSync(path('gbk.txt'), Buffer.concat([heading, Buffer.from('\r\nQY2026-0001\r\n')]))
    const read = await stocktake('scan', 'C1', '--from', path('gbk.txt'), '--dry-run')
    expect(read).toMatchObject({ read: 1, repeated: 1, unknown: [] })
  })

  test('tells how each archive comes out, under keys that stay', async () => {
    const rows = await stocktake('show', 'C1')
    expect(rows[0]).toEqual({
      ...{ number: 'QY2026-0001', result: 'present', expected: true, place: 'A-1' },
      ...{ seenPlace: 'A', seenOn: '2026-11-20', times: 3, lent: false },
    })
    expect(await resultsOf('C1')).toEqual({
      ...{ '0001': 'present', '0002': 'present', '0003': 'missing', '0004': 'misplaced' },
      ...{ '0005': 'present', '0006': 'missing', '0007': 'present', 'XX-9': 'unknown' },
    })
    const { out, err } = await office.run('stocktake', 'show', 'C1', '--result', '错架,unknown')
    expect(
      out
        .split('\n')
        .slice(1, 3)
        .map((line) => line.split(/\s+/)[0]),
    ).toEqual(['QY2026-0004', 'XX-9'])
    expect(err).toContain('C1 应有 6 份：不在架 2、错架 1、在架 4、不认识 1。')
  })

  test('is counted by two at once: one waits, and where it waits too long says so', async () => {
    const two = await Promise.all([
      office.run('stocktake', 'scan', 'C1', '0003', '--place', 'A-2'),
      office.run('stocktake', 'scan', 'C1', '0003', '--place', 'A-2'),
    ])
    expect(two.map(({ status }) => status)).toEqual([0, 0])
    expect(await stocktake('show', 'C1')).toContainEqual(
      expect.objectContaining({ number: 'QY2026-0003', times: 2, result: 'present' }),
    )
    const busy = await whileWriting(office, () => office.run('stocktake', 'scan', 'C1', '0001'))
    expect(busy.status).toBe(6)
  })

  test('is closed, signed and witnessed by another; what is missing or elsewhere becomes findings', async () => {
    expect(await refused('close', 'C1', '--by', '王芳', '--witness', '王芳')).toBe(
      '3 stocktake.same-person',
    )
    const { out, err } = await office.run(
      'stocktake',
      'close',
      'C1',
      '--by',
      '李娜',
      '--witness',
      '王芳',
    )
    expect(out).toBe('C1 已结束，李娜、王芳 签字：不在架 1，错架 1，在架 5，不认识 1\n')
    expect(err).toContain('dangan incident open 丢失')
    expect(await office.done('audit', 'findings', '--open')).toMatchObject([
      { check: 'stocktake.missing', number: 'QY2026-0006', severity: 'error', dueOn: '2026-12-20' },
      {
        ...{ check: 'stocktake.misplaced', number: 'QY2026-0004', owner: null },
        ...{
          message: '清点时在 A-1，与登记的库位不符（C1）',
          fix: 'dangan locate QY2026-0004 --to A-1',
        },
      },
      { check: 'stocktake.stray', number: null, message: '架上有 1 个不认识或已作废的编号（C1）' },
    ])
    const [run] = await office.done('audit', 'list')
    expect(run).toMatchObject({ audit: 'A1', archives: 6, error: 1, warning: 2 })
    const history = await office.run('show', '0006', '--history')
    expect(history.out).toContain('C1 不在架')
  })

  test('takes nothing more once it is closed, and is not closed twice', async () => {
    const before = await resultsOf('C1')
    expect(await refused('scan', 'C1', '0006')).toBe('3 stocktake.closed')
    expect(await refused('close', 'C1')).toBe('3 stocktake.closed')
    expect(await refused('close', 'C1', '--drop', 'x')).toBe('3 stocktake.closed')
    await office.done('locate', '0001', '--to', 'B')
    expect(await resultsOf('C1')).toEqual(before)
    const rows = await stocktake('show', 'C1', '--result', 'present')
    expect(rows[0]).toMatchObject({ number: 'QY2026-0001', place: 'A-1' })
  })

  test('what the register has put right is fixed, and what the next one sees', async () => {
    await office.done('locate', '0004', '--to', 'A-1')
    await stocktake('open', '--place', 'A')
    await stocktake('scan', 'C2', '0006', '0004')
    await stocktake('close', 'C2')
    const found = await office.done('audit', 'findings')
    expect(
      found.map(({ check, number, status }: Record<string, string>) => [check, number, status]),
    ).toEqual([
      ['stocktake.missing', 'QY2026-0006', 'fixed'],
      ['stocktake.missing', 'QY2026-0002', 'new'],
      ['stocktake.missing', 'QY2026-0003', 'new'],
      ['stocktake.misplaced', 'QY2026-0004', 'fixed'],
      ['stocktake.stray', null, 'standing'],
    ])
  })

  test('its result is printed for those who sign', async () => {
    const { out } = await office.run('form', 'stocktake', 'C1', '-o', '-')
    for (const words of ['编号 C1', 'QY2026-0006', '不在架', 'XX-9', '监盘人', '王芳'])
      expect(out).toContain(words)
    expect(out).not.toContain('QY2026-0001')
    expect((await office.run('form', 'stocktake', 'C1', '--all', '-o', '-')).out).toContain(
      'QY2026-0001',
    )
  })

  test('lists its keys as other programs know them', async () => {
    const [last] = await stocktake('list')
    expect(Object.keys(last)).toEqual([
      ...['stocktake', 'place', 'type', 'sample', 'status', 'openedOn', 'openedBy', 'expected'],
      ...['counts', 'closedOn', 'counters', 'witness', 'droppedBecause', 'audit'],
    ])
    expect(Object.keys(last.counts)).toEqual([
      ...['missing', 'misplaced', 'onLoan', 'moved', 'merged', 'present', 'purged', 'void'],
      ...['unknown', 'unexpected', 'destroyed'],
    ])
    expect((await office.run('stocktake')).err).toBe('没有未结束的清点。\n')
  })

  test('of a sample draws the same by the same seed, and all that is top secret', async () => {
    await office.done('classify', '0005', '--secrecy', '绝密', '--reason', '定密')
    const drawn = async (seed: string) => {
      await stocktake('open', '--sample', '20%', '--seed', seed)
      const [{ stocktake: name }] = await stocktake('list')
      const numbers = Object.keys(await resultsOf(name))
      await stocktake('close', name, '--drop', '试抽')
      return numbers
    }
    const seven = await drawn('7')
    expect(seven).toContain('0005')
    expect(await drawn('7')).toEqual(seven)
    const draws: string[][] = []
    for (const seed of ['1', '2', '3']) draws.push(await drawn(seed))
    expect(draws.every((it) => it.includes('0005'))).toBe(true)
    expect(new Set(draws.map(String)).size).toBeGreaterThan(1)
  })

  test('leaves out what the reader may not see, and says how much', async () => {
    office.hire({ name: '新人', osAccount: 'new' })
    office.account = 'new'
    expect(await resultsOf('C1')).not.toHaveProperty('0005')
    expect((await office.run('stocktake', 'show', 'C1')).err).toContain('另有 1 份您无权查看')
    office.account = 'lina'
  })
})

describe('what happens between opening and closing', () => {
  beforeAll(async () => {
    office = await officeIn()
    const people = { department: '销售部', clearance: 'topSecret' } as const
    office.hire({ name: '王芳', post: '部门经理', ...people })
    office.hire({ name: '李雷', post: '业务员', ...people })
    office.hire({ name: '赵敏', post: '总经理', clearance: 'topSecret' })
    await office.done('locate', 'add', 'A', '--kind', '柜', '--rows', '2', '--reason', '补')
    await office.done('locate', 'add', 'B', '--kind', '柜', '--reason', '补')
    const person = (name: string, ...words: string[]) =>
      office.done('add', '--type', '个人', '--name', name, '--reason', '补', ...words)
    await person('欧阳震华', '--set', 'openedOn=2010-03-01')
    for (const name of ['赵一', '钱二', '孙三', '李四', '周五', '吴六', '郑七', '王八', '冯九'])
      await person(name)
    const numbers = [1, 2, 3, 4, 5, 6, 7, 8].map((it) => `RG2026-000${it}`)
    await office.done('locate', 'RG2010-0001', ...numbers, '--to', 'A-1', '--reason', '补')
    await office.done('locate', 'RG2026-0009', '--to', 'B')
    await inspectedDamage()
    for (const number of ['RG2026-0001', 'RG2026-0002']) await lend(number)
    await stocktake('open', '--place', 'A')
  })

  const inspectedDamage = () =>
    office.done(
      ...['inspect', 'condition', 'RG2010-0001', '--state', '破损', '--repair', '--reason', '补'],
      ...['--note', '封面有齐天大圣签名'],
    )

  async function lend(number: string): Promise<void> {
    const { request } = await office.done('borrow', number, '--to', '李雷', '--purpose', '核对')
    await office.done('approve', request.request, '--by', '王芳', '--form', 'F1')
    await office.done('borrow', request.request)
  }

  async function destroy(number: string): Promise<void> {
    const appraised = ['--reason', '保存期满', '--appraisal', '已无保存价值']
    const { request } = await office.done('purge', 'propose', number, ...appraised)
    await office.done('approve', request, '--by', '王芳', '--form', 'F1')
    await office.done('approve', request, '--by', '赵敏', '--form', 'F2')
    const people = ['--by', '李娜', '--witness', '王芳', '--method', '粉碎', '--confirm', 'D1']
    await office.done('purge', 'execute', 'D1', ...people)
  }

  test('is decided so: what passed through our hands is there, what the register took away is not missed', async () => {
    expect(await stocktake('list')).toMatchObject([
      { expected: 9, counts: { onLoan: 2, missing: 7, present: 0 } },
    ])
    await office.done('return', 'RG2026-0002', '--condition', '完好')
    await lend('RG2026-0003')
    await stocktake('scan', 'C1', 'RG2026-0004', '--place', 'A-1')
    await lend('RG2026-0004')
    await office.done('locate', 'RG2026-0005', '--to', 'B')
    await office.done('merge', 'RG2026-0006', '--into', 'RG2026-0007', '--reason', '同一人')
    await office.done('locate', 'RG2026-0008', '--to', 'A-2')
    await destroy('RG2010-0001')
    await stocktake('scan', 'C1', 'RG2026-0008', '--place', 'A-2')
    const words = ['RG2026-0006', 'RG2026-0009', 'RG2010-0001']
    const read = await stocktake('scan', 'C1', ...words, '--place', 'A-1')
    expect(read).toMatchObject({
      ...{ counted: 2, purged: ['RG2010-0001'], left: 0 },
      misplaced: [{ number: 'RG2026-0009', place: 'B' }],
    })
    await stocktake('close', 'C1')
    const rows = await stocktake('show', 'C1')
    const of = (row: { number: string; result: string; lent: boolean }) =>
      `${row.number} ${row.result}${row.lent ? ' lent' : ''}`
    expect(rows.map(of)).toEqual([
      'RG2026-0001 onLoan lent',
      'RG2026-0002 present',
      'RG2026-0003 onLoan lent',
      'RG2026-0004 present lent',
      'RG2026-0005 moved',
      'RG2026-0006 merged',
      'RG2026-0007 present',
      'RG2026-0008 present',
      'RG2026-0009 misplaced',
      'RG2010-0001 purged',
    ])
    const shown = await office.run('stocktake', 'show', 'C1')
    expect(shown.err).toContain('清单上有 1 份其后已销毁。')
    expect(await office.done('audit', 'findings', '--open', '--severity', 'error')).toMatchObject([
      { check: 'stocktake.purged', message: '架上有 1 份应已销毁的档案（C1）' },
    ])
  })

  test('nothing of a destroyed archive’s condition or place is left', () => {
    const left = office.look((store) =>
      ['defect', 'stocktake_item'].map((table) =>
        store.prepare(`SELECT count(*) FROM ${table} WHERE archive_id = 1`).pluck().get(),
      ),
    )
    expect(left).toEqual([0, 0])
    const bytes = readFileSync(office.file)
    expect([bytes.includes('齐天大圣'), bytes.includes('欧阳震华')]).toEqual([false, false])
  })

  test('a merge that is undone gives the stocktake its archive back', async () => {
    await office.done('merge', '--undo', 'RG2026-0006', '--reason', '误并')
    const rows = await stocktake('show', 'C1', '--result', 'merged')
    expect(rows).toMatchObject([{ number: 'RG2026-0006', result: 'merged' }])
    const orphans = await office.run('audit', '--check', 'row.orphan', '--json')
    expect(orphans.json).toEqual([])
  })

  test('ten thousand numbers are taken in at once, and soon', async () => {
    const made = Array.from({ length: 10_000 }, (_, at) => `RG2026-${String(at).padStart(4, '0')}`)
    await stocktake('open')
    const begun = performance.now()
    const ran = await office.runWith(made.join('\n'), 'stocktake', 'scan', 'C2', '-', '--json')
    expect(ran.json).toMatchObject({ read: 10_000, counted: 9, repeated: 0 })
    expect(ran.json.unknown).toHaveLength(9991)
    expect(performance.now() - begun).toBeLessThan(20_000)
    const entries = office.look((store) =>
      store.prepare(`SELECT count(*) FROM journal WHERE action = 'stocktake.scan'`).pluck().get(),
    )
    expect(entries).toBe(4)
  })

  test('what is made void goes from the list, and its label is told', async () => {
    const { number } = await office.done(
      'add',
      '--type',
      '个人',
      '--name',
      '误建',
      '--reason',
      '补',
    )
    expect(await stocktake('scan', 'C2', number)).toMatchObject({ unexpected: [number] })
    await office.done('update', number, '--void', '--reason', '误建')
    const numbers = (await stocktake('show', 'C2', '--result', 'present')).map(
      (it: { number: string }) => it.number,
    )
    expect(numbers).not.toContain(number)
    expect(await stocktake('scan', 'C2', number)).toMatchObject({ counted: 0, void: [number] })
  })
})
