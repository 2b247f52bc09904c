import { closeSync, constants, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
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
}

/** Enters purged numbers beside the archive file; entering one again changes nothing. */
export function enterPurged(file: string, purged: readonly Purged[]): void {
  const path = purgedRegisterOf(file)
  const known = new Set(linesOf(path))
  const lines = purged
    .map(({ number, disposal, seq, hash }) => [disposal, seq, hash, number].join('\t'))
    .filter((line) => !known.has(line))
  if (lines.length > 0) append(path, lines.map((line) => `${line}\n`).join(''))
}

/** Brings the register's copy in a backup folder up to date; lines are added, never taken away. */
export function copyPurgedRegister(file: string, folder: string): void {
  const lines = linesOf(purgedRegisterOf(file))
  const copy = join(folder, basename(purgedRegisterOf(file)))
  const known = new Set(linesOf(copy))
  const missing = lines.filter((line) => !known.has(line))
  if (missing.length > 0) append(copy, missing.map((line) => `${line}\n`).join(''))
}

function linesOf(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n').filter(Boolean)
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw fileFault(thrown, path)
  }
}

const appending =
  constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0)

function append(path: string, text: string): void {
  try {
    const file = openSync(path, appending, 0o600)
    try {
      writeSync(file, text)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
  } catch (thrown) {
    throw fileFault(thrown, path)
  }
}
