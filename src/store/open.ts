import Database from 'better-sqlite3'
import { accessSync, closeSync, constants, openSync, readSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Refusal } from '../domain/refusal.ts'
import { nativeBinding } from './addon.ts'
import { unlock, type Key } from './key.ts'
import { privateCopyOf } from './private-copy.ts'
import { Store } from './store.ts'

/** `dang` in ASCII, at offset 68 of every archive file. */
export const applicationId = 0x64616e67

export interface Opened {
  readonly store: Store
  /** Set where the folder cannot be written, so that a private copy is read (SPEC 15.15). */
  readonly copiedTo: string | undefined
}

/** What stands in the way before SQLite has looked: missing, a directory, another program's file. */
export type FileState = 'plain' | 'sealed'

/** Looks at the first bytes, without SQLite: plain, or sealed (encrypted); refuses what is neither. */
export function inspect(path: string): FileState {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) throw new Refusal('file.missing', { path })
  if (!stat.isFile()) throw new Refusal('file.not-a-file', { path })
  const head = headOf(path)
  if (head.subarray(0, 16).toString('latin1') === 'SQLite format 3\0') {
    if (head.readUInt32BE(68) !== applicationId) throw new Refusal('file.foreign', { path })
    return 'plain'
  }
  if (stat.size === 0 || stat.size % 512 !== 0 || readsAsText(head))
    throw new Refusal('file.foreign', { path })
  return 'sealed'
}

function headOf(path: string): Buffer {
  const head = Buffer.alloc(1024)
  let file: number
  try {
    file = openSync(path, 'r')
  } catch (thrown) {
    throw new Refusal('file.unreadable', { path, reason: String((thrown as Error).message) })
  }
  try {
    readSync(file, head, 0, head.length, 0)
  } finally {
    closeSync(file)
  }
  return head
}

/** An encrypted page looks like noise; a kilobyte without control bytes is somebody's text. */
const readsAsText = (head: Buffer): boolean => !head.some((byte) => byte < 9)

/** Opens for reading: nothing is written through it, and every byte of the file stays as it was. */
export function openToRead(path: string, key: Key | undefined): Opened {
  const state = inspect(path)
  if (!writable(dirname(path))) {
    const copy = privateCopyOf(path)
    return { store: ready(copy, path, state, key, { readonly: true }), copiedTo: copy }
  }
  const store = ready(path, path, state, key, { readonly: !writable(path) })
  store.pragma('query_only = ON')
  return { store, copiedTo: undefined }
}

/** Opens for writing. */
export function openToWrite(path: string, key: Key | undefined): Store {
  const state = inspect(path)
  if (!writable(path) || !writable(dirname(path))) throw new Refusal('file.read-only', { path })
  return ready(path, path, state, key, { readonly: false })
}

function writable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function ready(
  path: string,
  name: string,
  state: FileState,
  key: Key | undefined,
  options: { readonly: boolean },
): Store {
  if (state === 'sealed' && !key) throw new Refusal('file.key-needed', { path: name })
  const db = connect(path, { ...options, fileMustExist: true })
  const store = new Store(db, name)
  try {
    if (state === 'sealed' && key) unlock(db, key, name)
    if (store.pragma('application_id') !== applicationId) throw new Refusal('file.foreign', { path: name })
    settle(store, state)
  } catch (thrown) {
    store.close()
    throw thrown
  }
  return store
}

/** How long a writer waits for another before it says "busy", ms. */
const patience = 15_000

export const connect = (path: string, options: Database.Options): Database.Database =>
  new Database(path, { timeout: patience, nativeBinding: nativeBinding(), ...options })

/** Every connection's settings (reliability 3.1, SPEC 15.16). */
export function settle(store: Store, state: FileState): void {
  store.script(`
    PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;
    PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; PRAGMA secure_delete = ON;
    PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 0;
    PRAGMA temp_store = ${state === 'sealed' ? 'MEMORY' : 'FILE'};
  `)
}
