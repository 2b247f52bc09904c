import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { Refusal } from '../domain/refusal.ts'
import { sampleBytes } from './encoding.ts'

/** Where bytes come from. */
export interface Bytes {
  /** Fills the buffer as far as it can at once; 0 at the end. Throws `input.unreadable`. */
  read(into: Uint8Array): number
}

/** The bytes of a file or of a pipe, read synchronously and once, from the first to the last. */
export interface ChunkSource extends Bytes {
  /** As given; `-` is standard input. */
  readonly path: string
  /** The first megabyte, or all there is; looking at it does not advance `position`. */
  readonly sample: Uint8Array
  /** The sample is the whole. */
  readonly whole: boolean
  /** Length, where it is known beforehand: a regular file, not a pipe. */
  readonly bytes: number | undefined
  /** How many bytes `read` has handed out. */
  readonly position: number
  /** Begins anew, where no more than the sample has been read; false: it cannot any more. */
  rewind(): boolean
  /** Standard input is left open. */
  close(): void
}

/**
 * Opens a file, a named pipe, or `-`. Throws `input.missing`, `input.directory`, `input.empty` or
 * `input.unreadable`. Whether the content is text is `describeCsv`'s to say.
 */
export function openSource(path: string, stdinFd: number): ChunkSource {
  const fd = path === '-' ? stdinFd : open(path)
  try {
    return sourceOf(path, fd, fd === stdinFd)
  } catch (error) {
    if (fd !== stdinFd) closeSync(fd)
    throw error
  }
}

function open(path: string): number {
  try {
    return openSync(path, 'r')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') throw new Refusal('input.missing', { path })
    throw new Refusal('input.unreadable', { path, reason: codeOf(error) })
  }
}

function sourceOf(path: string, fd: number, keepOpen: boolean): ChunkSource {
  const bytes = lengthOf(path, fd)
  const sample = readSample(path, fd)
  if (sample.length === 0) throw new Refusal('input.empty', { path })
  const whole = sample.length < sampleBytes
  let position = 0
  let closed = keepOpen
  const replay = (into: Uint8Array) => {
    const part = sample.subarray(position, position + into.length)
    into.set(part)
    return part.length
  }
  return {
    path,
    sample,
    whole,
    bytes,
    get position() {
      return position
    },
    read(into) {
      const count = replay(into) || (whole ? 0 : readSome(path, fd, into))
      position += count
      return count
    },
    rewind() {
      if (position > sample.length) return false
      position = 0
      return true
    },
    close() {
      if (!closed) closeSync(fd)
      closed = true
    },
  }
}

function lengthOf(path: string, fd: number): number | undefined {
  const stat = wording(path, () => fstatSync(fd))
  if (stat.isDirectory()) throw new Refusal('input.directory', { path })
  return stat.isFile() ? stat.size : undefined
}

function readSample(path: string, fd: number): Uint8Array {
  const sample = new Uint8Array(sampleBytes)
  let filled = 0
  while (filled < sampleBytes) {
    const count = readSome(path, fd, sample.subarray(filled))
    if (count === 0) return sample.slice(0, filled)
    filled += count
  }
  return sample
}

/** A pipe that has nothing yet (EAGAIN) is waited for; Windows ends one with an EOF error. */
function readSome(path: string, fd: number, into: Uint8Array): number {
  return wording(path, () => {
    for (;;) {
      try {
        return readSync(fd, into)
      } catch (error) {
        if (codeOf(error) === 'EOF') return 0
        if (codeOf(error) !== 'EAGAIN') throw error
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
      }
    }
  })
}

function wording<Result>(path: string, act: () => Result): Result {
  try {
    return act()
  } catch (error) {
    throw new Refusal('input.unreadable', { path, reason: codeOf(error) })
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
