import type { Catalog } from '../catalog.ts'

/** Putting a backup in place. */
export const restore = {
  summary: 'Restore a backup',
  description:
    'Puts a backup in the place of the archive file, or elsewhere with --to. The backup is checked whole and copied beside; what was purged since is destroyed in the copy, its raw bytes are searched, and only when all is well it takes the place, in one step. The file that was there stays beside it under another name. Numbers given out after the backup become void. --dry-run only tells.',
  backup: 'name or path of the backup',
  to: 'restore to this place, not to that of the archive file',
  noRegister: 'restore without any register of purged numbers; needs a reason',
  reason: 'why there is no register of purged numbers',
  confirm: 'the name of the file that is replaced, to confirm',
  backupKeyFile: 'key file of the backup, where the key was changed since',
  offer: (backup, madeAt, archives) =>
    `${backup}  ${madeAt} UTC  ${archives} ${archives === 1 ? 'archive' : 'archives'}`,
  ask: (name) => `This replaces the present file. Type its name, ${name}, to confirm`,
  given: (backup) => `given out after the backup ${backup}`,
  found: (backup, madeAt, archives) =>
    `The backup ${backup}${madeAt === null ? '' : ` (${madeAt} UTC)`} is good; it has ${archives} ${archives === 1 ? 'archive' : 'archives'}.`,
  damaged: (path, reason) => `${path} is damaged (${reason}); it will be kept under another name.`,
  replaces: (path, archives, acts) =>
    acts > 0
      ? `This replaces ${path} (${archives} ${archives === 1 ? 'archive' : 'archives'}); what ${acts} journal entries since the backup tell of will be lost.`
      : `This replaces ${path} (${archives} ${archives === 1 ? 'archive' : 'archives'}); nothing was done since the backup.`,
  numbersUnknown:
    'There is no present file to read: nobody knows which numbers were given out after the latest backup. Compare with the registers on paper, and enter those with dangan add --number.',
  unregistered:
    'There is no register of purged numbers: nobody knows what was destroyed since the backup.',
  planned: (restored, suppressed) =>
    `Would restore ${restored} ${restored === 1 ? 'archive' : 'archives'} and suppress ${suppressed} that ${suppressed === 1 ? 'was' : 'were'} purged`,
  done: (path, restored, suppressed) =>
    `Restored ${restored} ${restored === 1 ? 'archive' : 'archives'}, suppressed ${suppressed} that ${suppressed === 1 ? 'was' : 'were'} purged: ${path}`,
  searched: (values) =>
    `The raw bytes of the restored file were searched for ${values} values of destroyed archives: nothing is left.`,
  sealed:
    'The file is encrypted: its raw bytes tell nothing. The index was compared and the file written anew.',
  voided: (count) =>
    `${count} ${count === 1 ? 'number' : 'numbers'} given out after the backup ${count === 1 ? 'is' : 'are'} void and never used again.`,
  kept: (path) =>
    `The file that was there is now ${path}. Remove it once all is well: no later purge reaches it.`,
} satisfies Catalog['restore']
