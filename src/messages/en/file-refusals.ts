import type { BackupCheck } from '../../domain/backup-checks.ts'
import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'

const checks = {
  checksum: 'its checksum is not that of the manifest',
  integrity: 'the file is damaged',
  foreignKeys: 'records point to others that are not there',
  journal: 'the chain of its journal is broken',
  counts: 'its counts are not those of the manifest',
} satisfies Record<BackupCheck, string>

/** What can be wrong with archive files, backups and keys. */
export const fileRefusals = {
  'file.missing': ({ path }) =>
    `There is no archive file ${path}. Make one: dangan init; or say where it is: --file.`,
  'file.exists': ({ path }) =>
    `${path} exists and will not be overwritten. Choose another place: --file <path>.`,
  'file.not-a-file': ({ path }) => `${path} is not a regular file. Name the archive file: --file.`,
  'file.unreadable': ({ path, reason }) =>
    `Cannot open ${path}: ${reason}. Check the path and permissions.`,
  'file.read-only': ({ path }) =>
    `${path} can be read but not written. Check the permissions of the file and its folder; commands that only show still work.`,
  'file.busy': ({ path }) =>
    `Another program has been writing ${path} for a long time. Nothing was changed; try again later.`,
  'file.disk': ({ path, reason }) =>
    `The disk failed while writing ${path}: ${reason}. Check free space and the disk.`,
  'file.foreign': ({ path }) =>
    `${path} is not an archive file of dangan. Nothing was changed. Name the archive file: --file.`,
  'file.damaged': ({ path, reason }) =>
    `The archive file ${path} is damaged: ${reason}. Write nothing more to it; restore the latest backup.`,
  'file.newer': ({ path, schema, known }) =>
    `${path} was written by a newer dangan (structure ${schema}; this program knows ${known}). Upgrade the program.`,
  'file.wrong-key': ({ path }) =>
    `The key does not open ${path}: the key is wrong, or it is not an archive file of dangan.`,
  'file.key-needed': ({ path }) =>
    `${path} is encrypted (or not an archive file) and needs a key: --key-file <path>, or the environment variable DANGAN_KEY or DANGAN_KEY_FILE.`,
  'file.key-empty': () => 'The key must not be empty: an empty key encrypts nothing.',
  'file.target-exists': ({ path }) =>
    `${path} exists and will not be overwritten. Choose another name, or move it away first.`,
  'file.not-a-folder': ({ path }) =>
    `${path} is a file, not a folder. Choose another place, or move it away first.`,
  'file.no-folder': ({ folder }) =>
    `There is no folder ${folder}. Make it first, or choose another place.`,
  'file.reshaped': ({ path }) =>
    `Another program changed the structure of ${path}, so it cannot be trusted. Nothing was changed; restore the latest backup.`,

  'backup.failed': ({ path, check }) =>
    `No backup was made: the copy did not pass (${checks[check]}) and was removed; ${path} is as it was. Check that file first: dangan log verify.`,
  'backup.none': ({ folder }) =>
    `There are no backups in ${folder}. Name the folder that has them.`,
  'backup.missing': ({ backup, folder }) =>
    `There is no backup ${backup} in ${folder}. List them: dangan backup list.`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
