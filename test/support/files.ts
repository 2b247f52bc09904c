import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { nativeBinding } from '../../src/store/addon.ts'
import { environmentOf, programWords, type Environment, type Ran } from './program.ts'

/** Opens a file without any of our own code around it. */
export function rawly<T>(path: string, work: (db: Database.Database) => T): T {
  const db = new Database(path, { nativeBinding: nativeBinding() })
  try {
    return work(db)
  } finally {
    db.close()
  }
}

export const sha256Of = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex')

/** Every file of a folder, whatever is beneath it, with its bytes' hash. */
export const everythingIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(folder, name)).isFile())
      .toSorted()
      .map((name) => [name, sha256Of(join(folder, name))]),
  )

/** `rw-------` as 0o600. */
export const modeOf = (path: string): number => statSync(path).mode & 0o777

/** Changes bytes of a file in place. */
export function patch(path: string, change: (bytes: Buffer) => Buffer | void): void {
  const bytes = readFileSync(path)
  writeFileSync(path, change(bytes) ?? bytes)
}

const isRoot = process.getuid?.() === 0
const nobody = 65534

/** The account of whoever `runUnprivileged` is. */
export const unprivilegedAccount = (): string => (isRoot ? 'nobody' : userInfo().username)

/** Gives a file or folder to whoever `runUnprivileged` is, with these permissions. */
export function giveAway(path: string, mode: number): void {
  if (isRoot) chownSync(path, nobody, nobody)
  chmodSync(path, mode)
}

/** Runs the built program as somebody for whom permissions hold. */
export function runUnprivileged(
  words: readonly string[],
  room: string,
  env: Environment = {},
): Ran {
  const become = ['--reuid', `${nobody}`, '--regid', `${nobody}`, '--clear-groups']
  const program = [process.execPath, ...programWords(words)]
  const [command = '', ...rest] = isRoot ? ['setpriv', ...become, ...program] : program
  const { status, stdout, stderr } = spawnSync(command, rest, {
    cwd: '/',
    env: environmentOf(room, env),
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

/**
 * Can files be taken away from the one who runs the program? Root reads and writes everything, and
 * whoever root becomes may not be let in where the program lies.
 */
export const canBeUnprivileged = (): boolean =>
  (isTried ??= !isRoot || runUnprivileged(['--version'], '/').status === 0)
let isTried: boolean | undefined

/** Runs a script in a process of its own that has `Database`, and hears its first line. */
export function beside(script: string): { process: ChildProcess; ready: Promise<string> } {
  const driver = JSON.stringify(resolve(import.meta.dirname, '../../node_modules/better-sqlite3'))
  const program = `const Database = require(${driver}); ${script}`
  const child = spawn(process.execPath, ['-e', program], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ready = new Promise<string>((tell, fail) => {
    child.stdout.once('data', (bytes: Buffer) => tell(bytes.toString()))
    child.once('exit', (status) => fail(new Error(`it ended with ${status}`)))
  })
  return { process: child, ready }
}
