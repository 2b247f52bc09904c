import { beforeAll, expect, test } from 'vitest'
import { beside, sha256Of } from '../support/files.ts'
import { officeIn, type TestOffice } from '../support/office.ts'

let office: TestOffice
beforeAll(async () => {
  office = await officeIn({ patience: 150 })
  await office.done('add', '--type', 'individual', '--name', '张三丰')
})

/** Another process holds the file with this statement until `work` is over. */
async function whileHeld(statement: string, work: () => Promise<void>): Promise<void> {
  const holder = beside(`
    const db = new Database(${JSON.stringify(office.file)})
    db.exec(${JSON.stringify(statement)})
    console.log('held')
    process.stdin.resume().on('end', () => process.exit())`)
  await holder.ready
  const ended = new Promise((tell) => holder.process.once('exit', tell))
  try {
    await work()
  } finally {
    holder.process.stdin?.end()
    await ended
  }
}

const add = ['add', '--type', 'individual', '--name', '李四', '--json']

test('while another process writes longer than we wait: status 6, nothing written, reading goes on', async () => {
  await whileHeld('BEGIN IMMEDIATE', async () => {
    const before = sha256Of(office.file)
    const started = performance.now()
    const ran = await office.run(...add)
    expect([ran.status, ran.error.code, ran.out]).toEqual([6, 'file.busy', ''])
    expect(performance.now() - started).toBeGreaterThan(100)
    expect((await office.run('show', '0001')).status).toBe(0)
    expect((await office.run('log', 'verify')).status).toBe(0)
    expect(sha256Of(office.file)).toBe(before)
  })
  expect((await office.run(...add)).json.number).toBe('RG2026-0002')
})

test('a backup whose entry cannot be made is taken back', async () => {
  await whileHeld('BEGIN IMMEDIATE', async () => {
    const ran = await office.run('backup', '--json')
    expect([ran.status, ran.error.code]).toEqual([6, 'file.busy'])
  })
  expect((await office.run('backup', 'list', '--json')).json).toEqual([])
})

test('a writer that ends in time is waited for', async () => {
  const patient = await officeIn({ patience: 10_000 })
  const holder = beside(`
    const db = new Database(${JSON.stringify(patient.file)})
    db.exec('BEGIN IMMEDIATE')
    console.log('held')
    setTimeout(() => { db.exec('COMMIT'); process.exit() }, 300)`)
  await holder.ready
  expect((await patient.run(...add)).status).toBe(0)
})
