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
  keep: 'rotate: keep one backup each of so many days, weeks, months, years (8w12m) and remove the others',
  offsite: 'where the copy is taken to, away from here; entered in the journal',
  takenTo: (label) => `Taken to: ${label}`,
  rotation: {
    kept: (backup, why) => `  keep ${backup}: ${why}`,
    removed: (backup) => `  remove ${backup}`,
    and: ', ',
    because: (it) => {
      if (it.code === 'newest') return 'the newest'
      if (it.code === 'broken') return 'gone or not of its size: look at it'
      const spans = { day: 'day', week: 'week from', month: 'month from', year: 'year from' }
      return `${spans[it.code]} ${it.of}`
    },
  },
  stages: {
    copy: 'copying',
    checksum: 'checksum',
    integrity: 'checking the structure',
    foreignKeys: 'checking references',
    journal: 'checking the journal',
    counts: 'counting',
  },
  and: ', ',
  passed: 'good',
  failed: 'does not match',
  notCompared: 'nothing to compare with (no manifest)',
  list: {
    summary: 'List backups',
    description:
      'Lists the backups in a folder, newest first, and how many archives each holds that were purged since. Reads their manifests only; --contains opens each to look for one archive; dangan backup verify looks at everything.',
    backup: 'backup',
    madeAt: 'made at (UTC)',
    archives: 'archives',
    entries: 'journal entries',
    size: 'size',
    state: 'state',
    contains: 'ask which backups still hold this archive (opens each)',
    elsewhere: 'backups that the journal says were taken elsewhere',
    purgedSince: 'purged since',
    takenTo: 'taken to',
    folder: 'folder',
    containing: 'holds it',
    contained: (it) => (it === null ? 'unreadable' : it ? 'yes' : 'no'),
    holding: (number, holding, all) =>
      holding === 0
        ? `None of ${all} backups holds anything of ${number}.`
        : `${holding} of ${all} backups still ${holding === 1 ? 'holds' : 'hold'} ${number}; restoring one destroys what was purged since again.`,
    unread: (count) => `${count} could not be read: nobody knows what is in there.`,
    noneOffsite:
      'The journal knows of no backup taken elsewhere. Enter one: dangan backup <folder> --offsite <place>.',
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
