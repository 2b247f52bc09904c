import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { devNull, userInfo } from 'node:os'
import { resolve } from 'node:path'
import { environmentOf, fixedDay, launcher, newRoom, type Environment } from './program.ts'
import { runInside } from './run-inside.ts'
import { plainWords } from './shell-words.ts'

/**
 * A session is a script and its golden output at once:
 *
 *     # LANG=zh_CN.UTF-8            environment, before the first command; `# NAME=` takes it away
 *     # any other remark
 *     $ dangan list | head -1       run by bash, in one folder for the whole session; a line of plain
 *                                   words that bash has nothing to do with runs in this process
 *     > second line of the command
 *     档号 …                        what it writes to stdout
 *     › 共 3 份                     what it writes to stderr
 *     [status 4]                    unless 0
 *     $ today 2026-11-25            from now on it is that day; until then 20 November 2026
 *
 * An output line that is empty or looks like one of these has a backslash before it.
 */
export interface Session {
  readonly env: Environment
  readonly parts: readonly Part[]
}
/** Remarks and empty lines, or a command with its expected output. */
export type Part = { readonly remark: string } | Step
export interface Step {
  readonly command: string
  readonly output: readonly string[]
}

export function parseSession(text: string): Session {
  const env: Record<string, string | undefined> = {}
  const parts: (Part & { output?: string[] })[] = []
  for (const line of text.replace(/\n$/, '').split('\n')) {
    const last = parts.at(-1)
    const variable = /^# ([A-Z_]+)=(.*)$/.exec(line)
    if (variable?.[1]) env[variable[1]] = variable[2] === '' ? undefined : variable[2]
    if (line.startsWith('$ ')) parts.push({ command: line.slice(2), output: [] })
    else if (line.startsWith('> ') && last && 'command' in last) {
      parts[parts.length - 1] = { ...last, command: `${last.command}\n${line.slice(2)}` }
    } else if (line === '' || line.startsWith('#') || !last?.output) parts.push({ remark: line })
    else last.output.push(line)
  }
  return { env, parts }
}

/** Plays a session and writes it down anew, with what really came. */
export async function playSession({ env, parts }: Session): Promise<string> {
  const stage = setStage()
  const machine = environmentOf(stage.room, { ...stage.env, ...env })
  const lines: string[] = []
  for (const part of parts) {
    if ('remark' in part) lines.push(part.remark)
    else {
      const heard = await played(part.command, stage, machine)
      lines.push(...`$ ${part.command}`.replaceAll('\n', '\n> ').split('\n'))
      lines.push(...written(heard, stage))
    }
  }
  return `${lines.join('\n')}\n`
}

function played(command: string, stage: Stage, machine: Environment): Promise<Heard> {
  const [program, ...words] = plainWords(command, machine) ?? []
  if (program === 'dangan') return inside(words, stage, machine)
  return inBash(command, stage.room, machine)
}

/** One session at a time: a process has one working folder. */
async function inside(words: readonly string[], stage: Stage, env: Environment): Promise<Heard> {
  const before = process.cwd()
  const fd = openSync(devNull, 'r')
  const noon = Date.parse(`${readFileSync(stage.day, 'utf8').trim() || fixedDay}T04:00:00Z`)
  const began = Date.now()
  const clock = () => new Date(noon + Date.now() - began)
  process.chdir(stage.room)
  try {
    const { username: account } = userInfo()
    const ran = await runInside(words, { env, account, home: String(env['HOME']), clock, fd })
    return { status: ran.status, stdout: ran.out, stderr: ran.err }
  } finally {
    process.chdir(before)
    closeSync(fd)
  }
}

interface Stage {
  readonly room: string
  /** Holds the day that it is; empty: the usual one. */
  readonly day: string
  readonly env: Environment
  /** Folders of this run, and what stands for them. */
  readonly folders: readonly (readonly [string, string])[]
}

/** `dangan` on the PATH, a home and `$FIXTURES`, all outside the room, which the session may list. */
function setStage(): Stage {
  const [room, home, bin] = [newRoom(), newRoom(), newRoom()]
  const wrapper = resolve(bin, 'dangan')
  const day = resolve(bin, '.day')
  writeFileSync(day, '')
  const program = `TEST_DAY=$(<'${day}') exec '${process.execPath}' '${launcher}' "$@"`
  const complaint = `echo 'dist/ could not be built' >&2; exit 99`
  const command = process.env['DANGAN_UNBUILT'] ? complaint : program
  writeFileSync(wrapper, `#!/bin/bash\n${command}\n`, { mode: 0o755 })
  writeFileSync(resolve(bin, 'today'), `#!/bin/sh\necho "$1" >'${day}'\n`, { mode: 0o755 })
  return {
    room,
    day,
    env: { PATH: `${bin}:${process.env['PATH']}`, HOME: home, FIXTURES: fixtures },
    folders: [
      [room, '<room>'],
      [home, '<home>'],
      [fixtures, '<fixtures>'],
    ],
  }
}

const fixtures = resolve(import.meta.dirname, '../../fixtures')

function written({ status, stdout, stderr }: Heard, stage: Stage): string[] {
  const quoted = (line: string) => (/^(\$ |> |#|\\|›|\[status |$)/.test(line) ? `\\${line}` : line)
  return [
    ...steady(stdout, stage).map(quoted),
    ...steady(stderr, stage).map((line) => `› ${line}`.trimEnd()),
    ...(status === 0 ? [] : [`[status ${status}]`]),
  ]
}

interface Heard {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

function inBash(command: string, cwd: string, env: Environment): Promise<Heard> {
  const shell = spawn('bash', ['-o', 'pipefail', '-c', command], {
    cwd,
    env: { ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const heard = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    shell[name].setEncoding('utf8').on('data', (text: string) => (heard[name] += text))
  }
  return new Promise((tell, fail) => {
    shell.on('error', fail).on('close', (status) => tell({ status, ...heard }))
  })
}

/** What differs from run to run, and what stands for it. */
const placeholders: readonly (readonly [RegExp, string])[] = [
  [/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)/g, '<instant>'],
  [/\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?/g, '<instant>'],
  [/\b[0-9a-f]{64}\b/g, '<sha256>'],
  [/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, '<uuid>'],
  [/("seconds": ?)[\d.]+/g, '$1<seconds>'],
  [/\d+(?:\.\d+)?( ?)(?=秒|seconds?\b)/g, '<seconds>$1'],
]

function steady(text: string, { folders }: Stage): string[] {
  if (text === '') return []
  let same = text
  for (const [folder, placeholder] of folders) same = same.replaceAll(folder, placeholder)
  for (const [changing, placeholder] of placeholders) same = same.replace(changing, placeholder)
  return same.replace(/\n$/, '').split('\n')
}
