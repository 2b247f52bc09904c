import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { beside, everythingIn, modeOf, patch, rawly, sha256Of } from '../support/files.ts'
import { officeIn, type TestOffice } from '../support/office.ts'
import { newRoom } from '../support/program.ts'
import { officeWithTerm, purge, purgedValues } from '../support/purged.ts'

/** Backed up before RG2010-0001 was purged; since then RG2026-0001 was opened and 0002, 0003 reserved. */
let office: TestOffice
let backup: { readonly backup: string; readonly path: string; readonly archives: number }
/** All that lay there then: each test begins with it. */
let as: string

beforeAll(async () => {
  office = await officeWithTerm()
  backup = await office.done('backup')
  await purge(office)
  await office.done('add', '--type', '个人', '--name', '令狐冲')
  await office.done('add', '--type', '个人', '--reserve', '2')
  as = newRoom()
  copyAll(office.room, as)
})

beforeEach(() => {
  for (const name of readdirSync(office.room)) rmSync(join(office.room, name), { recursive: true })
  copyAll(as, office.room)
})

function copyAll(from: string, to: string): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (!entry.isDirectory()) copyFileSync(source, target)
    else {
      mkdirSync(target, { recursive: true })
      copyAll(source, target)
    }
  }
}

const restore = (...words: readonly string[]) =>
  office.done('restore', backup.backup, '--yes', ...words)
const refused = async (...words: readonly string[]) => {
  const before = everythingIn(office.room)
  const ran = await office.run('restore', ...words, '--json')
  expect({ ...everythingIn(office.room), stdin: '' }).toEqual({ ...before, stdin: '' })
  return [ran.status, ran.error?.code]
}
const bytesLeft = (path: string): string[] => {
  const bytes = readFileSync(path)
  return purgedValues.filter((value) => bytes.includes(value))
}
/** Offices of tests are copies of one: this one is not. */
const another = ({ meddle }: TestOffice) =>
  meddle((store) => store.script(`UPDATE registry SET uuid = '${randomUUID()}'`))
const numbers = async () => (await office.done('list')).map((it: { number: string }) => it.number)

describe('restore', () => {
  test('brings back what was there, and not what was purged since: no byte of it', async () => {
    expect(bytesLeft(backup.path)).toEqual(purgedValues)
    const done = await restore()
    expect(done).toMatchObject({
      ...{ backup: backup.backup, path: office.file, archives: 2, restored: 1, suppressed: 1 },
      ...{ numbers: ['RG2010-0001'], voided: 1, ok: true },
      replaced: { state: 'readable', archives: 3 },
    })
    expect(bytesLeft(office.file)).toEqual([])
    expect(await numbers()).toEqual(['RG2024-0001'])
    expect((await office.done('show', 'RG2010-0001')).status).toBe('destroyed')
    expect((await office.run('find', '欧阳')).out).toBe('')
    expect((await office.run('log', 'verify')).status).toBe(0)
    expect(modeOf(office.file)).toBe(0o600)
  })

  test('is entered with the head that it replaced, and keeps the replaced file beside', async () => {
    const { head } = await office.done('log', 'verify')
    const done = await restore()
    expect(done.replaced.journalHead).toBe(head)
    const [entry] = await office.done('log', '--action', 'registry.restore')
    expect(entry).toMatchObject({ action: 'registry.restore', object: backup.backup })
    const detail = rawly(office.file, (db) =>
      db.prepare('SELECT detail FROM journal_detail WHERE seq = ?').pluck().get(entry.seq),
    )
    expect(JSON.parse(String(detail))).toMatchObject({
      replaced: { head },
      suppressed: ['RG2010-0001'],
    })
    expect(done.replaced.keptAs).toBe(`${office.file}.replaced-20261120T020000Z`)
    const kept = await office.run('log', 'verify', '--json', '--file', done.replaced.keptAs)
    expect(kept.json).toMatchObject({ head, ok: true })
  })

  test('gives no number out twice, nor a name that stands on paper', async () => {
    await restore()
    expect((await office.run('show', 'RG2026-0001')).status).toBe(4)
    expect(
      (await office.run('add', '--type', '个人', '--name', '杨过', '--number', 'RG2026-0001'))
        .status,
    ).toBe(3)
    // labels that were printed can still be used
    const labelled = ['add', '--type', '个人', '--name', '小龙女', '--number', 'RG2026-0002']
    expect((await office.done(...labelled)).number).toBe('RG2026-0002')
    const { number } = await office.done('add', '--type', '个人', '--name', '杨过')
    expect(number).toBe('RG2026-0004')
    const { request } = await office.done(
      'borrow',
      'RG2024-0001',
      '--to',
      '王芳',
      '--purpose',
      '核对',
    )
    expect(request.request).toBe('R2')
  })

  test('a purge of the restored file goes on counting disposals, and a second restore knows both', async () => {
    await restore()
    const lines = () => readFileSync(`${office.file}.purged`, 'utf8').trim().split('\n')
    expect(lines().map((line) => line.split('\t')[3])).toEqual(['RG2010-0001', 'RG2010-0001'])
    const again = await restore()
    expect([again.restored, again.suppressed]).toEqual([1, 1])
    expect(bytesLeft(office.file)).toEqual([])
  })

  test('a dry run tells all that and writes nothing', async () => {
    const before = everythingIn(office.room)
    const planned = await office.done('restore', backup.backup, '--dry-run')
    expect(planned).toMatchObject({ restored: 1, suppressed: 1, ok: null })
    expect({ ...everythingIn(office.room), stdin: '' }).toEqual({ ...before, stdin: '' })
  })

  test('elsewhere, it is another file, and what the usual one knows of purges counts', async () => {
    const target = join(newRoom(), 'new', 'old.db')
    rmSync(`${office.file}.purged`)
    rmSync(join(office.room, 'backups', 'archive.db.purged'))
    const before = sha256Of(office.file)
    const done = await office.done('restore', backup.path, '--to', target)
    expect(done).toMatchObject({ path: target, suppressed: 1, replaced: null })
    expect([bytesLeft(target), modeOf(target), sha256Of(office.file)]).toEqual([[], 0o600, before])
  })

  test('of a file that is lost, the copy of the register in the folder of backups is enough', async () => {
    for (const end of ['', '-wal', '-shm', '.purged']) rmSync(office.file + end, { force: true })
    const ran = await office.run('restore', backup.path, '--json')
    expect([ran.status, ran.json.suppressed]).toEqual([0, 1])
    expect(ran.err).toContain('无从知道')
    expect(bytesLeft(office.file)).toEqual([])
  })

  test('of a lost file, numbers go on behind those of the latest backup', async () => {
    await office.done('backup')
    for (const end of ['', '-wal', '-shm']) rmSync(office.file + end, { force: true })
    await office.done('restore', backup.path)
    const { number } = await office.done('add', '--type', '个人', '--name', '杨过')
    expect(number).toBe('RG2026-0004')
  })

  test('over a damaged file, which is kept', async () => {
    patch(office.file, (bytes) => void bytes.fill(0xa5, 4096))
    const damaged = sha256Of(office.file)
    const done = await restore()
    expect(done.replaced).toMatchObject({ state: 'damaged', archives: null })
    expect(sha256Of(done.replaced.keptAs)).toBe(damaged)
    expect((await office.run('log', 'verify')).status).toBe(0)
  })

  test('what is replaced is named, and typed or confirmed', async () => {
    expect(await refused(backup.backup)).toEqual([2, 'usage.confirm'])
    expect(await refused(backup.backup, '--confirm', 'other.db')).toEqual([
      2,
      'restore.unconfirmed',
    ])
    expect(await refused(backup.backup, '--confirm', 'other.db', '--yes')).toEqual([
      ...[2, 'restore.unconfirmed'],
    ])
    const ran = await office.run('restore', backup.backup, '--confirm', 'archive.db')
    expect([ran.status, ran.out]).toEqual([
      0,
      expect.stringContaining('已恢复 1 份档案，清除已销毁的 1 份'),
    ])
    expect(ran.err).toContain('3 份档案')
  })

  test('without any register it is refused, unless somebody says why there is none', async () => {
    const target = join(newRoom(), 'archive.db')
    const folder = newRoom()
    copyFileSync(backup.path, join(folder, 'x.db'))
    const alone = async (...words: readonly string[]) =>
      office.run('restore', join(folder, 'x.db'), '--json', '--file', target, ...words)
    expect((await alone()).error.code).toBe('restore.no-register')
    expect((await alone('--no-register')).status).toBe(2)
    const done = await alone('--no-register', '--reason', '登记册随旧电脑丢失')
    expect(done.json).toMatchObject({ suppressed: 0, registers: [], checks: { checksum: null } })
  })

  test('is refused to those who may not write, and while another process has the file', async () => {
    office.account = 'stranger'
    expect(await refused(backup.backup, '--yes')).toEqual([5, 'person.unbound'])
    office.account = 'lina'
    const other = beside(`
      const db = new Database(${JSON.stringify(office.file)})
      db.prepare('SELECT count(*) FROM archive').get()
      console.log('ready')
      process.stdin.resume().on('end', () => process.exit())`)
    await other.ready
    const ran = await office.run('restore', backup.backup, '--yes', '--json')
    expect([ran.status, ran.error.code]).toEqual([6, 'file.busy'])
    expect(readdirSync(office.room).filter((it) => /partial|replaced/.test(it))).toEqual([])
    other.process.stdin?.end()
  })
})

describe('a backup that is none', () => {
  const flip = (bytes: Buffer, at: number): void =>
    void bytes.writeUInt8(bytes.readUInt8(at) ^ 4, at)
  test.each<[string, (bytes: Buffer) => Buffer | void]>([
    ['cut short', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['with a bit flipped', (bytes) => flip(bytes, bytes.indexOf('上官婉儿'))],
    ['with its header gone', (bytes) => void bytes.fill(0, 0, 100)],
    ['empty', () => Buffer.alloc(0)],
    ['a text', () => Buffer.from('text')],
  ])('%s is refused with status 7, and nothing is touched', async (_, damage) => {
    patch(backup.path, damage)
    const [status] = await refused(backup.backup, '--yes')
    expect(status).toBe(7)
  })

  test('of another office is refused, and so is one that is not there, or the file itself', async () => {
    const other = await officeIn()
    another(other)
    const { path } = await other.done('backup')
    expect(await refused(path, '--yes')).toEqual([3, 'restore.other-file'])
    expect(await refused('nothing', '--yes')).toEqual([4, 'backup.missing'])
    expect(await refused(office.file, '--yes')).toEqual([3, 'restore.itself'])
  })
})

describe('the register of purged numbers', () => {
  const register = () => join(office.room, 'backups', 'archive.db.purged')

  test('stands in every folder that a backup went to, as soon as something is purged', () => {
    expect(readFileSync(register(), 'utf8')).toBe(readFileSync(`${office.file}.purged`, 'utf8'))
    expect(readFileSync(register(), 'utf8').split('\t')[3]).toBe('RG2010-0001')
  })

  test('a line that a power cut broke off is passed over; one that is damaged is not', async () => {
    const whole = readFileSync(register(), 'utf8')
    appendFileSync(register(), whole.slice(0, 20))
    expect((await restore('--dry-run')).suppressed).toBe(1)
    writeFileSync(register(), `${whole}D1\t7\tzz\tRG2024-0001\n`)
    expect(await refused(backup.backup, '--yes')).toEqual([7, 'restore.register-damaged'])
  })

  test('a line that the journal contradicts is refused; one of another file is passed over', async () => {
    const whole = readFileSync(register(), 'utf8')
    const hash = 'ab'.repeat(32)
    appendFileSync(
      register(),
      `D9\t3\t${hash}\tRG2024-0001\t${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}\n`,
    )
    expect((await restore('--dry-run')).suppressed).toBe(1)
    writeFileSync(register(), `${whole}D9\t3\t${hash}\tRG2024-0001\n`)
    expect(await refused(backup.backup, '--yes')).toEqual([7, 'restore.register-disputed'])
  })

  test('tells which backups still hold what was purged', async () => {
    await office.done('backup')
    const [later, earlier] = await office.done('backup', 'list', '--contains', 'rg20100001')
    expect([later.contains, later.purgedSince]).toEqual([false, 0])
    expect([earlier.contains, earlier.purgedSince]).toEqual([true, 1])
    const tail = await office.done('backup', 'list', '--contains', '2010-0001')
    expect(tail.map((it: { contains: boolean }) => it.contains)).toEqual([false, true])
    // a slip of the finger must not sound like an answer
    expect((await office.run('backup', 'list', '--contains', 'RG2010-0009')).status).toBe(4)
    const ran = await office.run('backup', 'list', '--contains', 'RG2010-0001')
    expect(ran.err).toContain('2 份备份中有 1 份还有 RG2010-0001')
  })
})

test('an encrypted backup needs its key, stays encrypted, and shows no value in its bytes', async () => {
  const sealed = await officeWithTerm({ init: ['--encrypt'], env: { DANGAN_KEY: '芝麻开门' } })
  const { path, backup: name } = await sealed.done('backup')
  await purge(sealed)
  sealed.env['DANGAN_KEY'] = '错了'
  expect((await sealed.run('restore', name, '--yes')).status).toBe(7)
  sealed.env['DANGAN_KEY'] = undefined
  expect((await sealed.run('restore', name, '--yes')).status).toBe(2)
  sealed.env['DANGAN_KEY'] = '芝麻开门'
  const done = await sealed.done('restore', name, '--yes')
  expect([done.restored, done.suppressed]).toEqual([1, 1])
  for (const file of [path, sealed.file]) {
    expect(readFileSync(file).subarray(0, 15).toString()).not.toBe('SQLite format 3')
    expect(bytesLeft(file)).toEqual([])
  }
  expect((await sealed.done('show', 'RG2010-0001')).status).toBe('destroyed')
  expect(existsSync(`${sealed.file}.partial`)).toBe(false)
})
