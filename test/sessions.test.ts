import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseSession, playSession } from './support/session.ts'

// DANGAN_UPDATE_SESSIONS=1 npx vitest run test/sessions.test.ts writes them anew: read the diff.
const folder = join(import.meta.dirname, 'sessions')
const names = readdirSync(folder).filter((name) => name.endsWith('.txt'))

describe.skipIf(names.length === 0)('sessions', () => {
  test.concurrent.for(names)('%s goes as written', { timeout: 180_000 }, async (name) => {
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
