import { chmodSync, cpSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  beside,
  canBeUnprivileged,
  everythingIn,
  giveAway,
  rawly,
  runUnprivileged,
  unprivilegedAccount,
} from '../support/files.ts'
import { officeIn, type TestOffice } from '../support/office.ts'
import { newRoom } from '../support/program.ts'

if (!canBeUnprivileged())
  console.warn('SKIPPED: permissions hold for nobody here (root who cannot run it as another)')

describe.skipIf(!canBeUnprivileged())('as somebody for whom permissions hold', () => {
  let office: TestOffice
  let room: string
  /** Where the program may keep what it likes. */
  let home: string
  let folder: string
  let file: string
  beforeAll(async () => {
    office = await officeIn()
    await office.done('add', '--type', 'individual', '--name', '张三丰')
    office.hire({ name: '王芳', osAccount: unprivilegedAccount() })
  })
  beforeEach(() => {
    room = newRoom()
    home = newRoom()
    giveAway(room, 0o700)
    giveAway(home, 0o700)
    folder = join(room, 'data')
    cpSync(office.file, join(folder, 'archive.db'))
    file = join(folder, 'archive.db')
    giveAway(file, 0o600)
    giveAway(folder, 0o700)
  })
  const env = () => ({ DANGAN_FILE: file, DANGAN_LANG: 'zh-Hans', HOME: home, TMPDIR: room })
  const run = (...words: string[]) => runUnprivileged(words, room, env())
  const add = ['add', '--type', 'individual', '--name', '李四', '--json']

  test('a file that may not be written is read from a private copy, and leaves nothing anywhere', () => {
    giveAway(file, 0o400)
    const before = everythingIn(room)
    const ran = run('show', '0001', '--json')
    expect([ran.status, JSON.parse(ran.stdout).name]).toEqual([0, '张三丰'])
    expect(ran.stderr).toContain('私人副本')
    expect(everythingIn(room)).toEqual(before)
    expect(readdirSync(room)).toEqual(['data'])
    // and its owner writes to it again as soon as it may be written: nothing stands in the way
    giveAway(file, 0o600)
    rawly(file, (db) => db.exec('UPDATE series SET last = last'))
  })

  test('it is audited all the same, and the daily duties say with 1 that they cannot be done', () => {
    giveAway(file, 0o400)
    giveAway(folder, 0o500)
    const before = everythingIn(room)
    const audited = run('audit', '--check', 'archive.required', '--json')
    expect([audited.status, JSON.parse(audited.stdout)[0]?.finding]).toEqual([10, null])
    expect(audited.stderr).toContain('检查结果不留存')
    const daily = run('daily', '--json')
    expect([daily.status, daily.stdout]).toEqual([1, ''])
    expect(daily.stderr).toContain('"file.read-only"')
    expect(everythingIn(room)).toEqual(before)
  })

  test('what cannot be written is not written: status 1 and the reason', () => {
    giveAway(file, 0o400)
    const before = everythingIn(room)
    for (const words of [add, ['backup', '--json']]) {
      const ran = run(...words)
      expect([ran.status, JSON.parse(ran.stderr).error.code]).toEqual([1, 'file.read-only'])
    }
    expect(everythingIn(room)).toEqual(before)
  })

  test('in a folder that may not be written a private copy is read, and it goes again', () => {
    giveAway(folder, 0o500)
    const before = everythingIn(room)
    for (const words of [['show', '0001'], ['log', 'verify'], ['log']]) {
      const ran = run(...words)
      expect([words, ran.status]).toEqual([words, 0])
      expect(ran.stderr).toContain('私人副本')
    }
    expect(run(...add).status).toBe(1)
    expect(everythingIn(room)).toEqual(before)
    expect(readdirSync(room)).toEqual(['data'])
  })

  test('through a link, the permissions of the file it leads to count, and those of its folder', () => {
    symlinkSync(file, join(room, 'link.db'))
    giveAway(folder, 0o500)
    const ran = runUnprivileged(['show', '0001'], room, {
      ...env(),
      DANGAN_FILE: join(room, 'link.db'),
    })
    expect(ran.status).toBe(0)
    expect(ran.stderr).toContain('私人副本')
    expect(readdirSync(folder)).toEqual(['archive.db'])
  })

  test('the private copy holds what was committed to the log a moment ago', async () => {
    const writer = beside(`
      const db = new Database(${JSON.stringify(file)})
      db.exec("UPDATE archive SET name = '张三疯' WHERE serial = 1")
      console.log('written')
      process.stdin.resume().on('end', () => process.exit())`)
    await writer.ready
    for (const suffix of ['-wal', '-shm']) chmodSync(`${file}${suffix}`, 0o644)
    giveAway(folder, 0o500)
    const ran = run('show', '0001', '--json')
    writer.process.stdin?.end()
    expect([ran.status, JSON.parse(ran.stdout).name]).toEqual([0, '张三疯'])
  })

  test('a file that may not even be read: status 1, and permissions are named', () => {
    giveAway(file, 0o000)
    const ran = run('show', '0001')
    expect([ran.status, ran.stdout]).toEqual([1, ''])
    expect(ran.stderr).toContain('权限')
    giveAway(folder, 0o000)
    expect(run('show', '0001').status).toBe(1)
    giveAway(folder, 0o700)
  })

  test('an archive file is not made where nothing may be made, nor a backup', () => {
    giveAway(folder, 0o500)
    const init = runUnprivileged(['init', '--json'], room, {
      ...env(),
      DANGAN_FILE: join(folder, 'new.db'),
    })
    expect([init.status, JSON.parse(init.stderr).error.code]).toEqual([1, 'file.unreadable'])
    giveAway(folder, 0o700)
    const shut = join(room, 'shut')
    cpSync(join(folder), shut, { recursive: true })
    giveAway(shut, 0o500)
    const before = everythingIn(folder)
    for (const target of [shut, join(shut, 'new')]) {
      const backup = run('backup', target, '--json')
      expect([backup.status, JSON.parse(backup.stderr).error.code]).toEqual([1, 'file.unreadable'])
    }
    expect(everythingIn(folder)).toEqual(before)
    giveAway(shut, 0o700)
  })

  test('an operator whom nobody entered reads what has no level and writes nothing', () => {
    rawly(file, (db) => db.exec('UPDATE staff SET os_account = NULL'))
    const ran = run('show', '0001', '--json')
    expect([ran.status, JSON.parse(ran.stdout).name]).toEqual([0, '张三丰'])
    expect(run(...add).status).toBe(5)
    expect(run('backup').status).toBe(5)
  })
})
