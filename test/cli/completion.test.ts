import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { officeIn, type TestOffice } from '../support/office.ts'
import { environmentOf, launcher, newRoom, run } from '../support/program.ts'
import { onTerminal } from '../support/terminal.ts'

let office: TestOffice

beforeAll(async () => {
  office = await officeIn()
  await office.done('add', '--type', '个人', '--name', '张三丰')
  await office.done('add', '--type', '个人', '--name', '李 四')
  await office.done('add', '--type', '经销商', '--org', 'XH01', '--name', '上海宏达')
  await office.done('add', '--type', '个人', '--name', '机密客户', '--secrecy', 'confidential')
  await office.done('locate', 'add', 'A', '--rows', '2', '--label', '铁皮柜')
  office.hire({ name: '王芳', post: '客服', osAccount: 'wang' })
})

const offered = async (...words: readonly string[]): Promise<readonly string[]> => {
  const { status, out, err } = await office.run('__complete', '--', ...words)
  expect({ status, err }).toEqual({ status: 0, err: '' })
  return out.split('\n').slice(0, -1)
}

describe('a shell is offered', () => {
  test.each([
    ['commands', ['ad'], ['add\t新建客户档案']],
    ['subcommands', ['staff', 'le'], ['leave\t登记离岗']],
    ['topics of help', ['help', 'ini'], ['init\t新建档案文件']],
    ['options', ['add', '--sec'], ['--secrecy\t密级', '--secrecy-until\t保密期限的最后一天']],
    ['global options under a command', ['add', '--dr'], ['--dry-run\t只显示将会怎样，不写入']],
    ['choices of an option', ['list', '--format', 'nd'], ['ndjson\t']],
    ['choices after =', ['list', '--format=nd'], ['ndjson\t']],
    ['choices after = as bash splits it', ['list', '--format', '=', 'nd'], ['ndjson\t']],
    ['types, by identifier', ['add', '--type', 'de'], ['dealer\t经销商']],
    ['types, by label', ['add', '--type', '经'], ['经销商\tdealer']],
    ['levels', ['add', '--secrecy', 'top'], ['topSecret\t绝密']],
    ['numbers with names', ['show', 'JG'], ['JG2026XH01-0001\t上海宏达']],
    ['numbers in lower case', ['show', 'jg'], ['JG2026XH01-0001\t上海宏达']],
    ['the forms of a material', ['attach', 'RG2026-0001', '--form', 's'], ['scan\t扫描件']],
    ['files behind a number', ['attach', 'RG2026-0001', ''], [':files']],
    ['a second number', ['show', 'RG2026-0001', 'JG'], ['JG2026XH01-0001\t上海宏达']],
    ['staff', ['--as', '王'], ['王芳\t客服']],
    ['places', ['locate', '0001', '--to', 'A-'], ['A-1\t', 'A-2\t']],
    ['places by what people call them', ['add', '--location', '铁'], ['铁皮柜\tA']],
    ['no place for an order', ['attach', '0001', '--order', 'A'], []],
    ['file names', ['--file', ''], [':files']],
    ['nothing for a name', ['add', '--name', ''], []],
    ['nothing for an option after --', ['show', '--', '--qu'], []],
    ['shells', ['completion', 'z'], ['zsh\t']],
  ])('%s', async (_, words, lines) => {
    expect(await offered(...words)).toEqual(lines)
  })

  test('the number of a confidential archive without its name: reading that is journaled', async () => {
    expect(await offered('show', 'RG')).toEqual([
      'RG2026-0001\t张三丰',
      'RG2026-0002\t李 四',
      'RG2026-0003\t',
    ])
  })

  test('no archive that the reader may not see', async () => {
    office.account = 'wang'
    expect(await offered('show', 'RG')).toEqual(['RG2026-0001\t张三丰', 'RG2026-0002\t李 四'])
    office.account = 'lina'
  })

  test('fifty numbers at most', async () => {
    const many = await officeIn()
    const lines = Array.from({ length: 60 }, (_, at) => `客户${at},个人`)
    await many.runWith(['客户名称,客户类型', ...lines].join('\n'), 'import', '-', '--yes')
    const { out } = await many.run('__complete', '--', 'show', 'RG')
    expect(out.trim().split('\n')).toHaveLength(50)
  })

  test('nothing where the file is missing, foreign or encrypted, and not a word of complaint', async () => {
    const room = newRoom()
    writeFileSync(join(room, 'text'), 'this is no archive file')
    for (const file of ['none', 'text'])
      expect(await offered('--file', join(room, file), 'show', 'RG')).toEqual([])
    run(['init', '--encrypt'], { room, env: { DANGAN_KEY: 'k' } })
    expect(await offered('--file', join(room, 'archive.db'), 'show', 'RG')).toEqual([])
  })

  test('without a byte of the file changed', async () => {
    const digest = () => createHash('sha256').update(readFileSync(office.file)).digest('hex')
    const before = digest()
    await offered('show', 'RG')
    expect(digest()).toBe(before)
  })
})

/** What bash would offer at the end of a line, with the script that the program prints. */
function inBash(line: string, room = office.room): string {
  const script = `
    dangan() { '${process.execPath}' '${launcher}' "$@"; }
    source <(dangan completion bash)
    COMP_LINE=${JSON.stringify(line)} COMP_POINT=\${#COMP_LINE} COMP_TYPE=9
    COMP_WORDS=(${line
      .split(/(?<= )|(?==)|(?<==)/)
      .map((it) => JSON.stringify(it.trimEnd()))
      .join(' ')}${line.endsWith(' ') ? " ''" : ''})
    COMP_CWORD=$(( \${#COMP_WORDS[@]} - 1 ))
    compopt() { :; }
    _dangan; printf '%s\\n' "\${COMPREPLY[@]}"`
  const env = environmentOf(room, {
    DANGAN_FILE: office.file,
    DANGAN_LANG: 'zh-Hans',
    LC_ALL: 'C.UTF-8',
  })
  return execFileSync('bash', ['-c', script], { env, cwd: room, encoding: 'utf8' }).trim()
}

describe('the script for bash', () => {
  test.each([
    ['dangan comp', 'completion'],
    ['dangan show JG', 'JG2026XH01-0001'],
    ['dangan list --format=nd', 'ndjson'],
    ['dangan add --type 经', '经销商'],
    ['dangan nosuch ', ''],
  ])('completes %j to %j', (line, word) => {
    // the operator of this machine is a stranger to the office: open archives only
    expect(inBash(line)).toBe(word)
  })

  test('shows what several words mean', () => {
    expect(inBash('dangan show RG2026-')).toBe('RG2026-0001  (张三丰)\nRG2026-0002  (李 四)')
  })

  test('offers files where a path goes', () => {
    const room = newRoom()
    writeFileSync(join(room, '名单.csv'), '')
    expect(inBash('dangan import 名', room)).toBe('名单.csv')
  })
})

/** Is the shell here? Where it is not, its tests are skipped, and that is said aloud. */
function isHere(shell: string): boolean {
  if (spawnSync(shell, ['--version']).status === 0) return true
  console.warn(
    `${shell} is not installed: its completion is NOT tested here (apt install ${shell})`,
  )
  return false
}

/** A room where `dangan` is on the PATH, as it is after an installation, and a list to import. */
function shellRoom(): { room: string; env: Record<string, string> } {
  const room = newRoom()
  mkdirSync(join(room, 'bin'))
  const command = `#!/bin/sh\nexec '${process.execPath}' '${launcher}' "$@"\n`
  writeFileSync(join(room, 'bin/dangan'), command, { mode: 0o755 })
  writeFileSync(join(room, '名单.csv'), '')
  const path = `${join(room, 'bin')}:${process.env['PATH']}`
  const env = { DANGAN_FILE: office.file, DANGAN_LANG: 'zh-Hans', LC_ALL: 'C.UTF-8', PATH: path }
  return { room, env: { ...env, ZDOTDIR: room } }
}

describe.skipIf(!isHere('fish'))('the script for fish', () => {
  test.for([
    ['dangan comp', 'completion\t输出命令行补全脚本'],
    ['dangan show JG', 'JG2026XH01-0001\t上海宏达'],
    ['dangan show RG2026-', 'RG2026-0001\t张三丰\nRG2026-0002\t李 四'],
    ['dangan list --format=nd', '--format=ndjson'],
    ['dangan add --type=经', '--type=经销商\tdealer'],
    ['dangan add --type 经', '经销商\tdealer'],
    ['dangan add --sec', '--secrecy\t密级\n--secrecy-until\t保密期限的最后一天'],
    ['dangan import 名', '名单.csv'],
    ['dangan list --file=名', '--file=名单.csv'],
    ['dangan nosuch ', ''],
  ] as const)('completes %j to %j', ([line, offer]) => {
    const { room, env } = shellRoom()
    const script = `dangan completion fish | source; complete -C '${line}'`
    const setting = { cwd: room, env: environmentOf(room, env), encoding: 'utf8' } as const
    const { stdout, stderr } = spawnSync('fish', ['-c', script], setting)
    expect({ stdout: stdout.trim(), stderr }).toEqual({ stdout: offer, stderr: '' })
  })
})

describe.skipIf(!isHere('zsh'))('the script for zsh', () => {
  const startUp = {
    sourced: 'autoload -Uz compinit && compinit -D -u\nsource <(dangan completion zsh)\n',
    autoloaded:
      'dangan completion zsh > bin/_dangan\nfpath=(~/bin $fpath)\nautoload -Uz compinit && compinit -D -u\n',
  }

  /** What stands on the line after the tabulator, and what is offered below it. */
  async function typed(line: string, wanted: RegExp, how: keyof typeof startUp): Promise<void> {
    const { room, env } = shellRoom()
    writeFileSync(join(room, '.zshrc'), `PROMPT='ready> '\n${startUp[how]}`)
    const terminal = onTerminal('zsh', ['-d', '-i'], { room, env })
    try {
      await terminal.waitFor('ready>')
      terminal.type(line)
      await terminal.waitFor(line.trim())
      terminal.press('tab')
      terminal.press('tab')
      await terminal.waitFor(wanted)
    } finally {
      terminal.kill()
    }
  }

  test.for([
    ['sourced', 'dangan comp', /> dangan completion/],
    ['autoloaded', 'dangan comp', /> dangan completion/],
    ['sourced', 'dangan show jg', /> dangan show JG2026XH01-0001/],
    ['sourced', 'dangan show RG2026-', /RG2026-0001  -- 张三丰\s+RG2026-0002  -- 李 四/],
    ['sourced', 'dangan list --format=nd', /> dangan list --format=ndjson/],
    ['sourced', 'dangan add --type=经', /> dangan add --type=经销商/],
    ['sourced', 'dangan add --type 经', /> dangan add --type 经销商/],
    ['autoloaded', 'dangan list --file=名', /> dangan list --file=名单\.csv/],
    ['sourced', 'dangan import 名', /> dangan import 名单\.csv/],
  ] as const)('%s, completes %j: %s', async ([how, line, wanted]) => {
    await expect(typed(line, wanted, how)).resolves.toBeUndefined()
  })
})

test.for(['bash', 'zsh', 'fish'])(
  'the script for %s can be read by its shell',
  (shell, { skip }) => {
    const { status, stdout } = run(['completion', shell])
    expect(status).toBe(0)
    expect(stdout).toContain('__complete')
    const path = join(newRoom(), `dangan.${shell}`)
    writeFileSync(path, stdout)
    const read = spawnSync(shell, ['-n', path], { encoding: 'utf8' })
    skip(read.error !== undefined, `${shell} is not installed`)
    expect(read).toMatchObject({ status: 0, stderr: '' })
  },
)
