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
  ask: {
    kind: 'Kind of entry',
    text: 'What happened (may be empty)',
    other: (label) => `${label} (may be left out)`,
  },
  done: (number, kind, on, entry) => `Entered in ${number}: ${on} ${kind} (entry ${entry})`,
  late: (days) => `Entered ${days} ${days === 1 ? 'day' : 'days'} later than the policy allows.`,
  reckoned: (label, amount) => `${label} reckoned from quantity and unit price: ${amount}`,
  entry: 'number of the entry, as note list shows it',
  list: {
    summary: 'List entries of one archive, of several, or of all',
    description:
      'Lists entries, newest first; without a number, those of all archives that you may read. Fields go by label or key; quantities and amounts are summed up at the end.',
    numbers: 'archive numbers; - for a list on standard input',
    kind: 'only those of a kind, or of several with commas',
    since: 'from this day on',
    until: 'up to this day',
    product: 'only those of this product',
    batch: 'only those of this batch',
    field: 'only those with this value: field=value; may be repeated',
    text: 'only those whose text has these words',
    columns: 'each field in a column of its own, as a ledger',
    limit: 'at most so many',
    none: 'There are no such entries.',
    headings: {
      entry: 'entry',
      on: 'date',
      kind: 'kind',
      text: 'text',
      fields: 'fields',
      by: 'entered by',
      version: 'version',
      recordedOn: 'entered on',
      daysLate: 'days late',
      batch: 'import',
    },
    totals: (count, quantity, amount) =>
      [
        `${count} ${count === 1 ? 'entry' : 'entries'}`,
        ...(quantity === undefined ? [] : [`quantity ${quantity}`]),
        ...(amount === undefined ? [] : [`amount ${amount}`]),
      ].join(', '),
  },
  show: {
    summary: 'Show an entry',
    description:
      'Shows an entry whole; of one that was corrected, every version: who, when and why.',
    history: 'list every version, the first one first',
    reveal: 'show sensitive fields (this is journaled)',
    headings: {
      version: 'version',
      actedOn: 'done on',
      by: 'by',
      on: 'date',
      text: 'text',
      fields: 'fields',
      reason: 'reason',
    },
    imported: (batch) => `import ${batch}`,
  },
  correct: {
    summary: 'Correct an entry',
    description:
      'Corrects an entry. Its earlier versions are kept, and a correction has a reason; an entry cannot be removed.',
    on: 'day on which it happened',
    text: 'what happened',
    set: 'field=value; may be repeated; an empty value takes the field away',
    reason: 'why it is corrected',
    expectVersion: 'refuse unless the entry is at this version',
    done: (entry, number, version) =>
      `Corrected entry ${entry} (${number}), now version ${version}`,
    unchanged: (entry) => `Entry ${entry} stays as it was.`,
  },
  trace: {
    summary: 'Find the buyers of a product or batch, or what a customer bought',
    description:
      'With --product or --batch, lists all buyers, quantities and dates; with an archive number, all products and batches of that customer.',
    numbers: 'archive numbers',
    product: 'product',
    batch: 'batch',
    since: 'from this day on',
    until: 'up to this day',
    quantity: 'quantity',
    amount: 'amount',
    entries: 'entries',
    firstOn: 'first',
    lastOn: 'last',
    none: 'Nothing found.',
    buyers: (count, quantity) =>
      `${count} ${count === 1 ? 'customer' : 'customers'}${quantity === undefined ? '' : `, quantity ${quantity}`}`,
  },
  import: {
    summary: 'Import entries (CSV, TSV or Excel)',
    description:
      'Takes entries in row by row, each into the archive that its number or business key means. Encoding, delimiter and headings are recognised, every row is checked, good rows go in and bad ones are listed. The same file imported again changes nothing; to undo: import undo.',
    kind: 'kind of every row, where the file has no such column',
    map: 'name the columns: heading=orderNumber,memo=text,shelf=extra',
    noArchiveColumn: (headings) =>
      `The file has no column of archive numbers or business keys, so nobody knows where its entries belong. Headings: ${headings}. Name it with --map heading=number.`,
    noKindColumn: 'The file has no column of kinds. Say with --kind which kind of entry it holds.',
    keys: { number: 'archive number', name: 'customer', kind: 'kind', on: 'date', text: 'text' },
    undo: {
      confirm: (batch, created) =>
        `Undo ${batch}: the ${created} imported entries are removed, those corrected since are kept. Are you sure?`,
      done: (batch, removed) =>
        `Undid ${batch}: ${removed} ${removed === 1 ? 'entry' : 'entries'} removed.`,
      kept: (entry, number, because) => `  kept entry ${entry} (${number}): ${because}`,
      because: {
        corrected: 'corrected since',
        merged: 'its archive was merged',
        closed: 'its archive is closed',
      },
    },
  },
} satisfies Catalog['entry']
