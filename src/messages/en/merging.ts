import type { Catalog } from '../catalog.ts'

/** Merging archives of one customer. */
export const merging = {
  summary: 'Merge two archives of one customer',
  description:
    'Merges an archive into another: entries and contacts move over, what was missing is filled in, the higher secrecy and the longer retention are kept; the old number becomes a former number of the other. It can be undone.',
  options: {
    number: 'number of the archive that goes',
    into: 'the archive that stays',
    undo: 'undo a merge; give the number that went',
    reason: 'reason',
  },
  ask: { into: 'Merge into (number)' },
  done: (number, into) => `Merged ${number} into ${into}; the old number still works`,
  undone: (number, from) => `Undone: ${number} is apart from ${from} again`,
  differing: (keys, survivor) => `The two differ in ${keys}; those of ${survivor} are kept.`,
} satisfies Catalog['merging']
