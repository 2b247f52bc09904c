import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { Refusal } from '../domain/refusal.ts'

/** A file that is being written under another name; nobody sees a part of it under its own. */
export interface NewFile {
  readonly write: (text: string) => void
  /** Bytes as they are, at once. */
  readonly add: (bytes: Uint8Array) => void
  /** Puts it in its place, whole. @throws Refusal file.target-exists, file.disk */
  readonly keep: () => void
  /** Takes it away again; after `keep` this does nothing. */
  readonly discard: () => void
  /** Takes away what `keep` has put in its place: what it belongs to did not come about. */
  readonly takeBack: () => void
}

const heldBack = 256 * 1024

/**
 * Begins a file, 0600, `path.partial-…` until it is whole. An existing file is left alone unless
 * `over`, and never taken away before the new one is whole.
 * @throws Refusal file.target-exists, file.no-folder, file.unreadable, file.disk
 */
export function newFile(path: string, over: boolean): NewFile {
  if (!over && isThere(path)) throw new Refusal('file.target-exists', { path })
  const partial = `${path}.partial-${randomBytes(4).toString('hex')}`
  const file = opened(path, partial)
  let held = ''
  let isOpen = true
  let isKept = false
  const put = (bytes: Uint8Array) => {
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
  }
  const flush = () => {
    const bytes = Buffer.from(held)
    held = ''
    put(bytes)
  }
  const close = () => {
    if (isOpen) closeSync(file)
    isOpen = false
  }
  return {
    write(text) {
      held += text
      if (held.length > heldBack) onDisk(path, flush)
    },
    add(bytes) {
      onDisk(path, () => {
        if (held !== '') flush()
        put(bytes)
      })
    },
    keep() {
      onDisk(path, () => {
        flush()
        fsyncSync(file)
        close()
        settle(partial, path, over)
        isKept = true
      })
    },
    discard() {
      close()
      rmSync(partial, { force: true })
    },
    takeBack() {
      if (isKept) rmSync(path, { force: true })
      isKept = false
    },
  }
}

function opened(path: string, partial: string): number {
  try {
    return openSync(partial, 'wx', 0o600)
  } catch (thrown) {
    const { code, message } = thrown as NodeJS.ErrnoException
    const folder = dirname(path)
    if (code === 'ENOENT') throw new Refusal('file.no-folder', { folder })
    if (code === 'ENOTDIR') throw new Refusal('file.not-a-folder', { path: folder })
    throw new Refusal('file.unreadable', { path, reason: message })
  }
}

function onDisk(path: string, work: () => void): void {
  try {
    work()
  } catch (thrown) {
    if (thrown instanceof Refusal) throw thrown
    throw new Refusal('file.disk', { path, reason: (thrown as Error).message })
  }
}

/** By a link, which fails where somebody has made the file meanwhile; a file system without links renames. */
function settle(partial: string, path: string, over: boolean): void {
  if (!over) {
    try {
      linkSync(partial, path)
      rmSync(partial)
      syncFolder(path)
      return
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code === 'EEXIST' || isThere(path))
        throw new Refusal('file.target-exists', { path })
    }
  }
  renameSync(partial, path)
  syncFolder(path)
}

/** Also a link that leads nowhere: nothing is written through it or in its place. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined
  } catch {
    return false
  }
}

/** The name is on disk, too; some systems do not let a folder be opened. */
function syncFolder(path: string): void {
  try {
    const folder = openSync(dirname(path), 'r')
    fsyncSync(folder)
    closeSync(folder)
  } catch {
    // nothing that anybody could do
  }
}

/** Are these two names of one file? */
export function isSameFile(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other)
  } catch {
    return false
  }
}
