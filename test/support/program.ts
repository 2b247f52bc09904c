import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join, resolve } from 'node:path'

/** The launcher, as a user's shell finds it. */
export const launcher = resolve(import.meta.dirname, '../../bin/dangan.js')

export type Environment = Readonly<Record<string, string | undefined>>

/** The day that it is for the built program: clock.cjs sets its clock, so no test grows old. */
export const fixedDay = '2026-11-20'

const clock = resolve(import.meta.dirname, 'clock.cjs')

export interface Setting {
  /** Where the program runs and has its home; a room of its own if left out. */
  readonly room?: string
  /** Added to the clean environment; `undefined` takes a variable away. */
  readonly env?: Environment
  /** What arrives on standard input; nothing if left out. */
  readonly stdin?: string | Uint8Array
}

export interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

const rooms: string[] = []
process.once('exit', () => {
  for (const room of rooms) rmSync(room, { recursive: true, force: true })
})

/** An empty folder that goes when this test process does. */
export function newRoom(): string {
  const room = realpathSync(mkdtempSync(join(tmpdir(), 'dangan-test-')))
  rooms.push(room)
  return room
}

/** Compiled code is kept here for all rooms, as it is for all archive files of one person. */
const sharedCache = join(tmpdir(), `dangan-tests-${userInfo().uid}`)

/** Nothing of the machine's own but PATH: a home, a language, an archive file, a clock. */
export function environmentOf(room: string, env: Environment = {}): Record<string, string> {
  const plain: Environment = {
    PATH: process.env['PATH'],
    HOME: room,
    LANG: 'C.UTF-8',
    TZ: 'Asia/Shanghai',
    DANGAN_FILE: join(room, 'archive.db'),
    XDG_CACHE_HOME: sharedCache,
    NODE_OPTIONS: `--require ${clock}`,
    ...env,
  }
  const isGiven = (entry: [string, string | undefined]): entry is [string, string] =>
    entry[1] !== undefined
  return Object.fromEntries(Object.entries(plain).filter(isGiven))
}

/** Runs the built program to its end. */
export function run(words: readonly string[], setting: Setting = {}): Ran {
  const { room = newRoom(), env, stdin = '' } = setting
  const { status, stdout, stderr } = spawnSync(process.execPath, programWords(words), {
    cwd: room,
    env: environmentOf(room, env),
    input: stdin,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  return { status, stdout, stderr }
}

/** Starts the built program and leaves it running, its three streams piped. */
export function start(
  words: readonly string[],
  setting: Omit<Setting, 'stdin'> = {},
): ChildProcess {
  const { room = newRoom(), env } = setting
  return spawn(process.execPath, programWords(words), {
    cwd: room,
    env: environmentOf(room, env),
    stdio: 'pipe',
  })
}

/** What Node is started with; complains when the program could not be built. */
export function programWords(words: readonly string[]): string[] {
  if (process.env['DANGAN_UNBUILT']) throw new Error('dist/ could not be built: npm run build')
  return [launcher, ...words]
}
