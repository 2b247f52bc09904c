import { randomBytes } from 'node:crypto'
import { rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Refusal } from '../domain/refusal.ts'
import { copyInto } from './backup.ts'
import { examine, failedIn, holdingsOf, type Holdings, type TellCheck } from './backup-check.ts'
import { requireRoom } from './copying.ts'
import { hashAt } from './journal-check.ts'
import { removeKey, replaceKey, type Key } from './key.ts'
import { inspect, openCopy, openToWrite } from './open.ts'
import { partialOf, sweepPartials, syncFile } from './place.ts'
import type { Store } from './store.ts'
import { openAlone, swapIn } from './swapping.ts'

/** An archive file that is to be written anew. */
export interface Recasting {
  readonly path: string
  readonly key: Key | undefined
  /** The key that it has afterwards; undefined: none. */
  readonly next: Key | undefined
  /** How long others are waited for, ms. */
  readonly patience: number
  readonly now: number
  /** Enters the act, in a transaction of the new file. */
  readonly enter: (store: Store) => void
  /** Hears what is done next. */
  readonly tell: (stage: 'copy' | 'seal' | Parameters<TellCheck>[0]) => void
}

/** How long the file was and is. */
export interface Recast {
  readonly bytesBefore: number
  readonly bytes: number
}

/**
 * Writes a file anew beside itself, under the next key, looks at all of it, and puts it in place in
 * one step while nobody else has the old one open (SPEC 15.16). Killed anywhere, the file that was
 * there is there.
 * @throws Refusal file.busy, file.no-space, backup.failed
 */
export function recast(it: Recasting): Recast {
  const { path } = it
  const bytesBefore = statSync(path).size
  sweepPartials(dirname(path), it.now)
  requireRoom(path, it.key === it.next ? bytesBefore : 2 * bytesBefore)
  const sibling = partialOf(`${path}.${randomBytes(4).toString('hex')}`)
  const old = openAlone(path, it.key, it.patience)
  try {
    const before = holdingsOf(old)
    it.tell('copy')
    copyInto(old, sibling)
    if (it.key !== it.next) seal(sibling, it, bytesBefore)
    enterIn(sibling, it)
    requireWhole(sibling, it, before)
    syncFile(sibling)
    const { size: bytes } = statSync(sibling)
    swapIn(sibling, path)
    return { bytesBefore, bytes }
  } finally {
    old.close()
    for (const end of ['', '-journal', '-wal', '-shm']) rmSync(sibling + end, { force: true })
  }
}

/** Below this what is sorted on the way stays in memory, bytes (SPEC 15.16). */
const large = 200e6

/** The sibling is ours alone and goes where anything fails: it needs no journal to go back. */
function seal(sibling: string, { key, next, tell }: Recasting, bytes: number): void {
  tell('seal')
  const store = openToWrite(sibling, key)
  // where one of both is plain nothing is given away; from key to key nothing is sorted
  const isPlain = key === undefined || next === undefined
  try {
    store.pragma(`temp_store = ${bytes > large && isPlain ? 'FILE' : 'MEMORY'}`)
    store.pragma('journal_mode = OFF')
    store.keyed((db) => (next ? replaceKey(db, next) : removeKey(db)))
  } finally {
    store.close()
  }
}

function enterIn(sibling: string, { next, enter }: Recasting): void {
  const store = openToWrite(sibling, next)
  try {
    store.transact(() => enter(store))
  } finally {
    store.close()
  }
}

/** What was there is there, and one entry more, under the right key. @throws Refusal backup.failed */
function requireWhole(sibling: string, { path, next, tell }: Recasting, before: Holdings): void {
  const failed = (check: 'integrity' | 'counts') => new Refusal('backup.failed', { path, check })
  if (inspect(sibling) !== (next ? 'sealed' : 'plain')) throw failed('integrity')
  const { checks, holdings } = examine(sibling, next, tell)
  const check = failedIn(checks)
  if (check !== undefined || !holdings)
    throw new Refusal('backup.failed', { path, check: check ?? 'integrity' })
  const isSame =
    holdings.uuid === before.uuid &&
    holdings.archives === before.archives &&
    holdings.entries === before.entries + 1 &&
    hashOf(sibling, next, before.seq) === before.head
  if (!isSame) throw failed('counts')
}

function hashOf(path: string, key: Key | undefined, seq: number): string | null {
  const store = openCopy(path, key)
  try {
    return hashAt(store, seq) ?? null
  } finally {
    store.close()
  }
}
