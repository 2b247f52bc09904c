import type { Catalog } from '../catalog.ts'

/** The journal. */
export const log = {
  summary: 'Show the journal',
  description:
    'Lists what was done, newest first; with a number, what concerns that archive. Acts on archives that you may not read are left out.',
  number: 'archive number',
  options: {
    actor: 'by whom: name or number of a staff member; system: the program itself',
    action: 'what kind of act: archive.add, add …; archive: every act on archives',
    since: 'from this day on (the date of the act)',
    until: 'up to this day (the date of the act)',
    limit: 'at most so many entries',
  },
  on: 'date',
  at: 'instant (UTC)',
  by: 'by',
  account: 'account',
  action: 'act',
  object: 'object',
  policyVersion: 'policy version',
  system: '(program)',
  empty: 'There is no such entry.',
  verify: {
    summary: 'Check the journal',
    description:
      'Walks from the first entry to the last: order, every link, every seal. Reads only. An end that was cut off shows only against a head kept elsewhere.',
    good: (entries, head) => `The journal is intact: ${entries} entries, head ${head}`,
    erased: (count) =>
      `${count} ${count === 1 ? 'detail was' : 'details were'} destroyed with their archives; the chain holds.`,
    bad: (seq, reason) =>
      `Journal entry ${seq} cannot be trusted: ${reason}. Stop working in this file, keep it as it is, and compare it with a backup.`,
    reasons: {
      gap: 'it is missing',
      chain: 'it was changed, or does not follow the one before it',
      parts: 'the archives it concerns were added to, taken away or changed',
      detail: 'its sealed details were changed',
      stray: 'there are details that belong to no entry',
    },
  },
} satisfies Catalog['log']
