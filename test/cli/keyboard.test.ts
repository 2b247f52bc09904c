import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Keystrokes, strokesIn } from '../../src/cli/keyboard.ts'

test.each([
  ['宏达', ['宏', '达']],
  ['𠮷a', ['𠮷', 'a']],
  ['\u001B[D\u001B[1;5C', ['\u001B[D', '\u001B[1;5C']],
  ['\u001BOA上', ['\u001BOA', '上']],
  ['\u001Bb', ['\u001Bb']],
  ['\u001B', ['\u001B']],
  ['\r\n', ['\r', '\n']],
])('%j arrives as %j', (typed, strokes) => {
  expect(strokesIn(typed)).toEqual(strokes)
})

test('no keystroke is lost', () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constant('\u001B'),
      fc.constant('['),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
  })
  fc.assert(
    fc.property(text, (typed) => {
      expect(strokesIn(typed).join('')).toBe(typed)
    }),
  )
})

test('they come one at a time, wait while nobody reads, and then go on', async () => {
  const strokes = new Keystrokes()
  const heard: string[] = []
  strokes.on('data', (stroke: string) => {
    heard.push(stroke)
    if (stroke === '\r') strokes.pause()
  })
  strokes.typed('ab\rcd')
  await settled()
  expect(heard).toEqual(['a', 'b', '\r'])
  strokes.resume()
  await settled()
  expect(heard).toEqual(['a', 'b', '\r', 'c', 'd'])
})

test('Ctrl-D counts as Ctrl-C', async () => {
  const strokes = new Keystrokes()
  const heard: string[] = []
  strokes.on('data', (stroke: string) => heard.push(stroke))
  strokes.typed('\u0004')
  await settled()
  expect(heard).toEqual(['\u0003'])
})

test('the end comes after what was typed', async () => {
  const strokes = new Keystrokes()
  const heard: string[] = []
  strokes.on('data', (stroke: string) => heard.push(stroke)).on('end', () => heard.push('end'))
  strokes.typed('ab')
  strokes.end()
  await settled()
  expect(heard).toEqual(['a', 'b', 'end'])
})

const settled = () => new Promise((go) => setTimeout(go, 50))
