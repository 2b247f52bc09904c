import type { BackupCheck } from '../../domain/backup-checks.ts'
import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'

const checks = {
  checksum: 'its checksum is not that of its manifest',
  integrity: 'it is damaged or cut short',
  foreignKeys: 'records point to others that are not there',
  journal: 'the chain of its journal is broken',
  counts: 'its counts are not those of its manifest',
} satisfies Record<BackupCheck, string>

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1e6)} MB`

/** Backups, restoring, and writing the file anew. */
export const trustRefusals = {
  'backup.keep': ({ value }) =>
    `Cannot read "${value}". Say of how many days (d), weeks (w), months (m), years (y) one backup each is kept: --keep 8w12m.`,
  'restore.unsound': ({ backup, check }) =>
    `The backup ${backup} is unusable: ${checks[check]}. No file was changed; take another one: dangan backup list.`,
  'restore.itself': ({ path }) =>
    `${path} is the backup itself and cannot be restored onto itself. Name another place: --to <path>.`,
  'restore.other-file': ({ path, backup }) =>
    `${path} is another archive file, not the one that ${backup} is a backup of; it will not be overwritten. Restore to another place: --to <path>.`,
  'restore.no-register': ({ path, folder }) =>
    `There is no register of purged numbers (*.purged) beside ${path} or in ${folder}: archives that were destroyed would come back (S002-9.2-5). Put it back there; if there is none, say why: --no-register --reason <reason>.`,
  'restore.register-damaged': ({ register, line }) =>
    `Line ${line} of the register of purged numbers ${register} is damaged, so it cannot be relied on. Compare it with the register in a folder of backups, and mend that line.`,
  'restore.register-disputed': ({ number, disposal, seq }) =>
    `The register says that ${disposal} destroyed ${number} (journal entry ${seq}), but the journal of the present file says otherwise, and there the archive is alive. Find out first: if it was destroyed, destroy it there again; if not, mend the register.`,
  'restore.unconfirmed': ({ path, said }) =>
    `"${said}" is not the file name of ${path}; nothing was restored.`,
  'restore.residue': ({ values }) =>
    `${values} values of destroyed archives were still found in what was restored, so it was not put in place. Look whether names of the policy, of places or remarks hold a customer's words.`,
  'file.no-space': ({ path, needsBytes, freeBytes }) =>
    `There is too little room on the disk of ${path}: ${megabytes(needsBytes)} are needed and ${megabytes(freeBytes)} free. Nothing was changed; make room first.`,
  'key.sealed': ({ path }) =>
    `${path} is encrypted already. A new key: dangan doctor --rekey; none: --decrypt.`,
  'key.plain': ({ path }) => `${path} is not encrypted. Encrypt it: dangan doctor --encrypt.`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
