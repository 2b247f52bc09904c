import { execFileSync } from 'node:child_process'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Answered } from '../../src/cli/ask.ts'
import { equivalentLine } from '../../src/cli/equivalent.ts'
import { quoted } from '../../src/domain/quoted.ts'

const yes = (option: string): Answered => ({ option, value: '', isSwitch: true })

test.each<[string[], Answered[], string]>([
  [['add'], [{ option: '--name', value: '张三' }], 'dangan add --name 张三'],
  [['add'], [{ option: '--phone', value: '' }], 'dangan add'],
  [
    ['show', '--json'],
    [{ option: '<number>', value: 'RG2026-0001' }],
    'dangan show --json RG2026-0001',
  ],
  [['update', '1'], [{ option: '--set sex=…', value: 'male' }], 'dangan update 1 --set sex=male'],
  [['classify', '1', '2'], [yes('--yes')], 'dangan classify 1 2 --yes'],
  [['form', 'card', '1'], [yes('--mark')], 'dangan form card 1 --mark'],
  [['add'], [yes('--duplicate add')], 'dangan add --duplicate add'],
  [['update'], [{ option: '', value: 'phone' }], 'dangan update'],
  [['note', '1'], [{ option: '--text', value: '-5 度' }], "dangan note 1 '--text=-5 度'"],
  [
    ['import', 'a.csv'],
    [
      { option: '--map 传真=…,', value: 'phone' },
      { option: '--map 单位=…,', value: 'name' },
    ],
    'dangan import a.csv --map 传真=phone,单位=name',
  ],
  [['add', '--name', "O'Hara & Co"], [], String.raw`dangan add --name 'O'\''Hara & Co'`],
])('%j and what was answered make one line', (words, answers, line) => {
  expect(equivalentLine(words, answers)).toBe(line)
})

test('whatever a word holds, bash takes it whole', () => {
  const word = fc
    .string({ unit: 'grapheme' })
    .filter((it) => !it.includes('\0') && !/\p{Cs}/u.test(it))
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), (words) => {
      const script = `printf '%s\\0' ${words.map(quoted).join(' ')}`
      const said = execFileSync('bash', ['-c', script], { encoding: 'utf8' })
      expect(said).toBe(words.map((it) => `${it}\0`).join(''))
    }),
    { numRuns: 30 },
  )
})
