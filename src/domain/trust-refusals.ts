import type { BackupCheck } from './backup-checks.ts'

/** What stands in the way of backing up, restoring, or writing the archive file anew. */
export interface TrustRefusalFacts {
  'backup.keep': { value: string }
  /** It does not pass; null: it could not be read to the end. */
  'restore.unsound': { backup: string; check: BackupCheck }
  'restore.itself': { path: string }
  /** What lies there is another office's. */
  'restore.other-file': { path: string; backup: string }
  'restore.no-register': { path: string; folder: string }
  'restore.register-damaged': { register: string; line: number }
  /** The journal of the file that is there tells otherwise, and there the archive is alive. */
  'restore.register-disputed': { number: string; disposal: string; seq: number }
  'restore.unconfirmed': { path: string; said: string }
  'restore.residue': { values: number }
  'file.no-space': { path: string; needsBytes: number; freeBytes: number }
  'key.sealed': { path: string }
  'key.plain': { path: string }
}
