import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { everythingIn, modeOf, rawly } from '../support/files.ts'
import { officeIn, type TestOffice } from '../support/office.ts'
import { newRoom } from '../support/program.ts'

let office: TestOffice
let folder: string
let file: string
beforeEach(async () => {
  office ??= await withCustomer()
  folder = newRoom()
  file = join(folder, 'archive.db')
  office.env['DANGAN_FILE'] = file
})

async function withCustomer(): Promise<TestOffice> {
  const made = await officeIn()
  await made.done('add', '--type', 'individual', '--name', '张三丰', '--phone', '13800138000')
  return made
}

const reading = ['show', '0001', '--json']
const writing = ['add', '--type', 'individual', '--name', '李四', '--json']

/** How reading, writing, walking and backing up end: `7 file.foreign`, where that is all there is to say. */
async function ending(): Promise<string> {
  const before = everythingIn(folder)
  const said = new Set<string>()
  for (const words of [reading, writing, ['log', 'verify', '--json'], ['backup', '--json']]) {
    const { status, error, out, err } = await office.run(...words)
    said.add(`${status} ${error?.code}${out}`)
    if (/\bat .*\.ts|SqliteError|SQLITE_/.test(err)) said.add(err)
  }
  if (JSON.stringify(everythingIn(folder)) !== JSON.stringify(before)) said.add('files changed')
  return [...said].join(', ')
}

test('no archive file: status 4, and init is named', async () => {
  expect(await ending()).toBe('4 file.missing')
  expect((await office.run('show', '0001')).err).toContain('dangan init')
})

test('a link that leads nowhere is no archive file, and init does not write through it', async () => {
  symlinkSync(join(folder, 'elsewhere.db'), file)
  const ran = await office.run('init', '--json')
  expect([ran.status, ran.error.code]).toEqual([3, 'file.exists'])
  expect(readdirSync(folder)).toEqual(['archive.db'])
})

test('a link to an archive file is followed, and its log lies beside the file itself', async () => {
  mkdirSync(join(folder, 'real'))
  cpSync(office.file, join(folder, 'real', 'archive.db'))
  symlinkSync(join(folder, 'real', 'archive.db'), file)
  expect((await office.run(...writing)).status).toBe(0)
  expect(everythingIn(folder)).toHaveProperty('real/archive.db')
  expect(readdirSync(folder).toSorted()).toEqual(['archive.db', 'real'])
})

test('a directory is no archive file', async () => {
  mkdirSync(file)
  expect(await ending()).toBe('7 file.not-a-file')
})

test('a device is not read', async () => {
  office.env['DANGAN_FILE'] = '/dev/zero'
  const ran = await office.run(...reading)
  expect([ran.status, ran.error.code]).toEqual([7, 'file.not-a-file'])
})

test('a pipe without a writer is not waited for', async () => {
  execFileSync('mkfifo', [file])
  const ran = await office.run(...reading)
  expect([ran.status, ran.error.code]).toEqual([7, 'file.not-a-file'])
})

const foreign: readonly (readonly [string, string | Buffer])[] = [
  ['an empty file', ''],
  ['a text file', '客户名称,电话\n张三丰,13800138000\n'.repeat(100)],
  ['a long text of 4096 bytes', 'x'.repeat(4096)],
  ['the first bytes of a database and no more', 'SQLite format 3\0'],
  ['half a header', readHeader().subarray(0, 50)],
  ['noise of an odd length', randomBytes(8191)],
  ['two pages of zeros', Buffer.alloc(8192)],
  [
    'a page of every other byte',
    Buffer.from(Array.from({ length: 4096 }, (_, at) => (2 * at) % 256)),
  ],
]

function readHeader(): Buffer {
  const path = join(newRoom(), 'some.db')
  rawly(path, (db) => db.exec('CREATE TABLE t (x)'))
  return readFileSync(path)
}

test.each(foreign)('%s is nobody’s archive file: status 7, untouched', async (_, bytes) => {
  writeFileSync(file, bytes)
  expect(await ending()).toBe('7 file.foreign')
})

test('noise may be an encrypted file: a key is asked for, and then it is the wrong one', async () => {
  writeFileSync(file, randomBytes(8192))
  expect(await ending()).toBe('2 file.key-needed')
  office.env['DANGAN_KEY'] = 'any'
  expect(await ending()).toBe('7 file.wrong-key')
  delete office.env['DANGAN_KEY']
})

test.each(['DELETE', 'WAL'])('another program’s database (%s) is left alone', async (mode) => {
  rawly(file, (db) => {
    db.pragma(`journal_mode = ${mode}`)
    db.exec(
      'CREATE TABLE archive (id INTEGER PRIMARY KEY, number TEXT); CREATE TABLE journal (seq)',
    )
  })
  expect(await ending()).toBe('7 file.foreign')
})

test.each(['DELETE', 'WAL'])('a file of a newer program (%s) is left alone', async (mode) => {
  cpSync(office.file, file)
  rawly(file, (db) => {
    db.pragma('user_version = 99')
    db.pragma(`journal_mode = ${mode}`)
  })
  expect(await ending()).toBe('7 file.newer')
})

test('a backup put in the place of the file is read as it is, and written to with a log', async () => {
  const { path } = await backupOf(office)
  cpSync(path, file)
  const before = everythingIn(folder)
  expect((await office.run(...reading)).status).toBe(0)
  expect(everythingIn(folder)).toEqual(before)
  expect((await office.run(...writing)).status).toBe(0)
  expect(rawly(file, (db) => db.pragma('journal_mode', { simple: true }))).toBe('wal')
})

async function backupOf(of: TestOffice): Promise<{ path: string }> {
  of.env['DANGAN_FILE'] = of.file
  const backup = await of.done('backup', newRoom())
  of.env['DANGAN_FILE'] = file
  return backup
}

test('a file without a shape is left alone, though it bears our mark', async () => {
  rawly(file, (db) => {
    db.pragma(`application_id = ${0x64616e67}`)
    db.exec('CREATE TABLE t (x)')
  })
  expect(await ending()).toBe('7 file.foreign')
})

const reshapings: readonly (readonly [string, string])[] = [
  [
    'a trigger of somebody’s',
    `CREATE TRIGGER t AFTER INSERT ON archive BEGIN DELETE FROM staff; END`,
  ],
  ['a view of somebody’s', `CREATE VIEW v AS SELECT * FROM archive`],
  ['a table of somebody’s', `CREATE TABLE t (x)`],
  ['an index of somebody’s', `CREATE INDEX i ON archive (email)`],
  ['a guard taken away', `DROP TRIGGER journal_not_deleted`],
  ['a table with another column', `ALTER TABLE staff ADD COLUMN salary TEXT`],
  ['a search index of somebody’s', `CREATE VIRTUAL TABLE x USING fts5 (y)`],
]

test.each(reshapings)('%s: the file cannot be trusted', async (_, sql) => {
  cpSync(office.file, file)
  rawly(file, (db) => db.exec(sql))
  expect(await ending()).toBe('7 file.reshaped')
})

test('statistics that SQLite keeps for itself are no reason for distrust', async () => {
  cpSync(office.file, file)
  rawly(file, (db) => db.exec('ANALYZE; VACUUM'))
  expect((await office.run(...writing)).status).toBe(0)
})

test('a file whose name SQLite would take for something else is a file like any other', async () => {
  for (const name of ['名 字?mode=memory.db', 'file:x.db', '-f.db', "o'hara%20.db"]) {
    office.env['DANGAN_FILE'] = join(folder, name)
    expect([name, (await office.run('init')).status]).toEqual([name, 0])
    expect((await office.run('backup')).status).toBe(0)
  }
  expect(readdirSync(folder)).toHaveLength(5)
})

describe('reading', () => {
  test('leaves every byte of the file as it was', async () => {
    cpSync(office.file, file)
    const before = everythingIn(folder)
    for (const words of [
      reading,
      ['show', '1', '--history'],
      ['log'],
      ['log', '0001'],
      ['log', 'verify'],
      ['backup', 'list'],
    ])
      expect([words, (await office.run(...words)).status]).toEqual([words, 0])
    expect(everythingIn(folder)).toEqual(before)
  })

  test('leaves the file closed and unlocked, also after a refusal', async () => {
    cpSync(office.file, file)
    expect((await office.run('show', '9999')).status).toBe(4)
    rawly(file, (db) => db.exec('BEGIN EXCLUSIVE; COMMIT'))
    expect(readdirSync(folder)).toEqual(['archive.db'])
  })
})

describe('a file of our own making', () => {
  test('is 0600 with everything beside it, in folders that are 0700, whatever the umask', async () => {
    const mask = process.umask(0)
    try {
      office.env['DANGAN_FILE'] = join(folder, 'new', 'deep', 'archive.db')
      expect((await office.run('init')).status).toBe(0)
      rawly(office.env['DANGAN_FILE'], (db) => {
        db.exec(`UPDATE series SET last = last`)
        const names = readdirSync(join(folder, 'new', 'deep'))
        expect(names.toSorted()).toEqual(['archive.db', 'archive.db-shm', 'archive.db-wal'])
        for (const name of names) expect(modeOf(join(folder, 'new', 'deep', name))).toBe(0o600)
      })
      expect([modeOf(join(folder, 'new')), modeOf(join(folder, 'new', 'deep'))]).toEqual([
        0o700, 0o700,
      ])
    } finally {
      process.umask(mask)
    }
  })

  test('appears whole or not at all: what fails on the way leaves nothing', async () => {
    office.env['DANGAN_FILE'] = join(folder, 'archive.db')
    expect((await office.run('init', '--policy', 'nonsense')).status).toBe(2)
    office.account = ''
    const ran = await office.run('init', '--name', '')
    office.account = 'lina'
    expect(ran.status).not.toBe(0)
    expect(readdirSync(folder)).toEqual([])
  })

  test('never takes the place of one that is there', async () => {
    writeFileSync(file, 'mine')
    const ran = await office.run('init', '--json')
    expect([ran.status, ran.error.code]).toEqual([3, 'file.exists'])
    expect(readFileSync(file, 'utf8')).toBe('mine')
    expect(readdirSync(folder)).toEqual(['archive.db'])
  })
})
