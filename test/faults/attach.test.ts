import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import {
  chmodSync,
  closeSync,
  cpSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  canBeUnprivileged,
  giveAway,
  patch,
  rawly,
  runUnprivileged,
  unprivilegedAccount,
} from '../support/files.ts'
import { takeFile } from '../../src/commands/material-files.ts'
import { sweepFiles } from '../../src/store/files.ts'
import { openToWrite } from '../../src/store/open.ts'
import { officeIn, type TestOffice } from '../support/office.ts'
import { newRoom, run, start } from '../support/program.ts'
import { refusalOf } from '../support/refusals.ts'

const megabyte = 1024 * 1024

/** A file of so many megabytes, each unlike the others. */
function bigFile(path: string, megabytes: number): string {
  const sum = createHash('sha256')
  const file = openSync(path, 'w')
  const block = randomBytes(megabyte)
  for (let at = 0; at < megabytes; at += 1) {
    block.writeUInt32LE(at)
    sum.update(block)
    writeSync(file, block)
  }
  closeSync(file)
  return sum.digest('hex')
}

const counts = (path: string): Record<string, number> =>
  rawly(path, (db) => {
    const count = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
    return {
      material: count('material'),
      registered: count('file WHERE registered_at IS NOT NULL'),
      unregistered: count('file WHERE registered_at IS NULL'),
    } as Record<string, number>
  })

const soundness = (path: string) =>
  rawly(path, (db) => db.pragma('integrity_check', { simple: true }))

describe('a program that is killed while it attaches 500 MB', () => {
  const room = newRoom()
  const file = join(room, 'archive.db')
  const big = join(room, '全套影像.bin')
  let sha256 = ''
  let left = 0
  let beside = -1
  let signal: unknown
  beforeAll(async () => {
    run(['init', '--name', '李娜'], { room })
    run(['add', '--type', 'individual', '--name', '张三丰'], { room })
    sha256 = bigFile(big, 500)
    const program = start(['attach', '0001', big], { room })
    program.stdout?.resume()
    program.stderr?.resume()
    const ended = once(program, 'exit')
    while (statSync(file).size < 200 * megabyte && program.exitCode === null) await wait(5)
    beside = run(['add', '--type', 'individual', '--name', '李四'], { room }).status ?? -1
    program.kill('SIGKILL')
    signal = (await ended)[1]
    left = statSync(file).size
  }, 120_000)
  afterAll(() => {
    for (const heavy of [big, file]) rmSync(heavy, { force: true })
  })

  test('does not hold up others meanwhile: each stretch is a transaction of its own', () => {
    expect([beside, signal]).toEqual([0, 'SIGKILL'])
  })

  test('leaves nothing half: no material, a sound file, a whole journal', () => {
    expect(counts(file)).toEqual({ material: 0, registered: 0, unregistered: 1 })
    expect(soundness(file)).toBe('ok')
    expect(run(['log', 'verify'], { room }).status).toBe(0)
    expect(JSON.parse(run(['show', '0001', '--json'], { room }).stdout).materials).toEqual([])
    expect(left).toBeGreaterThan(200 * megabyte)
  })

  test('has its leftovers swept out by the next attach, which uses their room again', () => {
    const ran = run(['attach', '0001', big, '--json'], { room })
    expect(JSON.parse(ran.stdout).file.sha256).toBe(sha256)
    expect(counts(file)).toEqual({ material: 1, registered: 1, unregistered: 0 })
    expect(statSync(file).size).toBeLessThan(515 * megabyte)
    expect(run(['attach', '--verify'], { room }).status).toBe(0)
  }, 120_000)
})

test('what a program that still runs is writing is not swept out, unless it has been silent for an hour', async () => {
  const office = await officeIn()
  await office.done('add', '--type', 'individual', '--name', '张三丰')
  const insert = `INSERT INTO file (archive_id, bytes, writer, touched_at) VALUES (1, 0, ?, ?)`
  const left = office.meddle((store) => {
    const stage = (writer: string, time: string) =>
      store.prepare(insert).run(writer, `${office.today}T${time}:00.000Z`)
    stage('here:running', '01:59')
    stage('here:dead', '01:59')
    stage('elsewhere:1', '01:59')
    stage('elsewhere:2', '00:59')
    sweepFiles(store, {
      name: 'here:me',
      isRunning: (name) => (name.startsWith('here') ? name === 'here:running' : undefined),
      now: () => `${office.today}T02:00:00.000Z`,
    })
    return store.prepare('SELECT writer FROM file ORDER BY id').pluck().all()
  })
  expect(left).toEqual(['here:running', 'elsewhere:1'])
})

test('a byte that has changed on the disk is found, with status 7, and nothing of the file goes out', async () => {
  const office = await officeIn()
  await office.done('add', '--type', 'individual', '--name', '张三丰')
  const bytes = randomBytes(300_000)
  const path = join(office.room, '合同.pdf')
  writeFileSync(path, bytes)
  await office.done('attach', '0001', path)
  expect((await office.run('attach', '--verify')).status).toBe(0)
  rawly(office.file, (db) => db.pragma('wal_checkpoint(TRUNCATE)'))
  patch(office.file, (all) => {
    const at = all.indexOf(bytes.subarray(100_000, 100_032))
    all[at] = (all[at] ?? 0) ^ 1
  })
  const verified = await office.run('attach', '--verify', '--json')
  expect([verified.status, verified.json.damaged[0].because]).toEqual([7, 'hash'])
  const got = await office.run(
    'attach',
    '--get',
    '0001/1',
    '-o',
    join(office.room, 'out.pdf'),
    '--json',
  )
  expect([got.status, got.error.code]).toEqual([7, 'material.damaged'])
  expect(readdirSync(office.room).filter((name) => name.startsWith('out'))).toEqual([])
  expect((await office.run('attach', '--list', '0001', '--json')).json[0].file.sound).toBe(false)
})

/** A disk of sixty-four megabytes; only where mounting is allowed. */
const disk = newRoom()
const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', disk]).status === 0
if (!isMounted) console.warn('SKIPPED: no small disk can be mounted here')
afterAll(() => {
  if (isMounted) spawnSync('umount', [disk])
})

describe.skipIf(!isMounted)('on a disk that is full', () => {
  let office: TestOffice
  const file = join(disk, 'archive.db')
  beforeAll(async () => {
    office = await officeIn()
    await office.done('add', '--type', 'individual', '--name', '张三丰')
    cpSync(office.file, file)
    office.env['DANGAN_FILE'] = file
  })

  const free = () => {
    const { bavail, bsize } = statfsSync(disk)
    return bavail * bsize
  }
  const ballast = join(disk, 'ballast')
  const fill = (left: number) => writeFileSync(ballast, Buffer.alloc(Math.max(0, free() - left)))

  test('a file that does not fit is not attached, nor begun: status 1', async () => {
    const big = join(office.room, 'big.bin')
    bigFile(big, 90)
    const ran = await office.run('attach', '0001', big, '--json')
    expect([ran.status, ran.error.code]).toEqual([1, 'file.disk'])
    expect(counts(file)).toEqual({ material: 0, registered: 0, unregistered: 0 })
    const small = join(office.room, 'small.bin')
    bigFile(small, 5)
    expect((await office.run('attach', '0001', small)).status).toBe(0)
  })

  test('a disk that others fill meanwhile leaves nothing half; with room again the leftovers go', async () => {
    const big = join(office.room, 'half.bin')
    bigFile(big, 24)
    const store = openToWrite(file, undefined)
    const writer = {
      name: 'here',
      isRunning: () => false,
      now: () => `${office.today}T02:00:00.000Z`,
    }
    let read = 0
    const tell = (bytes: number) => {
      read += bytes
      if (read < 10 * megabyte) fill(100_000)
    }
    const intake = { store, writer, rehearsed: false, tell }
    expect(refusalOf(() => takeFile(intake, 1, big)).code).toBe('file.disk')
    store.close()
    expect(counts(file)).toMatchObject({ material: 1, registered: 1 })
    expect(soundness(file)).toBe('ok')
    expect((await office.run('log', 'verify')).status).toBe(0)
    rmSync(ballast)
    expect((await office.run('attach', '0001', big)).status).toBe(0)
    expect(counts(file)).toEqual({ material: 2, registered: 2, unregistered: 0 })
  })

  test('a file that is got and does not fit leaves nothing where it should have gone', async () => {
    fill(2 * megabyte)
    const out = join(disk, 'out.bin')
    const ran = await office.run('attach', '--get', '0001/1', '-o', out, '--json')
    expect([ran.status, ran.error.code]).toEqual([1, 'file.disk'])
    expect(readdirSync(disk).filter((name) => name.startsWith('out'))).toEqual([])
  })
})

if (!canBeUnprivileged())
  console.warn('SKIPPED: permissions hold for nobody here (root who cannot run it as another)')

describe.skipIf(!canBeUnprivileged())('as somebody for whom permissions hold', () => {
  test('a file that may not be read is refused by itself, and passed by in a folder', async () => {
    const office = await officeIn()
    await office.done('add', '--type', 'individual', '--name', '张三丰')
    office.hire({ name: '王芳', osAccount: unprivilegedAccount() })
    const room = newRoom()
    giveAway(room, 0o700)
    const file = join(room, 'archive.db')
    cpSync(office.file, file)
    giveAway(file, 0o600)
    const scans = join(room, 'scans')
    mkdirSync(join(scans, 'shut'), { recursive: true })
    for (const name of ['一.pdf', '二.pdf']) writeFileSync(join(scans, name), name)
    for (const name of ['', '一.pdf', 'shut']) giveAway(join(scans, name), 0o700)
    chmodSync(join(scans, '二.pdf'), 0o000)
    chmodSync(join(scans, 'shut'), 0o000)
    const env = { DANGAN_FILE: file, HOME: room, TMPDIR: room }
    const one = runUnprivileged(['attach', '0001', join(scans, '二.pdf'), '--json'], room, env)
    expect([one.status, JSON.parse(one.stderr).error.code]).toEqual([1, 'input.unreadable'])
    const all = runUnprivileged(['attach', '0001', scans, '--json'], room, env)
    expect(all.status).toBe(8)
    expect(JSON.parse(all.stdout)).toMatchObject({ attached: 1, rejected: 2 })
    chmodSync(join(scans, 'shut'), 0o700)
    expect(readFileSync(join(scans, '一.pdf'), 'utf8')).toBe('一.pdf')
  })
})
