import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { rawly } from '../support/files.ts'
import { fileAt, listOf, sound, soundness } from '../support/lists.ts'
import { environmentOf, newRoom, run, start } from '../support/program.ts'

const root = resolve(import.meta.dirname, '../..')

const longWords = '客户来电询问全瓷冠的保修期与交货日期，'.repeat(3)

/** Rows of people, some of them twice, some with a spoilt phone or a number of their own. */
const rowsOf = (count: number, words: string): string =>
  listOf(
    '客户名称,客户类型,联系电话,地址,档案编号,备注',
    ...Array.from({ length: count }, (_, at) => {
      const name = `${'赵钱孙李周吴郑王'[at % 8]}${'伟芳娜敏静丽强磊'[(at >> 3) % 8]}${at % 700}`
      const phone = at % 50 === 7 ? '1.38E+10' : `138${10_000_000 + (at % 4_000)}`
      return `${name},个人,${phone},北京市朝阳区人民路${at}号,${at % 900 === 0 ? `K-${at % 7000}` : ''},"第${at}\n行${words}"`
    }),
  )

/** Enough that no sample holds it: the program reads it on a second thread. */
const rows = 5_000
const list = rowsOf(rows, longWords)
/** More than is committed at once. */
const longList = rowsOf(21_000, '')

/** A room with an office and the list; all of them are the same office. */
function roomWithList(): string {
  const room = newRoom()
  cpSync(origin, room, { recursive: true })
  return room
}

let origin: string
beforeAll(() => {
  origin = newRoom()
  run(['init', '--name', '李娜'], { room: origin })
  writeFileSync(join(origin, 'list.csv'), list)
})

/** The program as it is on a machine where it has no second thread. */
function withoutThread(): string {
  const copy = newRoom()
  for (const name of ['bin', 'dist', 'schema', 'package.json'])
    cpSync(join(root, name), join(copy, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  rmSync(join(copy, 'dist/row-thread.cjs'))
  return join(copy, 'bin/dangan.js')
}

const instants = /^(at|startedAt|started_at|seconds|salt|seal|commitment|hash)$/

/** Every row of every table, but for what differs from one moment to the next. */
function contents(room: string): unknown {
  return rawly(join(room, 'archive.db'), (db) => {
    const tables = db
      .prepare(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name`,
      )
      .pluck()
      .all() as string[]
    return tables.map((table) => [
      table,
      db
        .prepare(`SELECT * FROM ${table}`)
        .all()
        .map((row) =>
          Object.entries(row as object).map(([key, value]) => (instants.test(key) ? '' : value)),
        ),
    ])
  })
}

describe.skipIf(process.platform === 'win32')('a list that is read on a second thread', () => {
  test.each([
    [[], longList],
    [['--on-duplicate', 'add', '--foreign-number'], list],
    [['--on-duplicate', 'update'], list],
  ])('leaves every row of the file as one thread would have left it: %j', (words, text) => {
    const [two, one] = [roomWithList(), roomWithList()]
    for (const room of [two, one]) writeFileSync(join(room, 'list.csv'), text)
    const line = ['import', 'list.csv', '--errors', 'bad.csv', '--json', ...words]
    const ran = run(line, { room: two })
    const alone = spawnSync(process.execPath, [withoutThread(), ...line], {
      ...{ cwd: one, env: environmentOf(one), encoding: 'utf8', maxBuffer: 1 << 28 },
    })
    expect({ ...JSON.parse(ran.stdout), seconds: 0 }).toEqual({
      ...JSON.parse(alone.stdout),
      seconds: 0,
    })
    expect([ran.status, alone.status]).toEqual([8, 8])
    expect(contents(two)).toEqual(contents(one))
    expect(readFileSync(join(two, 'bad.csv'))).toEqual(readFileSync(join(one, 'bad.csv')))
    expect(soundness(fileAt(join(two, 'archive.db')))).toEqual(sound)
  })

  test('may come through a pipe', () => {
    const room = roomWithList()
    const ran = run(['import', '-', '--dry-run', '--json'], { room, stdin: list })
    expect(JSON.parse(ran.stdout).read).toBe(rows)
  })

  test('is interrupted at once, also while a pipe has nothing more to give', async () => {
    const room = roomWithList()
    const child = start(['import', '-', '--json'], { room })
    const gone = once(child, 'exit')
    // what it has not read by then is lost with it
    child.stdin?.on('error', () => undefined)
    child.stdin?.write(list)
    await new Promise((tell) => setTimeout(tell, 2500))
    expect(child.exitCode).toBeNull()
    const from = performance.now()
    child.kill('SIGINT')
    expect((await gone)[1]).toBe('SIGINT')
    expect(performance.now() - from).toBeLessThan(2000)
    expect(run(['log', 'verify'], { room }).status).toBe(0)
  })

  test('ends where the list is damaged, and leaves nobody waiting', () => {
    const room = roomWithList()
    writeFileSync(join(room, 'list.csv'), `${list}王五,个人,"\n`)
    const from = performance.now()
    const ran = run(['import', 'list.csv', '--json', '--all-or-nothing'], { room })
    expect([ran.status, JSON.parse(ran.stderr.trim().split('\n').at(-1) ?? '').error.code]).toEqual(
      [8, 'csv.unclosed-quote'],
    )
    expect(performance.now() - from).toBeLessThan(30_000)
  })
})
