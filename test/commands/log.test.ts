import { beforeAll, expect, test } from 'vitest'
import { rawly, sha256Of } from '../support/files.ts'
import { countsIn, imported, listOf } from '../support/lists.ts'
import { officeIn, type TestOffice } from '../support/office.ts'

let office: TestOffice
beforeAll(async () => {
  office = await officeIn()
  const add = (...words: string[]) => office.done('add', '--type', 'individual', ...words)
  await add('--name', '张三丰', '--on', '2026-11-19')
  office.hire({ name: '王芳', osAccount: 'wangfang', clearance: 'secret' })
  office.account = 'wangfang'
  office.today = '2026-11-21'
  await add('--name', '李四', '--secrecy', 'secret')
  office.account = 'lina'
  office.today = '2026-11-22'
  await add('--name', '王五', '--secrecy', 'topSecret')
})

const seqs = async (...words: string[]) =>
  ((await office.done('log', ...words)) as { seq: number }[]).map(({ seq }) => seq)

test('the newest act comes first, each with its keys', async () => {
  const entries = await office.done('log')
  expect(entries.map(({ seq }: { seq: number }) => seq)).toEqual([4, 3, 2, 1])
  expect(entries[1]).toEqual({
    seq: 3,
    on: '2026-11-21',
    at: '2026-11-21T02:00:00.000Z',
    by: '王芳',
    account: 'wangfang',
    action: 'archive.add',
    object: 'RG2026-0002',
    policyVersion: 1,
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
})

test('people read names and labels', async () => {
  const { out } = await office.run('log', '--limit', '2')
  expect(out.split('\n').map((line) => line.split(/ +/))).toEqual([
    ['#', '日期', '经手人', '事项', '对象'],
    ['4', '2026-11-22', '李娜', '建档', 'RG2026-0003'],
    ['3', '2026-11-21', '王芳', '建档', 'RG2026-0002'],
    [''],
  ])
})

const choices: readonly (readonly [string[], number[]])[] = [
  [['0002'], [3]],
  [['rg20260001'], [2]],
  [['--actor', '王芳'], [3]],
  [
    ['--actor', '1'],
    [4, 2, 1],
  ],
  [['--actor', 'system'], []],
  [
    ['--action', '建档'],
    [4, 3, 2],
  ],
  [
    ['--action', 'archive.add'],
    [4, 3, 2],
  ],
  [
    ['--action', 'archive'],
    [4, 3, 2],
  ],
  [['--action', 'registry'], [1]],
  [['--action', 'create'], [1]],
  [
    ['--since', '2026-11-21'],
    [4, 3],
  ],
  [['--since', '2026年11月22日'], [4]],
  [
    ['--until', '2026-11-20'],
    [2, 1],
  ],
  [['--since', '2026-11-21', '--until', '2026-11-21'], [3]],
  [['--limit', '1'], [4]],
  [['--limit', '1', '--until', '2026-11-20'], [2]],
]

test.each(choices)('log %j gives %j', async (words, wanted) => {
  expect(await seqs(...words)).toEqual(wanted)
})

const mistakes: readonly (readonly [string[], number])[] = [
  [['9999'], 4],
  [['--actor', '赵高'], 4],
  [['--action', '飞行'], 2],
  [['--since', '昨天'], 2],
  [['--until', '2026-02-30'], 2],
  [['--limit', '0'], 2],
  [['--limit', 'many'], 2],
]

test.each(mistakes)('log %j is refused with status %i', async (words, status) => {
  const ran = await office.run('log', ...words)
  expect([ran.status, ran.out]).toEqual([status, ''])
})

test('what the reader may not see is left out, and asking for it by number is refused', async () => {
  office.account = 'wangfang'
  expect(await seqs()).toEqual([3, 2, 1])
  expect(await seqs('--limit', '1')).toEqual([3])
  expect((await office.run('log', '0003')).status).toBe(5)
  office.account = 'stranger'
  expect(await seqs()).toEqual([2, 1])
  office.account = 'lina'
})

test('what went into an archive above the reader is left out with it', async () => {
  const other = await officeIn()
  await other.done('add', '--type', 'individual', '--name', '张三丰', '--secrecy', 'topSecret')
  await other.done('add', '--type', 'individual', '--name', '张三丰', '--secrecy', 'topSecret')
  await other.done('merge', '0002', '--into', '0001', '--yes')
  other.hire({ name: '赵敏', osAccount: 'zhao', clearance: 'none' })
  other.account = 'zhao'
  expect((await other.run('log')).out).not.toContain('RG2026')
})

test('an import is listed to everybody, whatever it brought up to date', async () => {
  const other = await officeIn()
  const id = '110101199003070003'
  const words = ['--name', '张三丰', '--secrecy', 'topSecret', '--set', `idCard=${id}`]
  await other.done('add', '--type', 'individual', ...words)
  const list = listOf('客户名称,客户类型,联系电话,身份证号', `张三丰,个人,13800138000,${id}`)
  expect(countsIn(await imported(other, list))).toEqual([0, 1, 0, 0, 0])
  other.hire({ name: '赵敏', osAccount: 'zhao', clearance: 'none' })
  other.account = 'zhao'
  expect((await other.done('log', '--action', 'import')).map(objectOf)).toEqual(['B1'])
})

const objectOf = ({ object }: { readonly object: string }) => object

test('a number that was made void still has its history, and its erased words leave the chain whole', async () => {
  const other = await officeIn()
  await other.done('add', '--type', 'individual', '--name', '张三丰')
  await other.done('update', '0001', '--void', '--reason', '重复建档', '--yes')
  const actions = (await other.done('log', 'RG2026-0001')).map(
    (it: { action: string }) => it.action,
  )
  expect(actions).toEqual(['archive.void', 'archive.add'])
  expect(await other.done('log', 'verify')).toMatchObject({ ok: true, erased: 2 })
})

test('a journal of any length comes in pages, complete and in order', async () => {
  const long = await officeIn()
  const { enter } = await import('../../src/store/journal.ts')
  const hand = { staffId: 1, account: 'lina', today: '2026-11-20', now: () => '', policyVersion: 1 }
  const act = { action: 'archive.read', object: '', parts: [] }
  long.meddle((store) =>
    store.transact(() => Array.from({ length: 4500 }, () => enter(store, hand, act)).length),
  )
  const { out } = await long.run('log', '--format', 'ndjson', '--fields', 'seq')
  const listed = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).seq)
  expect(listed).toEqual(Array.from({ length: 4501 }, (_, at) => 4501 - at))
  expect((await long.done('log', 'verify')).ok).toBe(true)
})

test('log verify: the figures, the head, and not one byte of the file changed', async () => {
  const before = sha256Of(office.file)
  const check = await office.done('log', 'verify')
  const [newest] = await office.done('log', '--limit', '1')
  expect(check).toEqual({ entries: 4, head: newest.hash, erased: 0, ok: true, firstBad: null })
  expect((await office.run('log', 'verify')).out).toContain(newest.hash)
  expect(sha256Of(office.file)).toBe(before)
})

test('log verify: status 7 and the first bad entry where somebody wrote into the journal', async () => {
  const other = await officeIn()
  await other.done('add', '--type', 'individual', '--name', '张三丰')
  rawly(other.file, (db) => {
    const sql = db
      .prepare(`SELECT sql FROM sqlite_schema WHERE name = 'journal_not_updated'`)
      .pluck()
      .get()
    db.exec(
      `DROP TRIGGER journal_not_updated; UPDATE journal SET object = 'x' WHERE seq = 2; ${sql}`,
    )
  })
  const ran = await other.run('log', 'verify', '--json')
  expect([ran.status, ran.json.ok, ran.json.firstBad]).toEqual([
    7,
    false,
    { seq: 2, reason: 'chain' },
  ])
  const told = await other.run('log', 'verify')
  expect([told.status, told.out]).toEqual([7, expect.stringContaining('第 2 条不可信')])
})
