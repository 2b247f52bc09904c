import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { launcher, newRoom } from '../support/program.ts'

function launch(nodeOptions: readonly string[]) {
  const room = newRoom()
  mkdirSync(join(room, 'bin'))
  for (const name of ['dangan.js', 'compiled.js'])
    copyFileSync(join(dirname(launcher), name), join(room, 'bin', name))
  writeFileSync(
    join(room, 'old.cjs'),
    "Object.defineProperty(process, 'versions', { value: { node: '20.16.9' } })",
  )
  return spawnSync(process.execPath, [...nodeOptions, 'bin/dangan.js'], {
    cwd: room,
    encoding: 'utf8',
  })
}

test('an old Node is told so, in three languages', () => {
  const { status, stdout, stderr } = launch(['--require', './old.cjs'])
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr.trimEnd().split('\n')).toEqual([
    expect.stringContaining('需要 Node.js 20.17 或更新的版本，当前'),
    expect.stringContaining('需要 Node.js 20.17 或更新的版本，目前'),
    expect.stringContaining('needs Node.js 20.17 or newer'),
  ])
})

test('a program that has not been built names the command that builds it', () => {
  const { status, stderr } = launch([])
  expect(status).toBe(1)
  expect(stderr.match(/npm run build/g)).toHaveLength(3)
})
