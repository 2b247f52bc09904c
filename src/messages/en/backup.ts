import type { Catalog } from '../catalog.ts'

/** Backups of the archive file. */
export const backup = {
  summary: 'Back up the archive file',
  description:
    'Makes a whole copy and checks every part of it before it counts; others may go on working meanwhile. The backup of an encrypted file is encrypted with the same key. Without a folder it goes to "backups" beside the archive file.',
  dir: 'folder for the backup',
  done: (path, archives, size) =>
    `Backed up ${archives} ${archives === 1 ? 'archive' : 'archives'} (${size}): ${path}`,
  checked: (checks) => `Checked: ${checks}.`,
  elsewhere: 'A backup on the same disk does not survive the disk: keep another copy elsewhere.',
  planned: (path) => `The backup would be ${path}`,
  checks: {
    checksum: 'checksum',
    integrity: 'structure',
    foreignKeys: 'references',
    journal: 'journal',
    counts: 'counts',
  },
  and: ', ',
  passed: 'good',
  failed: 'does not match',
  notCompared: 'nothing to compare with (no manifest)',
  list: {
    summary: 'List backups',
    description:
      'Lists the backups in a folder, newest first. Reads their manifests only; dangan backup verify looks inside.',
    backup: 'backup',
    madeAt: 'made at (UTC)',
    archives: 'archives',
    entries: 'journal entries',
    size: 'size',
    state: 'state',
    states: { present: 'present', missing: 'file is gone', changed: 'size differs' },
    empty: (folder) => `There are no backups in ${folder}. Make one: dangan backup.`,
  },
  verify: {
    summary: 'Check a backup',
    description:
      'Reads a backup again: checksum, structure, references, the whole journal, counts. Without a name, the newest one.',
    backup: 'name or path of the backup',
    good: (path, archives) =>
      `The backup is good: ${path} (${archives} ${archives === 1 ? 'archive' : 'archives'})`,
    bad: (path) =>
      `The backup is unusable: ${path}. Do not restore from it; make another: dangan backup.`,
  },
} satisfies Catalog['backup']
