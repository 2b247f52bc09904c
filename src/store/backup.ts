import { rmSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import type { BackupCheck } from '../domain/backup-checks.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Instant } from '../domain/words.ts'
import {
  examine,
  failedIn,
  holdingsOf,
  isFaithful,
  passes,
  type Checks,
  type Holdings,
} from './backup-check.ts'
import { copyFaultOf } from './faults.ts'
import type { Key } from './key.ts'
import { digestOf, manifestOf, manifestText, type Manifest } from './manifest.ts'
import {
  claim,
  isThere,
  makeFolder,
  partialOf,
  putInPlace,
  sweepPartials,
  syncFile,
} from './place.ts'
import { seriesIn } from './numbers.ts'
import { enterOwnPurged } from './purged-numbers.ts'
import { copyPurgedRegister } from './purged-register.ts'
import type { Store } from './store.ts'

/** A copy beside the file before its shape changes; never overwrites an earlier one. Gives its path. */
export function backupBeforeUpgrade(store: Store, path: string, schema: number): string {
  const copy = freeName((more) => `${path}.before-schema-${schema}${more}`)
  copyInto(store, copy)
  return copy
}

/** `name`, or where it is taken `name.2`, `name.3` … */
export function freeName(name: (more: string) => string): string {
  let free = name('')
  for (let more = 2; isTaken(free); more += 1) free = name(`.${more}`)
  return free
}

const isTaken = (name: string): boolean => isThere(name) || isThere(partialOf(name))

/**
 * A whole copy of what is committed, while others may go on writing; 0600, exclusive. An encrypted
 * file gives a copy encrypted with the same key. (SQLite's own backup interface starves under a
 * writer, and refuses encrypted files.)
 */
export function copyInto(store: Store, target: string): void {
  claim(target)
  try {
    store.prepare('VACUUM INTO ?').run(target)
    syncFile(target)
  } catch (thrown) {
    rmSync(target, { force: true })
    throw copyFaultOf(thrown, store.path, target)
  }
}

/** Where a backup goes, and what its manifest says of its making. */
export interface BackupWish {
  readonly folder: string
  readonly key: Key | undefined
  readonly at: Instant
  readonly program: string
  /** Where it is taken to, away from the file (S002-5.2-2). */
  readonly offsite?: string | null
  /** Hears what is done next. */
  readonly tell?: (stage: 'copy' | BackupCheck) => void
}

/** A backup that was made, looked at, and found whole. */
export interface Backup extends Manifest {
  readonly path: string
  readonly checks: Checks
}

/**
 * Backs up: copies, opens the copy, examines everything, and only then gives it its name, with its
 * manifest beside it. Whatever fails leaves nothing behind.
 * @throws Refusal backup.failed, file.disk …
 */
export function backUp(store: Store, wish: BackupWish): Backup {
  const { folder } = wish
  makeFolder(folder)
  sweepPartials(folder, Date.parse(wish.at))
  const path = freeName((more) => join(folder, `${backupName(store.path, wish.at)}${more}.db`))
  const left: string[] = []
  try {
    const before = holdingsOf(store)
    wish.tell?.('copy')
    copyInto(store, partialOf(path))
    left.push(partialOf(path))
    const backup = whole(store, before, path, wish)
    publish(backup, left)
    enterOwnPurged(store)
    copyPurgedRegister(store.path, folder)
    return backup
  } catch (thrown) {
    for (const name of left) rmSync(name, { force: true })
    throw thrown
  }
}

/** Gives the copy and its manifest their names; `left` hears of each file made. */
function publish({ path, checks: _, ...manifest }: Backup, left: string[]): void {
  const beside = manifestOf(path)
  claim(partialOf(beside), manifestText(manifest))
  left.push(partialOf(beside))
  putInPlace(partialOf(path), path)
  left.push(path)
  putInPlace(partialOf(beside), beside)
  left.push(beside)
}

/** Takes back a backup that was made. */
export function removeBackup(path: string): void {
  for (const name of [path, manifestOf(path)]) rmSync(name, { force: true })
}

/** `archive-20261120T021500Z`: the file's own name, and when. */
export const backupName = (file: string, at: Instant): string =>
  `${basename(file, extname(file))}-${at.replace(/\.\d+/, '').replaceAll(/[-:]/g, '')}`

function whole(store: Store, before: Holdings, path: string, wish: BackupWish): Backup {
  const { checks: found, holdings } = examine(partialOf(path), wish.key, wish.tell)
  const counts = holdings !== undefined && isFaithful(holdings, before, store)
  const checks: Checks = { ...found, checksum: true, counts }
  const check = failedIn(checks)
  if (check || !holdings || !passes(checks))
    throw new Refusal('backup.failed', { path: store.path, check: check ?? 'integrity' })
  const { uuid, schema, archives, entries, head } = holdings
  return {
    format: 'dangan-backup-1',
    backup: basename(path, '.db'),
    madeAt: wish.at,
    program: wish.program,
    uuid,
    schema,
    archives,
    entries,
    journalHead: head,
    offsite: wish.offsite ?? null,
    series: seriesIn(store),
    ...digestOf(partialOf(path)),
    path,
    checks,
  }
}
