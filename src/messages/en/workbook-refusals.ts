import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'

const megabytes = (bytes: number): number => Math.round(bytes / (1024 * 1024))
const asCsv = 'Save it as "CSV UTF-8" and import that: a csv file may be of any size.'

/** Why a workbook cannot be read, or written. */
export const workbookRefusals = {
  'workbook.too-large': ({ path, what, limit }) =>
    what === 'cells'
      ? `${path} unfolds to more than ${limit} cells and was not read. ${asCsv}`
      : `${path} has more than ${megabytes(limit)} MB${what === 'bytes' ? '' : ' unpacked'} and was not read. ${asCsv}`,
  'workbook.password': ({ path }) =>
    `${path} is protected with a password and cannot be read. Take the password off (File, Info, Protect Workbook), save it and import it again.`,
  'workbook.damaged': ({ path }) =>
    `${path} is damaged or not whole and cannot be read. Open it in a spreadsheet program and save it anew, or ask for it again.`,
  'workbook.empty': ({ path, sheets }) =>
    `${path} has no row to import (sheets looked at: ${sheets.join(', ') || 'none'}). A hidden sheet must be named with --sheet.`,
  'workbook.no-sheet': ({ path, sheet, sheets }) =>
    `${path} has no sheet "${sheet}". There are: ${sheets.map((name, at) => `${at + 1} ${name}`).join(', ')}.`,
  'workbook.no-workbook': ({ path, sheet }) =>
    `${path} is no workbook and has no sheet "${sheet}". Leave --sheet out.`,
  'workbook.too-many-rows': ({ rows, limit }) =>
    `There are ${rows} rows, and a sheet ends at ${limit}. Export in parts, with conditions, or as csv.`,
  'workbook.long-cell': ({ limit, heading, line }) =>
    `Row ${line} has more than ${limit} characters under "${heading}", more than a sheet can hold. Export as csv or json.`,
  'subject.too-large': ({ number, size }) =>
    `The electronic materials of ${number} have ${size}, more than a .zip can hold. Export .html, and get the materials with dangan attach --get ${number}.`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
