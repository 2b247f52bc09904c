import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'

const binaries = {
  zip: 'is a package of files, not a list. Unpack it and import the CSV or the workbook in it.',
  sqlite: 'is an SQLite database, not CSV. Export CSV from it first.',
  pdf: 'is a PDF, not CSV. Get the original table and save it as CSV.',
  binary: 'is no list: neither text nor a workbook. Save it as CSV or xlsx.',
}

/** What can be wrong with imports and with the files that they come from. */
export const importRefusals = {
  'import.missing': ({ batch }) => `There is no import ${batch}. List them: dangan import list.`,
  'import.undone': ({ batch }) => `The import ${batch} has been undone already.`,
  'import.rejected': ({ rejected }) =>
    `${rejected} ${rejected === 1 ? 'row was' : 'rows were'} rejected, so nothing was imported (--all-or-nothing).`,
  'export.format': ({ file, endings }) =>
    `${file} does not tell in which format to export. End its name in ${endings.join(', ')}, or add --format csv.`,

  'input.missing': ({ path }) => `There is no file ${path}. Check the path.`,
  'input.directory': ({ path }) => `${path} is a folder. Name one of the files in it.`,
  'input.empty': ({ path }) =>
    `${path} is empty. Check that it was exported or scanned completely.`,
  'input.unreadable': ({ path, reason }) =>
    `Cannot read ${path}: ${reason}. Check permissions and the disk.`,
  'input.special': ({ path }) =>
    `${path} is a pipe or a device, not a regular file, and cannot be attached. Save it to a file first.`,
  'input.changed': ({ path }) =>
    `${path} was changed while it was being read and was not attached. Wait until the other program has finished, then try again.`,
  'input.binary': ({ path, kind }) => `${path} ${binaries[kind]}`,
  'csv.bad-bytes': ({ line, encoding }) =>
    `Line ${line} has bytes that are not ${encoding}: the file is damaged or mixes two encodings. Save it as UTF-8 where it comes from.`,
  'csv.nul': ({ line }) =>
    `Line ${line} has a NUL byte: the file is damaged or not text. Export it again.`,
  'csv.unclosed-quote': ({ line }) =>
    `The quote that opens on line ${line} is never closed. Close it, or export the file again.`,
  'csv.cell-too-long': ({ line, limitBytes }) =>
    `A cell on line ${line} is longer than ${limitBytes} bytes, most likely an unclosed quote. Check the quotes of that line.`,
  'csv.too-many-columns': ({ line, columns, limit }) =>
    `Line ${line} has ${columns} columns; at most ${limit} are allowed. Check the delimiter and the quotes.`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
