import type { Catalog } from '../catalog.ts'

/** Holds: nothing may be destroyed while they stand. */
export const hold = {
  place: {
    summary: 'Hold archives back from disposal; list what is held',
    description:
      'Holds archives back from disposal while there is a lawsuit, a dispute or an inquiry. An archive may have several holds, each released by itself; one with --until ends then. --list gives those that stand, --all those that ended, too.',
    numbers: 'numbers of archives; - reads them from standard input',
    reason: 'why, such as a lawsuit about a contract',
    authority: 'who ordered it: a court, the general manager',
    until: 'last day of the hold; if left out it stands until it is released',
    noLending: 'nor may the archive be lent meanwhile',
    list: 'list the holds that stand',
    all: 'also those that ended (with --list)',
    done: (hold, number, until) =>
      `${number} is held (${hold}${until === null ? '' : `, until ${until}`})`,
    none: 'Nothing is held.',
    count: (count) => `${count} in all.`,
  },
  release: {
    summary: 'Release a hold',
    description:
      'Releases a hold (H2), or the only one of an archive. Where an archive has several, say which, or --all.',
    what: 'holds (H2) or numbers of archives; - reads them from standard input',
    reason: 'why it is released',
    all: 'release every hold of an archive that has several',
    done: (hold, number, left) =>
      left > 0
        ? `Released ${hold}; ${number} is still held (${left})`
        : `Released ${hold}; ${number} is held no more`,
  },
  keys: {
    hold: 'Hold',
    number: 'Number',
    name: 'Name',
    reason: 'Reason',
    authority: 'Authority',
    placedOn: 'From',
    placedBy: 'By',
    until: 'Until',
    lending: 'Lending',
    status: 'Status',
    releasedOn: 'Released',
    releasedBy: 'Released by',
    fromNumber: 'Number before a merge',
    releaseReason: 'Why released',
  },
  status: { standing: 'stands', expired: 'expired', released: 'released' },
  lending: (may) => (may ? 'yes' : 'no'),
  shown: 'Held',
  until: (on) => `until ${on}`,
  noLending: 'not to be lent',
} satisfies Catalog['hold']
