import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { CFB, write, type BookType } from '@e965/xlsx'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { openSource } from '../../src/exchange/source.ts'
import { looksLikeWorkbook } from '../../src/exchange/workbook-kind.ts'
import { openWorkbook, type WorkbookList } from '../../src/exchange/workbook-read.ts'
import { workbookLimits } from '../../src/exchange/workbook-limits.ts'
import { zipWriter } from '../../src/exchange/zip-write.ts'
import { newRoom } from '../support/program.ts'
import { refusalOf as refused } from '../support/refusals.ts'
import { bookOf, listIn, saved, sheetOf } from '../support/workbooks.ts'

const opened = (path: string, sheet?: string): WorkbookList => {
  const source = openSource(path, 0)
  try {
    return openWorkbook(source, sheet)
  } finally {
    source.close()
  }
}
const refusalOf = (work: () => unknown): [string, unknown] => {
  const { code, facts } = refused(work)
  return [code, facts]
}
const rowsIn = ({ records }: WorkbookList): [number, ...string[]][] => {
  const rows: [number, ...string[]][] = []
  for (let it = records.next(); !it.done; it = records.next())
    rows.push([it.value.line, ...it.value.cells])
  return rows
}
const fileOf = (name: string, content: string | Uint8Array): string => {
  const path = join(newRoom(), name)
  writeFileSync(path, content)
  return path
}
const packed = (files: Readonly<Record<string, string>>, name = 'x.xlsx'): string => {
  const pieces: Uint8Array[] = []
  const zip = zipWriter((piece) => pieces.push(piece))
  for (const [part, content] of Object.entries(files)) {
    const file = zip.begin(part)
    file.put(Buffer.from(content))
    file.close()
  }
  zip.end()
  return fileOf(name, Buffer.concat(pieces))
}

const number = (v: number, z?: string) => ({ t: 'n', v, ...(z === undefined ? {} : { z }) })
const headings = ['客户名称', '电话', '建档日期', '金额', '比例', '编码', '备注']
const rows = [
  headings,
  [
    ...['张三丰', number(13_800_138_000), number(45_000, 'yyyy-mm-dd')],
    ...[number(1234.5, '¥#,##0.00'), number(0.153, '0.0%'), number(12, '00000'), '=1+1'],
  ],
  [
    ...['李四', '013800138000', number(45_000.5, 'm/d/yy h:mm'), number(1.5e-7)],
    ...[number(0.1 + 0.2), { t: 'b', v: true }, "'=1"],
  ],
  [
    ...['王五', number(110_101_199_003_070_000), number(45_000, 'yyyy"年"m"月"d"日"')],
    ...[{ t: 'n', v: 3, f: '1+2' }, number(0.5, 'h:mm'), number(6_222_021_234_567_891), ' 空 '],
  ],
]
const told = [
  [2, '张三丰', '13800138000', '2023-03-15', '1234.5', '15.3%', '00012', "'=1+1"],
  [3, '李四', '013800138000', '2023-03-15 12:00:00', '0.00000015', '0.3', 'TRUE', "''=1"],
  [4, '王五', '1.1010119900307E+17', '2023-03-15', '3', '12:00', '6222021234567891', ' 空 '],
]

describe('a sheet comes as the same list whatever program kept it', () => {
  test.each<[BookType, string]>([
    ['xlsx', 'xlsx'],
    ['xlsb', 'xlsb'],
    ['xls', 'xls'],
    ['ods', 'ods'],
    ['xlml', 'xml'],
  ])('%s', (bookType, kind) => {
    // its name says nothing
    const path = listIn(rows, 'list.csv', bookType)
    const list = opened(path)
    expect(list).toMatchObject({ kind, sheet: '客户', sheets: ['客户'], headings })
    expect(list).toMatchObject({ headingLine: 1, hiddenRows: 0 })
    expect(rowsIn(list)).toEqual(told)
  })

  test('a page in GBK that calls itself .xls keeps the zeros and digits of its texts', () => {
    const cells = ['张三丰', '00123', '110101199003070038', '2023-03-15'].map(
      (it) => `<td>${it}</td>`,
    )
    const heads = ['客户名称', '编码', '身份证号', '建档日期'].map((it) => `<th>${it}</th>`)
    const page = `<html><head><meta charset="gb2312"></head><body><table><tr>${heads.join('')}</tr>
      <tr>${cells.join('')}</tr></table></body></html>`
    const list = opened(fileOf('客户.xls', iconv.encode(page, 'gb18030')))
    expect(list.kind).toBe('html')
    expect(rowsIn(list)).toEqual([[2, '张三丰', '00123', '110101199003070038', '2023-03-15']])
  })

  test('Excel 95 of a Chinese Windows, whose texts are GBK', () => {
    const book = bookOf({
      A: sheetOf([
        ['ABCDEFGH', 'phone'],
        ['IJKL', '1'],
      ]),
    })
    const bytes = Buffer.from(write(book, { type: 'buffer', bookType: 'biff5', codepage: 936 }))
    for (const [mark, said] of [
      ['ABCDEFGH', '客户名称'],
      ['IJKL', '张三'],
    ] as const)
      iconv.encode(said, 'gb18030').copy(bytes, bytes.indexOf(mark, 0, 'latin1'))
    const page = bytes.indexOf(Buffer.from([0x42, 0, 2, 0]))
    bytes.writeUInt16LE(936, page + 4)
    const list = opened(fileOf('old.xls', bytes))
    expect(list.headings).toEqual(['客户名称', 'phone'])
    expect(rowsIn(list)).toEqual([[2, '张三', '1']])
  })

  test('days of the old Macintosh count from 1904', () => {
    const book = bookOf({
      A: sheetOf([
        ['name', 'on'],
        ['A', number(43_538, 'yyyy-mm-dd')],
      ]),
    })
    book.Workbook = { WBProps: { date1904: true } }
    for (const bookType of ['xlsx', 'xls'] as const)
      expect(rowsIn(opened(saved(book, 'mac', bookType)))).toEqual([[2, 'A', '2023-03-15']])
  })
})

describe('where the list stands in its sheet', () => {
  test('titles above the headings, blank rows and what is merged do not matter', () => {
    const sheet = sheetOf([
      ['客户一览表', null, null],
      ['填表人：李娜', null, '2026年'],
      [],
      ['客户名称', '电话', '客户类型'],
      ['张三', '1', '个人'],
      ['李四', '2', null],
      [],
      ['王五', null, null],
    ])
    sheet['!merges'] = [
      { s: { r: 0, c: 0 }, e: { r: 0, c: 2 } },
      { s: { r: 4, c: 2 }, e: { r: 5, c: 2 } },
    ]
    const list = opened(saved(bookOf({ 表: sheet }), 'a.xlsx'))
    expect(list).toMatchObject({ headingLine: 4, headings: ['客户名称', '电话', '客户类型'] })
    expect(rowsIn(list)).toEqual([
      [5, '张三', '1', '个人'],
      [6, '李四', '2', '个人'],
      [7, '', '', ''],
      [8, '王五', '', ''],
    ])
  })

  test('of headings in two storeys the lower one counts, under what spans both', () => {
    const sheet = sheetOf([
      ['客户名称', '客户类型', '联系', null, null],
      [null, null, '电话', '邮箱', '地址'],
      ['张三', '个人', '1', '2', '3'],
    ])
    sheet['!merges'] = [0, 1].map((c) => ({ s: { r: 0, c }, e: { r: 1, c } }))
    const list = opened(saved(bookOf({ 表: sheet }), 'a.xlsx'))
    expect(list.headings).toEqual(['客户名称', '客户类型', '电话', '邮箱', '地址'])
    expect(list.headingLine).toBe(2)
  })

  test('the first sheet that is to be seen and has a table is read; any other by name or place', () => {
    const book = bookOf({
      封面: sheetOf([['客户资料']]),
      旧表: sheetOf([['name'], ['Old']]),
      名单: sheetOf([
        ['name', 'phone'],
        ['New', '1'],
      ]),
      空: sheetOf([[null]]),
    })
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }, { Hidden: 0 }, { Hidden: 0 }] }
    const path = saved(book, 'a.xlsx')
    expect(opened(path)).toMatchObject({ sheet: '名单', sheets: ['封面', '名单', '空'] })
    expect(rowsIn(opened(path, '旧表'))).toEqual([[2, 'Old']])
    expect(opened(path, '2').sheet).toBe('旧表')
    expect(refusalOf(() => opened(path, '5'))[0]).toBe('workbook.no-sheet')
    expect(refusalOf(() => opened(path, '空'))).toEqual([
      'workbook.empty',
      { path, sheets: ['空'] },
    ])
  })

  test('rows that are hidden are taken, and counted', () => {
    const sheet = sheetOf([['name'], ['A'], ['B'], ['C']])
    sheet['!rows'] = [{}, { hidden: true }, {}, { hidden: true }]
    const list = opened(saved(bookOf({ A: sheet }), 'a.xlsx'))
    expect(list.hiddenRows).toBe(2)
    expect(rowsIn(list)).toHaveLength(3)
  })
})

describe('what is not read', () => {
  const good = () => readFileSync(listIn(rows))

  test('a workbook without anything in it', () => {
    const path = listIn([[null]])
    expect(refusalOf(() => opened(path))).toEqual(['workbook.empty', { path, sheets: ['客户'] }])
  })

  test('one with a password, new, old and of LibreOffice', () => {
    const box = CFB.utils.cfb_new()
    CFB.utils.cfb_add(box, '/EncryptionInfo', Buffer.alloc(64))
    CFB.utils.cfb_add(box, '/EncryptedPackage', Buffer.alloc(64))
    const sealed = [
      fileOf('new.xlsx', CFB.write(box, { type: 'buffer' }) as Buffer),
      packed({
        mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
        'META-INF/manifest.xml': '<manifest:encryption-data/>',
      }),
    ]
    for (const path of sealed)
      expect(refusalOf(() => opened(path))).toEqual(['workbook.password', { path }])
  })

  test('one that is cut off, or has a bit wrong', () => {
    const bytes = good()
    const cut = fileOf('cut.xlsx', bytes.subarray(0, bytes.length - 200))
    expect(refusalOf(() => opened(cut))).toEqual(['workbook.damaged', { path: cut }])
    const at = bytes.indexOf('xl/worksheets/sheet1.xml') + 60
    bytes.writeUInt8(bytes.readUInt8(at) ^ 0x55, at)
    const wrong = fileOf('wrong.xlsx', bytes)
    expect(refusalOf(() => opened(wrong))).toEqual(['workbook.damaged', { path: wrong }])
  })

  test('a package or a container that is no workbook', () => {
    const zip = packed({ 'a.txt': 'a' }, 'a.zip')
    expect(refusalOf(() => opened(zip))).toEqual(['input.binary', { path: zip, kind: 'zip' }])
    const box = CFB.utils.cfb_new()
    CFB.utils.cfb_add(box, '/WordDocument', Buffer.alloc(64))
    const doc = fileOf('a.doc', CFB.write(box, { type: 'buffer' }) as Buffer)
    expect(refusalOf(() => opened(doc))).toEqual(['input.binary', { path: doc, kind: 'binary' }])
  })

  test('a page without a table', () => {
    const path = fileOf('a.xls', '<html><body>请先登录</body></html>')
    expect(refusalOf(() => opened(path))).toEqual(['workbook.damaged', { path }])
  })

  test('more than fits, whatever it says of its length', () => {
    const bomb = packed({
      '[Content_Types].xml': '<Types>spreadsheetml</Types>',
      'xl/worksheets/sheet1.xml': ' '.repeat(2 * 1024 * 1024),
    })
    const bytes = readFileSync(bomb)
    expect(bytes.length).toBeLessThan(5000)
    for (let at = 0; (at = bytes.indexOf('PK\x01\x02', at)) >= 0; at += 4)
      bytes.writeUInt32LE(9, at + 24)
    const liar = fileOf('liar.xlsx', bytes)
    const { unpackedBytes } = workbookLimits
    workbookLimits.unpackedBytes = 1024 * 1024
    try {
      for (const path of [bomb, liar]) {
        const facts = { path, what: 'unpacked', limit: 1024 * 1024 }
        expect(refusalOf(() => opened(path))).toEqual(['workbook.too-large', facts])
      }
    } finally {
      workbookLimits.unpackedBytes = unpackedBytes
    }
  })

  test('a cell that stands for millions', () => {
    const cell = '<table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p>'
    const path = packed({
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'content.xml': `<table:table-row table:number-rows-repeated="1048576">${cell}`,
    })
    expect(refusalOf(() => opened(path))[0]).toBe('workbook.too-large')
    const page = fileOf('p.xls', `<table>${'<td rowspan=2>x</td>'.repeat(30_000)}</table>`)
    expect(refusalOf(() => opened(page))[0]).toBe('workbook.too-large')
  })
})

test('a list of text is never taken for a workbook', () => {
  for (const text of ['客户名称,电话\n', 'a,b\n<html>,1\n', '<张三>,1\n', '', '< 3,4\n'])
    expect(looksLikeWorkbook(Buffer.from(text))).toBe(false)
  expect(looksLikeWorkbook(Buffer.from('\uFEFF <table>'))).toBe(true)
  expect(looksLikeWorkbook(Buffer.from('\uFEFF<html>', 'utf16le'))).toBe(true)
  expect(looksLikeWorkbook(deflateRawSync('x'))).toBe(false)
})
