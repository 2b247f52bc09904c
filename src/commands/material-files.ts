import { createHash } from 'node:crypto'
import { keptName, typeFrom } from '../domain/file-name.ts'
import { Refusal } from '../domain/refusal.ts'
import { openSteady, type SteadyFile } from '../exchange/steady-file.ts'
import {
  addFile,
  addPieces,
  beginFile,
  chunkBytes,
  eraseFile,
  giveUpFile,
  hasFileOf,
  registerFile,
  requireRoom,
  sameFile,
  type Writer,
} from '../store/files.ts'
import type { Store } from '../store/store.ts'

/** So many pieces are held in memory, and written in one transaction. */
const piecesAtOnce = 32

/** A file that has been read: its bytes are held, or already lie in the archive file as nobody's. */
export interface TakenFile {
  readonly name: string
  readonly type: string
  readonly bytes: number
  readonly sha256: Buffer
  /** Of a small file. */
  readonly pieces: readonly Buffer[]
  /** Of a large one: its row, not registered yet. */
  readonly staged: number | undefined
}

/** Where files are taken in. */
export interface Intake {
  readonly store: Store
  readonly writer: Writer
  /** Read and compared only; nothing is written. */
  readonly rehearsed: boolean
  /** Told how many bytes have been read. */
  readonly tell: (bytes: number) => void
}

/**
 * Reads a file whole. A small one is held in memory; a large one goes into the archive file a few
 * pieces a transaction, as nobody's: others write in between, and what is left half-way is swept out.
 * @throws Refusal input.missing, input.directory, input.special, input.empty, input.unreadable, input.changed
 */
export function takeFile(intake: Intake, archiveId: number, path: string): TakenFile {
  const file = openSteady(path)
  try {
    const told = { name: keptName(file.name), type: typeFrom(file.name), bytes: file.bytes }
    if (file.bytes <= chunkBytes * piecesAtOnce) return { ...told, ...held(intake, file) }
    const isKnown = hasFileOf(intake.store, archiveId, file.bytes)
    if (intake.rehearsed || isKnown) {
      const sha256 = hashed(intake, file)
      const isThere = sameFile(intake.store, archiveId, sha256) !== undefined
      if (intake.rehearsed || isThere) return { ...told, sha256, pieces: [], staged: undefined }
      file.rewind()
    }
    return { ...told, ...staged(intake, archiveId, file) }
  } finally {
    file.close()
  }
}

/** The pieces of a file, up to so many at once: in buffers of their own, or in the same ones again. */
function* stretchesOf({ tell }: Intake, file: SteadyFile, own = false): Generator<Buffer[]> {
  const again: Buffer[] = []
  const bufferFor = (at: number, bytes: number) =>
    own ? Buffer.allocUnsafeSlow(bytes) : (again[at] ??= Buffer.allocUnsafeSlow(chunkBytes))
  for (let done = 0; done < file.bytes;) {
    const pieces: Buffer[] = []
    while (pieces.length < piecesAtOnce) {
      const bytes = Math.min(chunkBytes, file.bytes - done)
      if (bytes === 0) break
      const piece = bufferFor(pieces.length, bytes).subarray(0, bytes)
      const count = file.read(piece)
      if (count === 0) break
      pieces.push(piece.subarray(0, count))
      done += count
    }
    if (pieces.length === 0) break
    yield pieces
    tell(pieces.reduce((sum, { length }) => sum + length, 0))
  }
  beyond(file)
  file.settle()
}

/** A file that has grown shows by one byte more. */
function beyond(file: SteadyFile): void {
  file.read(Buffer.alloc(1))
}

function held(intake: Intake, file: SteadyFile) {
  const pieces = [...stretchesOf(intake, file, true)].flat()
  const sum = createHash('sha256')
  for (const piece of pieces) sum.update(piece)
  return { sha256: sum.digest(), pieces: intake.rehearsed ? [] : pieces, staged: undefined }
}

function hashed(intake: Intake, file: SteadyFile): Buffer {
  const sum = createHash('sha256')
  for (const pieces of stretchesOf(intake, file)) for (const piece of pieces) sum.update(piece)
  return sum.digest()
}

function staged(intake: Intake, archiveId: number, file: SteadyFile) {
  const { store, writer } = intake
  requireRoom(store, file.bytes)
  const sum = createHash('sha256')
  const id = store.transact(() => beginFile(store, archiveId, writer))
  let first = 0
  try {
    for (const pieces of stretchesOf(intake, file)) {
      for (const piece of pieces) sum.update(piece)
      addPieces(store, id, first, pieces, writer)
      first += pieces.length
    }
  } catch (thrown) {
    eraseIfPossible(store, id)
    throw thrown
  }
  return { sha256: sum.digest(), pieces: [], staged: id }
}

/** On a disk that is full it may have to wait for the next sweep. */
function eraseIfPossible(store: Store, id: number): void {
  try {
    eraseFile(store, id)
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
  }
}

/** A file that an archive has now; it may have had these bytes before. */
export interface KeptFile {
  readonly id: number
  readonly isNew: boolean
  readonly registeredAt: string
}

/** Makes what was read a file of the archive, or finds that it has these bytes already. In the act's transaction. */
export function keepFile(
  { store, writer }: Intake,
  archiveId: number,
  { bytes, sha256, pieces, staged: id }: TakenFile,
): KeptFile {
  const same = sameFile(store, archiveId, sha256)
  const registeredAt = writer.now()
  if (same !== undefined) {
    if (id !== undefined) giveUpFile(store, id, writer)
    return { id: same, isNew: false, registeredAt }
  }
  const file = { archiveId, bytes, sha256 }
  if (id === undefined)
    return { id: addFile(store, file, pieces, registeredAt), isNew: true, registeredAt }
  registerFile(store, id, file, registeredAt)
  return { id, isNew: true, registeredAt }
}
