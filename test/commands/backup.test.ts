import { randomUUID } from 'node:crypto'
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { everythingIn, patch, sha256Of } from '../support/files.ts'
import { officeIn, type TestOffice } from '../support/office.ts'
import { newRoom } from '../support/program.ts'

let office: TestOffice
beforeAll(async () => {
  office = await officeIn()
  await office.done('add', '--type', 'individual', '--name', '张三丰')
})

const checks = { checksum: true, integrity: true, foreignKeys: true, journal: true, counts: true }

test('backup prints what other programs rely on, and is entered in the journal', async () => {
  const { head } = await office.done('log', 'verify')
  const backup = await office.done('backup')
  const path = join(office.room, 'backups', `${backup.backup}.db`)
  expect(backup).toEqual({
    backup: 'archive-20261120T020000Z',
    path,
    bytes: readFileSync(path).length,
    sha256: sha256Of(path),
    archives: 1,
    journalHead: head,
    checks,
    ok: true,
    offsite: null,
  })
  const [entry] = await office.done('log', '--limit', '1')
  expect([entry.action, entry.object]).toEqual(['registry.backup', backup.backup])
})

test('a dry run says where it would go and makes nothing, not even the folder', async () => {
  const folder = join(newRoom(), 'none')
  const before = sha256Of(office.file)
  const planned = await office.done('backup', folder, '--dry-run')
  expect([planned.path, planned.sha256]).toEqual([
    join(folder, 'archive-20261120T020000Z.db'),
    null,
  ])
  expect(() => readdirSync(folder)).toThrow('ENOENT')
  expect(sha256Of(office.file)).toBe(before)
})

test('backups are listed newest first; a missing or shortened file is told', async () => {
  const folder = newRoom()
  for (const today of ['2026-11-21', '2026-11-22', '2026-11-23']) {
    office.today = today
    await office.done('backup', folder)
  }
  rmSync(join(folder, 'archive-20261122T020000Z.db'))
  writeFileSync(join(folder, 'archive-20261121T020000Z.db'), 'short')
  writeFileSync(join(folder, 'other.db.json'), '{}')
  const listed = await office.done('backup', 'list', folder)
  expect(
    listed.map((it: { backup: string; state: string }) => [it.backup.slice(8, 16), it.state]),
  ).toEqual([
    ['20261123', 'present'],
    ['20261122', 'missing'],
    ['20261121', 'changed'],
  ])
  office.today = '2026-11-24'
})

test('no backups is no error for list, and status 4 for verify', async () => {
  const folder = join(newRoom(), 'none')
  const list = await office.run('backup', 'list', folder)
  expect([list.status, list.out]).toEqual([0, ''])
  expect(list.err).toContain('dangan backup')
  const other = await officeIn()
  expect((await other.run('backup', 'verify')).status).toBe(4)
  expect((await other.run('backup', 'verify', 'archive-nothing')).status).toBe(4)
})

test('verify takes a name, a path, a folder, or the newest, and changes nothing', async () => {
  const folder = newRoom()
  const { backup, path, sha256 } = await office.done('backup')
  cpSync(path, join(folder, 'x.db'))
  cpSync(`${path}.json`, join(folder, 'x.db.json'))
  const before = everythingIn(office.room)
  for (const words of [
    [],
    [backup],
    [path],
    [`${path}.json`],
    [join(office.room, 'backups')],
    [folder],
  ])
    expect(await office.done('backup', 'verify', ...words)).toMatchObject({
      sha256,
      checks,
      ok: true,
    })
  expect({ ...everythingIn(office.room), stdin: '' }).toEqual({ ...before, stdin: '' })
})

test('verify of a backup without its manifest compares what it can', async () => {
  const { path } = await office.done('backup', newRoom())
  rmSync(`${path}.json`)
  const verified = await office.done('backup', 'verify', path)
  expect(verified).toMatchObject({ ok: true, checks: { ...checks, checksum: null, counts: null } })
})

test('verify of a damaged backup: status 7, the failed check is named', async () => {
  const { path } = await office.done('backup', newRoom())
  patch(path, (bytes) => void bytes.write('李', bytes.indexOf('张三丰')))
  const ran = await office.run('backup', 'verify', path, '--json')
  expect([ran.status, ran.json.ok, ran.json.checks.checksum]).toEqual([7, false, false])
  expect((await office.run('backup', 'verify', path)).out).toMatch(/备份不可用.*\n.*校验和 +不符/)
})

test('verify of what is no backup: status 7; of nothing: 4', async () => {
  const path = join(newRoom(), 'x.db')
  writeFileSync(path, 'text')
  expect((await office.run('backup', 'verify', path)).status).toBe(7)
  expect((await office.run('backup', 'verify', `${path}x`)).status).toBe(4)
})

test('rotation removes what no rule keeps, of this very file, and shows it beforehand', async () => {
  const folder = newRoom()
  const other = await officeIn({ today: '2026-11-25' })
  other.meddle((store) => store.script(`UPDATE registry SET uuid = '${randomUUID()}'`))
  await other.done('backup', folder)
  const made = async (today: string, ...words: readonly string[]) => {
    office.today = today
    return office.done('backup', folder, ...words)
  }
  for (const day of ['25', '26', '27', '28', '29']) await made(`2026-11-${day}`)
  writeFileSync(join(folder, 'archive-20261126T020000Z.db'), 'cut short')
  const planned = await made('2026-11-30', '--keep', '1d1w', '--dry-run')
  expect(readdirSync(folder)).toHaveLength(13)
  const done = await made('2026-11-30', '--keep', '1d1w')
  expect(done.rotation).toEqual(planned.rotation)
  const names = (list: readonly { backup: string }[]) =>
    list.map(({ backup }) => backup.slice(14, 16))
  expect([names(done.rotation.kept), names(done.rotation.removed)]).toEqual([
    ['30', '26'],
    ['29', '28', '27', '25'],
  ])
  expect(done.rotation.kept[1].because).toEqual([{ code: 'broken' }])
  const left = (await office.done('backup', 'list', folder)).map((it: { path: string }) => it.path)
  expect(left).toHaveLength(3)
  expect((await office.run('backup', folder, '--keep', '8')).status).toBe(2)
})

test('a backup taken elsewhere is in the journal, and listed from it', async () => {
  const none = await office.run('backup', 'list', '--elsewhere')
  expect([none.status, none.out]).toEqual([0, ''])
  const { offsite, backup } = await office.done('backup', newRoom(), '--offsite', '银行保险箱')
  expect(offsite).toBe('银行保险箱')
  const listed = await office.done('backup', 'list', '--elsewhere')
  expect(listed).toEqual([
    { backup, madeAt: expect.any(String), offsite: '银行保险箱', folder: expect.any(String) },
  ])
  expect((await office.run('backup', newRoom(), '--offsite', ' ')).status).toBe(8)
})

test('a listing has these keys, whatever the language', async () => {
  const folder = newRoom()
  await office.done('backup', folder)
  const [row] = await office.done('backup', 'list', folder)
  expect(Object.keys(row)).toEqual([
    ...['backup', 'madeAt', 'archives', 'entries', 'bytes', 'state', 'purgedSince', 'offsite'],
    ...['journalHead', 'sha256', 'path'],
  ])
})

test('an operator whom nobody entered makes no backup', async () => {
  office.account = 'stranger'
  expect((await office.run('backup')).status).toBe(5)
  office.account = 'lina'
})
