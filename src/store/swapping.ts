import { copyFileSync, linkSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { Refusal } from '../domain/refusal.ts'
import { fileFault } from './faults.ts'
import type { Key } from './key.ts'
import { openToWrite } from './open.ts'
import { isThere, knowsNoLinks, syncFolder } from './place.ts'
import type { Store } from './store.ts'

/** How often a file that others use is asked for again, ms. */
const pause = 50

/**
 * Opens a file for us alone: while it is open nobody else reads or writes it, and its log is in the
 * file. Whoever comes meanwhile finds, once it was swapped, that their file has been moved.
 * @throws Refusal file.busy where another process has it open
 */
export function openAlone(path: string, key: Key | undefined, patience: number): Store {
  const store = openToWrite(path, key, Math.min(patience, 1000))
  try {
    for (let waited = 0; !isTaken(store); waited += pause) {
      if (waited >= patience) throw new Refusal('file.busy', { path })
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause)
    }
    return store
  } catch (thrown) {
    store.close()
    throw thrown
  }
}

/** Out of write-ahead logging goes only who is alone; the lock then stays until it is closed. */
function isTaken(store: Store): boolean {
  try {
    if (store.pragma('journal_mode = DELETE') !== 'delete') return false
    store.pragma('locking_mode = EXCLUSIVE')
    store.script('BEGIN EXCLUSIVE; COMMIT')
    return true
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.code === 'file.busy') return false
    throw thrown
  }
}

/** What SQLite leaves beside a file that was not closed in good order. */
const besides = ['-wal', '-shm', '-journal']

/**
 * Puts a whole file in the place of another, in one step: at any instant the old or the new one is
 * there. The old one stays under `keptAs`, where that is said.
 */
export function swapIn(from: string, to: string, keptAs?: string): void {
  try {
    if (keptAs !== undefined) keep(to, keptAs)
    // a log that nobody could put into its file would be taken for the new one's
    for (const end of besides) {
      if (!isThere(to + end)) continue
      if (keptAs === undefined) rmSync(to + end)
      else renameSync(to + end, keptAs + end)
    }
    renameSync(from, to)
    syncFolder(dirname(to))
  } catch (thrown) {
    throw fileFault(thrown, to)
  }
}

/** A second name for it; a copy where the disk knows no second names. */
function keep(path: string, keptAs: string): void {
  try {
    linkSync(path, keptAs)
  } catch (thrown) {
    if (!knowsNoLinks(thrown)) throw thrown
    copyFileSync(path, keptAs)
  }
}
