import {
  answers,
  defectStatus,
  inspectionName,
  inspectionRule,
  type Inspection,
  type InspectionItem,
} from '../domain/inspection.ts'
import type { Policy } from '../domain/policy.ts'
import { factTable, listTable, signBoxes, type ListColumn } from '../exchange/form-blocks.ts'
import type { FormSheet } from '../exchange/form-sheet.ts'
import type { Desk, Office } from './desk.ts'
import { itemLabel, placedName, readingWords, stateLabel, type Placed } from './inspect-view.ts'
import type { Foot } from './printing.ts'

/** A checklist that nobody has filled in. @throws Refusal policy.silent */
export function blankInspection(policy: Policy): Inspection {
  const nothing = { answer: null, reading: null, note: null, owner: null, ownerId: null }
  const items = Object.keys(inspectionRule(policy).items).map((item) => ({
    ...{ item, ...nothing, dueOn: null, answeredOn: null, answeredBy: null },
  }))
  const blank = { period: '', lastDay: '', place: '', openedOn: '', openedBy: null }
  const end = { closedOn: null, signers: [], droppedBecause: null, auditRun: null }
  return { id: 0, ...blank, ...end, items }
}

/** 库房检查表 (S001-14-1, S002-5.2-1): what was entered stands in it, the rest is left to a pen. */
export function inspectionSheet(
  desk: Desk,
  { policy }: Office,
  it: Inspection,
  placed: readonly Placed[],
  foot: Foot,
): FormSheet {
  const { form: text, everywhere } = desk.text.inspection
  const { sheet } = desk.text
  const box = { choices: [], blanks: [sheet.sign.signature, sheet.sign.date] }
  const { facts, signs } = text
  return {
    title: text.title,
    subtitle: sheet.under(policy.title[desk.language]),
    mark: '',
    number: it.id === 0 ? '' : sheet.number(inspectionName(it.id)),
    code: '',
    blocks: [
      factTable([
        [facts.period, it.period],
        [facts.place, it.place ?? everywhere],
        [facts.openedOn, it.openedOn],
        [facts.closedOn, it.closedOn ?? ''],
      ]),
      listTable(
        columnsOf(desk),
        it.items.map((item, at) => rowOf(desk, policy, item, at)),
        '',
        'signed',
      ),
      ...defectTable(desk, policy, placed),
      signBoxes([
        { ...box, title: signs.inspector, lines: it.signers },
        { ...box, title: signs.head, lines: [] },
      ]),
    ],
    foot: [foot.printed, foot.code],
  }
}

function columnsOf(desk: Desk): ListColumn[] {
  const { columns: text } = desk.text.inspection.form
  return [
    { heading: text.no, width: 11 },
    { heading: text.item, width: 34 },
    { heading: text.result, width: 31 },
    { heading: text.reading, width: 24 },
    { heading: text.note, width: 0 },
    { heading: text.owner, width: 20 },
    { heading: text.dueOn, width: 22 },
  ]
}

function rowOf(desk: Desk, policy: Policy, it: InspectionItem, at: number) {
  const { form: text } = desk.text.inspection
  const limits = policy.inspection?.items[it.item]?.reading
  const wanted = limits
    ? `${text.limits(String(limits.from ?? ''), String(limits.to ?? ''))}${limits.unit}`
    : ''
  const reading = it.reading === null ? wanted && `\n${wanted}` : `${readingWords(policy, it)}`
  return {
    cells: [
      String(at + 1),
      itemLabel(desk, policy, it.item),
      it.answer === null ? text.ok : answers[it.answer].label[desk.language],
      reading,
      it.note ?? '',
      it.owner ?? '',
      it.dueOn ?? '',
    ],
  }
}

function defectTable(desk: Desk, policy: Policy, placed: readonly Placed[]): string[] {
  if (placed.length === 0) return []
  const { form: text, repairStatus } = desk.text.inspection
  const { number, state, note, repair } = text.defectColumns
  const columns = [
    { heading: number, width: 40 },
    { heading: state, width: 32 },
    { heading: note, width: 0 },
    { heading: repair, width: 40 },
  ]
  const rows = placed.map((one) => ({
    cells: [
      placedName(one),
      stateLabel(desk, policy, one.defect.state),
      one.defect.note ?? '',
      `${repairStatus[defectStatus(one.defect)]} ${one.defect.repairedOn ?? one.defect.dueOn ?? ''}`,
    ],
  }))
  return [listTable(columns, rows, text.defects)]
}
