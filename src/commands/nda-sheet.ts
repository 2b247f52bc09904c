import type { Staff } from '../domain/staff.ts'
import { clauses, factTable, paragraph, signBoxes } from '../exchange/form-blocks.ts'
import type { FormSheet } from '../exchange/form-sheet.ts'
import type { Desk, Office } from './desk.ts'
import type { Drawing } from './application-sheet.ts'

/** What is written on an agreement beforehand; undefined: by hand. */
export interface NdaWish {
  readonly number: string | undefined
  readonly expiresOn: string | undefined
}

/** The two copies of somebody's 保密协议 (F10; S000-4-8, S002-7.1-2). */
export const ndaSheets = (
  desk: Desk,
  office: Office,
  staff: Staff,
  wish: NdaWish,
  foot: Drawing['foot'],
): FormSheet[] => [1, 2].map((which) => ndaSheet(desk, office, staff, wish, foot, which))

function ndaSheet(
  desk: Desk,
  { policy }: Office,
  staff: Staff,
  { number, expiresOn }: NdaWish,
  foot: Drawing['foot'],
  which: number,
): FormSheet {
  const { nda: text, facts, sign } = desk.text.sheet
  const box = { choices: [], lines: [] }
  return {
    title: text.title,
    subtitle: number === undefined ? text.blankNumber : text.numbered(number),
    mark: '',
    number: '',
    code: '',
    blocks: [
      factTable([
        [text.name, staff.name],
        [facts.department, staff.department ?? ''],
        [facts.post, staff.post ?? ''],
        [text.clearance, desk.text.keys.secrecy[staff.clearance]],
        [text.joinedOn, staff.joinedOn],
        [text.expiresOn, expiresOn ?? ''],
      ]),
      paragraph(text.preamble(policy.title[desk.language])),
      ...[text.scope, text.duties, text.liability, text.rest].map((it) =>
        clauses(it.title, it.clauses),
      ),
      signBoxes([
        { ...box, title: text.boxes.office, blanks: [`${sign.signature}${sign.seal}`, sign.date] },
        { ...box, title: text.boxes.staff, blanks: [sign.signature, sign.date] },
      ]),
    ],
    foot: [text.copy(which), foot.printed, foot.code],
  }
}
