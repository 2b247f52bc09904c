import type { BackupCheck } from '../domain/backup-checks.ts'
import { Refusal } from '../domain/refusal.ts'
import { hashAt, headOf, verifyJournal } from './journal-check.ts'
import type { Key } from './key.ts'
import { digestOf, type Manifest } from './manifest.ts'
import { openCopy } from './open.ts'
import { query } from './query.ts'
import { registryOf } from './registry.ts'
import { schemaOf } from './schema.ts'
import type { Store } from './store.ts'

/** What an archive file holds, in figures. */
export interface Holdings {
  readonly uuid: string
  readonly schema: number
  readonly archives: number
  readonly entries: number
  /** The last entry's number and hash (hex). */
  readonly seq: number
  readonly head: string | null
}

const archiveCount = query
  .selectFrom('archive')
  .select(({ fn }) => fn.countAll<number>().as('count'))

/** Read in one and the same state. */
export const holdingsOf = (store: Store): Holdings =>
  store.snapshot(() => ({
    uuid: registryOf(store).uuid,
    schema: schemaOf(store),
    archives: store.one(archiveCount).count,
    ...headOf(store),
  }))

/** Which checks a copy passes; null: there was nothing to compare with. */
export type Checks = Readonly<Record<BackupCheck, boolean | null>>

export interface Examined {
  readonly checks: Checks
  /** Undefined where the copy could not even be read. */
  readonly holdings: Holdings | undefined
}

const unread: Checks = {
  checksum: null,
  integrity: false,
  foreignKeys: false,
  journal: false,
  counts: null,
}

/** Hears what is looked at next: a large copy takes a while. */
export type TellCheck = (check: BackupCheck) => void

/** Examines the inside of a copy: structure, references, journal. @throws Refusal file.wrong-key … */
export function examine(
  path: string,
  key: Key | undefined,
  tell: TellCheck = () => undefined,
): Examined {
  try {
    const copy = openCopy(path, key)
    try {
      return examined(copy, tell)
    } finally {
      copy.close()
    }
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.code === 'file.damaged')
      return { checks: unread, holdings: undefined }
    throw thrown
  }
}

function examined(copy: Store, tell: TellCheck): Examined {
  tell('integrity')
  const integrity = copy.pragma('integrity_check(1)') === 'ok'
  tell('foreignKeys')
  const foreignKeys =
    copy.attempt(() => copy.prepare('PRAGMA foreign_key_check').get()) === undefined
  tell('journal')
  const journal = verifyJournal(copy).ok
  const checks = { checksum: null, integrity, foreignKeys, journal, counts: null }
  return { checks, holdings: holdingsOf(copy) }
}

/** Examines a backup as it lies there, and compares it with its manifest where there is one. */
export function examineBackup(
  path: string,
  key: Key | undefined,
  manifest: Manifest | undefined,
  tell: TellCheck = () => undefined,
): Examined & { bytes: number; sha256: string } {
  tell('checksum')
  const { bytes, sha256 } = digestOf(path)
  const { checks, holdings } = examine(path, key, tell)
  const told = manifest && {
    checksum: manifest.sha256 === sha256 && manifest.bytes === bytes,
    counts: holdings !== undefined && agrees(holdings, manifest),
  }
  return { checks: { ...checks, ...told }, holdings, bytes, sha256 }
}

const agrees = (holdings: Holdings, manifest: Manifest): boolean =>
  holdings.uuid === manifest.uuid &&
  holdings.schema === manifest.schema &&
  holdings.archives === manifest.archives &&
  holdings.entries === manifest.entries &&
  holdings.head === manifest.journalHead

/**
 * Does a copy hold what its source held? Every act is a journal entry in the same transaction, so
 * the same head means the same state; where others went on writing, the copy's head is one of theirs.
 */
export function isFaithful(copy: Holdings, before: Holdings, source: Store): boolean {
  const after = holdingsOf(source)
  const same = [before, after].find(({ head }) => head === copy.head)
  if (same) return copy.archives === same.archives && copy.entries === same.entries
  return copy.seq > before.seq && hashAt(source, copy.seq) === (copy.head ?? undefined)
}

export const passes = (checks: Checks): boolean => !Object.values(checks).includes(false)

/** The first check that was not passed. */
export const failedIn = (checks: Checks): BackupCheck | undefined =>
  (Object.keys(checks) as BackupCheck[]).find((check) => checks[check] === false)
