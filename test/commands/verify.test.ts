import { beforeEach, expect, test } from 'vitest'
import { historyOf } from '../../src/store/history.ts'
import { officeIn, type TestOffice } from '../support/office.ts'

let office: TestOffice
beforeEach(async () => {
  office = await officeIn()
  await office.done('add', '--type', '个人', '--name', '张三丰', '--channel', '第三方')
})

async function refused(...words: string[]) {
  const { status, error } = await office.run(...words, '--json')
  return { status, code: error?.code, facts: error?.facts }
}
const flags = async (number: string): Promise<string[]> => (await office.done('show', number)).flags

test('what came from others waits, and somebody else makes it active', async () => {
  office.hire({ name: '王芳', osAccount: 'wang' })
  expect(await flags('0001')).toEqual(['unverified'])
  expect(await refused('verify', '0001')).toMatchObject({
    status: 3,
    code: 'verify.own',
    facts: { number: 'RG2026-0001', staff: '李娜' },
  })
  office.account = 'wang'
  expect(await office.done('verify', '0001', '--method', '电话回访')).toMatchObject({
    status: 'active',
    version: 2,
  })
  expect(await flags('0001')).toEqual([])
  const event = office.look((store) => historyOf(store, 1)).at(-1)
  expect(event).toMatchObject({
    action: 'archive.verify',
    by: '王芳',
    detail: {
      after: { status: 'active', verifiedBy: 2, verifiedOn: '2026-11-20' },
      method: '电话回访',
    },
  })
})

test('whoever attests for somebody else verifies as that person', async () => {
  office.hire({ name: '王芳' })
  expect(await office.done('verify', '0001', '--as', '王芳')).toMatchObject({ status: 'active' })
  expect(await flags('0001')).toEqual([])
})

test('alone in the office the collector verifies, and it shows', async () => {
  const { status, err } = await office.run('verify', '0001')
  expect(status).toBe(0)
  expect(err).toContain('自行核实')
  expect(await flags('0001')).toEqual(['selfVerified'])
})

test('somebody who has left is nobody', async () => {
  office.hire({ name: '王芳', leftOn: '2026-11-20' })
  expect(await office.done('verify', '0001')).toMatchObject({ status: 'active' })
})

test('an active archive is verified anew: the day moves on', async () => {
  office.hire({ name: '王芳', osAccount: 'wang' })
  office.account = 'wang'
  await office.done('verify', '0001')
  office.today = '2027-03-01'
  await office.done('verify', '0001')
  const row = office.look((store) =>
    store.prepare('SELECT verified_on, version FROM archive').get(),
  )
  expect(row).toEqual({ verified_on: '2027-03-01', version: 3 })
})

test('several are one act', async () => {
  await office.done('add', '--type', '个人', '--name', '李四', '--channel', '网络')
  const archives = await office.done('verify', '0001', '0002')
  expect(archives.map(({ status }: { status: string }) => status)).toEqual(['active', 'active'])
  const journal = office.look((store) =>
    store.prepare(`SELECT object FROM journal WHERE action = 'archive.verify'`).all(),
  )
  expect(journal).toEqual([{ object: '' }])
})

test('one that cannot be verified holds up the others', async () => {
  office.hire({ name: '王芳', osAccount: 'wang' })
  office.account = 'wang'
  await office.done('add', '--type', '个人', '--name', '李四', '--channel', '网络')
  expect(await refused('verify', '0001', '0002')).toMatchObject({
    code: 'verify.own',
    facts: { number: 'RG2026-0002' },
  })
  expect(await flags('0001')).toEqual(['unverified'])
})

test.each([
  ['that is not there', ['0009'], 'archive.missing', 4],
  ['before its last act', ['0001', '--date', '2026-11-19'], 'date.before-last-act', 3],
])('nothing is verified %s', async (_, words, code, status) => {
  expect(await refused('verify', ...words)).toMatchObject({ code, status })
})

test('a collector who enters it for somebody else is told that it rests on their word', async () => {
  office.hire({ name: '王芳' })
  const { err } = await office.run('verify', '0001', '--as', '王芳')
  expect(err).toContain('王芳')
  const event = office.look((store) => historyOf(store, 1)).at(-1)
  expect(event).toMatchObject({ by: '王芳', detail: { attested: true } })
  expect(await flags('0001')).toEqual([])
})
