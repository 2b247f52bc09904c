/** What is looked at in a backup before it counts as one. */
export const backupChecks = ['checksum', 'integrity', 'foreignKeys', 'journal', 'counts'] as const
export type BackupCheck = (typeof backupChecks)[number]
