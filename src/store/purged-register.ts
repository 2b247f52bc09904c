import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  writeSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { fileFault } from './faults.ts'

/** The side register of purged numbers, beside the archive file (SPEC 15.8). */
const purgedRegisterOf = (file: string): string => `${file}.purged`

/** A number that is gone, as the register has it: the act that destroyed it, and the journal's hash there. */
export interface Purged {
  readonly number: string
  readonly disposal: string
  readonly seq: number
  /** Hex. */
  readonly hash: string
  /** Of the archive file; lines of before it was noted have none. */
  readonly uuid?: string | undefined
}

/** Enters purged numbers beside the archive file; entering one again changes nothing. */
export function enterPurged(file: string, purged: readonly Purged[]): void {
  const path = purgedRegisterOf(file)
  const known = new Set(linesOf(path))
  const lines = purged.map(lineOf).filter((line) => !known.has(line))
  if (lines.length > 0) append(path, lines)
}

const lineOf = ({ number, disposal, seq, hash, uuid }: Purged): string =>
  [disposal, seq, hash, number, ...(uuid === undefined ? [] : [uuid])].join('\t')

/**
 * Brings the register's copy in a folder up to date; lines are added, never taken away. An empty
 * one is made, too: it says that nothing was purged.
 */
export function copyPurgedRegister(file: string, folder: string): void {
  const lines = linesOf(purgedRegisterOf(file))
  const copy = join(folder, basename(purgedRegisterOf(file)))
  const known = new Set(linesOf(copy))
  append(
    copy,
    lines.filter((line) => !known.has(line)),
  )
}

/** Brings it up to date in these folders; gives those that were not to be reached. */
export const spreadPurgedRegister = (file: string, folders: readonly string[]): string[] =>
  folders.filter((folder) => {
    try {
      copyPurgedRegister(file, folder)
      return false
    } catch {
      return true
    }
  })

/** A register as it was read. */
export interface PurgedRegister {
  readonly path: string
  readonly lines: readonly Purged[]
  /** What cannot be read: its line, and what stands there. */
  readonly garbled: readonly { readonly line: number; readonly text: string }[]
}

/** Every register in a folder. */
export const registersIn = (folder: string): PurgedRegister[] =>
  namesIn(folder)
    .filter((name) => name.endsWith('.purged'))
    .map((name) => readRegister(join(folder, name)))

/** The register beside an archive file; undefined: there is none. */
export const registerBeside = (file: string): PurgedRegister | undefined =>
  isReadable(purgedRegisterOf(file)) ? readRegister(purgedRegisterOf(file)) : undefined

const shape = /^(D\d+)\t(\d+)\t([0-9a-f]{64})\t([^\t]+)(?:\t([0-9a-f-]{36}))?$/

function readRegister(path: string): PurgedRegister {
  const lines: Purged[] = []
  const garbled: { line: number; text: string }[] = []
  for (const [at, text] of textOf(path).split('\n').entries()) {
    if (text === '') continue
    const [, disposal, seq, hash, number, uuid] = shape.exec(text) ?? []
    if (disposal && hash && number) lines.push({ disposal, seq: Number(seq), hash, number, uuid })
    else garbled.push({ line: at + 1, text })
  }
  return { path, lines, garbled }
}

const isReadable = (path: string): boolean => {
  try {
    closeSync(openSync(path, 'r'))
    return true
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw fileFault(thrown, path)
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).toSorted()
  } catch (thrown) {
    if (['ENOENT', 'ENOTDIR'].includes(String((thrown as NodeJS.ErrnoException).code))) return []
    throw fileFault(thrown, folder)
  }
}

const linesOf = (path: string): string[] => textOf(path).split('\n').filter(Boolean)

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw fileFault(thrown, path)
  }
}

const appending =
  constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0)

/** A line that was broken off at its end stays by itself. */
function append(path: string, lines: readonly string[]): void {
  try {
    const file = openSync(path, appending, 0o600)
    try {
      const text = lines.map((line) => `${line}\n`).join('')
      writeSync(file, text !== '' && isBrokenOff(file) ? `\n${text}` : text)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
  } catch (thrown) {
    throw fileFault(thrown, path)
  }
}

function isBrokenOff(file: number): boolean {
  const { size } = fstatSync(file)
  const last = Buffer.alloc(1)
  return size > 0 && readSync(file, last, 0, 1, size - 1) === 1 && last[0] !== 0x0a
}
