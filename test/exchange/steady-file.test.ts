import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesIn } from '../../src/exchange/folder-files.ts'
import { openSteady } from '../../src/exchange/steady-file.ts'
import { refusalOf } from '../support/refusals.ts'
import { newRoom } from '../support/program.ts'

const room = newRoom()
const fileOf = (content: string, name = 'file.bin'): string => {
  writeFileSync(join(room, name), content)
  return join(room, name)
}

/** Reads a file whole, 4 bytes at a time; `meanwhile` happens behind the first ones. */
function readThrough(path: string, meanwhile: () => void = () => undefined): string {
  const file = openSteady(path)
  try {
    const into = Buffer.alloc(4)
    let text = ''
    for (let count = file.read(into); count > 0; count = file.read(into)) {
      text += into.toString('utf8', 0, count)
      if (text.length === 4) meanwhile()
    }
    file.settle()
    return text
  } finally {
    file.close()
  }
}

test('a file is read as it is', () => {
  expect(readThrough(fileOf('abcdefghij'))).toBe('abcdefghij')
})

describe('a file that changes while it is read is refused', () => {
  const changed = (meanwhile: (path: string) => void) => {
    const path = fileOf('abcdefghij')
    utimesSync(path, 1e9, 1e9)
    return refusalOf(() => readThrough(path, () => meanwhile(path))).code
  }
  test('when it grows', () => {
    expect(changed((path) => appendFileSync(path, 'more'))).toBe('input.changed')
  })
  test('when it shrinks', () => {
    expect(changed((path) => truncateSync(path, 6))).toBe('input.changed')
  })
  test('when it is written over, as long as before', () => {
    expect(changed((path) => writeFileSync(path, 'ABCDEFGHIJ'))).toBe('input.changed')
  })
  test('when it is written over and its time set back', () => {
    const meanwhile = (path: string) => {
      const { atime, mtime } = statSync(path)
      writeFileSync(path, 'ABCDEFGHIJ')
      utimesSync(path, atime, mtime)
    }
    expect(changed(meanwhile)).toBe('input.changed')
  })
})

test('a file that is taken away or replaced while it is read is read to its end as it was', () => {
  const gone = fileOf('abcdefghij')
  expect(readThrough(gone, () => rmSync(gone))).toBe('abcdefghij')
  const replaced = fileOf('abcdefghij')
  const meanwhile = () => renameSync(fileOf('other', 'other.bin'), replaced)
  expect(readThrough(replaced, meanwhile)).toBe('abcdefghij')
})

test('a link that is named is followed', () => {
  symlinkSync(fileOf('abcdefghij'), join(room, 'link'))
  expect(readThrough(join(room, 'link'))).toBe('abcdefghij')
})

test('what is no file with something in it is refused, and a pipe does not hold us up', () => {
  const codeOf = (name: string) => refusalOf(() => openSteady(join(room, name))).code
  mkdirSync(join(room, 'folder'))
  spawnSync('mkfifo', [join(room, 'pipe')])
  symlinkSync(join(room, 'nowhere'), join(room, 'dangling'))
  fileOf('', 'empty')
  expect(codeOf('nothing')).toBe('input.missing')
  expect(codeOf('empty/beneath')).toBe('input.missing')
  expect(codeOf('dangling')).toBe('input.missing')
  expect(codeOf('folder')).toBe('input.directory')
  expect(codeOf('pipe')).toBe('input.special')
  expect(codeOf('empty')).toBe('input.empty')
  expect(refusalOf(() => openSteady('/dev/null')).code).toBe('input.special')
})

describe('a folder', () => {
  const folder = newRoom()
  mkdirSync(join(folder, 'beneath', 'deeper'), { recursive: true })
  const names = ['第10页.pdf', '第2页.pdf', '.DS_Store', '~$合同.docx', 'Thumbs.db']
  for (const name of names) writeFileSync(join(folder, name), name)
  writeFileSync(join(folder, 'beneath', 'deeper', 'x.pdf'), 'x')
  writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xff, 0xfe])]), 'x')
  symlinkSync('/etc', join(folder, 'link'))
  spawnSync('mkfifo', [join(folder, 'pipe')])
  const found = [...filesIn(folder)]

  test('gives its files in the order of a reader, page 2 before page 10, droppings left out', () => {
    expect(found.flatMap((it) => ('name' in it ? [it.name] : []))).toEqual([
      '第2页.pdf',
      '第10页.pdf',
      'x.pdf',
    ])
  })

  test('says in which folders a file lies, the innermost first', () => {
    expect(found.at(-1)).toMatchObject({ within: ['deeper', 'beneath'] })
  })

  test('follows no link, opens no pipe, and tells of names that are no UTF-8', () => {
    const passedBy = found.flatMap((it) => ('because' in it ? [it.because] : []))
    expect(passedBy.toSorted()).toEqual(['link', 'name', 'special'])
  })

  test('that is not there is refused', () => {
    expect(refusalOf(() => [...filesIn(join(folder, 'nowhere'))]).code).toBe('input.missing')
  })
})
