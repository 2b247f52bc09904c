import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { knownSchema } from '../../src/store/schema.ts'
import { Refusal } from '../../src/domain/refusal.ts'
import { backUp, backupBeforeUpgrade, type Backup } from '../../src/store/backup.ts'
import { examineBackup } from '../../src/store/backup-check.ts'
import { manifestsIn, readManifest } from '../../src/store/manifest.ts'
import type { Store } from '../../src/store/store.ts'
import { beside, everythingIn, modeOf, patch, rawly, sha256Of } from '../support/files.ts'
import { officeIn, type TestOffice } from '../support/office.ts'
import { newRoom } from '../support/program.ts'

let office: TestOffice
beforeAll(async () => {
  office = await officeIn()
  await office.done('add', '--type', 'individual', '--name', '张三丰', '--phone', '13800138000')
})

const at = '2026-11-20T02:00:00.000Z'
const wishIn = (folder: string) => ({ folder, key: undefined, at, program: '0.0.0' })
const backedUp = (
  folder: string,
  work: (store: Store) => Backup = (store) => backUp(store, wishIn(folder)),
) => office.meddle(work)

/** The code of the refusal that `work` ends with. */
function refusalOf(work: () => unknown): string {
  try {
    work()
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown.code
    throw thrown
  }
  return 'none'
}

test('a backup is a whole archive file of its own, 0600 in a 0700 folder, with its manifest', () => {
  const mask = process.umask(0)
  try {
    const folder = join(newRoom(), 'kept', 'backups')
    const backup = backedUp(folder)
    expect(backup).toMatchObject({ backup: 'archive-20261120T020000Z', archives: 1, entries: 2 })
    expect(readdirSync(folder).toSorted()).toEqual([
      'archive-20261120T020000Z.db',
      'archive-20261120T020000Z.db.json',
      'archive.db.purged',
    ])
    expect(readdirSync(folder).map((name) => modeOf(join(folder, name)))).toEqual([
      ...[0o600, 0o600, 0o600],
    ])
    expect([modeOf(folder), modeOf(join(folder, '..'))]).toEqual([0o700, 0o700])
    expect(backup.sha256).toBe(sha256Of(backup.path))
    expect(readManifest(backup.path)).toMatchObject({ sha256: backup.sha256, schema: knownSchema })
    rawly(backup.path, (db) => {
      expect(db.prepare('SELECT name FROM archive').pluck().all()).toEqual(['张三丰'])
    })
  } finally {
    process.umask(mask)
  }
})

test('two backups of the same second stand side by side', () => {
  const folder = newRoom()
  const names = [backedUp(folder), backedUp(folder), backedUp(folder)].map(({ backup }) => backup)
  expect(names).toEqual([
    'archive-20261120T020000Z',
    'archive-20261120T020000Z.2',
    'archive-20261120T020000Z.3',
  ])
  expect(manifestsIn(folder)).toHaveLength(3)
})

test('what stands where the backup would go is neither overwritten nor followed', () => {
  for (const name of ['archive-20261120T020000Z.db', 'archive-20261120T020000Z.db.partial']) {
    const folder = newRoom()
    const target = join(newRoom(), 'victim')
    symlinkSync(target, join(folder, name))
    expect(backedUp(folder).backup).toBe('archive-20261120T020000Z.2')
    expect([existsSync(target), readlinkSync(join(folder, name))]).toEqual([false, target])
  }
})

test('a folder that is a file is refused, and left as it is', () => {
  const file = join(newRoom(), 'note.txt')
  writeFileSync(file, 'mine')
  expect(refusalOf(() => backedUp(file))).toBe('file.not-a-folder')
  expect(readFileSync(file, 'utf8')).toBe('mine')
})

test('a source whose journal was tampered with gives no backup, and nothing is left of it', async () => {
  const other = await officeIn()
  await other.done('add', '--type', 'individual', '--name', '李四')
  rawly(other.file, (db) => {
    const sql = db
      .prepare(`SELECT sql FROM sqlite_schema WHERE name = 'journal_not_updated'`)
      .pluck()
      .get()
    db.exec(
      `DROP TRIGGER journal_not_updated; UPDATE journal SET account = 'x' WHERE seq = 2; ${sql}`,
    )
  })
  const folder = newRoom()
  expect(refusalOf(() => other.meddle((store) => backUp(store, wishIn(folder))))).toBe(
    'backup.failed',
  )
  expect(readdirSync(folder)).toEqual([])
})

test('a source with a broken reference gives no backup', async () => {
  const other = await officeIn()
  rawly(other.file, (db) => {
    db.pragma('foreign_keys = OFF')
    db.exec(`INSERT INTO import_stretch (import_id, journal_seq) VALUES (77, 1)`)
  })
  const folder = newRoom()
  expect(refusalOf(() => other.meddle((store) => backUp(store, wishIn(folder))))).toBe(
    'backup.failed',
  )
  expect(readdirSync(folder)).toEqual([])
})

test('what a killed backup left is swept an hour later, and not before', () => {
  const folder = newRoom()
  const [old, young] = ['old.db.partial', 'young.db.partial'].map((name) => join(folder, name))
  for (const path of [old, young]) writeFileSync(path as string, '')
  const minutes = (many: number) => new Date(Date.parse(at) - many * 60_000)
  utimesSync(old as string, minutes(61), minutes(61))
  utimesSync(young as string, minutes(59), minutes(59))
  backedUp(folder)
  expect(readdirSync(folder).filter((name) => name.endsWith('.partial'))).toEqual([
    'young.db.partial',
  ])
})

test('the register of purged numbers goes with every backup, and never loses a line', () => {
  const folder = newRoom()
  writeFileSync(`${office.file}.purged`, 'first\nsecond\n')
  backedUp(folder)
  const copy = join(folder, 'archive.db.purged')
  expect([readFileSync(copy, 'utf8'), modeOf(copy)]).toEqual(['first\nsecond\n', 0o600])
  writeFileSync(`${office.file}.purged`, 'second\nthird\n')
  backedUp(folder)
  expect(readFileSync(copy, 'utf8')).toBe('first\nsecond\nthird\n')
})

test('a copy before an upgrade never takes the place of an earlier one', () => {
  const copies = [1, 2].map(() =>
    office.meddle((store) => backupBeforeUpgrade(store, office.file, 2)),
  )
  expect(copies).toEqual([`${office.file}.before-schema-2`, `${office.file}.before-schema-2.2`])
  expect(copies.map(modeOf)).toEqual([0o600, 0o600])
})

const damages: readonly (readonly [string, (bytes: Buffer) => Buffer | void, string])[] = [
  ['one bit in a customer’s name', (bytes) => flip(bytes, bytes.indexOf('张三丰')), 'checksum'],
  ['a byte at the end', (bytes) => Buffer.concat([bytes, Buffer.from([0])]), 'checksum'],
  ['the last page cut off', (bytes) => bytes.subarray(0, -4096), 'integrity'],
  ['noise in the middle', (bytes) => void bytes.fill(0xa5, 8192, 20_000), 'integrity'],
]
const flip = (bytes: Buffer, offset: number): void => {
  bytes[offset] = (bytes[offset] ?? 0) ^ 1
}

test.each(damages)('%s: the backup is found to be damaged', (_, damage, check) => {
  const { path } = backedUp(newRoom())
  expect(Object.values(examineBackup(path, undefined, readManifest(path)).checks)).not.toContain(
    false,
  )
  patch(path, damage)
  const { checks } = examineBackup(path, undefined, readManifest(path))
  expect(checks).toMatchObject({ checksum: false, [check]: false })
})

test('a backup is examined without a trace, and its manifest tells one backup from another', () => {
  const folder = newRoom()
  const { path } = backedUp(folder)
  const before = everythingIn(folder)
  const manifest = { ...(readManifest(path) ?? ({} as never)), archives: 7 }
  expect(examineBackup(path, undefined, manifest).checks).toMatchObject({
    counts: false,
    checksum: true,
  })
  expect(everythingIn(folder)).toEqual(before)
})

test('while another process commits every few milliseconds a backup is whole and soon done', async () => {
  const busy = await officeIn()
  const numbers = Array.from({ length: 3000 }, (_, at) => [`X${at}`, 100] as const)
  rawly(busy.file, (db) => {
    const add = db.prepare(
      `INSERT INTO number_ledger VALUES (?, NULL, ?, 'reserved', NULL, '2026-11-20')`,
    )
    db.transaction(() => numbers.forEach(([number, amount]) => add.run(number, amount)))()
    // figures that move to and fro while their sum stays: a torn copy would show
    db.exec('DROP TRIGGER number_not_revived')
  })
  const writer = beside(`
    const db = new Database(${JSON.stringify(busy.file)}, { timeout: 10000 })
    const move = db.prepare('UPDATE number_ledger SET serial = serial + ? WHERE number = ?')
    const some = () => 'X' + Math.floor(Math.random() * 3000)
    let commits = 0
    const again = () => {
      db.transaction(() => { move.run(-1, some()); move.run(1, some()) }).immediate()
      if (++commits === 5) console.log('busy')
    }
    setInterval(again, 5)
    process.stdin.resume().on('end', () => process.exit())`)
  try {
    await writer.ready
    for (let round = 0; round < 3; round += 1) {
      const started = performance.now()
      const { path } = busy.meddle((store) => backUp(store, wishIn(newRoom())))
      expect(performance.now() - started).toBeLessThan(5000)
      expect(
        rawly(path, (db) => db.prepare('SELECT sum(serial) FROM number_ledger').pluck().get()),
      ).toBe(300_000)
    }
  } finally {
    writer.process.stdin?.end()
  }
})

test('where others go on with their acts, the copy’s head is one of theirs', async () => {
  const busy = await officeIn()
  const wish = wishIn(newRoom())
  const script = `
    const db = new Database(${JSON.stringify(busy.file)}, { timeout: 10000 })
    console.log('ready')
    process.stdin.resume().on('end', () => process.exit())`
  const idle = beside(script)
  await idle.ready
  // the same second, three acts apart: each backup knows its own head
  const heads = []
  for (let acts = 0; acts < 3; acts += 1) {
    heads.push(busy.meddle((store) => backUp(store, wish)).journalHead)
    await busy.done('add', '--type', 'individual', '--name', `客户${acts}`)
  }
  idle.process.stdin?.end()
  const known = busy.look((store) =>
    store.prepare('SELECT lower(hex(hash)) FROM journal ORDER BY seq').raw(true).all(),
  )
  expect(heads).toEqual((known as [string][]).slice(0, 3).map(([hash]) => hash))
  mkdirSync(join(wish.folder, 'nested'))
})
