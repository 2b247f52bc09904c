import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { columnsFor } from '../../src/commands/import-columns.ts'
import type { PreparedRow } from '../../src/commands/prepared-row.ts'
import { rowsHere, type Rows } from '../../src/commands/prepared-rows.ts'
import { chunkBytes, rowsBeside } from '../../src/commands/rows-beside.ts'
import { Refusal } from '../../src/domain/refusal.ts'
import { describeCsv, readRecords } from '../../src/exchange/csv-read.ts'
import { openSource, type ChunkSource } from '../../src/exchange/source.ts'
import { bytesOf, fileOf } from '../exchange/input-files.ts'
import { denture } from '../support/archives.ts'
import { newRoom } from '../support/program.ts'

const code = resolve(import.meta.dirname, '../../dist/row-thread.cjs')
const heading = '客户名称,客户类型,联系电话,地址,档案编号,合同金额(万元),自有列'

/** Rows of every kind, to the length of some chunks. */
const list = (count = 15_000): string =>
  [heading, ...Array.from({ length: count }, (_, at) => lines[at % lines.length]?.(at))].join('\n')

const lines: ((at: number) => string)[] = [
  (at) =>
    `诸葛${at},个人,138${10_000_000 + at},${'北京市朝阳区人民路'.repeat(20)}${at}号,,1.5,老客户`,
  (at) => `"长沙${at}口腔""门诊""\n部",医疗机构,021-6${1_000_000 + at},"路,${at}",,,`,
  (at) => `'=${at},個人,'1390000${1000 + (at % 9000)},,RG2025-${at},,`,
  () => ',,,,,,',
  (at) => `李${at},外星人,1.38E+10,,,三万,`,
  (at) => `王${at},个人,,,,,,,滑${at}`,
]

/** Everything that is made of a list, and the refusal in which it ends. */
interface Made {
  readonly rows: string[]
  readonly end: unknown
}

async function made(path: string, beside: boolean, spoil = (it: ChunkSource) => it): Promise<Made> {
  const source = spoil(openSource(path, 0))
  const shape = describeCsv(source, { encoding: 'utf-8', delimiter: ',' })
  const records = readRecords(source, shape)
  const headings = records.next().value?.cells ?? []
  const { columns, ...rules } = columnsFor(denture, headings, path, {})
  const days = { today: '2026-11-20', digestKey: new Uint8Array(32).fill(7) }
  const preparation = { ...rules, ...days, policy: denture, keyingPolicy: denture }
  const rows = beside
    ? await rowsBeside(source, { shape, headings: rules.headings, preparation }, code)
    : rowsHere(source, records, { ...preparation, columns })
  if (!rows) throw new Error('no thread was begun')
  try {
    return drained(rows)
  } finally {
    rows.close()
    source.close()
  }
}

function drained(rows: Rows): Made {
  const all: string[] = []
  try {
    for (let row = rows.next(); row; row = rows.next()) all.push(said(row))
    return { rows: all, end: rows.next() }
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    return { rows: all, end: [thrown.code, thrown.facts] }
  }
}

const said = (row: PreparedRow): string =>
  JSON.stringify(row, (_, it) => (typeof it === 'bigint' ? `${it}n` : it))

/** What is wrong takes with it what was read together with it, which is not always the same. */
function requireSameEnd(beside: Made, here: Made): void {
  expect(beside.end).toEqual(here.end)
  const sure = here.rows.length - 3000
  expect(sure).toBeGreaterThan(5000)
  expect(beside.rows.slice(0, sure)).toEqual(here.rows.slice(0, sure))
  expect(Math.abs(beside.rows.length - here.rows.length)).toBeLessThan(3000)
}

describe('rows that a second thread makes ready', () => {
  test('are those that would have been made ready here', async () => {
    const path = fileOf(list())
    const [beside, here] = [await made(path, true), await made(path, false)]
    expect(here.rows.length).toBeGreaterThan(12_000)
    expect(here.rows.filter((row) => row.includes('n","RG2025-')).length).toBeGreaterThan(2000)
    expect(here.rows.filter((row) => row.endsWith(',null,""]')).length).toBeGreaterThan(2000)
    expect(beside).toEqual(here)
  })

  test.each<[string, Uint8Array]>([
    ['bytes of another encoding', bytesOf('王五,个人,,\n', 'gb18030')],
    ['a NUL', Buffer.from('王\0五,个人\n')],
    ['a quote left open', Buffer.from('"王五,个人\n')],
    ['a cell of eleven megabytes', Buffer.from(`"${'长'.repeat(3_700_000)}"\n`)],
    ['two thousand columns and one', Buffer.from(`${','.repeat(2001)}\n`)],
  ])('end at %s with the same refusal, behind the rows before it', async (_, wrong) => {
    const path = fileOf(
      Buffer.concat([Buffer.from(`${list()}\n`), wrong, Buffer.from('x,y\n'.repeat(5000))]),
    )
    const [beside, here] = [await made(path, true), await made(path, false)]
    expect(here.end).toEqual([expect.stringMatching(/^csv\./), expect.anything()])
    requireSameEnd(beside, here)
  })

  test('end with the reason where the file cannot be read on, behind the rows before it', async () => {
    const path = fileOf(list())
    const ejected = (source: ChunkSource): ChunkSource => ({
      ...source,
      read(into) {
        if (source.position < 1_100_000) return source.read(into)
        throw new Refusal('input.unreadable', { path, reason: 'EIO' })
      },
    })
    const [beside, here] = [await made(path, true, ejected), await made(path, false, ejected)]
    expect(here.end).toEqual(['input.unreadable', { path, reason: 'EIO' }])
    requireSameEnd(beside, here)
  })

  test('are few at a time: of a list however long no more is read than some chunks ahead', async () => {
    let given = 0
    let taken = 0
    let furthest = 0
    const counted = (source: ChunkSource): ChunkSource => ({
      ...source,
      get position() {
        return source.position
      },
      read(into) {
        const count = source.read(into)
        given += count
        furthest = Math.max(furthest, given - taken)
        return count
      },
    })
    const path = fileOf(list(45_000))
    const source = counted(openSource(path, 0))
    const shape = describeCsv(source)
    const headings = readRecords(source, shape).next().value?.cells ?? []
    const rules = columnsFor(denture, headings, path, {})
    const days = { today: '2026-11-20', digestKey: new Uint8Array(32) }
    const { columns: _, ...preparation } = {
      ...{ ...rules, ...days },
      ...{ policy: denture, keyingPolicy: denture },
    }
    given = 0
    furthest = 0
    const rows = await rowsBeside(source, { shape, headings: rules.headings, preparation }, code)
    for (let row = rows?.next(); row; row = rows?.next()) taken += Buffer.byteLength(row[1]) + 1
    rows?.close()
    source.close()
    expect(taken).toBeGreaterThan(1.5e6)
    expect(furthest).toBeLessThan(10 * chunkBytes)
  })

  test('are not worth it for a short list, and not to be had without its code', async () => {
    const short = openSource(fileOf(list(10)), 0)
    const long = openSource(fileOf(list()), 0)
    const order = {} as Parameters<typeof rowsBeside>[1]
    expect(await rowsBeside(short, order, code)).toBeUndefined()
    expect(await rowsBeside(long, order, join(newRoom(), 'none.cjs'))).toBeUndefined()
  })

  test('are read here where the code of the thread cannot be run', async () => {
    const broken = join(newRoom(), 'broken.cjs')
    writeFileSync(broken, 'throw new Error("no")')
    const order = {} as Parameters<typeof rowsBeside>[1]
    expect(await rowsBeside(openSource(fileOf(list()), 0), order, broken)).toBeUndefined()
  })
})
