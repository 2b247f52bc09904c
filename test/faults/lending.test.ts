import { userInfo } from 'node:os'
import { expect, test } from 'vitest'
import { officeIn, type TestOffice } from '../support/office.ts'
import { start } from '../support/program.ts'

/** An office where whoever borrows needs nobody's leave, with one archive. */
async function freeOffice(): Promise<TestOffice> {
  const office = await officeIn()
  const rules = 'extends: denture\npolicy: free\nrequests: { chains: [] }\n'
  const set = ['policy', 'set', '-', '--effective', office.today, '--reason', '放开', '--yes']
  expect((await office.runWith(rules, ...set)).status).toBe(0)
  await office.done('add', '--type', '个人', '--name', '张三丰')
  for (let at = 1; at <= 6; at += 1) office.hire({ name: `借阅人${at}` })
  return office
}

/** The built program, left alone: its status and what it said. */
function ran(
  office: TestOffice,
  words: readonly string[],
): Promise<{ status: number; out: string }> {
  const child = start(words, { room: office.room, env: { DANGAN_FILE: office.file } })
  let out = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (bytes: Buffer) => (out += bytes.toString()))
  return new Promise((tell) => child.once('close', (status) => tell({ status: status ?? -1, out })))
}

test('of six processes that lend one archive at once, one does, and five are told who has it', async () => {
  const office = await freeOffice()
  const account = userInfo().username
  office.meddle((store) =>
    store.prepare('UPDATE staff SET os_account = ? WHERE id = 1').run(account),
  )
  const words = (at: number) => [
    'borrow',
    '0001',
    '--to',
    `借阅人${at}`,
    '--purpose',
    '看',
    '--json',
  ]
  const all = await Promise.all([1, 2, 3, 4, 5, 6].map((at) => ran(office, words(at))))
  const statuses = all.map(({ status }) => status).toSorted((a, b) => a - b)
  expect(statuses).toEqual([0, 3, 3, 3, 3, 3])
  expect(all.filter(({ out }) => out.includes('"loan.out"'))).toHaveLength(5)
  office.account = account
  expect(await office.done('loans')).toHaveLength(1)
  expect(await office.done('request', 'list', '--all')).toHaveLength(1)
  expect((await office.done('log', 'verify')).ok).toBe(true)
})
