import { beforeAll, describe, expect, test } from 'vitest'
import { officeIn, type TestOffice } from '../support/office.ts'

const order = (product: string, batch: string, ...more: string[]) => [
  '--kind',
  '订单',
  ...[`产品名称=${product}`, `批号=${batch}`, ...more].flatMap((it) => ['--set', it]),
]

let office: TestOffice
beforeAll(async () => {
  office = await officeIn()
  await office.done('add', '--type', '个人', '--name', '张三丰', '--phone', '13800138000')
  const clinic = [
    '--type',
    '医疗机构',
    '--org',
    'XH01',
    '--name',
    '上海宏达口腔诊所',
    '--importance',
    '重要',
  ]
  await office.done('add', ...clinic, '--contact', '王小明,采购,13900139000')
  await office.done('add', '--type', '个人', '--name', '李四光', '--secrecy', '机密')
  const notes = [
    ['RG2026-0001', '2026-03-01', order('全瓷冠', 'B2025-07', '数量=2', '单价=0.1')],
    ['RG2026-0001', '2026-03-05', order('烤瓷冠', 'B2025-08', '数量=1', '金额=0.2')],
    ['YG2026XH01-0001', '2026-04-01', order('全瓷冠', 'b2025－07', '数量=10')],
    ['RG2026-0002', '2026-05-01', order('全瓷冠', 'B2025-07', '数量=4')],
    [
      'YG2026XH01-0001',
      '2026-05-02',
      ['--kind', '退货', '--set', '产品=全瓷冠', '--set', '批号=B2025-07', '--set', '数量=3'],
    ],
    ['RG2026-0001', '2026-06-01', ['--kind', '反馈', '--set', '舒适度=很好', '--text', '咀嚼有力']],
  ] as const
  for (const [number, on, words] of notes) await office.done('note', number, ...words, '--on', on)
})

const entriesIn = async (...words: string[]): Promise<number[]> =>
  (await office.done('note', 'list', ...words)).map(({ entry }: { entry: number }) => entry)

describe('the list of entries', () => {
  test.each([
    ['of all archives, newest first', [], [6, 5, 4, 3, 2, 1]],
    ['of several archives', ['RG2026-0001', 'YG2026XH01-0001'], [6, 5, 3, 2, 1]],
    ['of one kind', ['--kind', '订单'], [4, 3, 2, 1]],
    ['of several kinds', ['--kind', '反馈,退货'], [6, 5]],
    ['between two days', ['--since', '2026年3月5日', '--until', '2026/5/1'], [4, 3, 2]],
    ['of a batch, however it is written', ['--batch', 'b2025-07'], [5, 4, 3, 1]],
    ['of a product and a batch', ['--product', '烤瓷冠', '--batch', 'B2025-08'], [2]],
    ['of a product in Traditional characters', ['--product', '全 瓷冠'], [5, 4, 3, 1]],
    ['with a value of a list', ['--field', '舒适度=很好'], [6]],
    ['with a number', ['--field', '数量=10'], [3]],
    ['with words', ['--text', '咀嚼'], [6]],
    ['of which there are none', ['--batch', 'B9'], []],
    ['cut short', ['--limit', '2'], [6, 5]],
  ])('%s', async (_, words, entries) => {
    expect(await entriesIn(...words)).toEqual(entries)
  })

  test('sums quantities and amounts up at the end, exactly, for people only', async () => {
    const { out, err } = await office.run('note', 'list', 'RG2026-0001', '--kind', '订单')
    expect(err).toBe('共 2 条，数量 3，金额 0.4\n')
    expect(out.split('\n')).toHaveLength(4)
    expect((await office.run('note', 'list', '--format', 'ndjson')).err).toBe('')
    expect((await office.run('note', 'list', '--batch', 'B9')).err).toBe('没有这样的记录。\n')
  })

  test.each([
    ['a field that no kind has', ['--field', '尺寸=1'], 'usage.unknown-field', 2],
    ['a field without a value', ['--field', '数量'], 'value.bad', 8],
    ['a kind that is none', ['--kind', '定单'], 'value.bad', 8],
    ['no day', ['--since', '某日'], 'value.bad', 8],
    ['a value that the field cannot have', ['--field', '数量=两个'], 'value.bad', 8],
  ])('refuses %s', async (_, words, code, status) => {
    const ran = await office.run('note', 'list', ...words, '--json')
    expect([ran.error.code, ran.status]).toEqual([code, status])
  })

  test('a wrong kind or field gets a suggestion', async () => {
    expect((await office.run('note', 'list', '--kind', '信用平估')).err).toContain(
      '是否为“信用评估”？',
    )
    expect((await office.run('note', 'list', '--field', '批次号=1')).err).toContain(
      '是否为 batch？',
    )
  })

  test('what the reader may not see is left out', async () => {
    office.hire({ name: '王芳', osAccount: 'wang' })
    office.account = 'wang'
    expect(await entriesIn('--batch', 'B2025-07')).toEqual([5, 3, 1])
    office.account = 'lina'
  })

  test('reading what the policy names is entered before it is shown', async () => {
    const readings = () =>
      office.look((store) =>
        store.prepare(`SELECT count(*) AS n FROM journal WHERE action = 'archive.read'`).get(),
      ) as { n: number }
    const before = readings().n
    await entriesIn('--kind', '反馈')
    expect(readings().n).toBe(before)
    await entriesIn('--batch', 'B2025-07')
    expect(readings().n).toBe(before + 1)
  })
})

describe('tracing', () => {
  test('leads from a batch to all its buyers, with whom to call, and how many they have', async () => {
    expect(await office.done('note', 'trace', '--batch', 'B2025-07')).toMatchObject([
      { number: 'RG2026-0001', name: '张三丰', phone: '13800138000', quantity: '2', entries: 1 },
      { number: 'RG2026-0002', quantity: '4' },
      {
        number: 'YG2026XH01-0001',
        contacts: [{ name: '王小明', phone: '13900139000' }],
        product: ['全瓷冠'],
        quantity: '7',
        entries: 2,
        firstOn: '2026-04-01',
        lastOn: '2026-05-02',
      },
    ])
    const { out, err } = await office.run('note', 'trace', '--batch', 'B2025-07')
    expect(out).toContain('王小明 13900139000')
    expect(err).toBe('共 3 位客户，数量 13\n')
  })

  test('leads from a customer to all products and batches', async () => {
    expect(await office.done('note', 'trace', 'RG2026-0001')).toMatchObject([
      { product: '烤瓷冠', batch: 'B2025-08', quantity: '1' },
      { product: '全瓷冠', batch: 'B2025-07', quantity: '2' },
    ])
  })

  test('of nothing is a question', async () => {
    const { error, status } = await office.run('note', 'trace', '--json')
    expect([error.code, status]).toEqual(['usage.missing', 2])
  })

  test('finds what was entered before the policy traced it', async () => {
    const small = await officeIn({ policy: 'general' })
    small.meddle((store) =>
      store.script(
        `UPDATE policy_version SET policy = json_remove(policy, '$.entries.transaction.fields.batch.traced')`,
      ),
    )
    await small.done('add', '--type', '个人', '--name', '张三丰')
    const words = ['--kind', '交易', '--set', '金额=1', '--set', '批号=B1']
    await small.done('note', '0001', ...words)
    const look = () =>
      small.look((store) => store.prepare('SELECT count(*) AS n FROM entry_trace').get())
    expect(look()).toEqual({ n: 0 })
    small.today = '2026-11-21'
    await small.done('policy', 'export', '--ready', 'general', '-o', `${small.room}/p.yaml`)
    await small.done(
      'policy',
      'set',
      `${small.room}/p.yaml`,
      '--effective',
      '2026-11-21',
      '--reason',
      '追溯',
      '--yes',
    )
    expect(look()).toEqual({ n: 1 })
  })
})

describe('entries as a ledger', () => {
  test('have each field in a column of its own, kinds together', async () => {
    const words = ['note', 'list', '--kind', '订单,退货', '--columns', '--product', '全瓷冠']
    const { out } = await office.run(...words, '--format', 'csv', '--headings')
    const [headings, newest] = out.split('\n')
    expect(headings).toMatch(/^记录,档案编号,客户名称,日期,种类,内容,订单号,产品名称,批号,/)
    expect(headings?.match(/数量/g)).toHaveLength(1)
    expect(newest).toContain(',return,,,全瓷冠,B2025-07,')
    const [row] = await office.done(...words, '--fields', 'entry,fields.quantity,fields')
    expect(row).toEqual({ entry: 5, 'fields.quantity': '-3', fields: {} })
  })

  test('keep what the policy does not know beside the columns', async () => {
    const note = ['note', 'RG2026-0001', '--kind', '反馈', '--set', '舒适度=好']
    const { entry } = await office.done(...note)
    office.meddle((store) =>
      store
        .prepare(`UPDATE entry SET fields = json_set(fields, '$.送货员', '小王') WHERE id = ?`)
        .run(entry),
    )
    const words = ['note', 'list', '--kind', '反馈', '--columns', '--limit', '1']
    const [row] = await office.done(...words, '--fields', 'fields.comfort,fields')
    expect(row).toEqual({ 'fields.comfort': 'good', fields: { 送货员: '小王' } })
    expect((await office.run(...words)).out).toMatch(/好 .*送货员：小王/)
  })
})

describe('an important customer', () => {
  test('with one contact is incomplete, and says so', async () => {
    const { completeness, flags } = await office.done('show', 'YG2026XH01-0001')
    expect(completeness.missing).toContain('contacts')
    expect(flags).toContain('fewContacts')
    const { out } = await office.run('show', 'YG2026XH01-0001')
    expect(out).toMatch(/^尚缺 .*联系人不足/m)
    const incomplete = await office.done('list', '--incomplete', '--importance', '重要')
    expect(incomplete).toHaveLength(1)
    const words = [
      '--add-contact',
      '赵敏,财务',
      '--phone',
      '02162345678',
      '--address',
      '上海',
      '--reason',
      'x',
    ]
    await office.run('update', 'YG2026XH01-0001', ...words)
    expect((await office.done('show', 'YG2026XH01-0001')).flags).not.toContain('fewContacts')
  })

  test('has the latest credit grade, with its basis, where everybody looks', async () => {
    const grade = (it: string, on: string) => [
      'note',
      'YG2026XH01-0001',
      ...[
        '--kind',
        '信用评估',
        '--set',
        `信用等级=${it}`,
        '--set',
        '评估依据=按时付款',
        '--on',
        on,
      ],
    ]
    await office.done(...grade('B 级', '2026-10-01'))
    await office.done(...grade('A 级', '2026-09-01'))
    const { latest } = await office.done('show', 'YG2026XH01-0001')
    expect(latest).toMatchObject({
      credit: { on: '2026-10-01', fields: { grade: 'b', basis: '按时付款' } },
    })
    const { out } = await office.run('show', 'YG2026XH01-0001')
    expect(out).toMatch(/信用评估 +2026-10-01 {2}信用等级：B 级；评估依据：按时付款/)
  })
})

test('a major change that became known long ago was entered late', async () => {
  const words = ['--kind', '重大变动', '--set', '变动事项=更名', '--set', '知悉日期=2026-11-01']
  const { daysLate } = await office.done('note', 'RG2026-0001', ...words)
  expect(daysLate).toBe(12)
  expect((await office.run('note', 'RG2026-0001', ...words)).err).toContain('晚 12 天')
})

test('a long archive shows a person its latest twenty, and a program all', async () => {
  const long = await officeIn()
  await long.done('add', '--type', '个人', '--name', '张三丰')
  const rows = Array.from(
    { length: 25 },
    (_, at) => `RG2026-0001,2026-03-${String(at + 1).padStart(2, '0')},第${at}条,电话`,
  )
  const list = `档案编号,日期,内容,沟通渠道\n${rows.join('\n')}\n`
  await long.runWith(list, 'note', 'import', '-', '--kind', '沟通')
  const { out } = await long.run('show', '0001')
  expect(out.match(/沟通 {2}第/g)).toHaveLength(20)
  expect(out).toContain('共 25 条，以上是最近 20 条。全部：dangan note list RG2026-0001')
  expect((await long.done('show', '0001')).entries).toHaveLength(25)
})
