import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { isColoured } from '../../src/cli/paint.ts'
import { widthOf } from '../../src/cli/width.ts'
import { environmentOf, launcher, newRoom, programWords, run } from '../support/program.ts'
import { inTerminal } from '../support/terminal.ts'

const zh = { DANGAN_LANG: 'zh-Hans' }
let room: string

beforeAll(() => {
  room = newRoom()
  run(['init', '--name', '李娜', '--post', '档案管理员'], { room, env: zh })
  const rows = Array.from({ length: 300 }, (_, at) => `上海市第${at}号义齿制作贸易有限公司,个人`)
  const stdin = ['客户名称,客户类型', ...rows].join('\n')
  run(['import', '-', '--yes'], { room, env: zh, stdin })
  run(
    [
      'add',
      '--type',
      '个人',
      '--name',
      '葛\u{E0100}飾 😀',
      '--address',
      '上海市浦东新区张江高科技园区碧波路六百九十号',
    ],
    { room, env: zh },
  )
})

describe('--quiet', () => {
  const quiet = (...words: string[]) => run([...words, '--quiet'], { room, env: zh })

  test.for([
    [['backup'], /^已备份|^已|备份/],
    [['backup', 'verify'], /archive-/],
    [['log', 'verify'], /./],
    [['add', '--type', '个人', '--name', '安静', '--dry-run'], /RG2026-/],
    [['classify', '1', '--stage', '售后'], /RG2026-0001/],
    [['list', '--limit', '1'], /RG2026-0001/],
    [['import', 'list'], /B1/],
  ] as const)(
    'leaves the result of %j where it was, and says nothing besides',
    ([words, result]) => {
      const { status, stdout, stderr } = quiet(...words)
      expect({ status, stdout, stderr }).toEqual({
        status: 0,
        stdout: expect.stringMatching(result),
        stderr: '',
      })
    },
  )

  test('does not silence what went wrong', () => {
    const { status, stderr } = quiet('show', '9999')
    expect({ status, stderr }).toEqual({ status: 4, stderr: expect.stringContaining('9999') })
  })

  test.for([
    [[], true],
    [['--quiet'], false],
  ] as const)('draws no progress on a terminal: %j', ([words, isDrawn]) => {
    writeFileSync(join(room, 'list.csv'), '客户名称,客户类型\n进度,个人\n')
    const line = programWords(['import', 'list.csv', '--dry-run', '--yes', ...words])
    const script = `'${process.execPath}' ${line.map((it) => `'${it}'`).join(' ')}`
    const seen = execFileSync('script', ['-qec', script, '/dev/null'], {
      cwd: room,
      env: environmentOf(room, { ...zh, TERM: 'xterm-256color' }),
      encoding: 'utf8',
    })
    expect(/[#-]{30} \d+%/.test(seen)).toBe(isDrawn)
  })
})

describe('a listing on a terminal', () => {
  test('of few rows shows every text whole, however narrow the terminal is', async () => {
    for (const cols of [40, 24, 80]) {
      const person = inTerminal(['list', '葛', '--fields', 'number,name,address'], {
        room,
        env: zh,
        cols,
      })
      expect(await person.ended).toBe(0)
      const lines = person.transcript()
      expect(lines.join('').replaceAll(/\s/g, '')).toContain('葛\u{E0100}飾')
      const kept = [...'上海市浦东新区张江高科技园区碧波路六百九十号']
      for (const character of kept) expect(lines.join('')).toContain(character)
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(cols)
    }
  })

  test('of many rows is cut to the terminal, each row on one line', async () => {
    const person = inTerminal(['list'], { room, env: zh, cols: 40 })
    expect(await person.ended).toBe(0)
    const lines = person.transcript().filter((line) => line.startsWith('RG'))
    expect(lines).toHaveLength(301)
    expect(lines[0]).toContain('…')
  })

  test('piped is whole', () => {
    const { stdout } = run(['list'], { room, env: zh })
    expect(stdout).not.toContain('…')
    expect(stdout).not.toContain('\u001B')
  })
})

describe('colour', () => {
  const shown = (env: Record<string, string>, words: readonly string[] = []) => {
    const line = [...programWords(['list', '葛', ...words])].map((it) => `'${it}'`).join(' ')
    const script = ['-qec', `'${process.execPath}' ${line}`, '/dev/null']
    return execFileSync('script', script, {
      cwd: room,
      env: environmentOf(room, { ...zh, TERM: 'xterm-256color', ...env }),
      encoding: 'utf8',
    })
  }

  test.skipIf(!existsSync('/usr/bin/script')).each([
    ['a terminal', {}, [], true],
    ['NO_COLOR', { NO_COLOR: '1' }, [], false],
    ['NO_COLOR, empty, says nothing', { NO_COLOR: '' }, [], true],
    ['TERM=dumb', { TERM: 'dumb' }, [], false],
    ['--no-color', {}, ['--no-color'], false],
    ['FORCE_COLOR over NO_COLOR', { NO_COLOR: '1', FORCE_COLOR: '1' }, [], true],
  ])('%s', (_, env, words, coloured) => {
    expect(shown(env as Record<string, string>, words as string[]).includes('\u001B[1m')).toBe(
      coloured,
    )
  })

  test('is for each stream by itself', () => {
    const [person, pipe] = [{ isTerminal: true }, { isTerminal: false }]
    expect([isColoured(person, true, {}), isColoured(pipe, true, {})]).toEqual([true, false])
    expect(isColoured(pipe, true, { FORCE_COLOR: '1' })).toBe(true)
    expect(isColoured(person, true, { FORCE_COLOR: '0' })).toBe(false)
  })

  test('of an error goes with the word', async () => {
    const person = inTerminal(['show', 'RG9999-0001'], { room, env: zh })
    expect(await person.ended).toBe(4)
    expect(person.screen().join('\n')).toContain('错误：没有编号为 RG9999-0001 的档案')
  })
})

/** Runs the program in bash, so that its output can be sent elsewhere; gives status and stderr. */
function shell(line: string): { status: number | null; stderr: string; stdout: string } {
  const program = `dangan() { '${process.execPath}' '${launcher}' "$@"; }; set -o pipefail; `
  const env = environmentOf(room, zh)
  return spawnSync('bash', ['-c', program + line], { cwd: room, env, encoding: 'utf8' })
}

describe('where output goes wrong', () => {
  test.each([
    ['head -1', 2],
    ['true', 1],
  ])('a reader who has seen enough is no failure: dangan list | %s', (reader, lines) => {
    const { status, stdout, stderr } = shell(`dangan list | ${reader}`)
    expect({ status, stderr: stderr.replace(/.*301.*\n/, '') }).toEqual({ status: 0, stderr: '' })
    expect(stdout.split('\n')).toHaveLength(lines)
  })

  test
    .skipIf(!existsSync('/dev/full'))
    .each([
      ['dangan list'],
      ['dangan list --json'],
      ['dangan --help'],
      ['dangan --version'],
      ['dangan completion bash'],
      ['dangan man'],
      ['dangan show RG2026-0001'],
    ])('%s > /dev/full is status 1, and says why', (line) => {
    const { status, stderr } = shell(`${line} > /dev/full`)
    expect(status).toBe(1)
    expect(stderr).toContain('无法输出结果')
  })

  test('a terminal where standard input is closed is asked nothing', () => {
    const { status, stderr } = shell('dangan add < /dev/null')
    expect(status).toBe(2)
    expect(stderr).toContain('缺少')
    expect(shell('dangan add <&-').status).toBe(2)
  })
})
