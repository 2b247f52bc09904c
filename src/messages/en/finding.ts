import type { Catalog } from '../catalog.ts'

/** Finding, listing and exporting archives. */
export const finding: Catalog['finding'] = {
  filters: {
    type: 'customer type (several with commas)',
    industry: 'industry',
    region: 'region',
    stage: 'business stage',
    secrecy: 'secrecy level',
    importance: 'importance',
    owner: 'owner; an empty value means without one',
    status: 'status: pending, active, closed, destroyed',
    org: 'organisation code',
    openedAfter: 'opened on this day or later',
    openedBefore: 'opened on this day or earlier',
    incomplete: 'only those that lack something required',
    missing: 'only those that lack a kind of document or a required field, as contract,phone',
    reviewDue: 'only those due for review by a day (today, if none is given)',
    card: 'card on paper: behind, current, none',
    where: 'any field with a value: field=value, repeatable',
  },
  find: {
    summary: 'Find archives',
    description:
      'Finds archives by number, name, contacts, phone, address, titles of materials and the text of entries: Chinese from one character up, Traditional or Simplified alike, pinyin in full or by initials, any four or more digits of a phone in a row. Several words must all be there. The best answers come first.',
    words: 'what to look for',
    limit: (usual) => `show at most so many (default ${usual})`,
    none: (words) =>
      words === ''
        ? 'No archive meets the conditions.'
        : `Nothing found for "${words}". Try fewer characters, pinyin, or a phone number.`,
    more: (shown, total) =>
      `${total === null ? `More than ${shown}` : `${total} in all`}; the best ${shown} are shown. Add a word or use --limit; all of them: dangan list <words>.`,
    count: (count) => `${count} found.`,
  },
  list: {
    summary: 'List archives',
    description:
      'Lists all archives by number, or those that answer to words and conditions, however many. Destroyed ones only where --status names them.',
    sort: 'order by a key, such as name or openedOn:desc (default: number)',
    limit: 'show at most so many (default: all)',
    index: 'the index directory (customer overview); its remark says confidential or top secret',
    none: 'No archive meets the conditions.',
    more: (shown) =>
      `The first ${shown} are shown; there are more. Raise --limit, or leave it out for all of them.`,
    count: (count) => `${count} in all.`,
  },
  export: {
    sheet: 'Archives',
    summary: 'Export archives',
    description:
      'Exports all archives, or those that answer to words and conditions, with every field, as xlsx, CSV or NDJSON; import takes the file back. Sensitive fields are left empty and named in the masked column unless --reveal is given. Every export is entered in the journal.',
    output: 'write to this file (.xlsx, .csv, .ndjson, .json); standard output without it',
    reveal: 'with sensitive fields (entered in the journal)',
    written: (path, count) => `Exported ${count} to ${path}`,
    said: (count) => `Exported ${count}.`,
    would: (count) => `Would export ${count}.`,
    masked:
      'Sensitive fields were left out; the masked column names them. To include them: --reveal (entered in the journal).',
    foreign:
      'Some numbers do not follow the numbering rules; to import them elsewhere use --foreign-number.',
  },
  columns: {
    matchedBy: 'found by',
    masked: 'withheld fields',
    flags: 'note',
  },
  foundBy: {
    number: 'number',
    name: 'name',
    pinyin: 'pinyin',
    contact: 'contact',
    phone: 'phone',
    text: 'address or email',
    material: 'material',
    entry: 'entry',
  },
  headings: {
    year: 'archive year',
    serial: 'archive serial',
    status: 'archive status',
    version: 'archive version',
    closedOn: 'closed on',
    nextReviewOn: 'next review on',
    retainUntil: 'retain until',
    contacts: 'all contacts',
    masked: 'withheld fields',
  },
}
