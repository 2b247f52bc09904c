import { closeSync, constants, fstatSync, openSync, readSync, type BigIntStats } from 'node:fs'
import { basename, resolve } from 'node:path'
import { Refusal } from '../domain/refusal.ts'

/** A regular file that is read from the first byte to the last, and must not change meanwhile. */
export interface SteadyFile {
  readonly path: string
  readonly name: string
  readonly bytes: number
  /** Fills the buffer as far as the file goes; 0 at its end. */
  readonly read: (into: Uint8Array) => number
  /** Begins again at the first byte. */
  readonly rewind: () => void
  /** Once all has been read. @throws Refusal input.changed where what was read is not what is there now */
  readonly settle: () => void
  readonly close: () => void
}

/**
 * Opens a file, through a link where the path is one. Nothing that waits for somebody else to
 * write (a pipe) holds the program up.
 * @throws Refusal input.missing, input.directory, input.special, input.empty, input.unreadable
 */
export function openSteady(path: string): SteadyFile {
  const fd = opened(path)
  try {
    return steady(path, fd, regular(path, fd))
  } catch (thrown) {
    closeSync(fd)
    throw thrown
  }
}

function steady(path: string, fd: number, before: BigIntStats): SteadyFile {
  let at = 0
  return {
    path,
    name: basename(resolve(path)),
    bytes: Number(before.size),
    read(into) {
      const count = attempt(path, () => filled(fd, into, at))
      at += count
      return count
    },
    rewind() {
      at = 0
    },
    settle() {
      const now = attempt(path, () => fstatSync(fd, { bigint: true }))
      if (BigInt(at) !== before.size || !isSame(before, now))
        throw new Refusal('input.changed', { path })
    },
    close: () => closeSync(fd),
  }
}

/** As much as there is: a network disk may give less than was asked for. */
function filled(fd: number, into: Uint8Array, from: number): number {
  let count = 0
  while (count < into.length) {
    const got = readSync(fd, into, count, into.length - count, from + count)
    if (got === 0) break
    count += got
  }
  return count
}

/** Taking its name away, or giving it another, changes nothing of what is in it. */
const isSame = (before: BigIntStats, now: BigIntStats): boolean =>
  before.size === now.size &&
  before.mtimeNs === now.mtimeNs &&
  (before.ctimeNs === now.ctimeNs || before.nlink !== now.nlink)

function opened(path: string): number {
  try {
    // without waiting: opening a pipe would last until somebody writes to it
    return openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new Refusal('input.missing', { path })
    if (code === 'EISDIR') throw new Refusal('input.directory', { path })
    if (code === 'ENXIO' || code === 'ENODEV') throw new Refusal('input.special', { path })
    throw unreadable(path, thrown)
  }
}

function regular(path: string, fd: number): BigIntStats {
  const stat = attempt(path, () => fstatSync(fd, { bigint: true }))
  if (stat.isDirectory()) throw new Refusal('input.directory', { path })
  if (!stat.isFile()) throw new Refusal('input.special', { path })
  if (stat.size === 0n) throw new Refusal('input.empty', { path })
  return stat
}

function attempt<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (thrown) {
    throw unreadable(path, thrown)
  }
}

const unreadable = (path: string, thrown: unknown): Refusal => {
  const { code, message } = thrown as NodeJS.ErrnoException
  return new Refusal('input.unreadable', { path, reason: code ?? message })
}
