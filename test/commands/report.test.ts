import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { reportKinds } from '../../src/domain/report.ts'
import { officeIn, type TestOffice } from '../support/office.ts'

// One office with known contents; no test changes what another counts.
let office: TestOffice
const path = (name: string) => join(office.room, name)
type Row = Record<string, string | number | boolean | null>
const report = (...words: string[]): Promise<Row[]> => office.done('report', ...words)
const lines = (rows: readonly Row[], ...keys: string[]) =>
  rows.map((row) => keys.map((key) => row[key]))
const totalOf = (rows: readonly Row[]): Row => rows.findLast(({ isTotal }) => isTotal) as Row
async function refused(...words: readonly string[]): Promise<string> {
  const ran = await office.run('report', ...words, '--json')
  return `${ran.status} ${ran.error?.code ?? ran.err}`
}

const list = [
  '编号旧,客户名称,客户类型,机构代码,联系电话,行业,地区,重要程度,建档日期,责任人,密级,性别,年龄',
  '1,张三丰,个人,,13800138000,口腔诊所,华东,一般,2025-02-03,李雷,无,男,40',
  '2,李四光,个人,,13800138001,口腔诊所,华北,,2025-12-31,李雷,无,男,',
  '3,王五,个人,,,,华东,重要,2026-01-01,韩梅,无,,',
  '4,宏达公司,经销商,HD,13800138003,义齿加工,华东,,2026-03-15,韩梅,无,,',
  '5,秘事,个人,,13800138004,口腔诊所,华东,,2026-03-20,李雷,机密,女,30',
  '6,赵六,个人,,13800138005,,,,2026-10-31,,无,女,50',
]

beforeAll(async () => {
  office = await officeIn()
  office.hire({ name: '李雷', post: '业务员', department: '销售部' })
  office.hire({ name: '韩梅', post: '业务员', department: '客服部', osAccount: 'hanmei' })
  writeFileSync(path('list.csv'), list.join('\n'))
  await office.done('import', path('list.csv'), '--on-duplicate', 'add')
  const update = (number: string, ...words: string[]) => office.done('update', number, ...words)
  await update('RG2025-0001', '--set', '备注=甲', '--known-on', '2026-11-01') // 19 days: late
  await update('RG2025-0002', '--set', '备注=乙', '--known-on', '2026-11-13') // seven: in time
  await update('RG2026-0001', '--set', '备注=丙')
  await update('RG2026-0003', '--close', '--reason', '不再合作')
  const note = (number: string, kind: string, ...set: string[]) =>
    office.done('note', number, '--kind', kind, ...set.flatMap((it) => ['--set', it]))
  await note('RG2025-0001', '订单', '产品名称=全瓷牙', '数量=2', '金额=1000.10')
  await note('RG2025-0001', '退货', '产品名称=全瓷牙', '数量=1', '金额=500.05')
  await note('JG2026HD-0001', '订单', '产品名称=全瓷牙', '数量=10', '金额=4000.00')
  await note('RG2025-0001', '信用评估', '信用等级=B', 'basis=往来')
  await note('RG2025-0001', '信用评估', '信用等级=A', 'basis=往来')
  await note('RG2025-0002', '反馈', '舒适度=好')
  office.meddle((store) =>
    store.script(`
      INSERT INTO request (id, kind, applicant_id, department, purpose, wish, status, made_on, settled_on, policy_version, nonce)
        VALUES (91, 'borrow', 2, '销售部', '看', '{}', 'used', '2026-10-01', '2026-10-01', 1, zeroblob(16)),
               (92, 'borrow', 2, '销售部', '看', '{}', 'used', '2026-10-01', '2026-10-01', 1, zeroblob(16)),
               (93, 'borrow', 3, '客服部', '看', '{}', 'used', '2025-10-01', '2025-10-01', 1, zeroblob(16));
      INSERT INTO request (id, kind, outsider, outsider_key, purpose, wish, status, made_on, settled_on, policy_version, nonce)
        VALUES (94, 'borrow', '{"name":"外人","unit":"市医院"}', 'x', '看', '{}', 'used', '2026-10-01', '2026-10-01', 1, zeroblob(16));
      INSERT INTO loan (request_id, archive_id, borrower_id, outsider_key, lent_on, due_on, is_provisional, returned_on, outcome) VALUES
        (91, 1, 2, NULL, '2026-10-01', '2026-10-11', 0, '2026-10-12', 'returned'),
        (92, 2, 2, NULL, '2026-10-05', '2026-10-10', 0, NULL, NULL),
        (93, 3, 3, NULL, '2025-10-01', '2025-10-11', 0, '2025-10-11', 'returned'),
        (94, 1, NULL, 'x', '2026-11-15', '2026-11-25', 0, NULL, NULL);
      INSERT INTO review_round (period, last_day, opened_on) VALUES ('2026Q3', '2026-09-30', '2026-07-01');
      INSERT INTO review_item (round_id, archive_id, owner, due_on, confirmed_on, with_customer) VALUES
        (1, 1, '李雷', '2026-08-01', '2026-08-01', 1),
        (1, 2, '李雷', '2026-08-01', '2026-08-05', 0),
        (1, 3, '韩梅', '2026-09-01', NULL, NULL)`),
  )
  await office.done(
    'incident',
    'open',
    '丢失',
    '--found-on',
    '2026-11-01',
    '--text',
    '丢',
    '--reason',
    '补记',
    '--liable',
    '李雷',
  )
  await office.done('audit').catch(() => undefined)
})

/** What other programs rely on. */
const keys: Record<(typeof reportKinds)[number], string> = {
  customers: 'by key archives share active pending closed opened isTotal',
  growth: 'period from to opened closed cumulative remaining isTotal',
  composition: 'by key archives share dealing transactions amount amountShare isTotal',
  loans:
    'department external loans archives averageDays out overdue returnedLate overdueRate isTotal',
  completeness: 'by key archives share complete incomplete completeRate averageScore isTotal',
  reviews:
    'department person due confirmed onTime late waiting overdue punctuality averageDaysLate withCustomer isTotal',
  updates: 'department person updates dated late lateRate averageDays longestDays fine isTotal',
  incidents: 'sort key opened closed waiting suspected compensation isTotal',
  retention: 'period from to retentionClass archives held isTotal',
  staff:
    'department person post archives active closed reviewsDue loansOut loansOverdue findings isTotal',
  assessment:
    'department person archives completeness timeliness accuracy tidiness safety score grade lateUpdates incidents fine isTotal',
}

test.each(reportKinds)('the JSON of report %s has its keys, and a total', async (kind) => {
  const rows = await report(kind)
  for (const row of rows) expect(Object.keys(row).join(' ')).toBe(keys[kind])
  expect(totalOf(rows)['isTotal']).toBe(true)
  const [one] = await report('list')
  expect(Object.keys(one as Row).join(' ')).toBe('report title by summary')
})

describe('customers', () => {
  test('are counted as the list has them, by each thing, in the order of the policy', async () => {
    const all: { region: string | null; importance: string | null }[] = await office.done('list')
    const rows = await report('customers')
    for (const by of ['region', 'importance'] as const) {
      const counted = rows.filter((row) => row['by'] === by && !row.isTotal)
      const byHand = new Map<string | null, number>()
      for (const one of all) byHand.set(one[by], (byHand.get(one[by]) ?? 0) + 1)
      expect(new Map(counted.map((row) => [row['key'], row['archives']]))).toEqual(byHand)
    }
    const totals = rows.filter(({ isTotal }) => isTotal)
    expect(totals.map(({ by }) => by)).toEqual([
      ...['type', 'industry', 'region', 'stage', 'importance', 'credit'],
    ])
    expect(totals.map(({ archives }) => archives)).toEqual([6, 6, 6, 6, 6, 6])
  })

  test('by credit grade, the last one counts', async () => {
    expect(lines(await report('customers', '--by', 'credit'), 'key', 'archives', 'share')).toEqual([
      ['a', 1, 0.1667],
      [null, 5, 0.8333],
      [null, 6, 1],
    ])
  })

  test('of a period are those on the register by its end, and those opened in it', async () => {
    const of = async (...words: string[]) =>
      lines(
        [totalOf(await report('customers', '--by', 'type', ...words))],
        'archives',
        'opened',
        'closed',
      )[0]
    expect(await of('--period', '2025')).toEqual([2, 2, 0])
    expect(await of('--period', '2026H1')).toEqual([5, 3, 0])
    expect(await of('--from', '2026-01-01', '--to', '2026-03-15')).toEqual([4, 2, 0])
    expect(await of('--to', '2025-12-31')).toEqual([2, 2, 0])
  })

  test('can be chosen as list chooses them', async () => {
    const rows = await report(
      'customers',
      '--by',
      'type',
      '--region',
      '华东',
      '--opened-after',
      '2026-01-01',
    )
    expect(lines(rows, 'key', 'archives')).toEqual([
      ['individual', 2],
      ['dealer', 1],
      [null, 3],
    ])
  })

  test('that the reader may not see are left out, and how many these are is said', async () => {
    office.account = 'hanmei'
    const { out, err } = await office.run('report', 'customers', '--by', 'type')
    office.account = 'lina'
    expect(out).toMatch(/合计\s+5 /)
    expect(err).toContain('另有 1 份档案不在您的知悉范围内，未计入。')
    const own = await office.run('report', 'customers')
    expect(own.err).not.toContain('未计入')
  })
})

test('growth counts each stretch, and what there is by its end', async () => {
  const year = await report('growth', '--by', 'quarter', '--period', '2026')
  expect(lines(year, 'period', 'opened', 'closed', 'cumulative', 'remaining')).toEqual([
    ['2026Q1', 3, 0, 5, 5],
    ['2026Q2', 0, 0, 5, 5],
    ['2026Q3', 0, 0, 5, 5],
    ['2026Q4', 1, 1, 6, 5],
    [null, 4, 1, 6, 5],
  ])
  const whole = await report('growth', '--by', 'year')
  expect(lines(whole, 'period', 'from', 'to', 'cumulative')).toEqual([
    ['2025', '2025-02-01', '2025-12-31', 2],
    ['2026', '2026-01-01', '2026-11-20', 6],
    [null, '2025-02-01', '2026-11-20', 6],
  ])
})

test('composition sums amounts up exactly, less what came back', async () => {
  const rows = await report('composition', '--by', 'type')
  expect(
    lines(rows, 'key', 'archives', 'dealing', 'transactions', 'amount', 'amountShare'),
  ).toEqual([
    ['individual', 5, 1, 2, '500.05', 0.1111],
    ['dealer', 1, 1, 1, '4000.00', 0.8889],
    [null, 6, 2, 3, '4500.05', 1],
  ])
  const before = await report('composition', '--by', 'type', '--period', '2025')
  expect(totalOf(before)).toMatchObject({ archives: 2, transactions: 0, amount: '0.00' })
})

test('loans are counted by the borrower’s department, outsiders’ by their unit', async () => {
  const shown = ['department', 'external', 'loans', 'archives', 'averageDays']
  const rest = ['out', 'overdue', 'returnedLate', 'overdueRate']
  expect(lines(await report('loans', '--period', '2026'), ...shown, ...rest)).toEqual([
    ['销售部', false, 2, 2, 7.5, 1, 1, 1, 1],
    ['市医院', true, 1, 1, 10, 1, 0, 0, 0],
    [null, null, 3, 2, 8.3, 2, 1, 1, 0.6667],
  ])
  expect(totalOf(await report('loans'))).toMatchObject({ loans: 4, archives: 3 })
})

test('a loan of a period that is over stands as it did on its last day', async () => {
  const october = await report('loans', '--to', '2026-10-08')
  expect(totalOf(october)).toMatchObject({ loans: 3, out: 2, overdue: 0, returnedLate: 0 })
})

test('completeness is what show says of each archive', async () => {
  const numbers: { number: string }[] = await office.done('list')
  const scores = await Promise.all(
    numbers.map(async ({ number }) => (await office.done('show', number)).completeness.score),
  )
  const rows = await report('completeness')
  const mean = scores.reduce((sum, score) => sum + Math.round(score * 100), 0) / scores.length / 100
  const complete = scores.filter((score) => score === 1).length
  const totals = rows.filter(({ isTotal }) => isTotal)
  expect(totals).toHaveLength(3)
  for (const total of totals)
    expect(total).toMatchObject({
      ...{ archives: 6, complete, incomplete: 6 - complete },
      averageScore: Math.round(mean * 10_000) / 10_000,
    })
  const best = rows.find(({ key }) => key === '100') as Row
  expect(best['archives']).toBe(complete)
  expect(complete).toBeGreaterThan(0)
  expect(complete).toBeLessThan(6)
})

test('reviews tell who was in time (S000-4.4-8)', async () => {
  const shown = ['department', 'person', 'due', 'confirmed', 'onTime', 'late', 'waiting', 'overdue']
  expect(lines(await report('reviews', '--period', '2026Q3'), ...shown, 'punctuality')).toEqual([
    ['客服部', '韩梅', 1, 0, 0, 0, 1, 1, 0],
    ['销售部', '李雷', 2, 2, 1, 1, 0, 0, 0.5],
    [null, null, 3, 2, 1, 1, 1, 1, 0.3333],
  ])
  const [, lei] = await report('reviews', '--period', '2026Q3')
  expect(lei).toMatchObject({ averageDaysLate: 4, withCustomer: 1 })
  expect(await report('reviews', '--period', '2026Q4')).toHaveLength(1)
})

test('changes entered later than the policy wants are late; the seventh day is in time', async () => {
  const shown = [
    'department',
    'person',
    'updates',
    'dated',
    'late',
    'lateRate',
    'averageDays',
    'longestDays',
    'fine',
  ]
  expect(lines(await report('updates'), ...shown)).toEqual([
    ['客服部', '韩梅', 1, 0, 0, null, null, null, null],
    ['销售部', '李雷', 2, 2, 1, 0.5, 13, 19, null],
    [null, null, 3, 2, 1, 0.5, 13, 19, null],
  ])
})

test('feedback and incidents are counted by kind', async () => {
  const rows = await report('incidents', '--period', '2026')
  expect(lines(rows, 'sort', 'key', 'opened', 'closed', 'waiting', 'suspected')).toEqual([
    ['feedback', 'good', 1, null, null, null],
    ['feedback', null, 1, null, null, null],
    ['incident', 'loss', 1, 0, 1, 0],
    ['incident', null, 1, 0, 1, 0],
  ])
  const chosen = await report('incidents', '--type', '个人')
  expect(chosen.filter(({ sort }) => sort === 'incident')).toMatchObject([{ opened: 0 }])
})

test('retention is foretold by half-year and class', async () => {
  const archives: { retainUntil: string | null }[] = await office.done('list')
  const ends = archives.map(({ retainUntil }) => retainUntil)
  const rows = await report('retention')
  expect(totalOf(rows)['archives']).toBe(6)
  const never = rows.find(({ period }) => period === 'never')
  expect(never?.['archives'] ?? 0).toBe(ends.filter((it) => it === null).length)
  for (const row of rows.filter(({ from }) => from !== null))
    expect(row['archives']).toBe(
      ends.filter((it) => it !== null && it >= String(row['from']) && it <= String(row['to']))
        .length,
    )
})

test('staff are listed with what they answer for, also who answers for nothing', async () => {
  const shown = ['department', 'person', 'archives', 'active', 'closed', 'loansOut', 'loansOverdue']
  expect(lines(await report('staff'), ...shown)).toEqual([
    ['客服部', '韩梅', 2, 2, 0, 0, 0],
    ['销售部', '李雷', 3, 3, 0, 1, 1],
    [null, '李娜', 0, 0, 0, 0, 0],
    [null, null, 1, 0, 1, 0, 0],
    [null, null, 6, 5, 1, 1, 1],
  ])
})

test('an assessment is what the data say: reviews, changes and openings in time, incidents', async () => {
  const rows = await report('assessment', '--period', '2026')
  const lei = rows.find(({ person }) => person === '李雷') as Row
  // one review of two, one change of two, one opening of one in 2026
  expect(lei).toMatchObject({ archives: 3, timeliness: 60, lateUpdates: 1, incidents: 1 })
  const sales = rows.find((row) => row['department'] === '销售部' && row.isTotal) as Row
  expect(sales['score']).toBe(lei['score'])
  const checked: { check: string; owner: string | null; number: string | null }[] =
    await office.done('audit', 'findings', '--open')
  const unsafe = new Set(
    checked.filter(({ check }) => check.startsWith('loan.')).map(({ number }) => number),
  )
  expect(unsafe.size).toBeGreaterThan(0)
  expect(Number(lei['safety'])).toBeLessThan(90)
})

describe('what makes no sense is refused', () => {
  test.each([
    ['a period that is none', ['customers', '--period', '2026Q5'], '2 usage.bad-option'],
    [
      'a period and days',
      ['customers', '--period', '2026', '--to', '2026-01-01'],
      '2 usage.together',
    ],
    [
      'days backwards',
      ['growth', '--from', '2026-02-01', '--to', '2026-01-31'],
      '2 usage.bad-option',
    ],
    ['counting by what there is not', ['customers', '--by', 'regoin'], '2 usage.bad-option'],
    ['a file of no known ending', ['customers', '-o', 'x.doc'], '2 report.format'],
    [
      'an issued report that is no page',
      ['customers', '--issue-to', '销售部', '-o', 'x.xlsx'],
      '2 report.format',
    ],
    ['copies for nobody', ['customers', '--copies', '3'], '2 usage.missing'],
    [
      'a hundred copies',
      ['customers', '--issue-to', '销售部', '--copies', '100'],
      '2 usage.bad-option',
    ],
    [
      'a filter that would stay',
      ['customers', '--issue-to', '销售部', '--where', 'name=张三丰'],
      '2 usage.together',
    ],
    ['a request that there is not', ['issue', 'R900'], '4 request.missing'],
    ['a request for something else', ['issue', 'R91'], '3 request.kind'],
    ['no such report', ['custmers'], '2 usage.unknown-command'],
  ])('%s', async (_, words, said) => {
    expect(await refused(...words)).toBe(said)
  })

  test('a word that is nearly a report is suggested', async () => {
    expect((await office.run('report', 'custmers')).err).toContain('是否为 report customers')
  })

  test('an assessment without weights', async () => {
    const bare = await officeIn()
    bare.meddle((store) =>
      store.script("UPDATE policy_version SET policy = json_remove(policy, '$.assessment')"),
    )
    for (const kind of ['assessment', 'updates'])
      expect((await bare.run('report', kind, '--json')).error).toMatchObject({
        code: 'policy.silent',
        facts: { section: 'assessment' },
      })
  })
})

describe('a report in a file', () => {
  const entries = () =>
    office.look((store) => store.prepare('SELECT count(*) FROM journal').pluck().get() as number)

  test('is entered with it; reading one on the screen changes nothing', async () => {
    const before = entries()
    await report('customers')
    expect(entries()).toBe(before)
    const made = await office.done('report', 'customers', '--type', '个人', '-o', path('a.csv'))
    expect(made).toMatchObject({
      report: 'customers',
      path: path('a.csv'),
      rows: expect.any(Number),
    })
    expect(entries()).toBe(before + 1)
    expect(statSync(path('a.csv')).mode & 0o777).toBe(0o600)
    expect((await office.run('log', 'verify', '--anchor', made.anchor)).status).toBe(0)
    const [entry] = await office.done('log')
    expect(entry).toMatchObject({ action: 'report.make', object: 'customers' })
  })

  test('has the rows that the screen has', async () => {
    await office.done('report', 'growth', '-o', path('b.csv'))
    const { out } = await office.run('report', 'growth', '--format', 'csv')
    const written = readFileSync(path('b.csv'), 'utf8')
    expect(written.startsWith('\uFEFF')).toBe(true)
    expect(written.slice(1).replaceAll('\r\n', '\n')).toBe(out)
  })

  test('is not written over another without --yes; a dry run writes neither', async () => {
    await office.done('report', 'staff', '-o', path('c.csv'))
    const before = entries()
    expect(await refused('staff', '-o', path('c.csv'))).toBe('3 file.target-exists')
    expect(await refused('staff', '-o', path('none/c.csv'))).toBe('4 file.no-folder')
    expect(await refused('staff', '-o', office.file)).toBe('2 report.format')
    const tried = await office.done('report', 'staff', '-o', path('d.csv'), '--dry-run')
    expect(tried.anchor).toBeNull()
    expect(() => statSync(path('d.csv'))).toThrow('ENOENT')
    expect(entries()).toBe(before)
    await office.done('report', 'staff', '-o', path('c.csv'), '--yes')
    expect(entries()).toBe(before + 1)
  })

  test('is a workbook: numbers are numbers, names of periods stay text, headings stay in sight', async () => {
    const { read } = await import('@e965/xlsx')
    await office.done('report', 'growth', '--by', 'year', '-o', path('growth.xlsx'))
    const bytes = readFileSync(path('growth.xlsx'))
    const book = read(bytes, { cellStyles: true })
    expect(book.SheetNames).toEqual(['客户档案增长'])
    const sheet = book.Sheets['客户档案增长'] as Record<string, { t: string; v: unknown }>
    expect([sheet['A1']?.v, sheet['A2']?.t, sheet['A2']?.v]).toEqual(['期间', 's', '2025'])
    expect([sheet['D2']?.t, sheet['D2']?.v]).toEqual(['n', 2])
    expect(sheet['A4']?.v).toBe('合计')
    const widths = (sheet as unknown as { '!cols': { width: number }[] })['!cols']
    expect(widths[1]?.width).toBeGreaterThan(10)
    const parts = await report('customers', '-o', path('customers.xlsx')).then(() =>
      read(readFileSync(path('customers.xlsx'))),
    )
    expect(parts.SheetNames.slice(0, 3)).toEqual(['按客户类型', '按行业', '按地区'])
  })
})
