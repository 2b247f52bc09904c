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
    anchor: 'check the code at the foot of a printed form, such as 57-K7QM-4XTP-9RZ2-HB3D',
    anchored: (seq) =>
      `The code on paper agrees with entry ${seq}: up to there the journal is as it was when the form was printed.`,
    unanchored: (seq) =>
      `The code on paper does not agree: entry ${seq} is not the one of that day, so the journal was written anew since. Do nothing more with the file, keep it, and compare it with a backup.`,
    cutOff: (seq, entries) =>
      `The code on paper speaks of entry ${seq}, and the journal has ${entries}: its end was cut off, or an older file put in its place. Do nothing more with it, and compare it with a backup.`,
    reasons: {
      gap: 'it is missing',
      chain: 'it was changed, or does not follow the one before it',
      parts: 'the archives it concerns were added to, taken away or changed',
      detail: 'its sealed details were changed',
      stray: 'there are details that belong to no entry',
    },
  },
} satisfies Catalog['log']
