import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { basename, join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { Refusal } from '../../src/domain/refusal.ts'
import { holdingsOf } from '../../src/store/backup-check.ts'
import { rawKey } from '../../src/store/key.ts'
import { openToRead } from '../../src/store/open.ts'
import { beside, everythingIn, patch, rawly } from '../support/files.ts'
import { newRoom, run, start, type Environment } from '../support/program.ts'
import type { TestOffice } from '../support/office.ts'
import { officeWithTerm, purge, purgedValues } from '../support/purged.ts'

const customers = 2000
/** How many times each is killed; the environment asks for more. */
const rounds = Number(process.env['DANGAN_RESTORE_KILLS'] ?? 4)
const wait = (ms: number) => new Promise((tell) => setTimeout(tell, ms))

/** Of some size, backed up, then RG2010-0001 purged and one more archive opened. */
let office: TestOffice
let backup: string
/** The same before and after, to begin each test with. */
let original: string

beforeAll(async () => {
  office = await officeWithTerm()
  office.hire({ name: '周强', osAccount: userInfo().username, clearance: 'topSecret' })
  const rows = Array.from({ length: customers }, (_, at) => `客户${at},个人,${19900000000 + at}`)
  writeFileSync(join(office.room, 'list.csv'), `客户名称,客户类型,联系电话\n${rows.join('\n')}\n`)
  await office.done('import', join(office.room, 'list.csv'), '--on-duplicate', 'add')
  backup = (await office.done('backup')).path
  await purge(office)
  await office.done('add', '--type', '个人', '--name', '令狐冲')
  original = newRoom()
  copyAll(office.room, original)
}, 60_000)

function copyAll(from: string, to: string): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) {
      mkdirSync(target, { recursive: true })
      copyAll(source, target)
    } else copyFileSync(source, target)
  }
}

/** A room with everything as it was. */
function freshRoom(): string {
  const room = newRoom()
  copyAll(original, room)
  return room
}

/** Starts a command and kills it a while later; gives how long it was left to run at most. */
async function killedAfter(
  ms: number,
  room: string,
  words: readonly string[],
  env: Environment = {},
) {
  const child = start(words, { room, env })
  const gone = once(child, 'exit')
  void wait(ms).then(() => child.kill('SIGKILL'))
  await gone
  return child.signalCode === 'SIGKILL'
}

const bytesLeft = (path: string): string[] => {
  const bytes = readFileSync(path)
  return purgedValues.filter((value) => bytes.includes(value))
}

/** How long an undisturbed run takes here and now, ms. */
function timed(work: () => void): number {
  const started = performance.now()
  work()
  return performance.now() - started
}

/** Does the key open the file, with everything in it? */
function opens(file: string, hex: string): boolean {
  try {
    const { store } = openToRead(file, rawKey(hex))
    try {
      return store.pragma('integrity_check') === 'ok' && holdingsOf(store).archives > customers
    } finally {
      store.close()
    }
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.code === 'file.wrong-key') return false
    throw thrown
  }
}

const mustRun = (words: readonly string[], room: string, env: Environment = {}) => {
  const ran = run(words, { room, env })
  expect([ran.status, ran.stderr]).toEqual([0, expect.any(String)])
}

test('a restore killed at any moment leaves the old file or the new one, whole, and never what was purged', async () => {
  const words = ['restore', basename(backup, '.db'), '--yes', '--quiet']
  const span = timed(() => mustRun(words, freshRoom()))
  const seen = new Set<string>()
  let killed = 0
  for (let round = 0; round < rounds; round += 1) {
    const room = freshRoom()
    killed += Number(await killedAfter(randomInt(Math.ceil(span)), room, words))
    const file = join(room, 'archive.db')
    rawly(file, (db) => expect(db.pragma('integrity_check', { simple: true })).toBe('ok'))
    expect(bytesLeft(file)).toEqual([])
    const restored = rawly(file, (db) =>
      db.prepare(`SELECT count(*) FROM journal WHERE action = 'registry.restore'`).pluck().get(),
    )
    const archives = rawly(file, (db) => db.prepare('SELECT count(*) FROM archive').pluck().get())
    expect(archives).toBe(restored === 1 ? customers + 2 : customers + 3)
    seen.add(restored === 1 ? 'new' : 'old')
    // whatever was left half-made is in nobody's way
    if (round === 0) mustRun(words, room)
  }
  expect([killed > 0, seen.has('old')]).toEqual([true, true])
}, 60_000)

test('a change of keys killed at any moment leaves a file that exactly one of both opens', async () => {
  const room = freshRoom()
  const file = join(room, 'archive.db')
  // raw keys: to derive one from a passphrase takes longer than all the rest
  let [key, next] = ['ab'.repeat(32), 'cd'.repeat(32)]
  const envWith = (one: string, other: string) => {
    writeFileSync(join(room, 'one.key'), one)
    writeFileSync(join(room, 'other.key'), other)
    return { DANGAN_KEY_FILE: join(room, 'one.key'), DANGAN_NEW_KEY_FILE: join(room, 'other.key') }
  }
  mustRun(['doctor', '--encrypt', '--quiet'], room, envWith(key, next))
  const words = ['doctor', '--rekey', '--quiet']
  const span = timed(() => mustRun(words, room, envWith(key, next)))
  ;[key, next] = [next, key]
  for (let round = 0; round < rounds; round += 1) {
    await killedAfter(randomInt(Math.ceil(span)), room, words, envWith(key, next))
    const opening = [key, next].filter((it) => opens(file, it))
    expect(opening).toHaveLength(1)
    if (opening[0] === next) [key, next] = [next, key]
  }
  const last = run(['log', 'verify'], { room, env: envWith(key, next) })
  expect(last.status).toBe(0)
  expect(bytesLeft(file)).toEqual([])
}, 60_000)

test('a backup with a byte changed anywhere, or cut off anywhere, is never restored', async () => {
  const untouched = everythingIn(office.room)['archive.db']
  const whole = readFileSync(backup)
  for (let round = 0; round < 8; round += 1) {
    const at = randomInt(whole.length)
    if (round < 5) patch(backup, (bytes) => void bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at))
    else patch(backup, (bytes) => bytes.subarray(0, at))
    const ran = await office.run('restore', backup, '--yes', '--json')
    expect(ran.status).toBe(7)
    writeFileSync(backup, whole)
  }
  expect(everythingIn(office.room)['archive.db']).toBe(untouched)
}, 60_000)

test('while eight others read, a restore waits for them or says that the file is busy; none reads half of it', async () => {
  const room = freshRoom()
  const file = join(room, 'archive.db')
  // eight connections in a process of their own, opened and closed over and over
  const readers = beside(`
    let seen = 0
    const read = () => {
      try {
        const db = new Database(${JSON.stringify(file)}, { readonly: true, timeout: 5000 })
        const many = db.prepare('SELECT count(*) FROM archive').pluck().get()
        db.close()
        if (![${customers + 2}, ${customers + 3}].includes(many)) process.exit(9)
        if (++seen === 16) console.log('reading')
      } catch (thrown) {
        if (!/SQLITE_(BUSY|READONLY|CANTOPEN)/.test(thrown.code)) process.exit(8)
      }
    }
    for (let at = 0; at < 8; at += 1) setInterval(read, 40 + at)
    process.stdin.resume().on('end', () => process.exit())`)
  await readers.ready
  const ran = run(['restore', basename(backup, '.db'), '--yes', '--json'], { room })
  expect([0, 6]).toContain(ran.status)
  const gone = once(readers.process, 'exit')
  readers.process.stdin?.end()
  expect((await gone)[0]).toBe(0)
  expect(run(['log', 'verify'], { room }).status).toBe(0)
  rmSync(room, { recursive: true, force: true })
}, 60_000)
