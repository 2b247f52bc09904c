import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { beforeAll, describe, expect, test } from 'vitest'
import { exits } from '../../src/cli/exit.ts'
import { commandList } from '../../src/commands/index.ts'
import { en } from '../../src/messages/en/index.ts'
import { zhHans } from '../../src/messages/zh-Hans/index.ts'
import {
  chaptersOf,
  commandLinesOf,
  documentText,
  partOf,
  programIn,
  rewritePart,
  statusSaid,
  wrongIn,
} from '../support/documents.ts'
import { parseSession, playSession, type Step } from '../support/session.ts'

// DANGAN_UPDATE_README=1 npx vitest run test/house/readme.test.ts writes the tables anew: read the diff.
const isUpdate = Boolean(process.env['DANGAN_UPDATE_README'])
const documents = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md']

/** A table as README has it; under DANGAN_UPDATE_README it has it from now on. */
function tableOf(name: string, rows: readonly (readonly string[])[]): string {
  const table = rows.map((row) => `| ${row.join(' | ')} |`).join('\n')
  if (isUpdate) rewritePart('README.md', name, table)
  return table
}

const rule = ['---', '---', '---']
const childrenOf = (command: CommandUnknownOpts) =>
  command.commands.filter((it) => it.name() !== 'help' && !it.name().startsWith('__'))

describe('README', () => {
  let [english, chinese]: CommandUnknownOpts[] = []
  beforeAll(async () => {
    english = await programIn('en')
    chinese = await programIn('zh-Hans')
  })

  test('has every command of the program in its table, in the order of the help', () => {
    const rows = commandList.flatMap(({ name }) => {
      const [one, other] = [english, chinese].map((it) =>
        childrenOf(it as CommandUnknownOpts).find((command) => command.name() === name),
      )
      return rowsOf(one as CommandUnknownOpts, other as CommandUnknownOpts, '')
    })
    const table = tableOf('commands', [['command', 'what it does', '用途'], rule, ...rows])
    expect(partOf(documentText('README.md'), 'commands')).toBe(table)
  })

  test('has the exit statuses of the program', () => {
    const rows = Object.values(exits).map((status) => [
      String(status),
      en.program.exits[status],
      zhHans.program.exits[status],
    ])
    const table = tableOf('exits', [['status', 'meaning', '含义'], rule, ...rows])
    expect(partOf(documentText('README.md'), 'exits')).toBe(table)
  })

  test('has every environment variable of the manual page', () => {
    const text = documentText('README.md')
    const names = en.terminal.man.variables.map(([name]) => `\`${name}\``)
    expect(names.filter((name) => !text.includes(name))).toEqual([])
  })

  test.for(documents)('%s shows no command line that the program does not know', (name) => {
    const lines = commandLinesOf(documentText(name))
    const wrong = lines.flatMap((line) => wrongIn(english as CommandUnknownOpts, line) ?? [])
    expect(wrong).toEqual([])
    expect(lines.length).toBeGreaterThanOrEqual(name === 'README.md' ? 50 : 0)
  })
})

test('a command line that is wrong is seen to be so', async () => {
  const program = await programIn('en')
  expect(wrongIn(program, 'dangan lend 0001')).toMatch(/no command lend/)
  expect(wrongIn(program, 'dangan add --nmae X')).toMatch(/no option --nmae/)
  expect(wrongIn(program, 'dangan backup one two')).toMatch(/too many/)
  expect(wrongIn(program, "dangan -f a.db note 0001 --text 'two words' --json")).toBeUndefined()
})

const chapters = chaptersOf(documentText('README.md')).filter(({ lines }) => lines.length > 0)

describe('what README shows works, line by line', () => {
  test.concurrent.for(chapters)('$title', { timeout: 180_000 }, async ({ title, lines }) => {
    const begin = lines[0]?.startsWith('dangan init') ? [] : filled
    const env = {
      DANGAN_DATE: undefined,
      DANGAN_LANG: /\p{Script=Han}/u.test(title) ? 'zh-Hans' : 'en',
    }
    const said = await play(['ln -s "$FIXTURES" fixtures', ...begin, ...lines], env)
    expect(said).toEqual([0, ...begin.map(() => 0), ...lines.map(statusSaid)])
  })

  test(
    'the line for cron backs up and says nothing, in the bare environment of cron',
    { timeout: 180_000 },
    async () => {
      const line = /^0 2 \* \* \* (.*)$/m.exec(documentText('README.md'))?.[1] ?? 'false'
      const said = await steps(
        [
          'DANGAN_FILE= HOME="$PWD" dangan init',
          `env -i HOME="$PWD" PATH="$PATH" sh -c '${line}'`,
          'ls dangan-backups/*.db | wc -l',
        ],
        { DANGAN_DATE: undefined },
      )
      expect(said.slice(1).map(({ output }) => output)).toEqual([[], ['1']])
    },
  )

  test(
    'the line for the daily duties, under env -i as cron runs it: silent, then told, and a page each time',
    { timeout: 180_000 },
    async () => {
      const line = /^30 1 \* \* \* (.*)$/m.exec(documentText('README.md'))?.[1] ?? 'false'
      const cron = `env -i HOME="$PWD" LOGNAME=cron PATH="$PATH" NODE_OPTIONS="$NODE_OPTIONS" SHELL=/bin/sh /bin/sh -c '${line}'`
      const said = await steps(
        [
          'DANGAN_FILE= HOME="$PWD" dangan init --policy general',
          cron,
          'ls dangan-backups/*.db dangan-duties.html | wc -l',
          'DANGAN_FILE= HOME="$PWD" dangan add --type 个人 --name 张三 --channel 第三方',
          cron,
          'grep -c "dangan verify GR2026-0001" dangan-duties.html',
        ],
        { DANGAN_DATE: undefined, DANGAN_LANG: undefined },
      )
      const [, first, files, , second, page] = said.map(({ output }) => output)
      expect([first, files, page]).toEqual([[], ['2'], ['1']])
      expect(second?.at(-1)).toBe('[status 10]')
      expect(second?.join('\n')).toContain('dangan verify GR2026-0001')
    },
  )
})

/** An archive file with a short list in it, to begin a chapter with. */
const filled = ['dangan init', 'dangan import fixtures/small.csv']

/** The statuses of command lines played in a room of their own. */
async function play(lines: readonly string[], env: Record<string, string | undefined>) {
  const played = await steps(lines, env)
  return played.map(({ output }) =>
    Number(/^\[status (\d+)\]$/.exec(output.at(-1) ?? '')?.[1] ?? 0),
  )
}

async function steps(lines: readonly string[], env: Record<string, string | undefined>) {
  const parts = lines.map((command) => ({ command, output: [] }))
  const played = parseSession(await playSession({ env, parts }))
  return played.parts.filter((part): part is Step => 'command' in part)
}

function rowsOf(one: CommandUnknownOpts, other: CommandUnknownOpts, before: string): string[][] {
  const path = `${before}${one.name()}`
  const said = [one, other].map((it) => it.summary().replaceAll('|', '\\|'))
  const below = childrenOf(one).flatMap((child) => {
    const twin = childrenOf(other).find((it) => it.name() === child.name())
    return rowsOf(child, twin as CommandUnknownOpts, `${path} `)
  })
  return [[`\`${path}\``, ...said], ...below]
}
