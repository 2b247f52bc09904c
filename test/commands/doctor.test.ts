import {
  chmodSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { healthChecks } from '../../src/domain/health.ts'
import { beside, everythingIn, modeOf, patch, rawly, sha256Of } from '../support/files.ts'
import { officeIn, type TestOffice } from '../support/office.ts'
import { newRoom } from '../support/program.ts'

let office: TestOffice
let kept: string

beforeAll(async () => {
  office = await officeIn({ patience: 300, env: { DANGAN_ALLOWED_SIGNERS: '/nowhere/signers' } })
  await office.done('add', '--type', '个人', '--name', '张三丰', '--phone', '13800138000')
  await office.done('note', 'RG2026-0001', '--set', '沟通渠道=电话', '--text', '询问保修期')
  await office.done('attach', 'RG2026-0001', '--title', '采购合同', '--pages', '12')
  await office.done('backup', newRoom())
  kept = join(newRoom(), 'kept.db')
  copyFileSync(office.file, kept)
})

beforeEach(() => {
  for (const name of readdirSync(office.room))
    if (name !== 'stdin') rmSync(join(office.room, name), { recursive: true })
  copyFileSync(kept, office.file)
  chmodSync(office.file, 0o600)
  for (const name of Object.keys(office.env)) if (/KEY/.test(name)) office.env[name] = undefined
})

/** What `doctor` finds wanting: check and state; and its status. */
async function wanting(): Promise<{ status: number; found: string[] }> {
  const { status, json } = await office.run('doctor', '--json')
  const found = (json as { check: string; state: string }[])
    .filter(({ state }) => state !== 'ok')
    .map(({ check, state }) => `${check} ${state}`)
  return { status, found }
}

describe('doctor', () => {
  test('finds nothing wanting in an office in order, names every check, and changes nothing', async () => {
    const before = everythingIn(office.room)
    const found = await office.done('doctor')
    expect(found.map(({ check }: { check: string }) => check)).toEqual(healthChecks)
    expect(Object.keys(found[0])).toEqual(['check', 'state', 'said', 'hint'])
    expect(await wanting()).toEqual({ status: 0, found: [] })
    expect({ ...everythingIn(office.room), stdin: '' }).toEqual({ ...before, stdin: '' })
    const ran = await office.run('doctor')
    expect(ran.out).toMatch(/查找索引 +正常 +完好/)
    expect(ran.err).toContain('一切正常')
  })

  test.each<[string, string, () => void]>([
    ['permissions', 'others may read it', () => chmodSync(office.file, 0o604)],
    [
      'leftovers',
      'a replaced file beside it',
      () => writeFileSync(`${office.file}.replaced-x`, ''),
    ],
    [
      'signers',
      'a list of signers within reach',
      () => {
        const list = join(office.room, 'signers')
        writeFileSync(list, '')
        office.env['DANGAN_ALLOWED_SIGNERS'] = list
      },
    ],
    [
      'index',
      'a term too many',
      () =>
        rawly(office.file, (db) => {
          db.exec(`INSERT INTO archive_terms (rowid, terms) VALUES (99, '欧阳')`)
        }),
    ],
    [
      'index',
      'a term too few',
      () =>
        rawly(office.file, (db) => {
          db.exec(`INSERT INTO entry_terms (entry_terms) VALUES ('delete-all')`)
        }),
    ],
    [
      'orphans',
      'a digest of nobody',
      () =>
        rawly(office.file, (db) => {
          db.exec('INSERT INTO row_digest VALUES (1, 77, 1)')
        }),
    ],
  ])('%s: %s wants attention, status 10', async (check, _, make) => {
    make()
    expect(await wanting()).toEqual({ status: 10, found: [`${check} warning`] })
    office.env['DANGAN_ALLOWED_SIGNERS'] = '/nowhere/signers'
  })

  test('a backup that is too old, or none, wants attention', async () => {
    office.today = '2027-01-20'
    expect((await wanting()).found).toContain('backup warning')
    office.today = '2026-11-20'
    const fresh = await officeIn({ env: { DANGAN_ALLOWED_SIGNERS: '/nowhere/signers' } })
    expect((await fresh.run('doctor')).status).toBe(10)
  })

  test.each<[string, (bytes: Buffer) => void]>([
    ['pages of noise', (bytes) => void bytes.fill(0xa5, 12_288, 200_000)],
    ['the head of the first page', (bytes) => void bytes.fill(0xff, 100, 112)],
  ])('%s are damage, status 7', async (_, damage) => {
    patch(office.file, (bytes) => damage(bytes))
    const { status, found } = await wanting()
    expect([status, found.some((it) => it.startsWith('structure error'))]).toEqual([7, true])
  })

  test('a broken reference and a journal that was changed are damage', async () => {
    rawly(office.file, (db) => {
      db.pragma('foreign_keys = OFF')
      db.exec('INSERT INTO import_stretch (import_id, journal_seq) VALUES (77, 1)')
      const sql = db
        .prepare(`SELECT sql FROM sqlite_schema WHERE name = 'journal_not_updated'`)
        .pluck()
        .get()
      db.exec(
        `DROP TRIGGER journal_not_updated; UPDATE journal SET account = 'x' WHERE seq = 2; ${sql}`,
      )
    })
    expect(await wanting()).toEqual({ status: 7, found: ['references error', 'journal error'] })
  })

  test('a file that is not there, or no archive file, is answered as ever', async () => {
    rmSync(office.file)
    expect((await office.run('doctor')).status).toBe(4)
    writeFileSync(office.file, 'text')
    expect((await office.run('doctor')).status).toBe(7)
  })

  test('--reindex puts the index right', async () => {
    rawly(office.file, (db) =>
      db.exec(`INSERT INTO archive_terms (rowid, terms) VALUES (99, '欧阳')`),
    )
    await office.done('doctor', '--reindex')
    expect((await wanting()).found).toEqual([])
  })
})

const head = () => readFileSync(office.file).subarray(0, 15).toString('latin1')
const isPlain = () => head() === 'SQLite format 3'

describe('writing the file anew', () => {
  test('--encrypt, --rekey and --decrypt: the key changes, and nothing else', async () => {
    const before = await office.done('show', 'RG2026-0001')
    office.env['DANGAN_KEY'] = '芝麻开门'
    expect(await office.done('doctor', '--encrypt')).toMatchObject({
      act: 'encrypt',
      encrypted: true,
    })
    expect([isPlain(), readFileSync(office.file).includes('张三丰')]).toEqual([false, false])
    expect(await office.done('show', 'RG2026-0001')).toEqual(before)
    office.env['DANGAN_NEW_KEY'] = '新的'
    await office.done('doctor', '--rekey')
    expect((await office.run('list')).status).toBe(7)
    office.env['DANGAN_KEY'] = '新的'
    const file = join(newRoom(), 'keys', 'office.key')
    await office.done('doctor', '--rekey', '--new-key-file', file)
    office.env['DANGAN_KEY'] = undefined
    expect([(await office.run('list')).status, modeOf(file)]).toEqual([2, 0o600])
    office.env['DANGAN_KEY_FILE'] = file
    expect((await wanting()).found).toEqual([])
    expect((await office.run('doctor', '--decrypt')).status).toBe(2)
    await office.done('doctor', '--decrypt', '--yes')
    expect([isPlain(), modeOf(office.file)]).toEqual([true, 0o600])
    expect(await office.done('show', 'RG2026-0001')).toEqual(before)
    const acts = (await office.done('log', '--limit', '4')).map(
      (it: { action: string }) => it.action,
    )
    expect(acts.toSorted()).toEqual([
      'registry.decrypt',
      'registry.encrypt',
      'registry.rekey',
      'registry.rekey',
    ])
    expect((await office.run('log', 'verify')).status).toBe(0)
    expect(readdirSync(office.room).toSorted()).toEqual(['archive.db', 'stdin'])
  })

  test('--compact gives free room back, and may be rehearsed', async () => {
    rawly(office.file, (db) =>
      db.exec('CREATE TABLE t (x); INSERT INTO t VALUES (zeroblob(900000)); DROP TABLE t'),
    )
    const before = sha256Of(office.file)
    expect((await office.run('doctor', '--compact', '--dry-run')).status).toBe(0)
    expect(sha256Of(office.file)).toBe(before)
    const { bytesBefore, bytes } = await office.done('doctor', '--compact')
    expect(bytes).toBeLessThan(bytesBefore - 800_000)
  })

  test('what does not fit is refused, and a key that was made for nothing goes', async () => {
    const file = join(newRoom(), 'new.key')
    expect((await office.run('doctor', '--rekey', '--new-key-file', file)).status).toBe(3)
    expect((await office.run('doctor', '--decrypt', '--yes')).status).toBe(3)
    expect((await office.run('doctor', '--encrypt', '--compact')).status).toBe(2)
    expect((await office.run('doctor', '--compact', '--new-key-file', file)).status).toBe(2)
    expect((await office.run('doctor', '--encrypt')).status).toBe(2)
    office.env['DANGAN_KEY'] = ''
    expect((await office.run('doctor', '--encrypt')).status).toBe(2)
    office.account = 'stranger'
    expect((await office.run('doctor', '--compact')).status).toBe(5)
    office.account = 'lina'
    const other = beside(`
      const db = new Database(${JSON.stringify(office.file)})
      db.prepare('SELECT count(*) FROM archive').get()
      console.log('ready')
      process.stdin.resume().on('end', () => process.exit())`)
    await other.ready
    const before = sha256Of(office.file)
    expect((await office.run('doctor', '--encrypt', '--new-key-file', file)).status).toBe(6)
    expect([existsSync(file), isPlain(), sha256Of(office.file)]).toEqual([false, true, before])
    other.process.stdin?.end()
  })
})
