import { statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { padded, widthOf } from '../cli/width.ts'
import { backupChecks } from '../domain/backup-checks.ts'
import { passes, type Checks } from '../store/backup-check.ts'
import type { Key } from '../store/key.ts'
import { inspect } from '../store/open.ts'
import type { Desk } from './desk.ts'

/** What `backup` and `backup verify` tell other programs (SPEC section 2). */
export interface BackupShown {
  readonly backup: string
  readonly path: string
  readonly bytes: number
  readonly sha256: string
  readonly archives: number | null
  readonly journalHead: string | null
  readonly checks: Checks
}

/** The result for machines, `lines` for people. */
export function sayBackup(
  desk: Desk,
  made: BackupShown,
  lines: () => readonly string[],
  besides: object = {},
): void {
  const { backup, path, bytes, sha256, archives, journalHead, checks } = made
  const ok = passes(checks)
  desk.say.result(
    { backup, path, bytes, sha256, archives, journalHead, checks, ok, ...besides },
    lines,
  )
}

/** `校验和    无误`, a line for each check. */
export function checkLines(desk: Desk, checks: Checks): string[] {
  const text = desk.text.backup
  const width = Math.max(...backupChecks.map((check) => widthOf(text.checks[check])))
  return backupChecks.map((check) => {
    const passed = checks[check]
    const said = passed === null ? text.notCompared : passed ? text.passed : text.failed
    return `  ${padded(text.checks[check], width)}  ${said}`
  })
}

/** The folder named, else `backups` beside the archive file. */
export const folderFor = (desk: Desk, given: string | undefined): string =>
  resolve(given ?? join(dirname(resolve(desk.globals.file)), 'backups'))

/** The key of a file that is sealed, asked for once. */
export const keyOf = async (desk: Desk, path: string): Promise<Key | undefined> =>
  inspect(path) === 'sealed' ? desk.key(path, false) : undefined

/** How long a file is; 0: it is not there. */
export const bytesOf = (path: string): number =>
  statSync(path, { throwIfNoEntry: false })?.size ?? 0

export const sizeOf = (bytes: number): string =>
  bytes < 1e6
    ? `${Math.ceil(bytes / 1e3)} kB`
    : bytes < 1e9
      ? `${(bytes / 1e6).toFixed(1)} MB`
      : `${(bytes / 1e9).toFixed(2)} GB`
