import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import iconv from 'iconv-lite'
import { beforeEach, describe, expect, test } from 'vitest'
import { modeOf } from '../support/files.ts'
import {
  countsIn,
  errorsIn,
  handIn,
  imported,
  isInFile,
  listOf,
  sound,
  soundness,
} from '../support/lists.ts'
import { officeIn, type TestOffice } from '../support/office.ts'
import { diceOf, uscc } from '../support/people.mjs'
import { everythingIn } from '../support/tables.ts'

let office: TestOffice
beforeEach(async () => {
  office = await officeIn()
})

const customers = resolve(import.meta.dirname, '../../fixtures/customers.csv')
const heading = '客户名称,客户类型,联系电话,身份证号'
const take = (lines: readonly string[], ...words: string[]) =>
  imported(office, listOf(heading, ...lines), ...words)
const archives = () =>
  office.look((store) =>
    store.prepare('SELECT number, name, phone, version FROM archive ORDER BY id').raw().all(),
  )

describe('a list as Excel for Windows saves it in China', () => {
  test('goes in but for the rows that are wrong, each of which is told with line and reason', async () => {
    const ran = await office.run('import', customers, '--json')
    const { json } = ran
    expect(ran.status).toBe(8)
    expect(Object.keys(json)).toEqual([
      ...[
        'batch',
        'encoding',
        'delimiter',
        'sheet',
        'read',
        'created',
        'updated',
        'unchanged',
        'skipped',
      ],
      ...['rejected', 'firstNumber', 'lastNumber', 'seconds', 'errors', 'duplicates'],
    ])
    expect(json).toMatchObject({
      ...{ batch: 'B1', encoding: 'gb18030', delimiter: ',', read: 486, created: 471 },
      ...{ updated: 1, unchanged: 0, skipped: 2, rejected: 12, firstNumber: 'RG2024-0001' },
    })
    expect(Object.keys(json.errors[0])).toEqual(['line', 'field', 'value', 'code', 'message'])
    expect(errorsIn(ran)).toEqual([
      '19 date.no-such-day openedOn',
      '55 phone.exponent phone',
      '99 idCard.checksum idCard',
      '136 uscc.length uscc',
      '181 choice.unknown secrecy',
      '217 choice.unknown type',
      '262 value.missing name',
      '304 value.missing orgCode',
      '347 email.shape email',
      '391 text.control name',
      '420 phone.lost-zero phone',
      '458 choice.unknown stage',
    ])
    expect(json.duplicates.map(({ line, because }: never) => [line, because])).toEqual([
      [325, 'phoneAndName'],
      [404, 'phoneAndName'],
    ])
    expect(soundness(office)).toEqual(sound)
    expect((await office.done('log', 'verify')).ok).toBe(true)
    for (const { value } of json.errors.filter(({ field }: never) => field === 'idCard'))
      expect(isInFile(office, value)).toBe(false)
    expect(isInFile(office, 'xiaoshou.example.com.cn')).toBe(false)
  })

  test('changes nothing when it comes again, also with its columns moved and one more that is empty', async () => {
    await office.run('import', customers)
    const before = office.meddle(everythingIn)
    const again = await office.run('import', customers, '--json')
    expect(countsIn(again)).toEqual([0, 0, 472, 2, 12])
    const lines = new TextDecoder('gb18030').decode(readFileSync(customers)).split('\r\n')
    const plain = lines.filter((line) => !line.includes('"') && line.split(',').length === 15)
    const moved = plain.map((line) => {
      const cells = line.split(',')
      return [...cells.slice(7), '', ...cells.slice(0, 7)].join(',')
    })
    const ran = await imported(office, listOf(...moved))
    expect(countsIn(ran)).toEqual([0, 0, plain.length - 1 - 14, 2, 12])
    const after = office.meddle(everythingIn)
    for (const table of ['archive', 'series', 'row_digest', 'archive_terms', 'number_ledger'])
      expect(after[table]).toEqual(before[table])
  })

  test('is taken without a terminal in words, too, and nothing but the result goes to stdout', async () => {
    const ran = await office.run('import', customers)
    expect(ran.out).toMatch(/新建 471，更新 1，不变 0，跳过 2，未接受 12/)
    expect(ran.out).toContain('第 55 行　电话 1.38E+10：')
    expect(ran.err).toMatch(/^列：/)
  })
})

const businessPolicy = `policy: shop
extends: denture
types:
  individual:
    businessKey: memberNumber
    fields: [sex, age, memberNumber]
fields:
  memberNumber:
    label: { zh-Hans: 会员号, zh-Hant: 會員號, en: member number }
    kind: text
`

test('a customer whom the list itself has changed is known by what it said last', async () => {
  const id = '11010519491231002X'
  const rows = [`张三丰,个人,13800138000,${id}`, `张三丰,个人,13900139000,${id}`]
  const ran = await take([...rows, '张三丰,个人,13900139000,'])
  expect(countsIn(ran)).toEqual([1, 1, 0, 1, 0])
})

describe('whose row it is', () => {
  const id = '110101199003070003'

  test('an id number brings its archive up to date, empty cells take nothing away', async () => {
    await take([`张三,个人,13800138000,${id}`])
    const ran = await take([`张三丰,个人,,${id}`])
    expect(countsIn(ran)).toEqual([0, 1, 0, 0, 0])
    expect(archives()).toEqual([['RG2026-0001', '张三丰', '13800138000', 2]])
  })

  test('a number does, in whatever form, and an alias', async () => {
    await take(['张三,个人,13800138000,'])
    const ran = await imported(office, listOf('档案编号,电话', 'rg2026-0001,13900139000'))
    expect(countsIn(ran)).toEqual([0, 1, 0, 0, 0])
    expect(archives()).toEqual([['RG2026-0001', '张三', '13900139000', 2]])
  })

  test('a credit code does, of a company under another name', async () => {
    const companies = (...lines: string[]) =>
      imported(office, listOf('单位名称,类型,机构代码,统一社会信用代码,电话', ...lines))
    const code = uscc(diceOf(1))
    await companies(`甲公司,经销商,A1,${code},`)
    expect(countsIn(await companies(`乙公司,经销商,A1,${code},13800138000`))).toEqual([
      0, 1, 0, 0, 0,
    ])
  })

  test('the policy’s business key does', async () => {
    const policy = handIn(office, businessPolicy, 'office.yaml')
    await office.done('policy', 'set', policy, '--effective', office.today, '--yes')
    const lists = (...lines: string[]) =>
      imported(office, listOf('名称,类型,会员号,电话', ...lines))
    expect(countsIn(await lists('张三,个人,M1,', '张三,个人,M2,'))).toEqual([2, 0, 0, 0, 0])
    expect(countsIn(await lists('张三,个人,M2,13800138000'))).toEqual([0, 1, 0, 0, 0])
    expect(archives()).toMatchObject([
      ['RG2026-0001', '张三', null, 1],
      ['RG2026-0002', '张三', '13800138000', 2],
    ])
  })

  test('what only looks like somebody known is passed over and listed, with status 0', async () => {
    await take(['张伟强,个人,13800138000,'])
    const ran = await take(['張偉強,個人,+86 138 0013 8000,'])
    expect([ran.status, ...countsIn(ran)]).toEqual([0, 0, 0, 0, 1, 0])
    expect(ran.json.duplicates).toEqual([
      { line: 2, number: 'RG2026-0001', because: 'phoneAndName' },
    ])
  })

  test.each([
    ['skip', [1, 0, 0, 3, 0]],
    ['ask', [1, 2, 0, 1, 0]],
    ['update', [1, 3, 0, 0, 0]],
    ['add', [2, 2, 0, 0, 0]],
    ['fail', [1, 0, 0, 0, 3]],
  ])(
    '--on-duplicate %s: of a new one, a number, an id number and a likeness %j',
    async (how, counts) => {
      await take([
        `张三,个人,13800138000,${id}`,
        '李四,个人,13800138001,',
        '王五,个人,13800138002,',
      ])
      const list = listOf(
        '编号,客户名称,客户类型,联系电话,身份证号,地址',
        ',赵六,个人,13800138003,,北京',
        'RG2026-0003,王五,个人,,,北京',
        `,张三,个人,,${id},北京`,
        ',李四,个人,13800138001,,北京',
      ).replace('编号', '档案编号')
      const ran = await imported(office, list, '--on-duplicate', how)
      expect(countsIn(ran)).toEqual(counts)
      expect(ran.status).toBe(how === 'fail' ? 8 : 0)
      const again = await imported(office, list, '--on-duplicate', how)
      const [created, updated, , skipped, rejected] = counts
      expect(countsIn(again)).toEqual([0, 0, (created ?? 0) + (updated ?? 0), skipped, rejected])
    },
  )

  test('a customer who comes three times in one list has three versions, one archive', async () => {
    const ran = await take([1, 2, 3].map((at) => `张三,个人,1380013800${at},${id}`))
    expect(countsIn(ran)).toEqual([1, 2, 0, 0, 0])
    expect(archives()).toEqual([['RG2026-0001', '张三', '13800138003', 3]])
    const history = await office.done('show', '0001', '--history')
    expect(history).toHaveLength(3)
    expect((await office.done('log', 'verify')).ok).toBe(true)
  })

  test('a row must not give an archive the id number of another', async () => {
    await take([`张三,个人,,${id}`, '李四,个人,13800138001,'])
    const list = listOf('档案编号,身份证号', `RG2026-0002,${id}`)
    expect(errorsIn(await imported(office, list))).toEqual(['2 row.identity number'])
  })

  test('what the operator may not read is not brought up to date', async () => {
    await imported(office, listOf(`${heading},密级`, `张三,个人,,${id},绝密`))
    office.hire({ name: '赵敏', osAccount: 'zhao', clearance: 'secret' })
    office.account = 'zhao'
    const row = `张三,个人,13800138000,${id}`
    for (const how of ['ask', 'skip', 'update', 'fail', 'add']) {
      const ran = await take([row], '--on-duplicate', how)
      expect([errorsIn(ran), ran.json.duplicates]).toEqual([['2 row.not-cleared name'], []])
      expect(ran.out).not.toContain('RG2026')
    }
    const known = await imported(
      office,
      listOf(`档案编号,${heading}`, 'rg20260001,张三,个人,13800138000,'),
    )
    expect(errorsIn(known)).toEqual(['2 row.not-cleared number'])
  })

  test('whose id number a row would take is not named to whoever may not read it', async () => {
    await imported(office, listOf(`${heading},密级`, `张三,个人,,${id},绝密`, '李四,个人,,,'))
    office.hire({ name: '赵敏', osAccount: 'zhao', clearance: 'secret' })
    office.account = 'zhao'
    const ran = await imported(office, listOf('档案编号,身份证号', `RG2026-0002,${id}`))
    expect(errorsIn(ran)).toEqual(['2 row.identity number'])
    expect(ran.out).not.toContain('RG2026-0001')
  })

  test('what is closed may come as it is, and not otherwise', async () => {
    await take([`张三,个人,,${id}`])
    await office.done('update', '0001', '--close', '--reason', '终止')
    expect(countsIn(await take([`张三,个人,,${id}`]))).toEqual([0, 0, 1, 0, 0])
    expect(errorsIn(await take([`张三,个人,13800138000,${id}`]))).toEqual(['2 row.status number'])
  })

  test('nothing is dated before the last act on the archive', async () => {
    await take([`张三,个人,,${id}`])
    const ran = await take([`张三,个人,13800138000,${id}`], '--date', '2026-11-19')
    expect(errorsIn(ran)).toEqual(['2 row.last-act number'])
    const late = await take(['李四,个人,,'], '--date', '2020-01-01')
    expect([late.status, late.error.code]).toEqual([3, 'date.back-too-far'])
    expect((await take(['李四,个人,,'], '--date', '2020-01-01', '--reason', '补记')).status).toBe(0)
  })

  test('a day that has not come is refused in an update as in a new archive', async () => {
    await take([`张三,个人,,${id}`])
    const list = listOf(
      `${heading},形成日期`,
      `张三,个人,,${id},2026-12-01`,
      '李四,个人,,,2026-12-01',
    )
    expect(errorsIn(await imported(office, list))).toEqual([
      '2 date.future formedOn',
      '3 date.future formedOn',
    ])
  })
})

describe('numbers that a list brings', () => {
  const numbered = (lines: readonly string[], ...words: string[]) =>
    imported(office, listOf('档案编号,客户名称,客户类型,机构代码,建档日期', ...lines), ...words)

  test('are kept where they fit, and the counter goes on behind the highest', async () => {
    const ran = await numbered([
      ',甲,个人,,2025-01-01',
      'RG2025-0100,乙,个人,,2025-01-02',
      ',丙,个人,,2025-01-03',
      'rg2025-0050,丁,个人,,2025-01-04',
      'JG2025XH01-0003,戊公司,经销商,XH01,2025-01-05',
      ',己公司,经销商,XH01,2025-01-06',
    ])
    expect(ran.json.errors).toEqual([])
    expect(archives().map((row) => (row as string[])[0])).toEqual([
      ...['RG2025-0001', 'RG2025-0100', 'RG2025-0101', 'RG2025-0050'],
      ...['JG2025XH01-0003', 'JG2025XH01-0004'],
    ])
    const series = office.look((store) =>
      store.prepare('SELECT last, given_before FROM series ORDER BY id').raw().all(),
    )
    expect(series).toEqual([
      [101, 99],
      [4, 2],
    ])
    expect(soundness(office)).toEqual(sound)
  })

  test('reject their row where they do not: year, type, org code, pattern, void', async () => {
    await office.done('add', '--type', '个人', '--name', '甲', '--on', '2025-01-01')
    await office.done('update', 'RG2025-0001', '--void', '--reason', '录错', '--yes')
    const ran = await numbered([
      'RG2024-0002,乙,个人,,2025-01-02',
      'YG2025-0003,丙,个人,,2025-01-02',
      'JG2025XH02-0001,丁公司,经销商,XH01,2025-01-02',
      '旧-7,戊,个人,,2025-01-02',
      'RG2025-0001,己,个人,,2025-01-02',
    ])
    expect(errorsIn(ran)).toEqual([2, 3, 4, 5, 6].map((line) => `${line} row.number number`))
    expect(ran.json.errors.at(-1).message).toContain('作废')
    expect(archives()).toEqual([])
  })

  test('stay as they are with --foreign-number, and are not given out again', async () => {
    const ran = await numbered(
      [
        '旧-7,甲,个人,,2025-01-02',
        'RG2025-0002,乙公司,经销商,A1,2025-01-02',
        ',丙,个人,,2025-01-03',
      ],
      '--foreign-number',
    )
    expect(ran.json.errors).toEqual([])
    expect(archives().map((row) => (row as string[])[0])).toEqual([
      '旧-7',
      'RG2025-0002',
      'RG2025-0003',
    ])
    expect(soundness(office)).toEqual(sound)
  })

  test('other than their customer has reject the row', async () => {
    const list = (number: string) =>
      listOf(
        '档案编号,客户名称,客户类型,身份证号,地址',
        `${number},张三,个人,110101199003070003,北京`,
      )
    await imported(office, list(''))
    expect(errorsIn(await imported(office, list('RG2026-0009')))).toEqual(['2 row.number number'])
  })

  test('that were reserved come into use', async () => {
    await office.done('add', '--reserve', '2', '--type', '个人', '--on', '2025-01-01')
    await numbered(['RG2025-0002,甲,个人,,2025-02-01', ',乙,个人,,2025-02-01'])
    expect(archives().map((row) => (row as string[])[0])).toEqual(['RG2025-0002', 'RG2025-0003'])
    expect(soundness(office)).toEqual(sound)
  })
})

describe('what the line says of the file', () => {
  test('--type is for rows that name none, and a row is the same row with it or without', async () => {
    const rows = ['张三,个人,,', '李四,,,']
    expect(countsIn(await take(rows))).toEqual([1, 0, 0, 0, 1])
    expect(countsIn(await take(rows, '--type', '個人'))).toEqual([1, 0, 1, 0, 0])
  })

  test('--map names columns, and says so where it cannot', async () => {
    const list = listOf('甲方,类别,传真', '张三,个人,010-62345678')
    const ran = await imported(office, list, '--map', '甲方=name，传真=extra')
    expect(countsIn(ran)).toEqual([1, 0, 0, 0, 0])
    expect((await office.done('show', '1')).fields).toEqual({ 传真: '010-62345678' })
    for (const [map, code] of [
      ['甲方', 'map.shape'],
      ['乙方=name', 'map.heading'],
      ['甲方=nam', 'map.key'],
    ] as const) {
      const wrong = await imported(office, list, '--map', map)
      expect([wrong.status, wrong.error.facts.problems[0].invalid.code]).toEqual([8, code])
    }
  })

  test.each([
    [['--delimiter', ''], 'usage.line'],
    [['--delimiter', '||'], 'usage.line'],
    [['--delimiter', '"'], 'usage.line'],
    [['--delimiter', '😀'], 'usage.line'],
    [['--encoding', 'latin1'], undefined],
    [['--on-duplicate', 'perhaps'], undefined],
  ])('%j is a wrong word: status 2', async (words, code) => {
    const ran = await take(['张三,个人,,'], ...words)
    expect([ran.status, code ?? ran.error.code]).toEqual([2, ran.error.code])
  })

  test.each(['tab', 'TAB', '\\t', '\t'])('--delimiter %j is a tab', async (word) => {
    const list = listOf('客户名称\t客户类型', '张,三\t个人')
    expect(countsIn(await imported(office, list, '--delimiter', word))).toEqual([1, 0, 0, 0, 0])
  })

  test('--type that nobody knows is told with what was meant', async () => {
    const ran = await take(['张三,,,'], '--type', '个体')
    expect(ran.status).toBe(8)
    expect(ran.error.message).toContain('个人')
  })

  test('encodings and delimiters are told apart and reported', async () => {
    const text = listOf(
      '客户名称;客户类型;地址',
      '张三;个人;北京市朝阳区',
      '李四;个人;上海市浦东新区',
    )
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    expect((await imported(office, utf16)).json).toMatchObject({
      ...{ encoding: 'utf-16le', delimiter: ';', created: 2 },
    })
    const said = await imported(office, iconv.encode(text, 'gb18030'), '--encoding', 'gb18030')
    expect(said.json).toMatchObject({ encoding: 'gb18030', unchanged: 2 })
  })

  test('standard input may be the file', async () => {
    const list = listOf(heading, '张三,个人,,')
    const ran = await office.runWith(list, 'import', '-', '--json')
    expect(ran.json).toMatchObject({ created: 1 })
    expect((await office.done('import', 'list'))[0].fileName).toBe('-')
  })

  test('no file at all is a usage error that names it', async () => {
    const ran = await office.run('import', '--json')
    expect([ran.status, ran.error.facts]).toEqual([2, { options: ['<file>'] }])
  })
})

describe('what spreadsheets do to lists', () => {
  test('rows of nothing but delimiters are no rows', async () => {
    const ran = await take(['张三,个人,,', ',,,', ' ,　,,', ',,,,,,'])
    expect([ran.json.read, ...countsIn(ran)]).toEqual([1, 1, 0, 0, 0, 0])
  })

  test('rows may be short; what stands beyond the headings means that the row has slipped', async () => {
    const ran = await take(['张三,个人', '李四,个人,,,', '王五,个人,,,x'])
    expect(errorsIn(ran)).toEqual(['4 row.too-long '])
    expect(countsIn(ran)).toEqual([2, 0, 0, 0, 1])
  })

  test('phones and id numbers are repaired where that is certain, and rejected where not', async () => {
    const ran = await take([
      "甲,个人,'13800138000,",
      '乙,个人,13800138001.0,',
      '丙,个人,1.3800138002E+10,',
      '丁,个人,1.38E+10,',
      '戊,个人,2155001234,',
      '己,个人,,1.10101E+17',
      '庚,个人,,110101199003070000',
    ])
    expect(archives().map((row) => (row as string[])[2])).toEqual([
      '13800138000',
      '13800138001',
      '13800138002',
    ])
    expect(errorsIn(ran)).toEqual([
      '5 phone.exponent phone',
      '6 phone.lost-zero phone',
      '7 idCard.rounded idCard',
      '8 idCard.rounded idCard',
    ])
  })

  test('a cell may hold a quote, a line end, a formula or a path, and is kept as it is', async () => {
    const list = listOf(
      '客户名称,客户类型,备注,地址',
      '张三,个人,"说：""好""\n第二行","=HYPERLINK(""http://x"")"',
      "李四,个人,'+86 138,../../etc/passwd",
    )
    await imported(office, list)
    expect((await office.done('show', '1')).fields.remark).toBe('说："好"\n第二行')
    expect((await office.done('show', '1')).address).toBe('=HYPERLINK("http://x")')
    expect(await office.done('show', '2')).toMatchObject({
      fields: { remark: '+86 138' },
      address: '../../etc/passwd',
    })
  })

  test('columns that nobody knows are kept, whatever they are called', async () => {
    const list = listOf(
      '客户名称,客户类型,微信,__proto__,constructor,,微信,电话,联系电话',
      '张三,个人,a,b,c,d,e,13800138000,13900139000',
    )
    const ran = await imported(office, list)
    expect(countsIn(ran)).toEqual([1, 0, 0, 0, 0])
    const text = office.look((store) => store.prepare('SELECT fields FROM archive').pluck().get())
    expect(JSON.parse(text as string)).toEqual(
      JSON.parse(
        '{"微信":"a","__proto__":"b","constructor":"c","column6":"d","微信 (2)":"e","电话":"13800138000"}',
      ),
    )
    expect(countsIn(await imported(office, list))).toEqual([0, 0, 1, 0, 0])
  })
})

describe('--errors', () => {
  const bad = ['张三,个人,13800138000,', '李四,个体,,', '王五,个人,1.38E+10,', '=赵六,个,,']

  test('keeps the rejected rows, private, to be mended and imported again', async () => {
    const path = join(office.room, 'bad.csv')
    const ran = await take(bad, '--errors', path)
    expect([ran.status, ...countsIn(ran)]).toEqual([8, 1, 0, 0, 0, 3])
    expect(ran.err).toContain(path)
    expect(modeOf(path)).toBe(0o600)
    const lines = readFileSync(path, 'utf8').split('\r\n')
    expect(lines[0]).toBe(`\uFEFF${heading},dangan:line,dangan:problem`)
    expect(lines[1]).toMatch(/^李四,个体,,,3,客户类型 个体：/)
    expect(lines[3]).toMatch(/^'=赵六,个,,,5,/)
    writeFileSync(path, lines.join('\r\n').replace('个体,', '个人,').replace('1.38E+10', ''))
    const mended = await office.run('import', path, '--json')
    expect(countsIn(mended)).toEqual([2, 0, 0, 0, 1])
    expect(mended.err).not.toContain('dangan:')
    expect(archives().map((row) => (row as string[])[1])).toEqual(['张三', '李四', '王五'])
    expect((await office.done('show', '2')).fields).toEqual({})
    expect(countsIn(await take(bad))).toEqual([0, 0, 1, 0, 3])
  })

  test('never overwrites a file, not even with --yes, nor the list itself', async () => {
    const list = handIn(office, listOf(heading, ...bad))
    for (const path of [list, office.file, handIn(office, 'mine', 'mine.csv')]) {
      const before = readFileSync(path)
      const ran = await office.run('import', list, '--errors', path, '--yes', '--json')
      expect([ran.status, ran.error.code]).toEqual([3, 'file.target-exists'])
      expect(readFileSync(path).equals(before)).toBe(true)
    }
    const clean = await take(['张三,个人,,'], '--errors', list)
    expect([clean.status, archives()]).toEqual([3, []])
  })

  test('makes no file where nothing was rejected, nor under --dry-run, nor of a damaged list', async () => {
    const path = join(office.room, 'bad.csv')
    await take(['张三,个人,,'], '--errors', path)
    await take(bad, '--errors', path, '--dry-run')
    const damaged = await take([...bad, '"钱七,个人,,'], '--errors', path)
    expect([damaged.status, damaged.error.code]).toEqual([8, 'csv.unclosed-quote'])
    expect(existsSync(path)).toBe(false)
  })

  test('that cannot be written are refused before anything is in', async () => {
    const ran = await take(bad, '--errors', join(office.room, 'nowhere', 'bad.csv'))
    expect([ran.status, ran.error.code]).toEqual([4, 'file.no-folder'])
    expect(archives()).toEqual([])
  })
})

describe('nothing, or everything', () => {
  test('--all-or-nothing takes nothing where a row is rejected: status 8, counts of nothing', async () => {
    const before = office.look((store) => store.prepare('SELECT count(*) FROM journal').get())
    const path = join(office.room, 'bad.csv')
    const list = ['张三,个人,,', '李四,个体,,']
    const ran = await take(list, '--all-or-nothing', '--errors', path)
    expect([ran.status, ran.error.code]).toEqual([8, 'import.rejected'])
    expect(ran.json).toMatchObject({ batch: null, created: 0, rejected: 1, firstNumber: null })
    expect(readFileSync(path, 'utf8')).toContain('李四')
    expect(archives()).toEqual([])
    expect(office.look((store) => store.prepare('SELECT count(*) FROM journal').get())).toEqual(
      before,
    )
    const all = await take(list.slice(0, 1), '--all-or-nothing')
    expect([all.status, all.json.firstNumber]).toEqual([0, 'RG2026-0001'])
  })

  test('--dry-run tells what would be, and writes nothing', async () => {
    const before = office.meddle(everythingIn)
    const ran = await take(['张三,个人,,', '李四,个体,,'], '--dry-run')
    expect(ran.json).toMatchObject({ batch: null, created: 1, rejected: 1 })
    expect([ran.status, ran.json.firstNumber]).toEqual([8, 'RG2026-0001'])
    expect(office.meddle(everythingIn)).toEqual(before)
  })
})

test('rejected rows leave line, field and code in the file, and never what stood there', async () => {
  await take(['钱多多,个体,13812345678,', '孙小小,个人,13887654321x,'])
  const shown = await office.done('import', 'show', 'B1')
  expect(shown.rejects).toEqual([
    { line: 2, field: 'type', code: 'choice.unknown' },
    { line: 3, field: 'phone', code: 'phone.shape' },
  ])
  for (const value of ['钱多多', '孙小小', '13812345678', '13887654321'])
    expect(isInFile(office, value)).toBe(false)
  await take(['李四四,个人,13812345678,'])
  expect(isInFile(office, '李四四')).toBe(true)
})

test('a heading that the policy does not know leaves its position in the file, and not itself', async () => {
  const list = listOf('姓名,类型,阮小七宝', '李四,个人,a\u0007b')
  await imported(office, list)
  const shown = await office.done('import', 'show', 'B1')
  expect(shown.rejects).toEqual([{ line: 2, field: 'extra:3', code: 'text.control' }])
  expect(isInFile(office, '阮小七宝')).toBe(false)
})
