import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newRoom, run } from '../support/program.ts'
import { inTerminal } from '../support/terminal.ts'

const env = { DANGAN_LANG: 'zh-Hans' }
const secret = '密钥 with spaces'

test('a key is asked for without echo, and once, however often the command opens the file', async () => {
  const room = newRoom()
  const keyed = { room, env: { ...env, DANGAN_KEY: secret } }
  expect(run(['init', '--encrypt'], keyed).status).toBe(0)
  const add = ['add', '--type', 'individual', '--name', '张三丰', '--secrecy', 'confidential']
  expect(run(add, keyed).status).toBe(0)
  // reading what is confidential is an act: the file is opened a second time, for writing
  const terminal = inTerminal(['show', '0001'], { room, env })
  await terminal.waitFor('密钥')
  terminal.type(secret)
  terminal.press('enter')
  expect(await terminal.ended).toBe(0)
  const said = terminal.transcript().join('\n')
  expect(said).toContain('张三丰')
  expect(said.match(/密钥：/g)).toHaveLength(1)
  expect(said).not.toContain('with spaces')
  expect(run(['log', '--limit', '1', '--json'], keyed).stdout).toContain('archive.read')
})

test('a new key is asked for twice; Ctrl-C at the question leaves nothing', async () => {
  const room = newRoom()
  const words = ['init', '--encrypt', '--name', '李娜', '--post', '馆员']
  const cancelled = inTerminal(words, { room, env })
  await cancelled.waitFor('密钥')
  cancelled.press('ctrl-c')
  expect(await cancelled.ended).toBe(130)
  expect(existsSync(join(room, 'archive.db'))).toBe(false)

  const terminal = inTerminal(words, { room, env })
  await terminal.waitFor('密钥')
  terminal.type(secret)
  terminal.press('enter')
  await terminal.waitFor(/密钥[^]*(再|again|确认)/)
  terminal.type(secret)
  terminal.press('enter')
  expect(await terminal.ended).toBe(0)
  expect(readFileSync(join(room, 'archive.db')).includes('SQLite format 3')).toBe(false)
  expect(run(['log'], { room, env: { ...env, DANGAN_KEY: secret } }).status).toBe(0)
})
