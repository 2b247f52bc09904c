import { createHash } from 'node:crypto'
import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Instant } from '../domain/words.ts'
import { fileFault } from './faults.ts'

/** What stands beside a backup, as JSON: what it holds and how to tell that it still does. */
export interface Manifest {
  readonly format: 'dangan-backup-1'
  /** The backup's name: that of its file without `.db`. */
  readonly backup: string
  readonly madeAt: Instant
  readonly program: string
  /** Of the archive file that it is a backup of. */
  readonly uuid: string
  readonly schema: number
  readonly archives: number
  /** Journal entries, and the hash of the last one in hex. */
  readonly entries: number
  readonly journalHead: string | null
  readonly bytes: number
  /** Of the file as it lies there, in hex. */
  readonly sha256: string
  /** Where it was taken, away from the file (S002-5.2-2); null, or not said: nowhere. */
  readonly offsite?: string | null
  /** The last number given out in each series, by its stem. */
  readonly series?: Readonly<Record<string, number>>
}

export const manifestOf = (backup: string): string => `${backup}.json`

export const manifestText = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 2)}\n`

/** The manifest beside a backup; undefined where there is none that can be read. */
export function readManifest(path: string): Manifest | undefined {
  try {
    const read = JSON.parse(readFileSync(manifestOf(path), 'utf8')) as Partial<Manifest> | null
    return read?.format === 'dangan-backup-1' ? (read as Manifest) : undefined
  } catch {
    return undefined
  }
}

/** The backups in a folder that have a manifest, newest first; none where there is no folder. */
export function manifestsIn(folder: string): { path: string; manifest: Manifest }[] {
  const found = namesIn(folder)
    .filter((name) => name.endsWith('.db.json'))
    .flatMap((name) => {
      const path = join(folder, basename(name, '.json'))
      const manifest = readManifest(path)
      return manifest ? [{ path, manifest }] : []
    })
  const key = ({ manifest }: { manifest: Manifest }) => `${manifest.madeAt} ${manifest.backup}`
  return found.toSorted((a, b) => (key(a) < key(b) ? 1 : -1))
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw fileFault(thrown, folder)
  }
}

const piece = 1 << 20

/** Size and SHA-256 of a file that nobody writes to and no connection of ours has open. */
export function digestOf(path: string): { bytes: number; sha256: string } {
  const sum = createHash('sha256')
  const buffer = Buffer.alloc(piece)
  const file = openSync(path, 'r')
  try {
    let bytes = 0
    for (let read = piece; read > 0; bytes += read) {
      read = readSync(file, buffer, 0, piece, null)
      sum.update(buffer.subarray(0, read))
    }
    return { bytes, sha256: sum.digest('hex') }
  } finally {
    closeSync(file)
  }
}
