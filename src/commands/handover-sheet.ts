import { highestOf } from '../domain/chain.ts'
import { handoverRoles } from '../domain/handover-words.ts'
import { handoverName, signatureOf } from '../domain/handover.ts'
import {
  factTable,
  listTable,
  paragraph,
  signBoxes,
  type Fact,
  type ListColumn,
} from '../exchange/form-blocks.ts'
import type { FormSheet } from '../exchange/form-sheet.ts'
import type { Drawing } from './application-sheet.ts'
import type { Desk, Office } from './desk.ts'
import type { SeenHandover } from './handover-given.ts'
import { stateWord } from './handover-view.ts'
import { levelWord } from './sheet-lines.ts'

/** The list that three people sign (S003-15.4-2, S003-15.4-3, S003-15.5-3). */
export function handoverSheet(
  desk: Desk,
  office: Office,
  { handover, hidden }: SeenHandover,
  { foot, qrSvg }: Drawing,
): FormSheet {
  const { form: text } = desk.text.handover
  const { under, number } = desk.text.sheet
  const name = handoverName(handover.id)
  const copies = office.policy.handover?.copies ?? 1
  const pages = handover.items.reduce((sum, it) => sum + (it.pages ?? 0), 0)
  return {
    title: text.title,
    subtitle: under(office.policy.title[desk.language]),
    mark: levelWord(desk, highestOf(handover.items.flatMap(({ secrecy }) => secrecy ?? []))),
    number: number(name),
    code: qrSvg(name),
    blocks: [
      factTable(factsOf(desk, { handover, hidden })),
      listTable(columnsOf(desk), rowsOf(desk, { handover, hidden })),
      paragraph(text.total(handover.items.length, pages) + (hidden > 0 ? text.hidden(hidden) : '')),
      signBoxes(boxesOf(desk, { handover, hidden })),
      paragraph(text.copies(copies)),
    ],
    foot: [foot.printed, foot.code],
  }
}

function factsOf(desk: Desk, { handover }: SeenHandover): Fact[] {
  const { form, because } = desk.text.handover
  const { facts } = form
  const { department } = handover
  return [
    [facts.because, because[handover.because]],
    [facts.openedOn, handover.openedOn],
    [facts.from, handover.giver],
    [facts.to, handover.receiver],
    ...(department === null ? [] : ([[facts.department, department, 'wide']] as const)),
    [facts.giveBy, handover.giveBy],
    [facts.receiveBy, handover.receiveBy],
  ]
}

function columnsOf(desk: Desk): ListColumn[] {
  const { columns } = desk.text.handover.form
  const wide = desk.language === 'en' ? 3 : 0
  return [
    { heading: columns.no, width: 10 },
    { heading: columns.kind, width: 22 },
    { heading: columns.number, width: 32 },
    { heading: columns.what, width: 0 },
    { heading: columns.count, width: 12 + wide },
    { heading: columns.pages, width: 12 + wide },
    { heading: columns.checked, width: 20 },
    { heading: columns.note, width: 24 },
  ]
}

const rowsOf = (desk: Desk, { handover }: SeenHandover) =>
  handover.items.map((item) => ({
    cells: [
      String(item.position),
      desk.text.handover.kinds[item.kind],
      item.number ?? '',
      item.kind === 'archive' ? (item.archiveName ?? '') : (item.what ?? ''),
      String(item.count),
      item.pages === null ? '' : String(item.pages),
      stateWord(desk, item),
      item.note ?? '',
    ],
  }))

/** Signed already: by whom and when; else room to sign. */
function boxesOf(desk: Desk, { handover }: SeenHandover) {
  const { form, signed, roles } = desk.text.handover
  const { sign } = desk.text.sheet
  return handoverRoles.map((role) => {
    const it = signatureOf(handover, role)
    return {
      title: form.signs[role],
      choices: [],
      lines: it ? [signed(roles[role], it.signer, it.signedOn, it.form)] : [],
      blanks: [sign.signature, sign.date],
    }
  })
}
