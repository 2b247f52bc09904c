import type { Archive } from '../domain/archive.ts'
import {
  answers,
  badItems,
  defectStatus,
  inspectionName,
  inspectionStatus,
  repairName,
  repairOverdue,
  unanswered,
  type Inspection,
  type InspectionItem,
} from '../domain/inspection.ts'
import { materialName } from '../domain/material.ts'
import type { Policy } from '../domain/policy.ts'
import type { Day } from '../domain/words.ts'
import type { StoredDefect } from '../store/defects.ts'
import { auditName } from '../domain/audit-finding.ts'
import type { Desk } from './desk.ts'

/** An inspection as other programs see it. */
export const inspectionShown = (it: Inspection) => ({
  inspection: inspectionName(it.id),
  period: it.period,
  place: it.place,
  status: inspectionStatus(it),
  openedOn: it.openedOn,
  openedBy: it.openedBy,
  dueOn: it.lastDay,
  items: it.items.map(({ ownerId: _id, ...item }) => item),
  bad: badItems(it).length,
  left: unanswered(it).length,
  closedOn: it.closedOn,
  signers: it.signers,
  droppedBecause: it.droppedBecause,
  audit: it.auditRun === null ? null : auditName(it.auditRun),
})
export type InspectionShown = ReturnType<typeof inspectionShown>

/** What an item of the checklist is called; one that the policy no longer has stands for itself. */
export const itemLabel = (desk: Desk, { inspection }: Policy, item: string): string =>
  inspection?.items[item]?.label[desk.language] ?? item

export const stateLabel = (desk: Desk, { inspection }: Policy, state: string): string =>
  inspection?.states[state]?.label[desk.language] ?? state

/** `52%` */
export const readingWords = ({ inspection }: Policy, { item, reading }: InspectionItem): string =>
  reading === null ? '' : `${reading}${inspection?.items[item]?.reading?.unit ?? ''}`

/** What was found of an item, in one line, set in. */
export function itemWords(desk: Desk, policy: Policy, it: InspectionItem): string {
  const { inBrackets, items } = desk.text.program.marks
  const answer = it.answer === null ? '' : answers[it.answer].label[desk.language]
  const who = [it.owner, it.dueOn].filter((word) => word !== null).join(items)
  const words = [itemLabel(desk, policy, it.item), answer, readingWords(policy, it), it.note ?? '']
  return `  ${words.filter(Boolean).join('  ')}${who === '' ? '' : inBrackets(who)}`
}

/** A defect, and whose it is. */
export interface Placed {
  readonly defect: StoredDefect
  readonly archive: Archive
}

/** What is the matter with an archive or a paper, as other programs see it. */
export const defectShown = ({ defect, archive }: Placed, today: Day) => ({
  repair: repairName(defect.id),
  number: archive.number,
  material: defect.seq,
  state: defect.state,
  note: defect.note,
  status: defectStatus(defect),
  seenOn: defect.seenOn,
  seenBy: defect.seenBy,
  inspection: defect.inspection === null ? null : inspectionName(defect.inspection),
  dueOn: defect.dueOn,
  overdueDays: repairOverdue(defect, today),
  repairedOn: defect.repairedOn,
  repairedBy: defect.repairer,
  repairNote: defect.repairNote,
  fromNumber: defect.fromNumber,
})
export type DefectShown = ReturnType<typeof defectShown>

/** `RG2026-0001/3` */
export const placedName = ({ defect, archive }: Placed): string =>
  defect.seq === null ? archive.number : materialName(archive.number, defect.seq)
