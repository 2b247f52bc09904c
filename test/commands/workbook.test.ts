import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, utils, write, type WorkSheet } from '@e965/xlsx'
import { beforeAll, describe, expect, test } from 'vitest'
import { zipContent, zipEntries } from '../../src/exchange/zip-read.ts'
import { handIn, countsIn, errorsIn, listOf } from '../support/lists.ts'
import { modeOf } from '../support/files.ts'
import { officeIn, type TestOffice } from '../support/office.ts'
import { bookOf, listIn, saved, sheetOf } from '../support/workbooks.ts'

let office: TestOffice
const at = (name: string) => join(office.room, name)
const firstSheet = (path: string): WorkSheet => {
  const book = read(readFileSync(path), { cellStyles: true })
  return book.Sheets[book.SheetNames[0] as string] as WorkSheet
}
const cellsOf = (sheet: WorkSheet): string[][] =>
  utils.sheet_to_json(sheet, { header: 1, raw: false, defval: '' })

describe('a workbook that is handed in', () => {
  beforeAll(async () => {
    office = await officeIn()
  })
  const heading = ['客户名称', '客户类型', '联系电话', '建档日期']

  test('is the same list as its rows in csv: what came from one does not come again from the other', async () => {
    const lines = ['张三丰,个人,13800138000,2025-03-01', '李四光,个人,01065551234,2025-03-02']
    const csv = handIn(office, listOf(heading.join(','), ...lines))
    expect(countsIn(await office.run('import', csv, '--json'))).toEqual([2, 0, 0, 0, 0])
    const rows = [
      heading,
      ['张三丰', '个人', { t: 'n', v: 13_800_138_000 }, { t: 'n', v: 45_717, z: 'yyyy-mm-dd' }],
      ['李四光', '个人', '01065551234', '2025-03-02'],
    ]
    const ran = await office.run('import', listIn(rows), '--json')
    expect(countsIn(ran)).toEqual([0, 0, 2, 0, 0])
    expect(ran.json).toMatchObject({ encoding: 'xlsx', delimiter: '', sheet: '客户', read: 2 })
    expect(ran.err).toContain('工作表：客户\n')
    const [taken] = await office.done('import', 'list')
    expect(taken).toMatchObject({ fileName: 'list.xlsx', encoding: 'xlsx', delimiter: '' })
  })

  test('names the row and why where a number is spoilt, a formula has failed or a cell is too many', async () => {
    const rows = [
      ['九月新客户'],
      [...heading, '身份证号'],
      ['甲', '个人', { t: 'n', v: 1_065_551_234 }, null, null],
      ['乙', '个人', null, null, { t: 'n', v: 110_101_199_003_070_000 }],
      ['丙', '个人', { t: 'e', v: 23 }, null, null],
      ['丁', '个人', null, null, null, '多'],
      [null, null, ' ', null, null],
      ['戊', '个人', null, { t: 'n', v: 45_717.5, z: 'm/d/yy h:mm' }, null],
    ]
    const path = listIn(rows)
    const ran = await office.run('import', path, '--json', '--errors', at('bad.xlsx'))
    expect(ran.status).toBe(8)
    expect(errorsIn(ran)).toEqual([
      '3 phone.lost-zero phone',
      '4 idCard.rounded idCard',
      '5 cell.error ',
      '6 row.too-long ',
    ])
    expect(ran.err).toContain('表头在第 2 行')
    expect(ran.json.errors[2].message).toContain('第 3 列的公式出错（#REF!）')
    const bad = cellsOf(firstSheet(at('bad.xlsx')))
    expect(bad[0]).toEqual([...heading, '身份证号', 'dangan:line', 'dangan:problem'])
    expect(bad.map((row) => row[5])).toEqual(['dangan:line', '3', '4', '5', '6'])
    expect(modeOf(at('bad.xlsx'))).toBe(0o600)
  })

  test('gives its rejected rows back in a workbook, which is mended and goes in', async () => {
    const rows = [heading, ["'=1+1", '个人', '1.38E+10', '2025-03-01']]
    await office.run('import', listIn(rows), '--errors', at('mend.xlsx'))
    const sheet = firstSheet(at('mend.xlsx'))
    expect(cellsOf(sheet)[1]?.slice(0, 3)).toEqual(["'=1+1", '个人', '1.38E+10'])
    utils.sheet_add_aoa(sheet, [['13700137000']], { origin: 'C2' })
    writeFileSync(at('mended.xlsx'), write(bookOf({ A: sheet }), { type: 'buffer' }) as Buffer)
    const ran = await office.run('import', at('mended.xlsx'), '--json')
    expect(countsIn(ran)).toEqual([1, 0, 0, 0, 0])
    expect((await office.done('show', ran.json.firstNumber)).name).toBe("'=1+1")
  })

  test('has sheets, one of which is named; a list of text has none', async () => {
    const [one, two] = [sheetOf([heading, ['己', '个人']]), sheetOf([heading, ['庚', '个人']])]
    const path = saved(bookOf({ 一月: one, 二月: two }), 'two.xlsx')
    const ran = await office.run('import', path, '--sheet', '二月')
    expect(ran.err).toContain('工作表：二月（另有 一月，用 --sheet 换一张）')
    expect(ran.out).toContain('xlsx 工作簿，工作表“二月”，读入 1 行')
    const none = await office.run('import', path, '--sheet', '三月', '--json')
    expect([none.status, none.error.code]).toEqual([4, 'workbook.no-sheet'])
    const csv = handIn(office, listOf(heading.join(','), '辛,个人,,'))
    expect((await office.run('import', csv, '--sheet', '1')).status).toBe(2)
  })

  test('with a password or damaged is not acceptable, and nothing is written', async () => {
    const bytes = readFileSync(listIn([heading, ['壬', '个人']]))
    const cut = handIn(office, bytes.subarray(0, 900), 'cut.xlsx')
    for (const words of [[cut], ['-']]) {
      const ran = await office.runWith(
        bytes.subarray(0, 900).toString('latin1'),
        'import',
        ...words,
      )
      expect(ran.status).toBe(8)
    }
  })

  test('of entries is taken by note import at the same door', async () => {
    const { number } = await office.done('add', '--type', '个人', '--name', '癸')
    const rows = [
      ['档案编号', '日期', '沟通渠道', '内容'],
      [number, { t: 'n', v: 46_332, z: 'yyyy-mm-dd' }, '电话', '来电咨询'],
    ]
    const ran = await office.run('note', 'import', listIn(rows), '--kind', '沟通', '--json')
    expect(errorsIn(ran)).toEqual([])
    expect([ran.status, ran.json.created, ran.json.sheet]).toEqual([0, 1, '客户'])
    expect((await office.done('note', 'list', number))[0]).toMatchObject({ on: '2026-11-06' })
  })
})

describe('a workbook that is exported', () => {
  beforeAll(async () => {
    office = await officeIn()
    const add = (...words: string[]) => office.done('add', '--duplicate', 'add', ...words)
    const [person, dealer] = [
      ['--type', '个人'],
      ['--type', '经销商', '--org', 'XH01'],
    ]
    await add(
      ...person,
      '--name',
      '张三丰',
      '--phone',
      '13800138000',
      '--set',
      '身份证号=110101199003070038',
    )
    await add(...person, '--name', '=1+1', '--address', '一\n二 <&>"引号"', '--set', "传真='=2")
    await add(...dealer, '--name', '上海_x0041_宏达', '--contact', '单小明,采购,13900139000')
    await add(...person, '--name', '李四', '--secrecy', '机密')
  })

  test('has text in every cell, its headings stand still, and can be filtered', async () => {
    const told = await office.done('export', '-o', at('a.xlsx'), '--headings', '--reveal')
    expect(told).toEqual({
      path: at('a.xlsx'),
      count: 4,
      masked: false,
      foreign: false,
      format: 'xlsx',
    })
    const sheet = firstSheet(at('a.xlsx'))
    const [headings = [], ...rows] = cellsOf(sheet)
    expect(headings.slice(0, 2)).toEqual(['档案编号', '客户类型'])
    expect(sheet['!autofilter']?.ref).toMatch(/^A1:[A-Z]+5$/)
    const kinds = Object.entries(sheet).filter(([key]) => /^[A-Z]+\d+$/.test(key))
    expect(new Set(kinds.map(([, cell]) => cell.t))).toEqual(new Set(['s']))
    const found = (word: string) => rows.flat().includes(word)
    for (const word of ['13800138000', '110101199003070038', '=1+1', "'=2", '上海_x0041_宏达'])
      expect([word, found(word)]).toEqual([word, true])
    const widths = (sheet['!cols'] ?? []).map((column) => column.width ?? 0)
    expect(widths).toHaveLength(headings.length)
    expect(Math.min(...widths)).toBeGreaterThan(7)
    expect(modeOf(at('a.xlsx'))).toBe(0o600)
    const [last] = await office.done('log', '--action', 'archive.export')
    expect(last).toBeDefined()
  })

  test.for([[], ['--headings']])('imported again changes nothing (%s)', async (options) => {
    const path = at(`b${options.length}.xlsx`)
    await office.done('export', '-o', path, ...options)
    const before = (await office.run('export', '--reveal')).out
    const ran = await office.run('import', path, '--on-duplicate', 'update', '--json')
    expect([ran.status, ...countsIn(ran)]).toEqual([0, 0, 0, 4, 0, 0])
    expect((await office.run('export', '--reveal')).out).toBe(before)
  })

  test('and csv of the same archives are the same list to an import', async () => {
    await office.done('export', '-o', at('c.csv'), '--reveal')
    await office.done('export', '-o', at('c.xlsx'), '--reveal')
    const other = await officeIn()
    expect(countsIn(await other.run('import', at('c.csv'), '--json'))).toEqual([4, 0, 0, 0, 0])
    expect(countsIn(await other.run('import', at('c.xlsx'), '--json'))).toEqual([0, 0, 4, 0, 0])
    expect((await other.run('export')).out).toBe((await office.run('export')).out)
  })
})

describe('an empty list that is handed out', () => {
  beforeAll(async () => {
    office = await officeIn()
  })
  const partOf = (path: string, name: string): string => {
    const bytes = readFileSync(path)
    const entry = zipEntries(bytes, 100).find((it) => it.name === name)
    return entry ? zipContent(bytes, entry, 1e6).toString() : ''
  }

  test('has the headings of its type, lists to choose from and notes; and goes in as it is', async () => {
    const path = at('个人.xlsx')
    const told = await office.done('import', '--template', path, '--type', '个人')
    expect(told.columns).toEqual([
      ...['name', 'type', 'contact', 'phone', 'email', 'address', 'industry', 'region', 'stage'],
      ...['secrecy', 'importance', 'channel', 'owner', 'openedOn', 'sex', 'age', 'occupation'],
      ...['insuranceType', 'oralCondition', 'allergies', 'idCard', 'remark'],
    ])
    const sheet = firstSheet(path)
    const [headings = []] = cellsOf(sheet)
    expect(headings.slice(0, 3)).toEqual(['客户名称*', '客户类型*', '联系人'])
    const rules = partOf(path, 'xl/worksheets/sheet1.xml')
    const ranges = [...rules.matchAll(/<dataValidation type="list" sqref="([A-Z]+)2:/g)]
    const chosen = ranges.map(([, column]) => headings[utils.decode_col(column as string)])
    expect(chosen).toEqual(expect.arrayContaining(['客户类型*', '密级', '业务阶段', '性别*']))
    const book = read(readFileSync(path), {})
    expect(book.SheetNames).toEqual(['客户名单', '填写说明', '_choices'])
    expect(book.Workbook?.Sheets?.[2]?.Hidden).toBe(1)
    const empty = await office.run('import', path, '--json')
    expect([empty.status, empty.json.read]).toEqual([0, 0])
  })

  test('is filled in with blank rows between, and imported', async () => {
    const path = at('all.xlsx')
    await office.done('import', '--template', path)
    const book = read(readFileSync(path), {})
    const sheet = book.Sheets['客户名单'] as WorkSheet
    const row = (...cells: string[]) => cells
    utils.sheet_add_aoa(
      sheet,
      [row('张三', '个人'), row(''), row('宏达贸易', '经销商', 'XH01', '', '13800138000')],
      { origin: 'A2' },
    )
    writeFileSync(at('filled.xlsx'), write(book, { type: 'buffer' }) as Buffer)
    const ran = await office.run('import', at('filled.xlsx'), '--json')
    expect([ran.status, ...countsIn(ran)]).toEqual([0, 2, 0, 0, 0, 0])
    expect((await office.done('show', 'JG2026XH01-0001')).phone).toBe('13800138000')
  })

  test('is a workbook, takes no other file’s place, and is not there after --dry-run', async () => {
    expect((await office.run('import', '--template', at('a.csv'))).status).toBe(2)
    expect(
      (await office.run('import', '--template', office.file + '.xlsx', '--dry-run')).status,
    ).toBe(0)
    expect((await office.run('import', '--template', at('all.xlsx'))).status).toBe(3)
    expect(
      (await office.run('import', '--template', at('b.xlsx'), '--type', '外星人')).status,
    ).toBe(8)
  })
})
