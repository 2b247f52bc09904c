import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { Refusal } from '../domain/refusal.ts'
import { fileFault } from './faults.ts'

/** What a file is called until it is whole. */
export const partialOf = (path: string): string => `${path}.partial`

/** A folder of our own making is 0700; one that is there stays as it is. */
export function makeFolder(path: string): void {
  try {
    for (const folder of missing(path)) mkdirSync(folder, { mode: 0o700 })
  } catch (thrown) {
    // whatever bears the name may have been made in the same moment, and be a folder
    const isTaken = (thrown as NodeJS.ErrnoException).code === 'EEXIST'
    if (!isTaken) throw fileFault(thrown, path)
  }
  if (!isFolder(path)) throw new Refusal('file.not-a-folder', { path })
}

/** A folder that is not there and those above it, the outermost first: `recursive` never ends where none may be made (/proc). */
const missing = (path: string): string[] =>
  existsSync(path) ? [] : [...missing(dirname(path)), path]

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory()

/** Does anything bear this name, even a link that leads nowhere? */
export function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined
  } catch {
    return false
  }
}

/** A new file, 0600, that is ours from its first byte: never somebody's, never through a link. */
export function claim(path: string, text = ''): void {
  try {
    const file = openSync(path, 'wx', 0o600)
    try {
      if (text !== '') writeSync(file, text)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
  } catch (thrown) {
    throw fileFault(thrown, path)
  }
}

/** Gives a whole file its name; what carries the name already is never overwritten. */
export function putInPlace(from: string, to: string): void {
  try {
    linkSync(from, to)
    rmSync(from)
  } catch (thrown) {
    if (!knowsNoLinks(thrown)) throw fileFault(thrown, to)
    if (existsSync(to)) throw new Refusal('file.target-exists', { path: to })
    renameSync(from, to)
  }
  syncFolder(dirname(to))
}

/** FAT sticks and some network shares. */
export const knowsNoLinks = (thrown: unknown): boolean =>
  ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EINVAL'].includes(
    String((thrown as NodeJS.ErrnoException).code),
  )

export const syncFile = (path: string): void => synced(path, 'r+')

/** Names last through a power cut, too. Windows cannot, and need not. */
export function syncFolder(folder: string): void {
  try {
    synced(folder, 'r')
  } catch (thrown) {
    if (
      !['EPERM', 'EISDIR', 'EINVAL', 'EACCES'].includes(String((thrown as { code?: string }).code))
    )
      throw fileFault(thrown, folder)
  }
}

function synced(path: string, flags: string): void {
  const file = openSync(path, flags)
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** An unfinished file that nobody has written to for so long was left behind by a killed program, ms. */
const longAgo = 60 * 60 * 1000

/** Removes what killed programs left unfinished in a folder. */
export function sweepPartials(folder: string, now: number): void {
  for (const name of readdirSync(folder).filter((name) => name.endsWith('.partial'))) {
    const path = join(folder, name)
    const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: now }
    if (now - mtimeMs > longAgo) rmSync(path, { force: true })
  }
}
