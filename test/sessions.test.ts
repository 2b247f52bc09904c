import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseSession, playSession } from './support/session.ts'
import { plainWords } from './support/shell-words.ts'

// DANGAN_UPDATE_SESSIONS=1 npx vitest run test/sessions.test.ts writes them anew: read the diff.
const folder = join(import.meta.dirname, 'sessions')
const names = readdirSync(folder).filter((name) => name.endsWith('.txt'))

describe.skipIf(names.length === 0)('sessions', () => {
  test.for(names)('%s goes as written', { timeout: 180_000 }, async (name) => {
    const path = join(folder, name)
    const written = readFileSync(path, 'utf8')
    const played = await playSession(parseSession(written))
    const isUpdate = Boolean(process.env['DANGAN_UPDATE_SESSIONS'])
    if (isUpdate) writeFileSync(path, played)
    expect(played).toBe(isUpdate ? played : written)
  })
})

test('a session keeps remarks, quotes what looks like a command, and shows stderr and status', async () => {
  const script = [
    '# GREETING=你好',
    '$ echo $GREETING; echo; echo "# no remark" >&2; exit 3',
    '你好',
    '\\',
    '› # no remark',
    '[status 3]',
    '',
    '$ cat <<END',
    '> $ one',
    '> END',
    '\\$ one',
    '',
  ].join('\n')
  expect(await playSession(parseSession(script))).toBe(script)
  expect(await playSession(parseSession(script.replace('\n你好', '\n再见')))).toBe(script)
})

describe('a line of a session', () => {
  test.each([
    ["dangan find '王 小明'", ['dangan', 'find', '王 小明']],
    ['dangan import  $FIXTURES/customers.csv', ['dangan', 'import', '/f/customers.csv']],
    ['dangan note --set "工艺=烤瓷 牙"', ['dangan', 'note', '--set', '工艺=烤瓷 牙']],
    [
      "dangan update --set 名称='甲 乙' --yes",
      ['dangan', 'update', '--set', '名称=甲 乙', '--yes'],
    ],
    ["dangan add --phone ''", ['dangan', 'add', '--phone', '']],
  ])('of plain words needs no bash: %s', (line, words) => {
    expect(plainWords(line, { FIXTURES: '/f' })).toEqual(words)
  })

  test.each([
    'dangan list | head -1',
    'dangan list > list.csv',
    'dangan list; ls',
    'dangan show $(dangan list)',
    'dangan find "$NAME"',
    'dangan find $NOTHING',
    'dangan attach scans/*',
    'dangan find 王\\ 小明',
    'dangan list # all',
    'dangan show ~/x',
    "dangan find '王",
  ])('with more to it is left to bash: %s', (line) => {
    expect(plainWords(line, { FIXTURES: '/f' })).toBeUndefined()
  })
})
