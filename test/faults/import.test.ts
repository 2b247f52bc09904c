import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { beforeAll, describe, expect, test } from 'vitest'
import { beside, everythingIn, rawly } from '../support/files.ts'
import { fileAt, handIn, imported, listOf, sound, soundness } from '../support/lists.ts'
import { officeIn, type CommandRan, type TestOffice } from '../support/office.ts'
import { newRoom, run, start, type Ran } from '../support/program.ts'

const heading = '客户名称,客户类型,联系电话,地址'

/** A room in which somebody has founded an office with the built program; all are the same office. */
function founded(): string {
  const at = newRoom()
  cpSync(join(room, 'archive.db'), join(at, 'archive.db'))
  return at
}

let room: string
beforeAll(() => {
  room = newRoom()
  const ran = run(['init', '--name', '李娜', '--json'], { room })
  if (ran.status !== 0) throw new Error(ran.stderr)
})

/** The status and code in which the built program's import of such a file ends, which changes nothing. */
function ending(bytes: string | Uint8Array, ...words: string[]): string {
  const path = join(room, 'list.csv')
  writeFileSync(path, bytes)
  return endingOf(path, ...words)
}

function endingOf(path: string, ...words: string[]): string {
  const file = join(room, 'archive.db')
  const before = readFileSync(file)
  const ran = run(['import', path, '--json', ...words], { room })
  expect(rawBytesIn(ran)).toEqual([])
  expect(readFileSync(file).equals(before)).toBe(true)
  const line = ran.stderr.split('\n').find((it) => it.startsWith('{"error"'))
  const { code, facts } = JSON.parse(line ?? '{"error":{}}').error
  return [ran.status, code, facts?.line ?? facts?.kind].filter((it) => it !== undefined).join(' ')
}

/** What a terminal might act on. */
const rawBytesIn = ({ stdout, stderr }: Pick<Ran, 'stdout' | 'stderr'>): string[] =>
  (stdout + stderr).match(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/g) ?? []

const row = '张三,个人,13800138000,北京\n'

describe('a file that is no list is refused whole, and the archive file left as it was', () => {
  test.each<[string, string, string | Uint8Array]>([
    ['an empty file', '8 input.empty', ''],
    ['a byte order mark and blank lines', '8 input.empty', '\uFEFF\n\r\n  \n'],
    ['headings that are all empty', '8 input.empty', ',,,\n张三,个人,,\n'],
    [
      'a damaged Excel workbook',
      '8 workbook.damaged',
      Buffer.from('PK\u0003\u0004' + 'x'.repeat(99)),
    ],
    ['a PDF', '8 input.binary pdf', '%PDF-1.7\n%âãÏÓ\n'],
    [
      'noise',
      '8 input.binary binary',
      Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7) % 256)),
    ],
    [
      'an unclosed quote',
      '8 csv.unclosed-quote 3',
      `${heading}\n${row}"李四,个人,,\n${row.repeat(9)}`,
    ],
    ['a NUL', '8 csv.nul 3', `${heading}\n${row}李\0四,个人,,\n`],
    ['bytes of another encoding', '8 csv.bad-bytes 402', mixed()],
    [
      '3,000 columns',
      '8 csv.too-many-columns 1',
      `${Array.from({ length: 3000 }, (_, at) => `c${at}`).join(',')}\n`,
    ],
    ['a row of 3,000 cells', '8 csv.too-many-columns 3', `${heading}\n${row}${','.repeat(3000)}\n`],
    [
      'a cell of 11 MB',
      '8 csv.cell-too-long 2',
      `${heading}\n张三,个人,,"${'长'.repeat(3_700_000)}"\n`,
    ],
  ])('%s: %s', (_, refusal, bytes) => {
    expect(ending(bytes)).toBe(refusal)
  })

  test('a directory, a file that is not there, another archive file, a missing folder', () => {
    mkdirSync(join(room, 'folder'), { recursive: true })
    expect(endingOf(join(room, 'folder'))).toBe('8 input.directory')
    expect(endingOf(join(room, 'none\u001B[31m.csv'))).toBe('4 input.missing')
    expect(endingOf(join(room, 'archive.db'))).toBe('8 input.binary sqlite')
  })

  test('an encoding that was said wrongly', () => {
    expect(ending(iconv.encode(`${heading}\n${row}`, 'gb18030'), '--encoding', 'utf-8')).toBe(
      '8 csv.bad-bytes 1',
    )
  })
})

/** UTF-8, with one line of GBK far behind. */
function mixed(): Uint8Array {
  return Buffer.concat([
    Buffer.from(`${heading}\n${row.repeat(400)}`),
    iconv.encode('李四,个人,,上海\n', 'gbk'),
  ])
}

describe('a file that is a list', () => {
  test('may have headings only: nothing is read, status 0', () => {
    const at = founded()
    writeFileSync(join(at, 'list.csv'), `${heading}\n`)
    const ran = run(['import', 'list.csv', '--json'], { room: at })
    expect([ran.status, JSON.parse(ran.stdout).read]).toEqual([0, 0])
  })

  test('may come through a pipe, in any encoding', () => {
    const at = founded()
    const stdin = iconv.encode('客戶名稱,客戶類型\n張三豐,個人\n', 'big5')
    const ran = run(['import', '-', '--encoding', 'big5', '--json'], { room: at, stdin })
    expect(JSON.parse(ran.stdout)).toMatchObject({ encoding: 'big5', created: 1 })
  })

  test('a cell of 9 MB rejects its row, and is not printed', async () => {
    const office = await officeIn()
    const ran = await imported(office, `${heading}\n张三,个人,,${'长'.repeat(3_000_000)}\n${row}`)
    expect([ran.json.created, ran.json.errors[0].code]).toEqual([1, 'text.long'])
    expect(ran.out.length).toBeLessThan(3000)
  })
})

describe('control characters and escape sequences', () => {
  const hostile = ['\u001B[2J', '\u001B]0;x\u0007', '\u009B31m', '\u007F', '\r', '\u0008', '\u202E']
  const cells = (sign: string) => [`甲${sign}乙`, `个${sign}人`, `138${sign}`, `1${sign}2`]
  const list = [
    ['客户名称', '客户类型', '联系电话', `其\u001B[31m他`].join(','),
    ...hostile.map((sign) =>
      cells(sign)
        .map((cell) => `"${cell}"`)
        .join(','),
    ),
    ...hostile.map((sign) => `王${hostile.indexOf(sign)},个人,,"x${sign}y"`),
  ].join('\n')

  test.each([[], ['--json'], ['--format', 'ndjson'], ['--format', 'csv'], ['--dry-run']])(
    'in any field never reach the terminal raw: %j',
    async (...words) => {
      const office = await officeIn()
      const path = handIn(office, list, 'li\u001B[31mst\u009B.csv')
      const lines = [
        ['import', path, ...words],
        ['import', path, '--type', '\u001B[31m', ...words],
        ['import', path, '--map', `\u001B=name`, ...words],
        ['import', 'list', ...words.slice(0, 2)],
        ['import', 'show', 'B1', ...words.slice(0, 2)],
        ['import', 'undo', '\u001B[31m', '--yes', ...words],
      ]
      const runs: Ran[] = []
      for (const line of lines) runs.push(asRan(await office.run(...line)))
      expect(runs.map(rawBytesIn)).toEqual(runs.map(() => []))
      expect(runs[0]?.status).toBe(8)
    },
  )

  test('do not come out again from what was taken in', async () => {
    const office = await officeIn()
    await imported(office, list)
    for (const words of [['list'], ['list', '--json'], ['export'], ['show', '1']])
      expect(rawBytesIn(asRan(await office.run(...words)))).toEqual([])
  })

  const asRan = ({ status, out, err }: CommandRan): Ran => ({
    status,
    stdout: out.replaceAll('\r\n', '\n').replace('\uFEFF', ''),
    stderr: err,
  })
})

describe('a formula or a path', () => {
  test('is text, goes out neutralised and comes in again as it was', async () => {
    const office = await officeIn()
    const values = ['=1+1', '+86', '-1', '@x', '../../etc/passwd', "'=1", '\\\\host\\share']
    const rows = values.map((value, at) => `客户${at},个人,,${value}`)
    await imported(office, listOf(heading, ...rows))
    const exported = join(office.room, 'out.csv')
    await office.done('export', '-o', exported)
    const text = readFileSync(exported, 'utf8')
    expect(text).toContain(`'=1+1`)
    expect(text).not.toMatch(/(^|,)"?[=+@-]/m)
    const other = await officeIn()
    await other.done('import', exported)
    const addresses = other.look((store) =>
      store.prepare('SELECT address FROM archive ORDER BY id').pluck().all(),
    )
    expect(addresses).toEqual([
      '=1+1',
      '+86',
      '-1',
      '@x',
      '../../etc/passwd',
      '=1',
      '\\\\host\\share',
    ])
  })
})

test('while another process writes for longer than we wait: status 6, nothing in', async () => {
  const office: TestOffice = await officeIn({ patience: 150 })
  const holder = beside(`
    const db = new Database(${JSON.stringify(office.file)})
    db.exec('BEGIN IMMEDIATE')
    console.log('held')
    process.stdin.resume().on('end', () => process.exit())`)
  await holder.ready
  const errors = join(office.room, 'bad.csv')
  const ran = await imported(office, listOf(heading, row, '李四,个体,,'), '--errors', errors)
  holder.process.stdin?.end()
  await once(holder.process, 'exit')
  expect([ran.status, ran.error.code, ran.out]).toEqual([6, 'file.busy', ''])
  expect(Object.keys(everythingIn(office.room)).filter((name) => name.includes('bad'))).toEqual([])
  expect((await office.run('import', handIn(office, listOf(heading, row)), '--json')).status).toBe(
    0,
  )
})

describe('several imports', () => {
  const many = (from: number, count: number) =>
    listOf(
      heading,
      ...Array.from(
        { length: count },
        (_, at) => `客户${from + at},个人,199${10_000_000 + from + at},`,
      ),
    )

  async function ended(words: readonly string[], at: string): Promise<Ran> {
    const child = start(words, { room: at })
    const said = { stdout: '', stderr: '' }
    for (const name of ['stdout', 'stderr'] as const)
      child[name]?.setEncoding('utf8').on('data', (text: string) => (said[name] += text))
    const [status] = (await once(child, 'close')) as [number | null]
    return { status, ...said }
  }

  test('at once, of one list and of another: every row once, numbers without a gap', async () => {
    const at = founded()
    writeFileSync(join(at, 'one.csv'), many(0, 2000))
    writeFileSync(join(at, 'other.csv'), many(5000, 2000))
    const lists = ['one.csv', 'one.csv', 'other.csv']
    const runs = await Promise.all(lists.map((list) => ended(['import', list, '--json'], at)))
    expect(runs.map(({ status }) => status)).toEqual([0, 0, 0])
    const told = runs.map(({ stdout }) => JSON.parse(stdout))
    expect(told.map(({ created, unchanged }) => created + unchanged)).toEqual([2000, 2000, 2000])
    expect(serialsIn(join(at, 'archive.db'))).toEqual({ count: 4000, highest: 4000 })
    expect(soundness(fileAt(join(at, 'archive.db')))).toEqual(sound)
  })

  const serialsIn = (path: string) =>
    rawly(path, (db) => db.prepare('SELECT count(*) count, max(serial) highest FROM archive').get())

  const rows = 60_000
  const stretch = 20_000

  test('killed at any moment leave whole stretches; the rerun finishes the rest', async () => {
    const origin = founded()
    const list = join(origin, 'list.csv')
    writeFileSync(list, many(0, rows))
    const from = performance.now()
    let at = ''
    let left = 0
    const seen: number[] = []
    do {
      at = newRoom()
      cpSync(join(origin, 'archive.db'), join(at, 'archive.db'))
      await killed(list, at, seen.length % 3)
      left = whatIsLeft(at)
      seen.push(left)
    } while (performance.now() - from < 8_000 || (left === 0 && seen.length < 3))
    expect(seen.filter((count) => count % stretch !== 0)).toEqual([])
    const again = run(['import', list, '--json'], { room: at })
    const { created, unchanged, batch } = JSON.parse(again.stdout)
    expect([again.status, created, unchanged]).toEqual([0, rows - left, left])
    expect(batch).toBe(left === 0 ? 'B1' : 'B2')
    expect(serialsIn(join(at, 'archive.db'))).toEqual({ count: rows, highest: rows })
    expect(soundness(fileAt(join(at, 'archive.db')))).toEqual(sound)
  }, 120_000)

  /** Imports, and is killed some time after so many stretches are in. */
  async function killed(list: string, at: string, stretches: number): Promise<void> {
    const child = start(['import', list, '--json'], { room: at })
    const gone = once(child, 'exit')
    const path = join(at, 'archive.db')
    const soFar = () =>
      rawly(path, (db) => db.prepare('SELECT count(*) FROM import_stretch').pluck().get() as number)
    while (soFar() < stretches && child.exitCode === null) await wait(20)
    await wait(randomInt(400))
    child.kill('SIGKILL')
    await gone
  }

  const wait = (ms: number) => new Promise((tell) => setTimeout(tell, ms))

  /** The rows that are in; everything about them agrees, and the list of imports tells that it is unfinished. */
  function whatIsLeft(at: string): number {
    const path = join(at, 'archive.db')
    const counts = rawly(path, (db) =>
      db
        .prepare(
          `SELECT (SELECT count(*) FROM archive), (SELECT ifnull(max(last), 0) FROM series),
           (SELECT count(*) FROM row_digest), (SELECT ifnull(sum(read), 0) FROM import)`,
        )
        .raw()
        .get(),
    ) as number[]
    const [count = 0] = counts
    expect(counts).toEqual([count, count, count, count])
    expect(soundness(fileAt(path))).toEqual(sound)
    expect(run(['log', 'verify'], { room: at }).status).toBe(0)
    const batches = JSON.parse(run(['import', 'list', '--json'], { room: at }).stdout)
    const expected = count === 0 ? [] : [count === rows ? 'done' : 'running']
    expect(batches.map(({ status }: { status: string }) => status)).toEqual(expected)
    return count
  }
})
