import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { Refusal } from '../domain/refusal.ts'
import { fileFault } from './faults.ts'
import { claim } from './place.ts'

const piece = 1 << 20

/**
 * Copies a file that nobody writes to into a new one, 0600, and gives its SHA-256 in hex. `tell`
 * hears of the bytes as they go. Nothing is left of a copy that failed.
 */
export function copyFile(from: string, to: string, tell: (bytes: number) => void): string {
  claim(to)
  try {
    const [source, target] = [openSync(from, 'r'), openSync(to, 'r+')]
    try {
      return copyPieces(source, target, tell)
    } finally {
      closeSync(source)
      closeSync(target)
    }
  } catch (thrown) {
    rmSync(to, { force: true })
    throw fileFault(thrown, to)
  }
}

function copyPieces(source: number, target: number, tell: (bytes: number) => void): string {
  const sum = createHash('sha256')
  const buffer = Buffer.alloc(piece)
  for (;;) {
    const read = readSync(source, buffer, 0, piece, null)
    if (read === 0) break
    sum.update(buffer.subarray(0, read))
    for (let at = 0; at < read;) at += writeSync(target, buffer, at, read - at)
    tell(read)
  }
  fsyncSync(target)
  return sum.digest('hex')
}

/** Free bytes for us on the disk of a folder; undefined: the system does not say. */
export function freeBytesAt(folder: string): number | undefined {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  } catch {
    return undefined
  }
}

/** Is there room for so many bytes beside a file? @throws Refusal file.no-space */
export function requireRoom(path: string, needsBytes: number): void {
  const freeBytes = freeBytesAt(dirname(path))
  if (freeBytes === undefined || freeBytes >= needsBytes) return
  throw new Refusal('file.no-space', { path, needsBytes, freeBytes })
}
