import { describe, expect, test } from 'vitest'
import { officeIn, type TestOffice } from '../support/office.ts'

const buyer = [
  ...['add', '--type', 'buyer', '--phone', '13800138000', '--stage', '认购'],
  ...[
    '--set',
    '楼座=3号楼',
    '--set',
    '房号=3-1201',
    '--set',
    '业务员=王芳',
    '--set',
    '支付方式=全款',
  ],
  ...['--set', '户籍=本市', '--set', '定金支付=现金'],
]

/** A buyer who has subscribed; gives the number. */
const subscribed = async (office: TestOffice, name = '张三丰'): Promise<string> =>
  (await office.done(...buyer, '--name', name)).number

const attached = (office: TestOffice, number: string, kind: string, ...words: readonly string[]) =>
  office.done('attach', number, '--title', kind, '--kind', kind, ...words)

/** Everything of the subscription file but the household register. */
async function almostWhole(office: TestOffice, number: string): Promise<void> {
  for (const kind of ['认购书', '声明']) await attached(office, number, kind)
  for (const kind of ['收据', '身份证', '婚姻证明'])
    await attached(office, number, kind, '--form', 'copy', '--copies', '2')
}

const office = await officeIn({ policy: 'contracts' })

describe('what an archive lacks', () => {
  test('is in show, by name and clause, and counts as its fields do', async () => {
    const number = await subscribed(office)
    await attached(office, number, '身份证', '--form', 'copy')
    const { completeness } = await office.done('show', number)
    expect(completeness).toMatchObject({ score: 0.5, required: 12 })
    expect(completeness.missing).toEqual([
      'checklists.subscription.items.subscriptionForm',
      'checklists.subscription.items.receipt',
      'checklists.subscription.items.identityCard',
      'checklists.subscription.items.household',
      'checklists.subscription.items.marriage',
      'checklists.subscription.items.declaration',
    ])
    expect(completeness.materials[2]).toEqual({
      item: 'checklists.subscription.items.identityCard',
      kind: 'identityCard',
      copies: { copy: 2 },
      held: { copy: 1 },
      seals: [],
      pages: false,
      source: ['S004-Q-1.1'],
    })
    const { out } = await office.run('show', number)
    expect(out).toContain('尚缺材料（完整程度 50%）')
    expect(out).toContain('  身份证  复印件 2 份  现有 复印件 1 份  S004-Q-1.1')
  })

  test('is listed, by kind or all together, until it is there', async () => {
    const number = await subscribed(office, '李四光')
    await almostWhole(office, number)
    const listed = async (...words: readonly string[]) => {
      const rows = await office.done('list', '李四光', ...words, '--fields', 'number,missing')
      return rows.map((row: { missing: string[] }) => row.missing)
    }
    const household = ['checklists.subscription.items.household']
    expect(await listed('--incomplete')).toEqual([household])
    expect(await listed('--missing', '户口本')).toEqual([household])
    expect(await listed('--missing', '户口本,认购书')).toEqual([household])
    expect(await listed('--missing', '认购书')).toEqual([])
    expect(await office.done('find', '李四光', '--missing', 'household')).toHaveLength(1)
    const { err } = await office.run(
      ...['attach', number, '--title', '户口本', '--kind', '户口本'],
      ...['--form', 'copy', '--copies', '2'],
    )
    expect(err).toContain('清单所列材料已齐。')
    expect(await listed('--incomplete')).toEqual([])
    expect(await listed('--missing', '户口本')).toEqual([])
    expect((await office.done('show', number)).completeness).toMatchObject({
      score: 1,
      missing: [],
    })
  })

  test('a list has a column for it, in words', async () => {
    await subscribed(office, '王五行')
    const { out } = await office.run('list', '王五行', '--missing', '认购书')
    expect(out).toContain('认购书、收据、身份证、户口本、婚姻证明、声明（不得变更买受人）')
  })

  test('what nothing asks for is a slip, with the right word beside it', async () => {
    const ran = await office.run('list', '--missing', '身份正', '--json')
    expect([ran.status, ran.error.code, ran.error.facts.suggestion]).toEqual([
      2,
      'usage.bad-option',
      '身份证',
    ])
  })

  test('an archive that takes over another’s materials lacks them no longer', async () => {
    const [one, other] = [await subscribed(office, '赵六顺'), await subscribed(office, '赵六顺二')]
    await almostWhole(office, one)
    await attached(office, other, '户口本', '--form', 'copy', '--copies', '2')
    await office.done('merge', other, '--into', one, '--reason', '同一人', '--yes')
    expect((await office.done('show', one)).completeness.missing).toEqual([])
  })
})

describe('the supplement list (S003-15.4-5)', () => {
  test('is a sheet addressed to somebody, with a day, clauses, and a line to sign on', async () => {
    const number = await subscribed(office, '孙七巧')
    const { out } = await office.run(
      ...['attach', '--missing', number, '--to', '王芳', '--due', '2099-01-15'],
    )
    expect(out).toContain('补充资料清单\n')
    expect(out).toContain(`档案编号：${number}　客户名称：孙七巧\n致：王芳\n请于 2099-01-15 前`)
    expect(out).toMatch(/\n3 +身份证 +复印件 2 份 +无 +S004-Q-1\.1\n/)
    expect(out).toContain('收到人签字：')
    expect(out).toContain('李娜')
  })

  test('for machines it is a row for each item, and fields are among them', async () => {
    const { number } = await office.done('add', '--type', 'buyer', '--name', '周八方')
    const rows = await office.done('attach', '--missing', number, '--to', '周八方')
    expect(rows.map((row: { item: string }) => row.item)).toEqual([
      ...['phone', 'building', 'unit', 'salesperson', 'payment', 'origin'],
    ])
    expect(rows[1]).toMatchObject({
      number,
      kind: null,
      source: ['S004-Q-2.2.5'],
      to: '周八方',
      due: null,
    })
  })

  test('several archives make several sheets, and those that lack nothing make none', async () => {
    const [one, other] = [await subscribed(office, '吴九州'), await subscribed(office, '郑十全')]
    const { out, err } = await office.run('attach', '--missing', one, other)
    expect(out.match(/补充资料清单/g)).toHaveLength(2)
    expect(err).toContain('2 份档案尚缺 12 项。')
  })

  test.each([
    [['--due', '2020-01-01'], 8, 'value.bad'],
    [['--due', '明天以后'], 8, 'value.bad'],
    [['--print'], 2, 'usage.together'],
    [['--list'], 2, 'usage.together'],
  ])('with %o it is refused', async (words, status, code) => {
    const ran = await office.run('attach', '--missing', 'FW2026-0001', ...words, '--json')
    expect([ran.status, ran.error.code]).toEqual([status, code])
  })

  test('--to and --due belong to it alone', async () => {
    const ran = await office.run('attach', '--list', 'FW2026-0001', '--to', '王芳', '--json')
    expect([ran.status, ran.error.code]).toEqual([2, 'usage.together'])
  })
})

describe('seals (S004-Q-2.2.1)', () => {
  test('each is ticked off, the rest is told, and the journal remembers', async () => {
    const number = await subscribed(office, '钱多多')
    await office.done('classify', number, '--stage', '签约')
    await attached(office, number, '合同', '--copies', '2')
    const [contract] = (await office.done('show', number)).materials
    const name = `${number}/${contract.material}`
    const seen = await office.run('attach', '--seal', 'P18,骑缝章', name)
    expect(seen.out).toContain('已核对签章：P18 合同章及人名章、骑缝章')
    expect(seen.out).toContain('尚未核对：P19 章、P24 章')
    const lackOf = async () =>
      (await office.done('show', number)).completeness.materials.find(
        ({ kind }: { kind: string }) => kind === 'contract',
      )
    expect((await lackOf()).seals).toEqual(['p19', 'p24', 'p26', 'p27', 'p48', 'p56', 'copyMark'])
    const all = await office.done('attach', '--seal', 'all', name)
    expect(all.seals).toHaveLength(9)
    expect((await lackOf()).seals).toEqual([])
    const { out } = await office.run('show', number, '--history')
    expect(out).toContain('核对签章')
    expect(out).toContain('签章 — → P18 合同章及人名章、骑缝章')
    expect((await office.done('attach', '--seal', 'none', name)).seals).toEqual([])
    expect((await lackOf()).seals).toHaveLength(9)
  })

  test.each([
    ['P77', '合同', 8, 'value.bad'],
    ['all', '发票', 3, 'seal.none'],
  ])('%s on a %s is refused', async (seal, kind, status, code) => {
    const number = await subscribed(office, `拒${kind}`)
    const { material } = await attached(office, number, kind)
    const ran = await office.run('attach', '--seal', seal, `${number}/${material}`, '--json')
    expect([ran.status, ran.error.code]).toEqual([status, code])
  })

  test('a trial run ticks nothing off', async () => {
    const number = await subscribed(office, '试一试')
    const { material } = await attached(office, number, '合同')
    const tried = await office.done('attach', '--seal', 'all', `${number}/${material}`, '--dry-run')
    expect(tried.seals).toHaveLength(9)
    expect((await office.done('show', number)).materials[0].seals).toEqual([])
  })

  test('seals go with a material that is removed', async () => {
    const number = await subscribed(office, '去一件')
    const { material } = await attached(office, number, '合同')
    const name = `${number}/${material}`
    await office.done('attach', '--seal', 'all', name)
    const count = () =>
      office.look((store) => store.prepare('SELECT count(*) FROM material_seal').pluck(true).get())
    const before = Number(count())
    await office.done('attach', '--remove', name, '--reason', '误附', '--yes')
    expect(count()).toBe(before - 9)
  })
})

describe('the in-volume list (S003-15.4-2, S003-15.4-3)', async () => {
  const lending = await officeIn({ policy: 'lending' })
  const { number } = await lending.done(
    ...['add', '--type', '借款', '--name', '宏达公司', '--stage', '立项'],
    ...['--set', '借款人类别=企业', '--set', '担保方式=抵押', '--set', 'A角=赵一'],
  )
  const papers = [
    ['营业执照', '营业执照', '--form', 'copy', '--copies', '2', '--pages', '1'],
    ['借款合同', '合同', '--pages', '12'],
    ['房产证', '借款人权证原件', '--pages', '3'],
    ['立项审批表', '立项审批表', '--pages', '2'],
    ['客户自留合同', '合同', '--pages', '9', '--annex'],
    ['调查报告', '调查报告'],
  ] as const
  for (const [title, kind, ...words] of papers)
    await lending.done('attach', number, '--title', title, '--kind', kind, ...words)

  test('archives, contracts and certificates are numbered one from another', async () => {
    expect(number).toBe('鸿借字第001号')
    const { materials } = await lending.done('show', '001')
    const numbers = materials.map(({ title, documentNumber }: Record<string, string>) => [
      title,
      documentNumber,
    ])
    expect(Object.fromEntries(numbers)).toMatchObject({
      借款合同: '鸿借字第001号-HT01',
      客户自留合同: '鸿借字第001号-HT02',
      房产证: '鸿借字第001号',
      营业执照: null,
    })
  })

  test('prints as three copies, four parts in order, with pages and three signatures', async () => {
    const { out } = await lending.run('attach', '--list', number, '--print')
    const sheets = out.split('\f')
    expect(sheets).toHaveLength(3)
    expect(sheets.map((sheet) => /第 (\d) 份/.exec(sheet)?.[1])).toEqual(['1', '2', '3'])
    const order = ['立项审批表', '借款合同', '客户自留合同', '调查报告', '营业执照', '房产证']
    const lines = (sheets[0] ?? '').split('\n').filter((line) => /^\d/.test(line))
    expect(lines).toHaveLength(order.length)
    order.forEach((title, at) => expect(lines[at]).toContain(` ${title} `))
    // 2 × 1 + 12 + 3 + 2; the customer's own contract is not counted
    expect(sheets[2]).toContain('合计 5 件、6 份、19 页（附件不计）。\n其中 1 件未记页数。')
    expect(sheets[2]).toMatch(/A角签字[^]*B角签字[^]*档案管理员签字/)
    expect(sheets[0]).toMatch(/客户自留合同.*附件，属客户/)
  })

  test('for machines it is the list itself', async () => {
    const { out } = await lending.run('attach', '--list', number, '--print', '--format', 'csv')
    expect(out.split('\n')[0]).toMatch(/^number,material,title,kind,documentNumber,part/)
    expect(out.trim().split('\n')).toHaveLength(7)
  })

  test('a paper whose pages nobody counted is still missing', async () => {
    const { completeness } = await lending.done('show', number)
    const survey = completeness.materials.find(
      ({ kind }: { kind: string }) => kind === 'surveyReport',
    )
    expect(survey).toMatchObject({ held: { any: 1 }, pages: true, seals: ['managerA', 'managerB'] })
  })
})

test('the sheets are written in each language', async () => {
  const taiwan = await officeIn({ policy: 'contracts', lang: 'zh-Hant' })
  const number = await subscribed(taiwan)
  const sheet = await taiwan.run('attach', '--missing', number, '--to', '王芳')
  expect(sheet.out).toContain('補件清單')
  expect(sheet.out).toMatch(/戶口名簿 +影本 2 份/)
  const english = await officeIn({ policy: 'contracts', lang: 'en' })
  const other = await subscribed(english)
  const list = await english.run('attach', '--missing', other)
  expect(list.out).toMatch(/household register +2 × copy +none +S004-Q-1\.1/)
})
