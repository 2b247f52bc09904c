import type { Catalog } from '../catalog.ts'

const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`

/** What is done each day without a person. */
export const daily = {
  summary: 'Do what is due each day, and list what needs a person',
  description:
    "For cron: opens the round of reviews that is due, settles expired requests, lowers secrecy whose term is over, backs up, compares a stretch of the journal and some files with what was registered; as the program itself, with nobody's rights. The rest is listed. Says nothing and exits with 0 where nothing needs a person, else with 10 and at most twenty lines; what is more is counted. Run it several times a day, it is the same; after missed days the next run catches up. Only archives that the account may read are listed; others are counted.",
  backup: 'folder for the backup; as the policy says if left out',
  report: 'write the whole list as a page; only a page of its own is written over',
  title: 'Duties of the day',
  since: 'Since / by',
  none: 'Nothing needs a person.',
  count: (count) => `${many(count, 'matter', 'matters')} in all.`,
  made: (on) => `Made by dangan daily on ${on}`,
  ofKind: (kind, count) => `${kind} ${count}`,
  rest: (count, kinds) => `${count} more: ${kinds}. All of them: dangan due`,
  hidden: (count) =>
    `${count} more in archives that this account may not read; whoever may runs: dangan due`,
  missed: (days) => `It had not run for ${many(days, 'day', 'days')}; that is made up for now.`,
  kinds: {
    clock: 'clock',
    journal: 'journal',
    file: 'file',
    round: 'round of reviews',
  },
  wrong: {
    clock: (last) =>
      `the clock is behind the last entry of the journal (${last}): set the clock of this machine`,
    journal: (seq) => `entry ${seq} of the journal is not as it was entered`,
    file: (seq) => `the file of material ${seq} is not what was registered`,
    round: (period, count, missed) =>
      `the reviews of ${period} have begun: ${many(count, 'archive', 'archives')}${missed.length === 0 ? '' : `; ${missed.join(', ')} never began, what was due then is in this round`}`,
  },
  did: {
    declassify: (count) =>
      `Secrecy lowered in ${many(count, 'archive', 'archives')} whose term is over.`,
    expire: (count) => `Settled ${many(count, 'expired request', 'expired requests')}.`,
    round: (count, what) =>
      `Opened the round of reviews of ${what}: ${many(count, 'archive', 'archives')}.`,
    journal: (count) => `Compared ${many(count, 'journal entry', 'journal entries')}.`,
    files: (count) => `Compared ${many(count, 'file', 'files')}.`,
    backup: (_count, what) => `Backed up: ${what}`,
  },
} satisfies Catalog['daily']
