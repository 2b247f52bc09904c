import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  anotherName,
  keptName,
  titleFrom,
  typeFrom,
  writableName,
} from '../../src/domain/file-name.ts'

test.each<[string, string, string]>([
  ['an ordinary name stays', '采购合同 2025.pdf', '采购合同 2025.pdf'],
  ['two dots at the beginning stay', '..foo', '..foo'],
  ['the folder above', '../x', '.._x'],
  ['the folder above, as Windows writes it', '..\\x', '.._x'],
  ['a path from the root', '/etc/passwd', '_etc_passwd'],
  ['a drive', 'C:x', 'C_x'],
  ['a device of Windows', 'CON', '_CON'],
  ['a device with an ending', 'nul.txt', '_nul.txt'],
  ['not a device', 'console.log', 'console.log'],
  ['dots and blanks at the end', '合同. .', '合同'],
  ['nothing but dots', '..', '_'],
  ['nothing at all', '', '_'],
  ['a newline', 'a\nb.pdf', 'a_b.pdf'],
  ['NUL', 'a\0b', 'a_b'],
  ['a change of direction', 'fdp.\u202Eexe', 'fdp._exe'],
  ['half a character', 'a\uD800b', 'a_b'],
  ['NFD, as a Mac writes it', 'cafe\u0301.pdf', 'café.pdf'],
])('%s: a file is written out under a harmless name', (_, name, written) => {
  expect(writableName(name)).toBe(written)
})

test('300 bytes of Chinese are shortened to whole characters, and the ending stays', () => {
  const written = writableName(`${'档'.repeat(100)}.pdf`)
  expect(Buffer.byteLength(written)).toBeLessThanOrEqual(220)
  expect(written).toMatch(/^档+\.pdf$/)
})

test('whatever a file was called, the name written stays in its folder and fits every file system', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
      const written = writableName(name)
      expect(written).not.toMatch(/[/\\\0\n]/)
      expect(['', '.', '..']).not.toContain(written)
      expect(Buffer.byteLength(written)).toBeLessThanOrEqual(220)
      expect(writableName(written)).toBe(written)
    }),
  )
})

test('a name is kept composed, with nothing in it that acts on a terminal', () => {
  expect(keptName('cafe\u0301\u001B[2J.pdf')).toBe('café\uFFFD[2J.pdf')
})

test('the second file of a name gets a number before its ending', () => {
  expect([1, 2, 3].map((count) => anotherName('合同.pdf', count))).toEqual([
    '合同.pdf',
    '合同 (2).pdf',
    '合同 (3).pdf',
  ])
})

test.each([
  ['采购合同.pdf', '采购合同'],
  ['a\nb.pdf', 'a b'],
  ['第1.2版 最终.docx', '第1.2版 最终'],
  ['.hidden', '.hidden'],
])('a file without a title is called after its name: %j', (name, title) => {
  expect(titleFrom(name)).toBe(title)
})

test.each([
  ['扫描.PDF', 'application/pdf'],
  ['上颌.stl', 'model/stl'],
  ['发票.ofd', 'application/ofd'],
  ['noname', 'application/octet-stream'],
  ['x.constructor', 'application/octet-stream'],
])('the type is told by the ending: %s', (name, type) => {
  expect(typeFrom(name)).toBe(type)
})
