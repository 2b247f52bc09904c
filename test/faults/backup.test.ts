import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { everythingIn } from '../support/files.ts'
import { newRoom, run, start } from '../support/program.ts'

const rows = 8_000
const wait = (ms: number) => new Promise((tell) => setTimeout(tell, ms))

/** A room with an archive file of some megabytes: large enough to be caught at. */
function stocked(): string {
  const room = newRoom()
  const list = Array.from(
    { length: rows },
    (_, at) => `客户${at},个人,${19900000000 + at},北京路${at}号`,
  )
  writeFileSync(join(room, 'list.csv'), `客户名称,客户类型,联系电话,地址\n${list.join('\n')}\n`)
  expect(run(['init', '--name', '李娜'], { room }).status).toBe(0)
  expect(run(['import', 'list.csv', '--quiet'], { room }).status).toBe(0)
  return room
}

/** Backs up, and is killed at some moment between the first file and the end. */
async function killed(room: string, folder: string): Promise<void> {
  const child = start(['backup', folder], { room })
  const gone = once(child, 'exit')
  while (readdirSync(folder).length === 0 && child.exitCode === null) await wait(2)
  await wait(randomInt(60))
  child.kill('SIGKILL')
  await gone
}

test('backups killed at any moment leave the file as it was, and no copy that passes for a backup and is none', async () => {
  const room = stocked()
  const folder = join(room, 'copies')
  mkdirSync(folder)
  const file = () => everythingIn(room)['archive.db']
  const before = file()
  expect(before).toHaveLength(64)
  const kinds = new Set<string>()
  for (const from = performance.now(); performance.now() - from < 8_000;) {
    await killed(room, folder)
    const left = readdirSync(folder)
    const copies = left.filter((name) => name.endsWith('.db'))
    for (const copy of copies) {
      const verified = run(['backup', 'verify', join(folder, copy)], { room })
      expect([copy, verified.status, verified.stderr]).toEqual([copy, 0, expect.any(String)])
    }
    kinds.add(copies.length > 0 ? 'whole' : left.length > 0 ? 'partial' : 'nothing')
    for (const name of left) rmSync(join(folder, name))
  }
  expect(file()).toEqual(before)
  // else nothing was ever caught half-way, and this test proves nothing
  expect([...kinds]).toContain('partial')
  await killed(room, folder)
  expect(run(['backup', folder], { room }).status).toBe(0)
  expect(
    existsSync(join(folder, readdirSync(folder).find((it) => it.endsWith('.db')) ?? '-')),
  ).toBe(true)
  expect(run(['log', 'verify'], { room }).status).toBe(0)
}, 60_000)
