import { exits } from './exits.ts'

/** The statuses of what is refused about workbooks. */
export const workbookExits = {
  'workbook.too-large': exits.badData,
  'workbook.password': exits.badData,
  'workbook.damaged': exits.badData,
  'workbook.empty': exits.badData,
  'workbook.no-sheet': exits.missing,
  'workbook.no-workbook': exits.usage,
  'workbook.too-many-rows': exits.refused,
  'workbook.long-cell': exits.refused,
  'subject.too-large': exits.refused,
} as const
