import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newFile } from '../../src/exchange/new-file.ts'
import { newRoom } from '../support/program.ts'

const begun = (path: string) => {
  const file = newFile(path, false)
  file.write('a page')
  return file
}

test('a page whose entry did not come about is taken away again, wherever it had got to', () => {
  const room = newRoom()
  const dropped = begun(join(room, 'page.html'))
  dropped.takeBack()
  dropped.discard()
  expect(readdirSync(room)).toEqual([])
  const placed = begun(join(room, 'page.html'))
  placed.keep()
  expect(readdirSync(room)).toEqual(['page.html'])
  placed.takeBack()
  expect(readdirSync(room)).toEqual([])
})

test('what stood there before anything was written is never taken away', () => {
  const room = newRoom()
  writeFileSync(join(room, 'page.html'), 'mine')
  const file = newFile(join(room, 'page.html'), true)
  file.write('a page')
  file.takeBack()
  file.discard()
  expect(readdirSync(room)).toEqual(['page.html'])
})
