import { createHash, randomBytes } from 'node:crypto'
import { closeSync, lstatSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { writeSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Refusal } from '../domain/refusal.ts'

/** A file of a bag that is being written. */
export interface BagFile {
  readonly add: (bytes: Uint8Array) => void
  readonly write: (text: string) => void
  readonly close: () => void
}

/** What lies in a bag. */
export interface BagSize {
  readonly files: number
  readonly bytes: number
}

/** A BagIt 1.0 package (RFC 8493) that is being written beside its place. */
export interface Bag {
  /** A file of the payload; folders are made as they are wanted. Its parts must be names that can be written. */
  readonly file: (...parts: readonly string[]) => BagFile
  /** Writes manifests and `bag-info.txt`, and puts the bag in its place, whole. */
  readonly keep: (info: (size: BagSize) => readonly (readonly [string, string])[]) => BagSize
  /** Leaves nothing behind; after `keep` this does nothing. */
  readonly discard: () => void
}

/**
 * Begins a bag in a folder that is not there yet, or empty; 0700. Nothing is seen under its name
 * before all of it is there.
 * @throws Refusal file.target-exists, file.not-a-folder, file.no-folder, file.unreadable, file.disk
 */
export function newBag(given: string): Bag {
  const path = resolve(given)
  requireFree(given)
  const partial = `${path}.partial-${randomBytes(4).toString('hex')}`
  for (const folder of [partial, join(partial, 'data')])
    attempt(given, () => mkdirSync(folder, { mode: 0o700 }))
  const folders = new Set<string>()
  const manifest = tagFile(given, partial, 'manifest-sha256.txt')
  const size = { files: 0, bytes: 0 }
  let isKept = false
  return {
    file(...parts) {
      const folder = join(partial, 'data', ...parts.slice(0, -1))
      if (!folders.has(folder))
        attempt(given, () => mkdirSync(folder, { recursive: true, mode: 0o700 }))
      folders.add(folder)
      const name = parts.at(-1) ?? ''
      return opened(given, join(folder, name), ({ sha256, bytes }) => {
        size.files += 1
        size.bytes += bytes
        manifest.write(manifestLine(sha256, ['data', ...parts].join('/')))
      })
    },
    keep(info) {
      const tags = [
        manifest.close(),
        written(given, partial, 'bagit.txt', declaration),
        written(given, partial, 'bag-info.txt', infoText(info(size), size)),
      ]
      const lines = tags.map(({ name, sha256 }) => manifestLine(sha256, name))
      written(given, partial, 'tagmanifest-sha256.txt', lines.join(''))
      requireFree(given)
      attempt(given, () => renameSync(partial, path))
      isKept = true
      return size
    },
    discard() {
      if (!isKept) rmSync(partial, { recursive: true, force: true })
    },
  }
}

const declaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

/** @throws Refusal */
function requireFree(path: string): void {
  const there = attempt(path, () => lstatSync(path, { throwIfNoEntry: false }))
  if (there && !there.isDirectory()) throw new Refusal('file.not-a-folder', { path })
  if (there && attempt(path, () => readdirSync(path)).length > 0)
    throw new Refusal('file.target-exists', { path })
  const folder = dirname(resolve(path))
  if (!attempt(path, () => lstatSync(folder, { throwIfNoEntry: false })))
    throw new Refusal('file.no-folder', { folder })
}

interface Closed {
  readonly sha256: string
  readonly bytes: number
}

function opened(bag: string, path: string, closed: (it: Closed) => void): BagFile {
  const file = attempt(bag, () => openSync(path, 'wx', 0o600))
  const sum = createHash('sha256')
  let bytes = 0
  const add = (piece: Uint8Array) => {
    sum.update(piece)
    bytes += piece.length
    attempt(bag, () => {
      for (let at = 0; at < piece.length;) at += writeSync(file, piece, at)
    })
  }
  return {
    add,
    write: (text) => add(Buffer.from(text)),
    close() {
      closeSync(file)
      closed({ sha256: sum.digest('hex'), bytes })
    },
  }
}

/** A file beside the payload, whose hash goes into the manifest of such. */
function tagFile(bag: string, folder: string, name: string) {
  let sha256 = ''
  const file = opened(bag, join(folder, name), (it) => void (sha256 = it.sha256))
  return {
    write: file.write,
    close() {
      file.close()
      return { name, sha256 }
    },
  }
}

function written(bag: string, folder: string, name: string, text: string) {
  const file = tagFile(bag, folder, name)
  file.write(text)
  return file.close()
}

/** What RFC 8493 (2.1.3) has escaped in names. */
const manifestLine = (sha256: string, path: string): string =>
  `${sha256}  ${path.replace(/[%\r\n]/g, (sign) => encodeURIComponent(sign))}\n`

const infoText = (
  info: readonly (readonly [string, string])[],
  { bytes, files }: BagSize,
): string =>
  [...info, ['Payload-Oxum', `${bytes}.${files}`] as const]
    .map(([label, value]) => `${label}: ${value.replace(/\s+/g, ' ').trim()}\n`)
    .join('')

function attempt<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (thrown) {
    if (thrown instanceof Refusal) throw thrown
    const { code, message } = thrown as NodeJS.ErrnoException
    const reason = message
    if (code === 'EACCES' || code === 'EPERM')
      throw new Refusal('file.unreadable', { path, reason })
    if (code === 'ENOTDIR') throw new Refusal('file.not-a-folder', { path })
    throw new Refusal('file.disk', { path, reason })
  }
}
