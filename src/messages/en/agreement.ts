import type { Catalog } from '../catalog.ts'

/** Agreements: who undertook to keep secret what they learn. */
export const agreement = {
  summary: 'Enter, list and end agreements of confidentiality',
  description:
    'Enters that somebody signed; without --until it holds for the years of the policy. --unit names the unit of an outsider. --list gives those that hold, --expiring 30 those that end within 30 days, --missing the people here who need one and have none; --end ends one.',
  options: {
    who: 'name or staff number; of an outsider the name',
    unit: 'unit of an outsider',
    kind: 'kind of agreement, such as confidentiality',
    number: 'number of the paper',
    on: 'day of signing; the date of the act if left out',
    until: 'last day on which it holds',
    list: 'list the agreements that hold',
    expiring: 'only those that end within so many days',
    missing: 'list the people here who need one by the policy and have none',
    all: 'also those that expired or were ended',
    end: 'end what this person has signed',
    reason: 'why',
  },
  keys: {
    agreement: 'Agreement',
    staff: 'Staff',
    name: 'Name',
    unit: 'Unit',
    post: 'Post',
    department: 'Department',
    kind: 'Kind',
    number: 'Number',
    signedOn: 'Signed',
    until: 'Until',
    status: 'Status',
    last: 'Last held until',
  },
  status: { standing: 'holds', expired: 'expired', ended: 'ended' },
  signed: (agreement, name, kind, until) =>
    `Entered ${agreement}: ${name} signed the ${kind}, ${until === null ? 'without end' : `which holds until ${until}`}`,
  ended: (agreement, name, kind, on) =>
    `Ended ${agreement}: the ${kind} of ${name} holds no more from ${on}`,
  none: 'There are no such agreements.',
  noneMissing: 'Everybody here who needs an agreement has one.',
  forEver: 'without end',
} satisfies Catalog['agreement']
