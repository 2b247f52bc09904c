import type { Catalog } from '../catalog.ts'

/** Entries: dated facts of an archive. */
export const entry = {
  summary: 'Enter a note in an archive',
  description:
    'Enters a dated fact in an archive: communication, order, service, feedback, visit … The fields of each kind come from the policy.',
  number: 'archive number',
  options: {
    kind: 'kind of entry; communication if left out',
    on: 'day on which it happened; the day of the act if left out',
    text: 'what happened',
    set: 'a field of this kind: field=value; may be repeated',
    reason: 'why it is entered late',
  },
  ask: { kind: 'Kind of entry', text: 'What happened (may be empty)' },
  done: (number, kind, on) => `Entered in ${number}: ${on} ${kind}`,
  list: {
    summary: "List an archive's entries",
    description: "Lists an archive's entries, newest first.",
    kind: 'only those of a kind',
    headings: {
      entry: 'entry',
      on: 'date',
      kind: 'kind',
      text: 'text',
      fields: 'fields',
      by: 'entered by',
    },
  },
} satisfies Catalog['entry']
