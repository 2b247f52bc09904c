import type { Catalog } from '../catalog.ts'

/** Forms that people print and sign. */
export const form = {
  summary: 'Print a form',
  description:
    'Writes a form as one A4 web page that needs nothing else: open it in a browser and print it. The journal code at the foot pins the journal as it was; log verify --anchor checks it later. Each printing is journaled.',
  numbers: 'archive numbers; - reads them from standard input',
  options: {
    output:
      'write to this file; - is standard output; left out: a file in the current folder, named after form and number',
    reveal: 'with sensitive fields (this is journaled)',
    mark: 'mark it as printed: the card on paper is of this version',
    place: 'labels for these places (boxes)',
    first: 'begin at this label of the sheet, 1 to 10: those before it are used',
    reason: 'why',
  },
  done: (path, sheets) =>
    `Wrote ${path} (${sheets === 1 ? '1 form' : `${sheets} forms`}); open it in a browser to print it`,
  would: (path, sheets) => `Would write ${path} (${sheets === 1 ? '1 form' : `${sheets} forms`})`,
  marked: (number, version) => `The card of ${number} on paper is of version ${version}`,
  unmarked: (command) => `Once printed, mark it, so that a card that is behind shows: ${command}`,
  ask: { mark: 'Will it be printed and filed? Mark it as printed' },
  anchor: 'Journal code',
  printed: (on, by) => `Printed on ${on} by ${by}`,
  version: (version) => `version ${version}`,
  masked: '(not shown)',
  name: (form, first, count) => {
    const name = `${form.toLowerCase().replaceAll(' ', '-')}-${first}`
    return count === 1 ? name : `${name}-and-${count - 1}-more`
  },
  card: {
    summary: 'The card of a customer',
    description:
      'Prints the card of a customer. --mark marks it as printed; once the archive changes, show says in what the paper is behind, and list --card behind lists it (S002-2.3-4).',
    title: 'Customer archive card',
    contacts: 'Contacts',
    contact: { name: 'Name', role: 'Post', phone: 'Phone', email: 'Email' },
    fields: 'Further',
    remark: 'Notes',
    signs: ['Filled in by', 'Checked by', 'Date'],
  },
  label: {
    summary: 'Labels for boxes and bags',
    description:
      'Prints labels for boxes and bags: number, name and what the policy wants on them, with a QR code and a Code 128 of the number (S002-4.2-1, S002-3.3-1). --place prints them for boxes and other places.',
    title: 'Archive labels',
    holdings: 'Holds',
    range: 'Numbers',
    types: 'Types',
    years: 'Years',
  },
  paper: {
    heading: 'card on paper',
    current: (version, on) => `version ${version}, printed on ${on}, up to date`,
    behind: (version, on, now, keys) =>
      `version ${version}, printed on ${on}; now version ${now}${keys === '' ? '' : `, changed: ${keys}`}`,
  },
} satisfies Catalog['form']
