import {
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { officeIn, whileWriting, type TestOffice } from '../support/office.ts'

let office: TestOffice
const at = (name: string) => join(office.room, name)

/** An office with one archive of every sort that is hard to carry. */
async function furnished(): Promise<TestOffice> {
  office = await officeIn()
  const add = (...words: string[]) => office.done('add', '--duplicate', 'add', ...words)
  await add(
    '--type',
    '个人',
    '--name',
    '张三丰',
    '--phone',
    '13800138000',
    '--set',
    '性别=男',
    '--set',
    '过敏史=青霉素',
    '--set',
    '身份证号=110101199003070038',
  )
  await add(
    '--type',
    '个人',
    '--name',
    '=1+1',
    '--address',
    '第一行\n第二行，"引号"',
    '--set',
    '备注=@x',
    '--set',
    "传真='=2",
    '--secrecy',
    '秘密',
  )
  await add(
    '--type',
    '经销商',
    '--org',
    'XH01',
    '--name',
    '上海宏达贸易有限公司',
    '--contact',
    '单小明,采购,13900139000',
    '--contact',
    '李四',
    '--channel',
    '客户提供',
    '--region',
    '华东',
    '--importance',
    '贵宾',
  )
  await add(
    '--type',
    '经销商',
    '--org',
    'XH02',
    '--name',
    '臺北宏達義齒有限公司',
    '--secrecy',
    '机密',
    '--on',
    '2026-01-05',
    '--retention-class',
    'important',
  )
  await add('--type', '个人', '--name', '已结束者', '--on', '2026-01-01')
  await office.done('update', 'RG2026-0003', '--close', '--on', '2026-02-01', '--reason', '终止')
  return office
}

describe('an export', () => {
  beforeAll(async () => {
    await furnished()
  })

  test('has a BOM and ends its lines in CR LF in a file, for Excel; and neither on stdout', async () => {
    await office.done('export', '-o', at('a.csv'))
    const file = readFileSync(at('a.csv'), 'utf8')
    expect(file.startsWith('\uFEFFnumber,type,year,')).toBe(true)
    expect(file.replaceAll('第一行\n第二行', '').match(/[^\r]\n/)).toBeNull()
    const { out } = await office.run('export')
    expect(out).toBe(file.slice(1).replaceAll('\r\n', '\n'))
  })

  test('has a column for every key, every field of the policy and every extra one', async () => {
    const { out } = await office.run('export')
    const heading = (out.split('\n')[0] as string).split(',')
    expect(heading).toEqual(
      expect.arrayContaining(['number', 'channel', 'contacts', 'sex', 'brands', '传真', 'masked']),
    )
    expect(new Set(heading).size).toBe(heading.length)
  })

  test('cannot begin a formula anywhere', async () => {
    const { out } = await office.run('export')
    expect(out).toContain("'=1+1")
    expect(out).toContain("'@x")
    expect(out).toContain("''=2")
    expect(out).not.toMatch(/(^|,)"?[=@]/m)
  })

  test('leaves out sensitive fields and says so; --reveal gives them, and is entered', async () => {
    const { out, err } = await office.run('export', '张三丰')
    expect(out).not.toContain('青霉素')
    expect(out).toContain('"allergies,idCard"')
    expect(err).toContain('--reveal')
    expect((await office.run('export', '张三丰', '--reveal')).out).toContain('青霉素')
    const ndjson = JSON.parse((await office.run('export', '张三丰', '--format', 'ndjson')).out)
    expect(ndjson).toMatchObject({
      fields: { sex: 'male', allergies: null },
      masked: ['allergies', 'idCard'],
    })
    const readings = office.look((store) =>
      store
        .prepare(
          `SELECT detail FROM journal_detail JOIN journal USING (seq) WHERE action = 'archive.export' AND archive_id = 1 ORDER BY seq DESC LIMIT 2`,
        )
        .all(),
    ) as { detail: string }[]
    expect(readings.map(({ detail }) => JSON.parse(detail))).toEqual([
      { query: 'export 张三丰', revealed: false },
      { query: 'export 张三丰', revealed: true },
    ])
  })

  test('is entered in the journal with its count, whatever its level', async () => {
    await office.run('export', '--type', '经销商')
    const [last] = office.look((store) =>
      store
        .prepare(
          `SELECT action, account, detail FROM journal JOIN journal_detail USING (seq) WHERE archive_id = 0 ORDER BY seq DESC LIMIT 1`,
        )
        .all(),
    ) as { action: string; account: string; detail: string }[]
    expect(last).toMatchObject({ action: 'archive.export', account: 'lina' })
    expect(JSON.parse(last?.detail ?? '')).toEqual({
      count: 2,
      numbers: ['JG2026XH01-0001', 'JG2026XH02-0001'],
    })
  })

  test.for([
    ['a.ndjson', 5],
    ['a.jsonl', 5],
    ['a.json', 7],
  ] as const)('into %s is JSON', async ([name, lines]) => {
    await office.done('export', '-o', at(name))
    const text = readFileSync(at(name), 'utf8')
    expect(text.trimEnd().split('\n')).toHaveLength(lines)
    const first = name.endsWith('.json')
      ? JSON.parse(text)[0]
      : JSON.parse(text.split('\n')[0] as string)
    expect(first).toMatchObject({
      number: 'JG2026XH01-0001',
      contacts: [{ name: '单小明' }, { name: '李四' }],
      channel: 'customer',
    })
  })

  test('tells what it wrote, for machines', async () => {
    expect(await office.done('export', '-o', at('told.csv'), '单小明')).toEqual({
      path: at('told.csv'),
      count: 1,
      masked: false,
      foreign: false,
      format: 'csv',
    })
  })

  test.for(['b.xls', 'b.db', 'b'])('into %s is refused: nothing says how', async (name) => {
    const { status, err } = await office.run('export', '-o', at(name))
    expect({ status, made: existsSync(at(name)) }).toEqual({ status: 2, made: false })
    expect(err).toContain(`从 ${name} 看不出要导出成什么格式`)
    await office.run('export', '-o', at(name), '--format', 'csv')
    expect(existsSync(at(name))).toBe(true)
  })

  test('with words in the headings has them in lists, too', async () => {
    const { out } = await office.run('export', '--headings', '宏达贸易')
    expect(out).toContain('档案编号,客户类型,档案年份')
    expect(out).toMatch(
      /JG2026XH01-0001,经销商,2026,XH01,1,上海宏达贸易有限公司,在用,,,华东,无,,贵宾/,
    )
  })

  test('under --dry-run counts and writes nothing', async () => {
    const entries = () =>
      office.look((store) => store.prepare('SELECT count(*) AS count FROM journal').get())
    const before = entries()
    const { status, out, err } = await office.run('export', '-o', at('dry.csv'), '--dry-run')
    expect({ status, out, err, made: existsSync(at('dry.csv')), entries: entries() }).toEqual({
      status: 0,
      out: '',
      err: '将导出 5 份。\n试运行，未写入。\n',
      made: false,
      entries: before,
    })
  })

  test('by an account that nobody knows is not permitted', async () => {
    office.account = 'nobody'
    const { status, out } = await office.run('export')
    const rehearsed = await office.run('export', '--dry-run')
    office.account = 'lina'
    expect({ status, out, rehearsed: rehearsed.status }).toEqual({
      status: 5,
      out: '',
      rehearsed: 5,
    })
  })

  test('holds only what the reader may see', async () => {
    office.hire({ name: '王芳', osAccount: 'wang', clearance: 'secret' })
    office.account = 'wang'
    const { out } = await office.run('export', '--fields', 'number')
    office.account = 'lina'
    expect(out).not.toContain('JG2026XH02')
    expect(out.trimEnd().split('\n').length).toBeGreaterThan(4)
  })
})

const exportsEntered = () =>
  office.look((store) =>
    store.prepare(`SELECT * FROM journal WHERE action = 'archive.export'`).all(),
  )

describe('the file of an export', () => {
  beforeEach(async () => {
    office = await officeIn()
    await office.done('add', '--type', '个人', '--name', '张三丰')
  })

  test('is readable by nobody else, and nothing is left beside it', async () => {
    await office.done('export', '-o', at('a.csv'))
    expect(statSync(at('a.csv')).mode & 0o777).toBe(0o600)
    expect(readdirSync(office.room).filter((name) => name.includes('partial'))).toEqual([])
  })

  test('never takes the place of another, unless --yes', async () => {
    writeFileSync(at('a.csv'), 'mine')
    const { status, error } = await office.run('export', '-o', at('a.csv'), '--json')
    expect({ status, code: error.code, text: readFileSync(at('a.csv'), 'utf8') }).toEqual({
      status: 3,
      code: 'file.target-exists',
      text: 'mine',
    })
    expect(exportsEntered()).toEqual([])
    await office.done('export', '-o', at('a.csv'), '--yes')
    expect(readFileSync(at('a.csv'), 'utf8')).toContain('张三丰')
  })

  test('is never the archive file itself, by whatever name', async () => {
    symlinkSync(office.file, at('link.csv'))
    for (const name of [office.file, at('link.csv')]) {
      const { status } = await office.run('export', '-o', name, '--yes', '--format', 'csv')
      expect(status).toBe(3)
    }
    expect(await office.done('list')).toHaveLength(1)
  })

  test.for(['no/such/folder/a.csv', '.csv/a.csv'])(
    'that cannot be made is a fault, and nothing is entered: %s',
    async (name) => {
      const { status, error } = await office.run('export', '-o', at(name), '--json')
      expect({ status, code: error.code }).toEqual({ status: 4, code: 'file.no-folder' })
      expect(exportsEntered()).toEqual([])
    },
  )

  test('is not there at all where the export cannot be entered', async () => {
    office = await officeIn({ patience: 50 })
    const { status } = await whileWriting(office, () => office.run('export', '-o', at('a.csv')))
    expect(status).toBe(6)
    expect(readdirSync(office.room).filter((name) => name.startsWith('a.csv'))).toEqual([])
  })
})

describe('an export imported again', () => {
  /** What an archive says of its customer: all but what depends on when and where it was entered. */
  const contents = async (it: TestOffice) => {
    const { out } = await it.run('export', '--reveal', '--format', 'json')
    return (JSON.parse(out) as Record<string, unknown>[]).map(
      ({ version: _v, nextReviewOn: _n, status: _s, closedOn: _c, ...rest }) => rest,
    )
  }

  test.for([
    { options: [] },
    { options: ['--headings'] },
    { options: ['--reveal'] },
    { options: ['--reveal', '--headings'] },
  ])('changes nothing: $options', async ({ options }) => {
    await furnished()
    const before = await contents(office)
    await office.done('export', '-o', at('a.csv'), ...options)
    const taken = await office.done('import', at('a.csv'))
    expect(taken).toMatchObject({
      read: 5,
      created: 0,
      updated: 0,
      unchanged: 5,
      skipped: 0,
      rejected: 0,
    })
    expect(await contents(office)).toEqual(before)
    expect((await office.done('import', at('a.csv'))).unchanged).toBe(5)
  })

  test.for([{ options: [] }, { options: ['--headings'] }])(
    'into a fresh file gives the same archives under the same numbers: $options',
    async ({ options }) => {
      const old = await furnished()
      const before = await contents(old)
      await old.done('export', '--reveal', '-o', at('a.csv'), ...options)
      const path = at('a.csv')
      office = await officeIn()
      const taken = await office.done('import', path, '--on-duplicate', 'add')
      expect(taken).toMatchObject({ read: 5, created: 5, rejected: 0 })
      expect(await contents(office)).toEqual(before)
    },
  )

  test('takes changes over, and nothing that was withheld', async () => {
    await furnished()
    await office.done('export', '张三丰', '-o', at('a.csv'))
    const text = readFileSync(at('a.csv'), 'utf8')
    const columns = (text.slice(1).split('\r\n')[0] as string).split(',')
    const row = (text.split('\r\n')[1] as string)
      .replace('"allergies,idCard"', 'allergies idCard')
      .split(',')
    row[columns.indexOf('phone')] = '13911112222'
    row[columns.indexOf('allergies')] = '随手填的'
    row[columns.indexOf('idCard')] = '不是证号'
    writeFileSync(at('b.csv'), [columns.join(','), row.join(',')].join('\n'))
    expect(await office.done('import', at('b.csv'))).toMatchObject({ updated: 1, rejected: 0 })
    const { out } = await office.run('export', '张三丰', '--reveal', '--format', 'ndjson')
    expect(JSON.parse(out)).toMatchObject({
      phone: '13911112222',
      fields: { allergies: '青霉素', idCard: '110101199003070038' },
    })
  })

  test('of a closed archive is rejected only where it would change', async () => {
    await furnished()
    await office.done('export', '已结束者', '-o', at('a.csv'))
    expect((await office.done('import', at('a.csv'))).unchanged).toBe(1)
    const text = readFileSync(at('a.csv'), 'utf8')
    writeFileSync(at('b.csv'), text.replace('已结束者', '改名者'))
    const { status, json } = await office.run('import', at('b.csv'), '--json')
    expect({ status, code: json.errors[0]?.code }).toEqual({ status: 8, code: 'row.status' })
  })
})
