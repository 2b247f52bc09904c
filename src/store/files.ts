import { realpathSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { Refusal } from '../domain/refusal.ts'
import type { Instant } from '../domain/words.ts'
import { query } from './query.ts'
import type { Store } from './store.ts'

/** Bytes of one piece of a file: measured, neither smaller nor larger pieces are faster. */
export const chunkBytes = 256 * 1024

/** A process that may be writing files just now. */
export interface Writer {
  /** Of this process. */
  readonly name: string
  /** Undefined: it runs on another machine, nobody here can tell. */
  readonly isRunning: (name: string) => boolean | undefined
  readonly now: () => Instant
}

/** What a transaction of a few pieces takes beside, in the log, bytes. */
const roomBeside = 16 * 1024 * 1024

/**
 * Is there room for so many bytes? A disk that is filled to the last byte lets nobody take anything
 * away again either. @throws Refusal file.disk
 */
export function requireRoom(store: Store, bytes: number): void {
  const { bavail, bsize } = statfsSync(dirname(realpathSync(store.path)))
  const free = Number(store.pragma('freelist_count')) * Number(store.pragma('page_size'))
  const needed = Math.max(0, bytes - free) + roomBeside
  if (bavail * bsize >= needed) return
  const [needs, has] = [needed, bavail * bsize].map((it) => `${Math.ceil(it / 1e6)} MB`)
  const reason = `ENOSPC: no space left on device (${has} < ${needs})`
  throw new Refusal('file.disk', { path: store.path, reason })
}

/** Begins a file that is nobody's yet; its pieces follow, a short transaction each few of them. */
export function beginFile(store: Store, archiveId: number, { name, now }: Writer): number {
  const row = { archiveId, bytes: 0, writer: name, touchedAt: now() }
  return store.run(query.insertInto('file').values(row)).lastId
}

/** Adds pieces behind those that are there, in a transaction of their own. @throws Refusal file.busy where the file was swept out meanwhile */
export function addPieces(
  store: Store,
  id: number,
  first: number,
  pieces: readonly Uint8Array[],
  { now }: Writer,
): void {
  store.transact(() => {
    const touched = query.updateTable('file').set({ touchedAt: now() }).where('id', '=', id)
    if (store.run(touched).changes === 0) throw new Refusal('file.busy', { path: store.path })
    writePieces(store, id, first, pieces)
  })
}

/** In the caller's transaction. */
function writePieces(store: Store, id: number, first: number, pieces: readonly Uint8Array[]): void {
  const insert = store.prepare('INSERT INTO file_chunk (file_id, at, content) VALUES (?, ?, ?)')
  for (const [at, piece] of pieces.entries()) insert.run(id, first + at, piece)
}

/** From now on the file is the archive's: it stands in the register of fixity. In the act's transaction. */
export function registerFile(
  store: Store,
  id: number,
  file: { readonly archiveId: number; readonly bytes: number; readonly sha256: Uint8Array },
  at: Instant,
): void {
  const { archiveId, bytes, sha256 } = file
  const set = { archiveId, bytes, sha256, registeredAt: at, writer: null, touchedAt: at }
  const { changes } = store.run(query.updateTable('file').set(set).where('id', '=', id))
  if (changes === 0) throw new Refusal('file.busy', { path: store.path })
}

/** Enters a small file whole and registers it. In the act's transaction; with statements of its own, for folders full of them. */
export function addFile(
  store: Store,
  file: { readonly archiveId: number; readonly bytes: number; readonly sha256: Uint8Array },
  pieces: readonly Uint8Array[],
  at: Instant,
): number {
  const insert = store.prepare(
    `INSERT INTO file (archive_id, bytes, sha256, registered_at, touched_at) VALUES (?, ?, ?, ?, ?)`,
  )
  return store.attempt(() => {
    const { archiveId, bytes, sha256 } = file
    const id = Number(insert.run(archiveId, bytes, sha256, at, at).lastInsertRowid)
    writePieces(store, id, 0, pieces)
    return id
  })
}

/** The file of an archive with just these bytes; not one that was found damaged: a sound copy may replace it. */
export function sameFile(store: Store, archiveId: number, sha256: Uint8Array): number | undefined {
  const asked = store
    .prepare(
      `SELECT id FROM file WHERE archive_id = ? AND sha256 = ?
       AND registered_at IS NOT NULL AND is_sound IS NOT 0 LIMIT 1`,
    )
    .pluck(true)
  return store.attempt(() => asked.get(archiveId, sha256)) as number | undefined
}

/** Has the archive a file of this length? Only then may it have these bytes already. */
export const hasFileOf = (store: Store, archiveId: number, bytes: number): boolean =>
  store.first(
    query
      .selectFrom('file')
      .select('id')
      .where('archiveId', '=', archiveId)
      .where('bytes', '=', bytes)
      .where('registeredAt', 'is not', null)
      .limit(1),
  ) !== undefined

/** Gives a file up that no material has any more; `eraseFile` takes its bytes away. In the act's transaction. */
export function giveUpFile(store: Store, id: number, { name, now }: Writer): boolean {
  const user = query.selectFrom('material').select('id').where('fileId', '=', id).limit(1)
  if (store.first(user)) return false
  const set = { registeredAt: null, writer: name, touchedAt: now() }
  store.run(query.updateTable('file').set(set).where('id', '=', id))
  return true
}

/** Pieces that one transaction takes away: overwriting them costs as much as writing. */
const piecesAtOnce = 16

/**
 * Takes a file away that is nobody's, a few pieces a transaction; one that is registered stays as
 * it is. Stopped half-way, the next sweep goes on.
 */
export function eraseFile(store: Store, id: number): void {
  const some = `DELETE FROM file_chunk WHERE rowid IN
    (SELECT rowid FROM file_chunk
     WHERE file_id = (SELECT id FROM file WHERE id = ? AND registered_at IS NULL)
     LIMIT ${piecesAtOnce})`
  for (;;) {
    const left = store.transact(() => store.prepare(some).run(id).changes)
    if (left < piecesAtOnce) break
  }
  const rest = query.deleteFrom('file').where('id', '=', id).where('registeredAt', 'is', null)
  store.transact(() => void store.run(rest))
}

/** Silent for so long, a process of another machine is taken for dead, ms. */
const patience = 60 * 60 * 1000

/** Takes away what processes that are no more have left half-written or half-erased. */
export function sweepFiles(store: Store, writer: Writer): void {
  const unregistered = query
    .selectFrom('file')
    .select(['id', 'writer', 'touchedAt'])
    .where('registeredAt', 'is', null)
  for (const { id, writer: name, touchedAt } of store.all(unregistered)) {
    const isOld = Date.parse(writer.now()) - Date.parse(touchedAt) > patience
    const isRunning = name === null ? false : writer.isRunning(name)
    if (isRunning === false || isOld) eraseFile(store, id)
  }
}

/** Of an archive that goes: whatever somebody left half-written for it. In the caller's transaction. */
export function dropUnregistered(store: Store, archiveId: number): void {
  const ids = 'SELECT id FROM file WHERE archive_id = ? AND registered_at IS NULL'
  store.prepare(`DELETE FROM file_chunk WHERE file_id IN (${ids})`).run(archiveId)
  store.prepare(`DELETE FROM file WHERE id IN (${ids})`).run(archiveId)
}

/** The pieces of a file in order, each read by itself: nothing is held while the reader pauses. */
export function* piecesOf(store: Store, id: number): Generator<Uint8Array> {
  const one = store
    .prepare('SELECT content FROM file_chunk WHERE file_id = ? AND at = ?')
    .pluck(true)
  for (let at = 0; ; at += 1) {
    const piece = store.attempt(() => one.get(id, at)) as Uint8Array | undefined
    if (piece === undefined) return
    yield piece
  }
}

/** Is it still an archive's? */
export const isRegistered = (store: Store, id: number): boolean => {
  const asked = query.selectFrom('file').select('id').where('id', '=', id)
  return store.first(asked.where('registeredAt', 'is not', null)) !== undefined
}

/** Notes what came of comparing a file with its hash. In the caller's transaction. */
export function noteFixity(store: Store, id: number, isSound: boolean, at: Instant): void {
  const set = { verifiedAt: at, isSound: isSound ? (1 as const) : (0 as const) }
  store.run(query.updateTable('file').set(set).where('id', '=', id))
}
