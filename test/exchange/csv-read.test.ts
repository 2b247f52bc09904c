import { describe, expect, test } from 'vitest'
import { readRecords } from '../../src/exchange/csv-read.ts'
import { encodings } from '../../src/exchange/encoding.ts'
import type { Bytes } from '../../src/exchange/source.ts'
import { bytesOf, cellsOf, read, refusalOf } from './input-files.ts'

const table = [
  ['客戶名稱', '類型', '備註'],
  ['陳大文', '個人', '他說："好",\r\n然後簽約'],
  ['林美玲', '企業', ''],
]
const text = '客戶名稱,類型,備註\r\n陳大文,個人,"他說：""好"",\r\n然後簽約"\r\n林美玲,企業,\r\n'

describe('encodings', () => {
  const marked = encodings.filter((encoding) => encoding !== 'big5')
  test.each([
    ...encodings.map((encoding) => [encoding, false] as const),
    ...marked.map((encoding) => [encoding, true] as const),
  ])('%s, BOM %s, whatever the chunks', (encoding, bom) => {
    const bytes = bytesOf(text, encoding, bom)
    for (const chunkBytes of [1, 2, 3, 5, 7, 64, 262_144]) {
      const { shape, records } = read(bytes, { chunkBytes })
      expect(shape).toMatchObject({ encoding, bom, delimiter: ',' })
      expect(records.map((record) => record.cells)).toEqual(table)
      expect(records.map((record) => record.line)).toEqual([1, 2, 4])
    }
  })

  test('what the person says wins over what was found', () => {
    const bytes = bytesOf('a,寇', 'gb18030')
    expect(cellsOf(bytes, { encoding: 'gb18030' })).toEqual([['a', '寇']])
    expect(cellsOf('a;b,c', { delimiter: ',' })).toEqual([['a;b', 'c']])
    expect(cellsOf('sep=;\na;b,c', { delimiter: ',' })).toEqual([['a;b', 'c']])
  })

  test('U+FEFF is a mark at the beginning only', () => {
    expect(cellsOf('\uFEFFa,b\n\uFEFFc,d\n', { chunkBytes: 1 })).toEqual([
      ['a', 'b'],
      ['\uFEFFc', 'd'],
    ])
  })
})

describe('delimiters', () => {
  test.each([
    ['姓名,电话\n张三,1\n', ','],
    ['姓名;电话\n"张三;李四";1,5\n', ';'],
    ['姓名\t备注\n张三\ta,b,c\n', '\t'],
    ['姓名|电话\n张三|1\n', '|'],
    ['姓名，电话\n张三，1\n', '，'],
    ['姓名,备注\n张三,好；很，好\n', ','],
    ['姓名\n张三\n', ','],
    ['"姓名,全称";电话\n"a,b";1\n"c,d";2\n', ';'],
    ['a,b;c\n1;2,3\n4;5,6\n7,8\n', ','],
    ['姓名,又名,绰号;电话\n张三;1\n李四;2\n', ';'],
  ])('%j has %j', (content, delimiter) => {
    expect(read(content).shape.delimiter).toBe(delimiter)
  })

  test.each(['sep=;\r\n', 'SEP=;\n', '"sep=;"\r', '\uFEFFsep=;\r\n'])(
    '%j is honoured and skipped',
    (first) => {
      for (const chunkBytes of [1, 262_144]) {
        const { shape, records } = read(`${first}a,b;c\nd;e\n`, { chunkBytes })
        expect(shape.delimiter).toBe(';')
        expect(records).toEqual([
          { cells: ['a,b', 'c'], line: 2, ragged: false },
          { cells: ['d', 'e'], line: 3, ragged: false },
        ])
      }
    },
  )
})

test('a delimiter is one character', () => {
  expect(() => read('a,b', { delimiter: '' })).toThrow(RangeError)
  expect(() => read('a,b', { delimiter: '||' })).toThrow(RangeError)
})

describe('what programs write', () => {
  test.each<[string, string, string[][]]>([
    [
      'LF',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'CRLF',
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'CR',
      'a,b\rc,d\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'all of them',
      'a,b\rc,d\r\ne,f\ng,h',
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
        ['g', 'h'],
      ],
    ],
    [
      'no end',
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'blank lines',
      '\n\r\na,b\n\n\r\r\nc,d\n\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'empty cells',
      'a,b\n,\n"",""\n',
      [
        ['a', 'b'],
        ['', ''],
        ['', ''],
      ],
    ],
    ['an empty cell alone', 'a\n""\nb\n', [['a'], [''], ['b']]],
    [
      'breaks within quotes',
      'a,b\n"1\n2","3\r\n4\r5"\n',
      [
        ['a', 'b'],
        ['1\n2', '3\r\n4\r5'],
      ],
    ],
    [
      'a quote within',
      'a,b\n5" 屏,x"y\n',
      [
        ['a', 'b'],
        ['5" 屏', 'x"y'],
      ],
    ],
    [
      'text behind a quote',
      'a,b\n"甲" 公司,c\n',
      [
        ['a', 'b'],
        ['"甲" 公司', 'c'],
      ],
    ],
    [
      'a space before a quote',
      'a,b\n1, "x"\n',
      [
        ['a', 'b'],
        ['1', ' "x"'],
      ],
    ],
    ['spaces kept', ' a , b \n', [[' a ', ' b ']]],
    [
      'doubled quotes',
      'a,b\n"""x""",""""\n',
      [
        ['a', 'b'],
        ['"x"', '"'],
      ],
    ],
  ])('%s', (_, content, expected) => {
    for (const chunkBytes of [1, 2, 3, 262_144]) {
      expect(cellsOf(content, { chunkBytes, delimiter: ',' })).toEqual(expected)
    }
  })

  test('rows of another width than the first are given as they are, and marked', () => {
    const { records } = read('a,b,c\n1,2\n1,2,3\n1,2,3,4\n')
    expect(records.map(({ cells, ragged }) => [cells.length, ragged])).toEqual([
      [3, false],
      [2, true],
      [3, false],
      [4, true],
    ])
  })

  test('a single column takes no longer than several', () => {
    const timed = (row: string) => {
      const before = performance.now()
      expect(read(Buffer.alloc(2e6, row)).records).toHaveLength(2e6 / row.length)
      return performance.now() - before
    }
    // as many rows of two columns: a search through the whole of the list for each would take hours
    expect(timed('row\n')).toBeLessThan(20 * timed('r,w\n') + 1000)
  })

  test('each record knows the line on which it begins', () => {
    const content = 'a,b\r\n\r\n"1\n2\r\n3",x\r\ry,"\r"\nz,1'
    for (const chunkBytes of [1, 2, 3, 4, 5, 262_144]) {
      const { records } = read(content, { chunkBytes })
      expect(records.map((record) => record.line)).toEqual([1, 3, 7, 9])
    }
  })
})

describe('what cannot be read is refused with its line', () => {
  const refused = (content: string | Uint8Array, options = {}) =>
    refusalOf(() => read(content, options))

  test.each([1, 4, 262_144])('a quote that is never closed, chunks of %i', (chunkBytes) => {
    const facts = { line: 4 }
    const content = 'a,b\n1,2\n"x\ny","z\n3,4\n5,6\n'
    expect(refused(content, { chunkBytes })).toEqual(['csv.unclosed-quote', facts])
    expect(refused('a,b\n"', { chunkBytes })).toEqual(['csv.unclosed-quote', { line: 2 }])
  })

  test.each([16, 262_144])('a cell that is too long, chunks of %i', (chunkBytes) => {
    const options = { chunkBytes, cellBytes: 300 }
    const facts = { line: 3, limitBytes: 300 }
    const expected = ['csv.cell-too-long', facts]
    const long = '字'.repeat(101)
    expect(refused(`a,b\n1,2\nx,${long}\n`, options)).toEqual(expected)
    expect(refused(`a,b\n1,2\n"x","${long}"\n`, options)).toEqual(expected)
    expect(refused(`a,b\n1,"\n${'z\n'.repeat(9999)}`, { ...options, chunkBytes: 16 })).toEqual([
      'csv.cell-too-long',
      { line: 2, limitBytes: 300 },
    ])
    const { records } = read(`a,b\n1,2\nx,${'字'.repeat(98)}\n`, options)
    expect(records[2]?.cells[1]).toHaveLength(98)
  })

  test('a quote left open in a big file stops the reading at ten megabytes', () => {
    const content = Buffer.concat([Buffer.from('a,b\n1,"x\n'), Buffer.alloc(40e6, 'row,row\n')])
    const before = performance.now()
    const facts = { line: 2, limitBytes: 10 * 1024 * 1024 }
    expect(refused(content)).toEqual(['csv.cell-too-long', facts])
    expect(performance.now() - before).toBeLessThan(5000)
  })

  test('a line that never ends is not read to its end', () => {
    let given = 0
    const endless: Bytes = {
      read(into) {
        given += into.fill(0x61).length
        if (given > 64e6) throw new Error('read on and on')
        return into.length
      },
    }
    const shape = { encoding: 'utf-8', delimiter: ',' } as const
    const facts = { line: 1, limitBytes: 10 * 1024 * 1024 }
    const outcome = refusalOf(() => [...readRecords(endless, shape)])
    expect(outcome).toEqual(['csv.cell-too-long', facts])
  })

  test.each(encodings)('lines are found in %s: many short ones are no long one', (encoding) => {
    for (const end of ['\n', '\r\n', '\r']) {
      const content = bytesOf(`客戶,電話${end}`.repeat(200), encoding)
      expect(cellsOf(content, { chunkBytes: 64, cellBytes: 200 })).toHaveLength(200)
    }
  })

  test('more than 2,000 columns', () => {
    const wide = Array.from({ length: 2001 }, () => 'x').join(',')
    const facts = { line: 2, columns: 2001, limit: 2000 }
    expect(refused(`a,b\n${wide}\n`)).toEqual(['csv.too-many-columns', facts])
    expect(refused(`a,b\n"${wide.replaceAll(',', '","')}"\n`)).toEqual([
      'csv.too-many-columns',
      facts,
    ])
    expect(read(`${wide.slice(2)}\n`).records[0]?.cells).toHaveLength(2000)
  })

  test.each([3, 262_144])('NUL, chunks of %i', (chunkBytes) => {
    const content = 'name,phone\n王小明,13800136000\n"a\nb",林\0美玲,x\n'
    expect(refused(content, { chunkBytes })).toEqual(['csv.nul', { line: 4 }])
  })

  test.each([
    ['utf-8', '高雄市', [0xff]],
    ['utf-8', '高雄市', [0xe9, 0xab, 0x2c]],
    ['gb18030', '高雄市', [0xff, 0x2c]],
    ['big5', '高雄市', [0xa4, 0x0a]],
    ['utf-16le', '高雄市', [0x00, 0xd8, 0x2c, 0x00]],
    ['utf-16be', '高雄市', [0xd8, 0x00, 0x00, 0x2c]],
  ] as const)('a byte that is no %s', (encoding, word, bad) => {
    const rows = `${`${word},${word}\r\n`.repeat(50)}"${word}\r\n${word}`
    const more = bytesOf(`${word}"\r\n${word},x\r\n`.repeat(20), encoding)
    const content = Buffer.concat([bytesOf(rows, encoding), Buffer.from(bad), more])
    for (const chunkBytes of [16, 1000, 262_144]) {
      const facts = { line: 52, encoding }
      expect(refused(content, { chunkBytes, encoding })).toEqual(['csv.bad-bytes', facts])
    }
    expect(refused(content)).toEqual(['csv.bad-bytes', { line: 52, encoding }])
  })

  test('a character which the end of the file cuts', () => {
    const content = bytesOf('姓名,電話\n王小明', 'utf-8').subarray(0, -1)
    expect(refused(content)).toEqual(['csv.bad-bytes', { line: 2, encoding: 'utf-8' }])
  })

  test('a file of nothing but a mark and blank lines is empty', () => {
    for (const content of ['\uFEFF', '\uFEFF\r\n\n', '\n', '  \n']) {
      expect(refused(content)).toMatchObject(['input.empty', {}])
    }
  })

  test('a workbook, a database, a picture', () => {
    const kindOf = (head: string) => refused(Buffer.from(head, 'latin1'), { encoding: undefined })
    expect(kindOf('PK\x03\x04rest')).toMatchObject(['input.binary', { kind: 'zip' }])
    expect(kindOf('SQLite format 3\0')).toMatchObject(['input.binary', { kind: 'sqlite' }])
    expect(kindOf('\x89PNG\r\n\x1a\n\0\0\0\rI')).toMatchObject(['input.binary', { kind: 'binary' }])
  })
})
