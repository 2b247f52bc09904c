import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { officeIn, type TestOffice } from '../support/office.ts'
import { everythingIn } from '../support/tables.ts'

let office: TestOffice
beforeEach(async () => {
  office = await officeIn()
  await office.done('add', '--type', '个人', '--name', '张三丰')
  await office.done('add', '--type', '个人', '--name', '李四光')
})

const headings = '档案编号,日期,产品名称,批号,数量,单价,内容'
const good = `${headings}
RG2026-0001,2026/3/1,全瓷冠,B2025-07,2,"1,800.50",加急
rg20260002,2026年3月2日,烤瓷冠,B2025-08,1,￥900,
`

async function imported(text: string | Buffer, ...words: string[]) {
  const path = join(office.room, 'orders.csv')
  writeFileSync(path, text)
  const ran = await office.run('note', 'import', path, ...words, '--json')
  return { status: ran.status, error: ran.error, ...(ran.out === '' ? {} : ran.json) }
}
const orders = (text: string | Buffer, ...words: string[]) =>
  imported(text, '--kind', '订单', ...words)

const codes = (report: { errors: { line: number; field: string; code: string }[] }) =>
  report.errors.map(({ line, field, code }) => `${line} ${field} ${code}`)

describe('a file of entries', () => {
  test('goes in row by row, each into the archive that its number means', async () => {
    expect(await orders(good)).toMatchObject({
      status: 0,
      batch: 'B1',
      read: 2,
      created: 2,
      rejected: 0,
    })
    expect(await office.done('note', 'list')).toMatchObject([
      {
        number: 'RG2026-0002',
        on: '2026-03-02',
        kind: 'order',
        fields: { product: '烤瓷冠', quantity: '1', unitPrice: '900', amount: '900' },
        import: 'B1',
      },
      { number: 'RG2026-0001', text: '加急', fields: { amount: '3601.00' }, by: '李娜' },
    ])
    expect(await office.done('find', '加急')).toMatchObject([{ matchedBy: 'entry' }])
    expect(await office.done('note', 'trace', '--batch', 'b2025-07')).toHaveLength(1)
    expect((await office.done('log', 'verify')).ok).toBe(true)
  })

  test('the same file again changes nothing but the list of imports', async () => {
    await orders(good)
    const without = () => {
      const {
        import: all,
        import_stretch,
        journal,
        journal_part,
        journal_detail,
        ...rest
      } = office.meddle(everythingIn)
      return rest
    }
    const before = without()
    expect(await orders(good)).toMatchObject({ created: 0, unchanged: 2, rejected: 0 })
    const moved = good.replace(/^(.*?),(.*?),(.*?),/gm, '$2,$1,$3,')
    expect(await orders(moved)).toMatchObject({ created: 0, unchanged: 2 })
    expect(without()).toEqual(before)
  })

  test('equal rows of one file are as many entries; a rerun adds what was missing', async () => {
    const row = 'RG2026-0001,2026-03-01,全瓷冠,B1,1,,\n'
    expect(await orders(`${headings}\n${row}`)).toMatchObject({ created: 1 })
    expect(await orders(`${headings}\n${row.repeat(3)}`)).toMatchObject({
      created: 2,
      unchanged: 1,
    })
    expect(await orders(`${headings}\n${row.repeat(3)}`)).toMatchObject({
      created: 0,
      unchanged: 3,
    })
    expect(await orders(`${headings}\n${row}`)).toMatchObject({ created: 0, unchanged: 1 })
  })

  test('of several kinds says in each row which', async () => {
    const text = `档案编号,种类,日期,沟通渠道,舒适度,内容,库号
RG2026-0001,沟通,2026-03-01,微信,,询价,A1
RG2026-0001,反饋,45000,,5,很好,
RG2026-0001,反馈,2026-03-01,电话,,不该有渠道,
RG2026-0001,吃饭,2026-03-01,,,,
`
    const report = await imported(text)
    expect(codes(report)).toEqual(['4 kind row.other-kind', '5 kind choice.unknown'])
    expect(report).toMatchObject({ status: 8, created: 1 + 1, rejected: 2 })
    expect(await office.done('note', 'list')).toMatchObject([
      { kind: 'communication', fields: { channel: 'message', 库号: 'A1' } },
      { kind: 'feedback', on: '2023-03-15', fields: { comfort: 'veryGood' } },
    ])
  })

  test('in the encoding of Excel is read', async () => {
    const { default: iconv } = await import('iconv-lite')
    const gbk = iconv.encode(good.repeat(1), 'gb18030')
    expect(await orders(gbk)).toMatchObject({ encoding: 'gb18030', created: 2 })
  })

  test('of amounts in ten thousands says so in its heading', async () => {
    const text = '档案编号,日期,产品,数量,金额(万元)\nRG2026-0001,2026-03-01,全瓷冠,1,0.3605\n'
    await orders(text)
    expect((await office.done('note', 'list'))[0].fields.amount).toBe('3605')
  })

  test('every row that is wrong is listed, with what is wrong, and may be mended', async () => {
    await office.done('update', '0002', '--close', '--reason', '终止')
    const text = `${headings}
RG2026-0009,2026-03-01,全瓷冠,,1,,
RG2026-0002,2026-03-01,全瓷冠,,1,,
RG2026-0001,3/1/2026,全瓷冠,,1,,
RG2026-0001,2026-02-30,全瓷冠,,1,,
RG2026-0001,2026-11-21,全瓷冠,,1,,
RG2026-0001,,全瓷冠,,1,,
RG2026-0001,2026-03-01,,,1,,
RG2026-0001,2026-03-01,全瓷冠,,-1,,
RG2026-0001,2026-03-01,全瓷冠,,1,壹仟,
,2026-03-01,全瓷冠,,1,,
RG2026-0001,2026-03-01,全瓷冠,,1,1,x,y
`
    const bad = join(office.room, 'bad.csv')
    const report = await orders(text, '--errors', bad)
    expect(codes(report)).toEqual([
      '2 number row.no-archive',
      '3 number row.status',
      '4 on date.ambiguous',
      '5 on date.no-such-day',
      '6 on date.future',
      '7 on value.missing',
      '8 product value.missing',
      '9 quantity quantity.negative',
      '10 unitPrice amount.words',
      '11 number value.missing',
      '12  row.too-long',
    ])
    const mended = readFileSync(bad, 'utf8').replaceAll("'-1", '1')
    expect(await orders(mended)).toMatchObject({ created: 2, rejected: 9 })
  })

  test('kept rejects hold no value of a customer', async () => {
    await orders(`${headings},张三丰的电话\nRG2026-0001,x,全瓷冠,,1,,,\u0001\n`)
    const kept = office.look((store) =>
      store.prepare('SELECT field, code FROM import_reject').all(),
    )
    expect(kept).toEqual([
      { field: 'extra:8', code: 'text.control' },
      { field: 'on', code: 'date.shape' },
    ])
  })

  test('figures that disagree are refused with the figures', async () => {
    const text = '档案编号,日期,产品,数量,单价,金额\nRG2026-0001,2026-03-01,全瓷冠,2,1800,3700\n'
    const { errors } = await orders(text)
    expect(errors[0]).toMatchObject({ field: 'amount', code: 'amount.disagrees' })
    expect(errors[0].message).toContain('2 × 1800 = 3600')
  })

  test('a name that is not the customer’s stops the row', async () => {
    const text =
      '档案编号,客户名称,日期,产品,数量\nRG2026-0001,李四光,2026-03-01,全瓷冠,2\nRG2026-0001,张三丰,2026-03-01,全瓷冠,2\n'
    const report = await orders(text)
    expect(codes(report)).toEqual(['2 number row.other-name'])
    expect(report).toMatchObject({ created: 1 })
  })

  test('a customer may be known by an identity number', async () => {
    await office.done(
      'add',
      '--type',
      '医疗机构',
      '--org',
      'XH01',
      '--name',
      '宏达',
      '--set',
      '信用代码=91440199XXXX56688A',
    )
    const text =
      '信用代码,日期,产品,数量\n91440199XXXX56688A,2026-03-01,全瓷冠,2\n91370199XXXX85606H,2026-03-01,全瓷冠,2\n'
    const report = await orders(text)
    expect(report).toMatchObject({ created: 1, rejected: 1 })
    expect(await office.done('note', 'list')).toMatchObject([{ number: 'YG2026XH01-0001' }])
  })

  test('a void number and an archive above the operator are refused', async () => {
    await office.done('update', '0002', '--void', '--reason', '误建', '--yes')
    await office.done('update', '0001', '--secrecy', '机密')
    office.hire({ name: '王芳', osAccount: 'wang' })
    office.account = 'wang'
    expect(codes(await orders(good.replace('rg20260002', 'rg2026-0002')))).toEqual([
      '2 number row.not-cleared',
      '3 number row.number',
    ])
  })

  test.each([
    [
      'that does not say whose entries it has',
      '日期,产品,数量\n2026-03-01,冠,1\n',
      ['--kind', '订单'],
      2,
    ],
    ['that does not say of what kind they are', '档案编号,日期\nRG2026-0001,2026-03-01\n', [], 2],
    ['that is empty', ' \n', ['--kind', '订单'], 8],
    ['under a mapping to no field', good, ['--kind', '订单', '--map', '数量=count'], 8],
    ['under a kind that is none', good, ['--kind', '吃饭'], 8],
  ])('%s is refused', async (_, text, words, status) => {
    const before = office.meddle(everythingIn)
    expect((await imported(text, ...words)).status).toBe(status)
    expect(office.meddle(everythingIn)).toEqual(before)
  })

  test('is mapped as the line says', async () => {
    const text = good.replace('档案编号', '客户号').replace('内容', '摘要说明')
    const words = ['--map', '客户号=number,摘要说明=extra']
    expect(await orders(text, ...words)).toMatchObject({ created: 2 })
    expect((await office.done('note', 'list'))[1].fields).toMatchObject({ 摘要说明: '加急' })
  })

  test('a rehearsal, and all or nothing where one row is wrong, write nothing', async () => {
    const before = office.meddle(everythingIn)
    expect(await orders(good, '--dry-run')).toMatchObject({ batch: null, created: 2 })
    expect(office.meddle(everythingIn)).toEqual(before)
    const bad = `${good}RG2026-0009,2026-03-01,冠,,1,,\n`
    expect(await orders(bad, '--all-or-nothing')).toMatchObject({ status: 8, created: 0 })
    expect(office.meddle(everythingIn)).toEqual(before)
  })

  test('stands in the history of each archive and in the list of imports', async () => {
    await orders(good)
    const { out } = await office.run('show', '0001', '--history')
    expect(out).toContain('导入记录  导入批次 B1 记入 1 条记录')
    expect(await office.done('import', 'list')).toMatchObject([{ content: 'entries', created: 2 }])
    expect(await office.done('import', 'show', 'B1')).toMatchObject({ content: 'entries' })
    expect(await office.done('note', 'show', '1', '--history')).toMatchObject([
      { version: 1, by: '李娜', import: 'B1' },
    ])
  })
})

describe('an import of entries that is undone', () => {
  test('takes its entries back, and they may come again', async () => {
    await orders(good)
    expect(await office.done('import', 'undo', 'B1', '--yes')).toEqual({
      batch: 'B1',
      removed: 2,
      reverted: 0,
      kept: [],
    })
    expect(await office.done('note', 'list')).toEqual([])
    expect(await office.done('find', '加急')).toEqual([])
    expect(await office.done('note', 'trace', '--batch', 'B2025-07')).toEqual([])
    expect((await office.run('import', 'undo', 'B1', '--yes')).status).toBe(3)
    expect(await orders(good)).toMatchObject({ created: 2, unchanged: 0 })
  })

  test('keeps and lists what was corrected since, and its row', async () => {
    await orders(good)
    await office.done('note', 'correct', '1', '--text', '不急', '--reason', '更正')
    expect(await office.done('import', 'undo', 'B1', '--yes')).toMatchObject({
      removed: 1,
      kept: [{ entry: 1, number: 'RG2026-0001', because: 'corrected' }],
    })
    expect(await orders(good)).toMatchObject({ created: 1, unchanged: 1 })
  })

  test('keeps what is in a closed or merged archive', async () => {
    await orders(good)
    await office.done('update', '0002', '--close', '--reason', '终止')
    const { kept } = await office.done('import', 'undo', 'B1', '--yes')
    expect(kept).toEqual([{ entry: 2, number: 'RG2026-0002', because: 'closed' }])
  })

  test('a rehearsal of it writes nothing', async () => {
    await orders(good)
    const before = office.meddle(everythingIn)
    expect(await office.done('import', 'undo', 'B1', '--dry-run')).toMatchObject({ removed: 2 })
    expect(office.meddle(everythingIn)).toEqual(before)
  })

  test('never takes entries of others whose numbers it had', async () => {
    await orders(good)
    await office.done('update', '0002', '--void', '--reason', '误建', '--yes')
    await office.done('note', '0001', '--kind', '反馈', '--text', '很好')
    expect(await office.done('note', 'show', '2')).toMatchObject({ kind: 'feedback' })
    expect(await office.done('import', 'undo', 'B1', '--yes')).toMatchObject({ removed: 1 })
    expect(await office.done('note', 'list')).toMatchObject([{ entry: 2, kind: 'feedback' }])
  })
})

describe('dates and amounts as Excel writes them', () => {
  test.each([
    ['2026-03-01', '2026-03-01'],
    ['2026/3/1', '2026-03-01'],
    ['2026.03.01', '2026-03-01'],
    ['20260301', '2026-03-01'],
    ['2026年3月1日', '2026-03-01'],
    ['2026/3/1 0:00', '2026-03-01'],
    ['2026-03-01 00:00:00', '2026-03-01'],
    ['2026-03-01T00:00:00', '2026-03-01'],
    ['46082', '2026-03-01'],
    ['46082.0', '2026-03-01'],
    ['1-Mar-2026', '2026-03-01'],
    ['２０２６／３／１', '2026-03-01'],
  ])('%s is the day %s', async (cell, day) => {
    const report = await orders(`${headings}\nRG2026-0001,${cell},全瓷冠,,1,,\n`)
    expect([report.status, codes(report)]).toEqual([0, []])
    expect(await office.done('note', 'list')).toMatchObject([{ on: day }])
  })

  test.each(['3/1/2026', '2026-02-30', '昨天'])(
    '%s is no day: the row is rejected, and nothing enters',
    async (cell) => {
      const report = await orders(`${headings}\nRG2026-0001,${cell},全瓷冠,,1,,\n`)
      expect([report.status, report.errors.map(({ field }: { field: string }) => field)]).toEqual([
        8,
        ['on'],
      ])
      expect(await office.done('note', 'list')).toEqual([])
    },
  )

  test.each([
    ['0.1', '0.10'],
    ['"1,234.50"', '1234.50'],
    ['￥1200', '1200'],
    ['"￥1,200"', '1200'],
  ])('a unit price of %s for one makes the amount %s', async (cell, amount) => {
    const report = await orders(`${headings}\nRG2026-0001,2026-03-01,全瓷冠,,1,${cell},\n`)
    expect([report.status, codes(report)]).toEqual([0, []])
    const [entry] = await office.done('note', 'list')
    expect(Number(entry.fields.amount)).toBe(Number(amount))
  })

  test.each(['壹仟', '-5', '12元5角6', '1.38E+10'])(
    'a unit price of %s is rejected with its line',
    async (cell) => {
      const report = await orders(`${headings}\nRG2026-0001,2026-03-01,全瓷冠,,1,${cell},\n`)
      expect([report.status, report.errors.map(({ line }: { line: number }) => line)]).toEqual([
        8,
        [2],
      ])
    },
  )
})
