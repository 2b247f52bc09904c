import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { claim, makeFolder, putInPlace } from '../../src/store/place.ts'
import { modeOf } from '../support/files.ts'
import { newRoom } from '../support/program.ts'

test('a name that is taken, be it by a link that leads nowhere, is never claimed', () => {
  const room = newRoom()
  writeFileSync(join(room, 'file'), 'mine')
  symlinkSync(join(room, 'nowhere'), join(room, 'link'))
  for (const name of ['file', 'link'])
    expect(() => claim(join(room, name), 'new')).toThrow('file.target-exists')
  expect(readFileSync(join(room, 'file'), 'utf8')).toBe('mine')
  expect(existsSync(join(room, 'nowhere'))).toBe(false)
})

test('a finished file takes its name only where nobody has it', () => {
  const room = newRoom()
  const [from, to] = [join(room, 'x.partial'), join(room, 'x')]
  claim(from, 'new')
  expect(modeOf(from)).toBe(0o600)
  writeFileSync(to, 'mine')
  expect(() => putInPlace(from, to)).toThrow('file.target-exists')
  expect(readFileSync(to, 'utf8')).toBe('mine')
  putInPlace(from, `${to}.2`)
  expect(readdirSync(room).toSorted()).toEqual(['x', 'x.2'])
})

test.skipIf(!existsSync('/proc/self'))(
  'where the machine lets no folder be made that is said at once',
  () => {
    expect(() => makeFolder('/proc/nowhere/copies')).toThrow(/file\./)
  },
)

test('a folder is made with those above it; a file in its place is told', () => {
  const room = newRoom()
  makeFolder(join(room, 'a', 'b'))
  makeFolder(join(room, 'a', 'b'))
  expect([modeOf(join(room, 'a')), modeOf(join(room, 'a', 'b'))]).toEqual([0o700, 0o700])
  writeFileSync(join(room, 'file'), '')
  expect(() => makeFolder(join(room, 'file'))).toThrow('file.not-a-folder')
  expect(() => makeFolder(join(room, 'file', 'under'))).toThrow('file.unreadable')
})
