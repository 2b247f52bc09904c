import { createHash } from 'node:crypto'
import type { ReadingRights } from '../domain/reading-rights.ts'
import { isRegistered, piecesOf } from './files.ts'
import { query } from './query.ts'
import { readableArchives, readableMaterials } from './readable.ts'
import type { Store } from './store.ts'

/** What is wrong with the bytes of a file: some are missing or too many, or they are not those that were registered. */
export type FileDamage = 'length' | 'hash'

/** What came of comparing; `gone`: somebody has taken the file out meanwhile. Undefined: it is what it was. */
type Outcome = FileDamage | 'gone' | undefined

/** A file as the register has it. */
export interface Registered {
  readonly id: number
  readonly bytes: number
  /** Hex. */
  readonly sha256: string
}

/**
 * Walks through the bytes of a file, handing each piece on, and compares them with the register.
 */
export function examineFile(
  store: Store,
  file: Registered,
  each: (piece: Uint8Array) => void = () => undefined,
): Outcome {
  const sum = createHash('sha256')
  let bytes = 0
  for (const piece of piecesOf(store, file.id)) {
    sum.update(piece)
    bytes += piece.length
    each(piece)
  }
  if (bytes === file.bytes && sum.digest('hex') === file.sha256) return undefined
  if (!isRegistered(store, file.id)) return 'gone'
  return bytes === file.bytes ? 'hash' : 'length'
}

/** A file, and the material that has it: the least, where there are several. */
export interface HeldFile {
  readonly id: number
  readonly archiveId: number
  readonly number: string
  readonly seq: number
  readonly title: string
  readonly bytes: number
  readonly sha256: string
}

/** Files that somebody may read, in pages: of one archive, or of all; those after one of them. */
export function* heldFiles(
  store: Store,
  rights: ReadingRights,
  archiveId?: number,
  begin = 0,
): Generator<HeldFile> {
  for (let after = begin; ;) {
    const page = pageOfFiles(rights).where('file.id', '>', after)
    const asked = archiveId === undefined ? page : page.where('file.archiveId', '=', archiveId)
    const rows = store.all(asked.orderBy('file.id').limit(1000))
    yield* rows.map((row) => ({ ...row, sha256: row.sha256.toLowerCase() }))
    const last = rows.at(-1)
    if (!last) return
    after = last.id
  }
}

const pageOfFiles = (rights: ReadingRights) =>
  query
    .selectFrom('file')
    .innerJoin('archive', 'archive.id', 'file.archiveId')
    .innerJoin('material', 'material.fileId', 'file.id')
    .select(['file.id', 'file.archiveId', 'archive.number', 'file.bytes', 'material.title'])
    .select((column) => [
      column.fn<string>('hex', ['file.sha256']).as('sha256'),
      column.fn.min('material.seq').as('seq'),
    ])
    .where('file.registeredAt', 'is not', null)
    .where(readableArchives(rights))
    .where(readableMaterials(rights))
    .groupBy('file.id')
