import Database from 'better-sqlite3'
import {
  accessSync,
  closeSync,
  constants,
  openSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { Refusal } from '../domain/refusal.ts'
import { addonFault, nativeBinding } from './addon.ts'
import { faultOf, fileFault } from './faults.ts'
import { unlock, type Key } from './key.ts'
import { privateCopyOf, removePrivateCopy } from './private-copy.ts'
import { Store } from './store.ts'

/** `dang` in ASCII, at offset 68 of every archive file. */
export const applicationId = 0x64616e67

/** How long a writer waits for another before it says "busy", ms. */
export const usualPatience = 15_000

export interface Opened {
  readonly store: Store
  /** Where nothing can be written, a private copy is read (SPEC 15.15). */
  readonly isCopy: boolean
}

/** What the first bytes say: plain, or sealed (encrypted). */
export type FileState = 'plain' | 'sealed'

/**
 * Files that this process has open, by device and inode. Their first bytes must not be looked at
 * again: closing a file drops every lock that its process holds on it (POSIX).
 */
const inUse = new Map<string, { readonly state: FileState; connections: number }>()

/** Looks at the first bytes, without SQLite: plain, or sealed; refuses what is neither. */
export function inspect(path: string): FileState {
  const { identity, size } = fileAt(path)
  const known = inUse.get(identity)
  if (known) return known.state
  const head = headOf(path)
  if (head.subarray(0, 16).toString('latin1') === 'SQLite format 3\0') {
    if (head.readUInt32BE(68) !== applicationId) throw new Refusal('file.foreign', { path })
    return 'plain'
  }
  if (size < head.length || size % 512 !== 0 || !isNoise(head))
    throw new Refusal('file.foreign', { path })
  return 'sealed'
}

function fileAt(path: string): { identity: string; size: number } {
  const stat = statAt(path)
  if (!stat) throw new Refusal('file.missing', { path })
  if (!stat.isFile()) throw new Refusal('file.not-a-file', { path })
  return { identity: `${stat.dev}:${stat.ino}`, size: stat.size }
}

function statAt(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch (thrown) {
    throw fileFault(thrown, path)
  }
}

function headOf(path: string): Buffer {
  const head = Buffer.alloc(1024)
  try {
    const file = openSync(path, 'r')
    try {
      readSync(file, head, 0, head.length, 0)
    } finally {
      closeSync(file)
    }
  } catch (thrown) {
    throw fileFault(thrown, path)
  }
  return head
}

/** In a kilobyte of an encrypted page nearly all 256 bytes occur; text and tables use far fewer. */
const isNoise = (head: Buffer): boolean => new Set(head).size > 200

/** Opens for reading: nothing is written through it, and every byte of the file stays as it was. */
export function openToRead(path: string, key: Key | undefined, patience = usualPatience): Opened {
  const state = inspect(path)
  // opened where it lies, it would leave a log beside it that its owner could not write to
  if (!isWritable(path)) return { store: readCopy(path, state, key), isCopy: true }
  try {
    const store = ready({ path, name: path, state, key, options: { timeout: patience } })
    store.pragma('query_only = ON')
    return { store, isCopy: false }
  } catch (thrown) {
    // a disk so full that there is no room for the log's index still can be read
    const isFull = thrown instanceof Refusal && thrown.code === 'file.disk'
    if (!isFull || inUse.has(fileAt(path).identity)) throw thrown
    return { store: readCopy(path, state, key), isCopy: true }
  }
}

function readCopy(path: string, state: FileState, key: Key | undefined): Store {
  const copy = privateCopyOf(path)
  const left = () => removePrivateCopy(copy)
  try {
    const options = { readonly: true }
    const store = ready({ path: copy, name: path, state, key, options, left })
    left()
    return store
  } catch (thrown) {
    left()
    throw thrown
  }
}

/** Opens a file that nobody writes to any more, a backup: leaves nothing beside it. */
export function openCopy(path: string, key: Key | undefined): Store {
  const state = inspect(path)
  return ready({ path, name: path, state, key, options: { readonly: true } })
}

/** Opens for writing. Nothing is written before somebody does. */
export function openToWrite(path: string, key: Key | undefined, patience = usualPatience): Store {
  const state = inspect(path)
  if (!isWritable(path)) throw new Refusal('file.read-only', { path })
  return ready({ path, name: path, state, key, options: { timeout: patience } })
}

/** A write-ahead log, so that others read while one writes; a backup put in place has none yet. */
export function keepLog(store: Store): void {
  if (store.pragma('journal_mode') !== 'wal') store.pragma('journal_mode = WAL')
}

/** The file and its folder, where SQLite keeps its log; through a link, those it leads to. */
function isWritable(path: string): boolean {
  try {
    const real = realpathSync(path)
    accessSync(real, constants.W_OK)
    accessSync(dirname(real), constants.W_OK)
    return true
  } catch {
    return false
  }
}

interface Opening {
  readonly path: string
  /** What messages call it: a private copy goes by the name of its original. */
  readonly name: string
  readonly state: FileState
  readonly key: Key | undefined
  readonly options: Database.Options
  readonly left?: () => void
}

function ready({ path, name, state, key, options, left }: Opening): Store {
  if (state === 'sealed' && !key) throw new Refusal('file.key-needed', { path: name })
  const leave = enterUse(path, state)
  const db = connectOr(leave, path, name, { ...options, fileMustExist: true })
  const store = new Store(db, name, () => {
    leave()
    left?.()
  })
  try {
    if (state === 'sealed' && key) store.keyed((sealed) => unlock(sealed, key, name))
    if (store.pragma('application_id') !== applicationId)
      throw new Refusal('file.foreign', { path: name })
    settle(store, state)
  } catch (thrown) {
    store.close()
    throw thrown
  }
  return store
}

/** Counts a connection to a file; gives what is to be done when it is closed. */
export function enterUse(path: string, state: FileState): () => void {
  const { identity } = fileAt(path)
  const use = inUse.get(identity) ?? { state, connections: 0 }
  use.connections += 1
  inUse.set(identity, use)
  return () => {
    use.connections -= 1
    if (use.connections === 0) inUse.delete(identity)
  }
}

function connectOr(
  failed: () => void,
  path: string,
  name: string,
  options: Database.Options,
): Database.Database {
  try {
    return connect(path, options)
  } catch (thrown) {
    failed()
    throw faultOf(thrown, name)
  }
}

export function connect(path: string, options: Database.Options): Database.Database {
  try {
    return new Database(path, {
      timeout: usualPatience,
      nativeBinding: nativeBinding(),
      ...options,
    })
  } catch (thrown) {
    throw addonFault(thrown)
  }
}

/** Every connection's settings (reliability 3.1, SPEC 15.16). */
export function settle(store: Store, state: FileState): void {
  store.script(`
    PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;
    PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; PRAGMA secure_delete = ON;
    PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 0;
    PRAGMA temp_store = ${state === 'sealed' ? 'MEMORY' : 'FILE'};
  `)
}
