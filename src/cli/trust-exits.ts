import { exits } from './exits.ts'

/** The statuses of what is refused about backups, restoring, and writing the file anew. */
export const trustExits = {
  'backup.keep': exits.usage,
  'restore.unsound': exits.integrity,
  'restore.itself': exits.refused,
  'restore.other-file': exits.refused,
  'restore.no-register': exits.refused,
  'restore.register-damaged': exits.integrity,
  'restore.register-disputed': exits.integrity,
  'restore.unconfirmed': exits.usage,
  'restore.residue': exits.integrity,
  'file.no-space': exits.fault,
  'key.sealed': exits.refused,
  'key.plain': exits.refused,
} as const
