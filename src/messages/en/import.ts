/** Taking lists in. */
export const importing = {
  run: {
    summary: 'Import a list (CSV, TSV or Excel)',
    description:
      'Takes a list in row by row: encoding, delimiter and headings are recognised, every row is checked, good rows go in and bad ones are listed. The same file imported again changes nothing. Workbooks (xlsx, xls, xlsb, ods, and pages saved as .xls) are known by their content: the first sheet that has rows is read, titles above its headings are passed over, hidden rows are taken, a hidden sheet must be named with --sheet.',
    file: 'the file; - for standard input',
    options: {
      type: 'customer type of every row, where the file has no such column',
      map: 'name the columns: heading=key,fax=extra',
      onDuplicate: 'a customer who is already there: ask, skip, update, add or fail',
      encoding: 'encoding (recognised by default)',
      delimiter: 'delimiter (recognised by default; tab for TAB)',
      sheet: 'sheet of a workbook: its name or its place (default: the first that has rows)',
      errors:
        'write rejected rows and why to this file (.csv or .xlsx), to be mended and imported again',
      template: 'write an empty list to be filled in (.xlsx), with drop-down lists and notes',
      allOrNothing: 'import nothing if any row is rejected',
      foreignNumber: 'keep old numbers that fit no pattern as they are',
    },
    columns: (columns: readonly string[]) => `Columns: ${columns.join(', ')}`,
    known: (heading: string, key: string) => (heading === key ? key : `${heading} → ${key}`),
    extra: (heading: string) => `${heading} → (extra field)`,
    derived: (heading: string) => `${heading} → (worked out, not taken)`,
    keep: 'keep it as an extra field',
    unknown: (heading: string) => `What is the column "${heading}"?`,
    read: (encoding: string, delimiter: string, rows: number) =>
      `Encoding ${encoding}, delimiter ${delimiter}, ${rows} rows read`,
    readSheet: (kind: string, sheet: string, rows: number) =>
      `${kind} workbook, sheet "${sheet}", ${rows} rows read`,
    sheet: (sheet: string, others: readonly string[]) =>
      `Sheet: ${sheet}${others.length > 0 ? ` (there are also ${others.join(', ')}: --sheet)` : ''}`,
    headingLine: (line: number) =>
      `The headings are in row ${line}; the rows above are passed over.`,
    hiddenRows: (rows: number) => `${rows} rows are hidden in the sheet; they are taken, too.`,
    counts: (counts: {
      created: number
      updated: number
      unchanged: number
      skipped: number
      rejected: number
    }) =>
      `${counts.created} created, ${counts.updated} updated, ${counts.unchanged} unchanged, ${counts.skipped} skipped, ${counts.rejected} rejected`,
    numbers: (first: string, last: string) => `Numbers ${first} to ${last}`,
    rejectedTitle: 'Rejected rows:',
    rejectedLine: (line: number, problems: string) => `  line ${line}  ${problems}`,
    passedOverTitle: 'Skipped, since the customer seems to be there already:',
    passedOverLine: (line: number, number: string, because: string) =>
      `  line ${line}  ${because} as ${number}`,
    because: {
      number: 'same number',
      identity: 'same id number',
      businessKey: 'same business key',
      phoneAndName: 'same phone and name',
      name: 'same name',
    },
    more: (count: number) => `  … and ${count} more`,
    batch: (batch: string, seconds: number) =>
      `Batch ${batch}, ${seconds} seconds. Undo: dangan import undo ${batch}`,
    rejectedSheet: 'Rejected rows',
    rejectedIn: (path: string) =>
      `The rejected rows are in ${path}: mend them there and import it.`,
    unfinished: (batch: string, rows: number) =>
      `The first ${rows} rows are in (batch ${batch}), the rest is not. Mend the file and import the whole of it again: only the rest will be added.`,
    stands: (batch: string, counts: string) =>
      `No more questions, but the list is in (batch ${batch}: ${counts}). Rows without an answer count as skipped; import the same file again, and only they are asked about. To take it all back: dangan import undo ${batch}.`,
    badDelimiter: (value: string) =>
      `--delimiter cannot be "${value}": it is one character, neither a quote nor a line break; write tab for TAB.`,
    decisions: {
      skip: 'skip it',
      add: 'another customer: open an archive',
      update: 'the same: update',
    },
    likeness: (line: number, cells: string, number: string) =>
      `Line ${line} (${cells}) looks like ${number}:`,
  },
  template: {
    sheet: 'Customers',
    notes: 'Notes',
    noteColumns: ['Column', 'Required', 'How to fill it in'],
    lead: [
      'One customer a row, in the sheet Customers; leave the headings as they are. Columns with * are required.',
      'Numbers are given by the program. When it is filled in: dangan import <this file>',
    ],
    required: 'required',
    requiredFor: (types: string) => `required for ${types}`,
    choose: 'Choose from the list.',
    oneOf: (choices: string) => `one of: ${choices}`,
    hints: {
      text: 'text',
      date: 'a day, as 2026-11-22',
      integer: 'a whole number',
      number: 'a number',
      amount: 'an amount in yuan, as 1234.50',
      phone: 'a telephone number, as 13800138000 or 010-65551234',
      email: 'an email address',
      idCard: 'an identity card number of 18 characters',
      uscc: 'a unified social credit code of 18 characters',
      choice: 'one of a list',
      orgCode: 'an organisation code of 1 to 12 letters and digits',
    },
    written: (path: string, columns: number) => `Wrote the empty list ${path} (${columns} columns)`,
    next: (path: string) => `When it is filled in: dangan import ${path}`,
    would: (path: string, columns: number) =>
      `Would write the empty list ${path} (${columns} columns)`,
  },
  list: { summary: 'List import batches' },
  show: {
    summary: 'Show an import batch',
    batch: 'the batch, such as B7',
    reject: (line: number, field: string, code: string) => `  line ${line}  ${field}  ${code}`,
  },
  undo: {
    summary: 'Undo an import batch',
    description:
      'Takes an import back: archives that it made go and their numbers become void, updates go back; what was touched since is kept and listed.',
    batch: 'the batch, such as B7',
    confirm: (batch: string, created: number, updated: number) =>
      `Undo ${batch}: remove ${created} archives, take back ${updated} updates, make the numbers void?`,
    done: (batch: string, removed: number, reverted: number) =>
      `${batch} undone: ${removed} removed, ${reverted} taken back.`,
    kept: (number: string, because: string) => `  kept ${number}: ${because}`,
    because: {
      changed: 'changed since',
      entries: 'has entries',
      materials: 'has materials',
      merged: 'was merged',
      hold: 'is or was held',
      incident: 'has incidents',
    },
  },
  columns: {
    batch: 'Batch',
    startedOn: 'Date',
    fileName: 'File',
    content: 'content',
    encoding: 'Encoding',
    delimiter: 'Delimiter',
    status: 'State',
    read: 'Read',
    created: 'Created',
    updated: 'Updated',
    unchanged: 'Unchanged',
    skipped: 'Skipped',
    rejected: 'Rejected',
    firstNumber: 'First number',
    lastNumber: 'Last number',
    seconds: 'Seconds',
  },
  contents: { archives: 'archives', entries: 'entries' },
  states: { running: 'unfinished', done: 'done', undone: 'undone' },
}
