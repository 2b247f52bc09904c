import { beforeEach, describe, expect, test } from 'vitest'
import { historyOf } from '../../src/store/history.ts'
import { officeIn, type TestOffice } from '../support/office.ts'
import { everythingIn } from '../support/tables.ts'

let office: TestOffice
beforeEach(async () => {
  office = await officeIn()
  for (const [name, importance] of [
    ['张三丰', '重要'],
    ['李四', '一般'],
    ['王五', '贵宾'],
  ] as const)
    await office.done('add', '--type', '个人', '--name', name, '--importance', importance)
})

async function refused(...words: string[]) {
  const { status, error } = await office.run(...words, '--json')
  return { status, code: error?.code, facts: error?.facts }
}
const entries = () =>
  (office.look((store) => store.prepare('SELECT count(*) n FROM journal').get()) as { n: number }).n
const numbersIn = (archives: { number: string }[]) => archives.map(({ number }) => number)

describe('by hand', () => {
  test('one archive is classified at once, and the plan told', async () => {
    const { out, err, status } = await office.run(
      'classify',
      '0001',
      '--stage',
      '售后',
      '--region',
      '華東',
    )
    expect(status).toBe(0)
    expect(out).toBe('已分类 RG2026-0001（第 2 版）\n')
    expect(err).toBe('分类方案：改动 1 份\n  RG2026-0001  张三丰  业务阶段：售后；地区：华东\n')
    expect(await office.done('show', '0001')).toMatchObject({
      stage: 'aftersale',
      region: 'eastChina',
    })
  })

  test('several are one act; what is so already is given and not changed', async () => {
    await office.done('classify', '0002', '--stage', '售后')
    const before = entries()
    const archives = await office.done('classify', '0001', '0002', '0003', '--stage', '售后')
    expect(archives.map(({ stage, version }: never) => [stage, version])).toEqual([
      ['aftersale', 2],
      ['aftersale', 2],
      ['aftersale', 2],
    ])
    expect(entries()).toBe(before + 1)
    const parts = office.look((store) =>
      store.prepare('SELECT archive_id FROM journal_part WHERE seq = ?').all(before + 1),
    )
    expect(parts).toEqual([{ archive_id: 1 }, { archive_id: 3 }])
  })

  test('a list on stdin gives an array', async () => {
    const { json } = await office.runWith(
      'RG2026-0001\n',
      'classify',
      '-',
      '--secrecy',
      '秘密',
      '--json',
    )
    expect(json).toMatchObject([{ number: 'RG2026-0001', secrecy: 'secret' }])
  })

  test('more than three are asked about', async () => {
    await office.done('add', '--type', '个人', '--name', '赵六')
    const before = office.meddle(everythingIn)
    const three = ['classify', '0001', '0002', '0003', '--stage', '售后']
    const four = [...three, '0004']
    expect(await refused(...four)).toMatchObject({ code: 'usage.confirm', status: 2 })
    expect(office.meddle(everythingIn)).toEqual(before)
    expect(await office.done(...four, '--dry-run')).toHaveLength(4)
    expect(office.meddle(everythingIn)).toEqual(before)
    expect(await office.done(...three)).toHaveLength(3)
    expect(await office.done(...four)).toHaveLength(4)
    expect(await office.done(...four.with(5, '售中'), '--yes')).toHaveLength(4)
  })

  test('those for which conditions hold are classified together', async () => {
    await office.done('update', '0003', '--close', '--reason', 'x')
    const archives = await office.done(
      'classify',
      '--where',
      '重要程度=重要,贵宾',
      '--stage',
      '售后',
    )
    expect(numbersIn(archives)).toEqual(['RG2026-0001'])
    expect(await office.done('classify', '--where', 'importance=ordinary', '--by-rules')).toEqual(
      [],
    )
    const dealers = ['--where', '重要程度=一般', '--type', '经销商', '--org', 'XH01', '--renumber']
    expect(numbersIn(await office.done('classify', ...dealers))).toEqual(['JG2026XH01-0001'])
  })

  test.each([
    [
      ['--where', '类型=个人'],
      ['RG2026-0001', 'RG2026-0002', 'RG2026-0003', 'RG2025-0001'],
    ],
    [
      ['--where', '重要程度=贵宾,一般'],
      ['RG2026-0002', 'RG2026-0003', 'RG2025-0001'],
    ],
    [['--where', '责任人=王芳'], ['RG2026-0002']],
    [['--where', '年龄=30'], ['RG2026-0003']],
    [['--owner', '王芳'], ['RG2026-0002']],
    [['--owner', '', '--where', '重要程度=一般'], ['RG2025-0001']],
    [['--status', '待核实'], []],
    [['--opened-before', '2025-12-31'], ['RG2025-0001']],
    [['--opened-after', '2026-01-01', '--find', '李'], ['RG2026-0002']],
    [['--find', 'zsf'], ['RG2026-0001']],
    [['--find', 'RG2025'], ['RG2025-0001']],
    [['--incomplete', '--find', '王五'], ['RG2026-0003']],
    [['--review-due', '2026-12-31'], ['RG2025-0001']],
    [['--review-due'], []],
  ])('%j means, as in a list, %j: planned, rehearsed, asked about, done', async (words, meant) => {
    await office.done('update', '0002', '--owner', '王芳')
    await office.done('update', '0003', '--set', '年龄=30')
    const old = ['--on', '2025-06-01', '--duplicate', 'add']
    await office.done('add', '--type', '个人', '--name', '赵六', '--importance', '一般', ...old)
    office.meddle((store) =>
      store.script(`UPDATE archive SET next_review_on = '2026-12-01' WHERE year = 2025`),
    )
    const line = ['classify', ...words, '--stage', '售后']
    const before = office.meddle(everythingIn)
    const rehearsed = await office.run(...line, '--dry-run')
    for (const number of meant) expect(rehearsed.err).toContain(number)
    expect(office.meddle(everythingIn)).toEqual(before)
    const done = await office.done(...line, '--yes')
    expect(numbersIn(done).toSorted()).toEqual(meant.toSorted())
    expect(done.every((it: { stage: string }) => it.stage === 'aftersale')).toBe(true)
    expect((await office.done('show', '0002')).owner).toBe('王芳')
  })

  test('the plan of what the policy names is a reading', async () => {
    await office.done('update', '0001', '--secrecy', '机密')
    await office.done('classify', '0001', '--stage', '售后', '--dry-run')
    const last = office.look((store) =>
      store.prepare('SELECT action, object FROM journal ORDER BY seq DESC').get(),
    )
    expect(last).toEqual({ action: 'archive.read', object: 'RG2026-0001' })
  })

  test.each([
    ['with numbers and words', ['0001', '--find', '李', '--stage', '售后'], 'usage.together', 2],
    [
      'with numbers and a day',
      ['0001', '--opened-after', '2026-01-01', '--stage', '售后'],
      'usage.together',
      2,
    ],
    [
      'with numbers and conditions',
      ['0001', '--where', '重要程度=一般', '--stage', '售后'],
      'usage.together',
      2,
    ],
    ['with no class', ['0001'], 'usage.missing', 2],
    ['with a class that is not in the list', ['0001', '--stage', '售前售后'], 'value.bad', 8],
    ['without its type', ['0001', '--type', ''], 'value.bad', 8],
    ['as a dealer without a code', ['0001', '--type', '经销商'], 'value.bad', 8],
    ['by hand and by rules', ['0001', '--stage', '售后', '--by-rules'], 'usage.together', 2],
    ['by rules with a new number', ['0001', '--renumber', '--by-rules'], 'usage.together', 2],
    ['where its number says it all', ['0001', '--renumber'], 'number.unchanged', 3],
    [
      'before its last act',
      ['0001', '--stage', '售后', '--date', '2026-11-19'],
      'date.before-last-act',
      3,
    ],
    [
      'long ago without a reason',
      ['0001', '--stage', '售后', '--date', '2026-01-01'],
      'date.back-too-far',
      3,
    ],
    ['that is not there', ['0009', '--stage', '售后'], 'archive.missing', 4],
  ])('nothing is classified %s', async (_, words, code, status) => {
    const before = office.meddle(everythingIn)
    expect(await refused('classify', ...words)).toMatchObject({ code, status })
    expect(office.meddle(everythingIn)).toEqual(before)
  })
})

describe('by the rules of the policy', () => {
  test('all archives are looked at, those that are not so are changed, with the clause', async () => {
    const { err } = await office.run('classify', '--by-rules', '--dry-run')
    expect(err).toContain('分类方案：改动 2 份，1 份已是如此')
    expect(err).toContain(
      'RG2026-0003  王五  保存期限类别：一般 → 重要；保存至：2036-11-20 → 2056-11-20  依制度规则 1（S002-5.1-2）',
    )
    const archives = await office.done('classify', '--by-rules')
    expect(numbersIn(archives)).toEqual(['RG2026-0001', 'RG2026-0003'])
    const [, event] = office.look((store) => historyOf(store, 1))
    expect(event).toMatchObject({
      action: 'archive.classify',
      detail: { version: 2, rule: ['S002-5.1-2'] },
    })
  })

  test('a second time there is nothing to do', async () => {
    await office.done('classify', '--by-rules')
    const before = entries()
    const { json, err } = await office.run('classify', '--by-rules', '--json')
    expect([json, err]).toEqual([[], '没有需要改动的档案。\n'])
    expect(entries()).toBe(before)
  })

  test('closed archives, and those that the operator may not read, are left out', async () => {
    await office.done('update', '0001', '--close', '--reason', 'x')
    await office.done('update', '0003', '--secrecy', '绝密')
    office.hire({ name: '王芳', osAccount: 'wang', clearance: 'secret' })
    office.account = 'wang'
    expect(await office.done('classify', '--by-rules')).toEqual([])
    office.account = 'lina'
    expect(numbersIn(await office.done('classify', '--by-rules'))).toEqual(['RG2026-0003'])
  })

  test('only those that are named', async () => {
    expect(await office.done('classify', '0003', '--by-rules')).toMatchObject({
      retentionClass: 'important',
    })
  })

  test('a policy without rules is silent', async () => {
    const other = await officeIn()
    other.meddle((store) =>
      store.script(`UPDATE policy_version SET policy = json_remove(policy, '$.classification')`),
    )
    const { status, error } = await other.run('classify', '--by-rules', '--json')
    expect([status, error.code]).toEqual([3, 'policy.silent'])
  })
})

describe('a new type', () => {
  test('keeps the number', async () => {
    expect(
      await office.done('classify', '0001', '--type', '经销商', '--org', 'xh01'),
    ).toMatchObject({
      number: 'RG2026-0001',
      type: 'dealer',
      orgCode: 'XH01',
    })
  })

  test('brings a new one where it is wanted; the old one works everywhere', async () => {
    const renumber = ['classify', '0001', '--type', '经销商', '--org', 'XH01', '--renumber']
    expect(await office.done(...renumber)).toMatchObject({
      number: 'JG2026XH01-0001',
      serial: 1,
      version: 2,
    })
    for (const number of ['RG2026-0001', 'rg20260001', 'XH01-0001', 'jg2026xh010001'])
      expect(await office.done('show', number)).toMatchObject({
        number: 'JG2026XH01-0001',
        aliases: ['RG2026-0001'],
      })
    expect(await office.done('update', 'RG2026-0001', '--owner', '赵敏')).toMatchObject({
      version: 3,
    })
    expect(await office.done('add', '--type', '个人', '--name', '赵六')).toMatchObject({
      number: 'RG2026-0004',
    })
    expect(
      await refused('add', '--type', '个人', '--name', '钱七', '--number', 'RG2026-0001'),
    ).toMatchObject({
      code: 'number.taken',
    })
  })

  test('going back over it leaves the number as it is', async () => {
    await office.done('classify', '0001', '--type', '经销商', '--org', 'XH01', '--renumber')
    expect(await office.done('update', 'RG2026-0001', '--revert', '1')).toMatchObject({
      number: 'JG2026XH01-0001',
      type: 'individual',
      orgCode: null,
    })
  })

  test('a rehearsed number is not used up', async () => {
    const renumber = ['classify', '0001', '--type', '经销商', '--org', 'XH01', '--renumber']
    expect(await office.done(...renumber, '--dry-run')).toMatchObject({ number: 'JG2026XH01-0001' })
    expect(await office.done(...renumber.with(1, '0002'))).toMatchObject({
      number: 'JG2026XH01-0001',
    })
  })

  test('several are renumbered in order', async () => {
    const archives = await office.done(
      'classify',
      '0003',
      '0001',
      '--type',
      '经销商',
      '--org',
      'XH01',
      '--renumber',
    )
    expect(numbersIn(archives)).toEqual(['JG2026XH01-0001', 'JG2026XH01-0002'])
  })
})
