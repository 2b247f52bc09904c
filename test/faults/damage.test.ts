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
      await it.done(
        'add',
        '--type',
        'individual',
        '--name',
        name,
        '--phone',
        '13800138000',
        '--duplicate',
        'add',
      )
    answers.set(it, (await it.run(...words)).out)
  }
})

/** What `show` says of the office's file once `damage` has been done to its bytes. */
async function shownAfter(
  of: TestOffice,
  damage: (bytes: Buffer) => Buffer | void,
): Promise<CommandRan> {
  const path = join(newRoom(), 'archive.db')
  const bytes = readFileSync(of.file)
  writeFileSync(path, damage(bytes) ?? bytes)
  of.env['DANGAN_FILE'] = path
  const ran = await of.run(...words)
  of.env['DANGAN_FILE'] = of.file
  return ran
}

/** How it ended: `true` (the right answer), `other` (an answer, or no such number), `damaged`; else what was said. */
function endingOf(of: TestOffice, { status, out, err }: CommandRan): string {
  if (status === 0) return out === answers.get(of) ? 'true' : 'other'
  if (/\bat .*\.ts|TypeError|SyntaxError|SqliteError/.test(err) || out !== '') return err
  if (status === 7) return 'damaged'
  return status === 4 ? 'other' : `${status} ${err}`
}

/** The different endings, in order. */
const endings = (all: readonly string[]) => [...new Set(all)].toSorted()

test('a plain file cut off at any page ends in status 7', async () => {
  const pages = readFileSync(office.file).length / 4096
  const all: string[] = []
  for (let keep = 0; keep < pages; keep += 3)
    all.push(endingOf(office, await shownAfter(office, (it) => it.subarray(0, keep * 4096))))
  expect(endings(all)).toEqual(['damaged'])
})

test('a plain file cut off within a page is no archive file any more', async () => {
  for (const length of [1, 15, 16, 70, 99, 100, 511, 513, 4095]) {
    const ran = await shownAfter(office, (bytes) => bytes.subarray(0, length))
    expect([length, ran.status]).toEqual([length, 7])
  }
})

/** A plain file cannot tell every flip in a text; what it must not do is blame the program. */
const decent = ['damaged', 'other', 'true']

test('a page of zeros or of noise ends in an answer or in status 7, wherever it lies', async () => {
  const pages = readFileSync(office.file).length / 4096
  const dice = diceOf(3)
  const all: string[] = []
  for (let page = 0; page < pages; page += 2) {
    const noise = Buffer.from(Array.from({ length: 4096 }, () => dice(256)))
    const fill = page % 4 === 0 ? Buffer.alloc(4096) : noise
    const ran = await shownAfter(office, (bytes) => void fill.copy(bytes, page * 4096))
    all.push(endingOf(office, ran))
  }
  expect(decent).toEqual(expect.arrayContaining(endings(all)))
  expect(all).toContain('damaged')
})

test('bits that flipped in a plain file never end in a fault of the program', async () => {
  const dice = diceOf(7)
  const size = readFileSync(office.file).length
  const all: string[] = []
  for (let round = 0; round < 120; round += 1) {
    const places = Array.from({ length: 1 + dice(20) }, () => dice(size))
    const ran = await shownAfter(office, (bytes) => {
      for (const place of places) flip(bytes, place, dice(8))
    })
    all.push(endingOf(office, ran))
  }
  expect(decent).toEqual(expect.arrayContaining(endings(all)))
  expect(all).toContain('damaged')
})

const flip = (bytes: Buffer, place: number, bit: number): void => {
  bytes[place] = (bytes[place] ?? 0) ^ (1 << bit)
}

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

test('in an encrypted file a flipped bit never gives another answer', async () => {
  const dice = diceOf(11)
  const size = readFileSync(sealed.file).length
  const all: string[] = []
  for (let round = 0; round < 80; round += 1) {
    const [place, bit] = [dice(size), dice(8)]
    all.push(endingOf(sealed, await shownAfter(sealed, (bytes) => flip(bytes, place, bit))))
  }
  expect(endings(all)).toEqual(['damaged', 'true'])
})

test('whoever reads the whole of an encrypted file sees every flipped bit', async () => {
  const dice = diceOf(13)
  const whole = readFileSync(sealed.file)
  const statuses: number[] = []
  for (let round = 0; round < 20; round += 1) {
    const path = join(newRoom(), 'archive.db')
    const bytes = Buffer.from(whole)
    flip(bytes, dice(bytes.length), dice(8))
    writeFileSync(path, bytes)
    statuses.push((await sealed.run('backup', 'verify', path)).status)
  }
  expect(statuses).toEqual(statuses.map(() => 7))
})
