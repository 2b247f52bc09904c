import { spawnSync } from 'node:child_process'
import { openSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvLine } from '../../src/exchange/csv-write.ts'
import { cellsOf, folder, programOf, read, refusalOf } from './input-files.ts'

/** csv-parse, slow and well tried: the records, and the lines on which they end. */
function oracle(text: string, delimiter: string): string[][] {
  return parse(text, {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n', '\r'],
  })
}

const chunks = fc.constantFrom(1, 2, 3, 7, 64, 262_144)
const lineEnds = fc.constantFrom('\r\n', '\n', '\r')

describe('read as csv-parse reads', () => {
  test('any table, written by us', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'a字𠮷",;\r\n \t|'), maxLength: 5 })
    const row = fc.array(cell, { minLength: 1, maxLength: 4 })
    const options = { encoding: 'utf-8', delimiter: ',' } as const
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), lineEnds, chunks, (rows, end, chunkBytes) => {
        const text = `h${end}${rows.map((cells) => csvLine(cells) + end).join('')}`
        const cells = cellsOf(text, { ...options, chunkBytes })
        expect(cells).toEqual(oracle(text, ','))
        expect(cells).toHaveLength(rows.length + 1)
      }),
      { numRuns: 400 },
    )
  })

  test('any text without quotes, and with quotes where they belong', () => {
    const part = fc.constantFrom('a', '字', ',', '\n', '\r\n', '\r', '"x""y"', ' ', '5"')
    const options = { encoding: 'utf-8', delimiter: ',' } as const
    fc.assert(
      fc.property(fc.array(part), chunks, (parts, chunkBytes) => {
        const text = `h,${parts.join('')}`
        // csv-parse unescapes within a cell that it then takes as it stands; we leave it alone
        fc.pre(!/"x""y"[^,\r\n]/.test(text) && !/(^|[,\r\n])5"/.test(text.replaceAll('5"', 'b')))
        expect(cellsOf(text, { ...options, chunkBytes })).toEqual(oracle(text, ','))
      }),
      { numRuns: 400 },
    )
  })
})

describe('hostile input', () => {
  test('any text gives the same records and lines, whatever the chunks', () => {
    const text = fc.string({ unit: fc.constantFrom(...'"a,\r\n字;=\0'), maxLength: 60 })
    const outcomeOf = (content: string, chunkBytes: number) => {
      const options = { chunkBytes, encoding: 'utf-8', delimiter: ',' } as const
      let records: unknown
      const refusal = refusalOf(() => ({ records } = read(`h,i\n${content}`, options)))
      return [refusal, records]
    }
    fc.assert(
      fc.property(text, chunks, (content, chunkBytes) => {
        expect(outcomeOf(content, chunkBytes)).toEqual(outcomeOf(content, 262_144))
      }),
      { numRuns: 400 },
    )
  })

  test('random bytes end in records or in a refusal, in every encoding', () => {
    const said = fc.constantFrom(undefined, 'utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be')
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 200 })
    fc.assert(
      fc.property(bytes, said, chunks, (content, encoding, chunkBytes) => {
        const options = { chunkBytes, ...(encoding ? { encoding } : {}) }
        // anything else thrown is thrown on
        expect(refusalOf(() => read(content, options))).toBeDefined()
      }),
      { numRuns: 600 },
    )
  })
})

/** Prints what it read of a path, and by how many megabytes that made it grow at most. */
const counter = `import { describeCsv, readRecords } from './csv-read.ts'
  import { openSource } from './source.ts'
  import { existsSync, readFileSync } from 'node:fs'
  // what getrusage says of a program on Linux is at least what its parent had when it began it
  const proc = '/proc/self/status'
  const most = () => existsSync(proc)
    ? Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync(proc, 'utf8'))[1])
    : process.resourceUsage().maxRSS
  const source = openSource(process.argv[2], 0)
  const before = process.memoryUsage.rss()
  let rows = 0
  let last = 0
  for (const { line } of readRecords(source, describeCsv(source))) {
    rows++
    last = line
  }
  source.close()
  const { bytes, position } = source
  const grown = (most() * 1024 - before) / 1e6
  console.log(JSON.stringify({ rows, last, bytes, position, grown }))`

test('memory stays flat over a hundred megabytes', () => {
  const path = join(folder, 'big.csv')
  const fd = openSync(path, 'w')
  const row = '王小明有限公司,企业,13800138000,"深圳市南山区，科技园",备注\r\n'
  const block = Buffer.from(row.repeat(10_000))
  const blocks = Math.ceil(100e6 / block.length)
  writeSync(fd, '客户名称,类型,电话,地址,备注\r\n')
  for (let i = 0; i < blocks; i++) writeSync(fd, block)

  // the memory of this process is that of all the tests that it runs
  const heap = ['--max-old-space-size=32', '--max-semi-space-size=2']
  const words = [...heap, programOf('counter', counter), path]
  const { status, stdout } = spawnSync(process.execPath, words, { encoding: 'utf8' })
  expect(status).toBe(0)
  const [rows, bytes] = [blocks * 10_000 + 1, statSync(path).size]
  const read = JSON.parse(stdout)
  expect(read).toMatchObject({ rows, last: rows, bytes, position: bytes })
  expect(read.grown).toBeLessThan(60)
})
