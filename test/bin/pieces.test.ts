import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { environmentOf, newRoom, run } from '../support/program.ts'

const root = resolve(import.meta.dirname, '../..')
const languages = ['zh-Hans', 'zh-Hant', 'en']
const quick = [['show', '0001'], ['show', '0001', '--json'], ['find', '张三'], ['list']]

let room: string
let copy: string
beforeAll(() => {
  room = newRoom()
  run(['init', '--name', '李娜'], { room })
  run(['add', '--type', 'individual', '--name', '张三丰'], { room })
  copy = newRoom()
  for (const name of ['bin', 'dist', 'schema', 'package.json'])
    cpSync(join(root, name), join(copy, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  for (const name of readdirSync(join(copy, 'dist')))
    if (/^acts|-other/.test(name)) rmSync(join(copy, 'dist', name))
})

test.each(languages.flatMap((language) => quick.map((words) => [language, words] as const)))(
  'in %s, %j is answered without what only other commands read',
  (language, words) => {
    const env = environmentOf(room, { DANGAN_LANG: language })
    const line = [join(copy, 'bin/dangan.js'), ...words]
    const { status, stdout } = spawnSync(process.execPath, line, { env, encoding: 'utf8' })
    expect([status, stdout.includes('张三丰')]).toEqual([0, true])
  },
)
