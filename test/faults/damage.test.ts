import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { officeIn, type CommandRan, type TestOffice } from '../support/office.ts'
import { newRoom } from '../support/program.ts'
import { diceOf } from '../support/people.mjs'
import { rawly } from '../support/files.ts'

let office: TestOffice
let sealed: TestOffice
const words = ['show', '0002', '--json']
const answers = new Map<TestOffice, string>()

beforeAll(async () => {
  office = await officeIn()
  const keyFile = join(newRoom(), 'key')
  writeFileSync(keyFile, '0123456789abcdef'.repeat(4))
  sealed = await officeIn({ env: { DANGAN_KEY_FILE: keyFile }, init: ['--encrypt'] })
  for (const it of [office, sealed]) {
    for (const name of ['张三丰', '李四', '王五'])
      await it.done('add', '--type', 'individual', '--name', name, '--phone', '13800138000', '--duplicate', 'add')
    answers.set(it, (await it.run(...words)).out)
  }
})

/** What `show` says of the office's file once `damage` has been done to its bytes. */
async function shownAfter(of: TestOffice, damage: (bytes: Buffer) => Buffer | void): Promise<CommandRan> {
  const path = join(newRoom(), 'archive.db')
  const bytes = readFileSync(of.file)
  writeFileSync(path, damage(bytes) ?? bytes)
  of.env['DANGAN_FILE'] = path
  const ran = await of.run(...words)
  of.env['DANGAN_FILE'] = of.file
  return ran
}

/** No stack, no program's fault: an answer, "no such number", or a sentence about the file. */
function endsDecently(ran: CommandRan): void {
  expect([0, 4, 7]).toContain(ran.status)
  expect(ran.err).not.toMatch(/\bat .*\.ts|TypeError|SyntaxError|SqliteError/)
  if (ran.status !== 0) expect(ran.out).toBe('')
}

test('a plain file cut off at any page ends in the answer or in status 7', async () => {
  const pages = readFileSync(office.file).length / 4096
  let damaged = 0
  for (let keep = 0; keep < pages; keep += 3) {
    const ran = await shownAfter(office, (bytes) => bytes.subarray(0, keep * 4096))
    endsDecently(ran)
    if (ran.status === 0) expect(ran.out).toBe(answers.get(office))
    else damaged += 1
  }
  expect(damaged).toBeGreaterThan(pages / 6)
})

test('a plain file cut off within a page is no archive file any more', async () => {
  for (const length of [1, 15, 16, 70, 99, 100, 511, 513, 4095]) {
    const ran = await shownAfter(office, (bytes) => bytes.subarray(0, length))
    expect([length, ran.status]).toEqual([length, 7])
  }
})

test('a page of zeros or of noise ends in the answer or in status 7, wherever it lies', async () => {
  const pages = readFileSync(office.file).length / 4096
  const dice = diceOf(3)
  for (let page = 0; page < pages; page += 2) {
    const noise = Buffer.from(Array.from({ length: 4096 }, () => dice(256)))
    const fill = page % 4 === 0 ? Buffer.alloc(4096) : noise
    const ran = await shownAfter(office, (bytes) => void fill.copy(bytes, page * 4096))
    endsDecently(ran)
  }
})

test('bits that flipped in a plain file never end in a fault of the program', async () => {
  const dice = diceOf(7)
  const size = readFileSync(office.file).length
  for (let round = 0; round < 120; round += 1) {
    const places = Array.from({ length: 1 + dice(20) }, () => dice(size))
    const ran = await shownAfter(office, (bytes) => {
      for (const place of places) bytes[place] = (bytes[place] ?? 0) ^ (1 << dice(8))
    })
    endsDecently(ran)
  }
})

test('a value that became nonsense is told as damage of the file, not of the program', async () => {
  const path = join(newRoom(), 'archive.db')
  cpSync(office.file, path)
  rawly(path, (db) => {
    db.pragma('ignore_check_constraints = ON')
    db.exec(`UPDATE archive SET fields = '{"sex' WHERE serial = 2`)
  })
  const ran = await shownAfter(office, () => readFileSync(path))
  expect([ran.status, ran.error.code]).toEqual([7, 'file.damaged'])
})

test('in an encrypted file not one flipped bit goes unseen by whoever reads the page', async () => {
  const dice = diceOf(11)
  const size = readFileSync(sealed.file).length
  const read = new Set<number>()
  for (let round = 0; round < 60; round += 1) {
    const place = dice(size)
    const ran = await shownAfter(sealed, (bytes) => {
      bytes[place] = (bytes[place] ?? 0) ^ (1 << dice(8))
    })
    expect([0, 7]).toContain(ran.status)
    if (ran.status === 0) expect(ran.out).toBe(answers.get(sealed))
    else read.add(Math.floor(place / 4096))
  }
  expect(read.size).toBeGreaterThan(5)
  // and whoever reads every page sees every one
  for (let round = 0; round < 20; round += 1) {
    const place = dice(size)
    const path = join(newRoom(), 'archive.db')
    const bytes = readFileSync(sealed.file)
    bytes[place] = (bytes[place] ?? 0) ^ 1
    writeFileSync(path, bytes)
    const ran = await sealed.run('backup', 'verify', path)
    expect([place, ran.status]).toEqual([place, 7])
  }
})
