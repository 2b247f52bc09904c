import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rawly } from '../support/files.ts'
import { officeIn, type TestOffice } from '../support/office.ts'
import { newRoom } from '../support/program.ts'

/** A disk of three megabytes; only where mounting is allowed. */
const disk = newRoom()
const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', disk]).status === 0
if (!isMounted) console.warn('SKIPPED: no small disk can be mounted here')
afterAll(() => {
  if (isMounted) spawnSync('umount', [disk])
})

describe.skipIf(!isMounted)('on a disk that is full', () => {
  let office: TestOffice
  let file: string
  beforeAll(async () => {
    office = await officeIn()
    await office.done('add', '--type', 'individual', '--name', '张三丰')
    file = join(disk, 'archive.db')
    cpSync(office.file, file)
    office.env['DANGAN_FILE'] = file
  })

  /** Leaves so many bytes. */
  function fill(left: number): void {
    writeFileSync(join(disk, 'ballast'), '')
    const { size } = statSync(file)
    const room = 3 * 1024 * 1024 - Math.ceil(size / 4096) * 4096 - left
    writeFileSync(join(disk, 'ballast'), Buffer.alloc(Math.max(0, room)))
  }

  test('an act fails whole with status 1, the disk is named, and reading goes on', async () => {
    fill(20_000)
    const ran = await office.run('add', '--type', 'individual', '--name', '李四', '--json')
    expect([ran.status, ran.error?.code]).toEqual([1, 'file.disk'])
    expect((await office.run('show', '0001')).status).toBe(0)
    expect((await office.run('log', 'verify')).status).toBe(0)
    fill(200_000)
    rawly(file, (db) => {
      expect(db.prepare('SELECT name FROM archive').pluck().all()).toEqual(['张三丰'])
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    })
  })

  test('a backup that does not fit leaves nothing, and names its own place', async () => {
    fill(150_000)
    office.env['DANGAN_FILE'] = office.file
    const ran = await office.run('backup', join(disk, 'backups'), '--json')
    office.env['DANGAN_FILE'] = file
    expect([ran.status, ran.error.code]).toEqual([1, 'file.disk'])
    expect(ran.error.facts.path).toContain(join(disk, 'backups'))
    expect(readdirSync(join(disk, 'backups'))).toEqual([])
    const head = office.look((store) =>
      store.prepare('SELECT max(seq) FROM journal').raw(true).get(),
    )
    expect(head).toEqual([2])
  })

  test('an archive file that does not fit is not made', async () => {
    fill(100_000)
    office.env['DANGAN_FILE'] = join(disk, 'second.db')
    const ran = await office.run('init', '--json')
    office.env['DANGAN_FILE'] = file
    expect([ran.status, ran.error.code]).toEqual([1, 'file.disk'])
    expect(readdirSync(disk).filter((name) => name.startsWith('second'))).toEqual([])
  })

  test('with room again everything goes on as if nothing had been', async () => {
    fill(1_500_000)
    expect(
      (await office.run('add', '--type', 'individual', '--name', '李四', '--json')).json.number,
    ).toBe('RG2026-0002')
    expect((await office.run('backup', join(disk, 'backups'))).status).toBe(0)
  })
})
