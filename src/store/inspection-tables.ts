import type { Generated } from 'kysely'
import type { Answer } from '../domain/inspection.ts'
import type { StocktakeResult, StrayKind } from '../domain/stocktake.ts'

/** Inspections, repairs and stocktakes. */
export interface InspectionTables {
  inspection: InspectionRow
  inspectionItem: InspectionItemRow
  defect: DefectRow
  stocktake: StocktakeRow
  stocktakeItem: StocktakeItemRow
  stocktakeStray: StocktakeStrayRow
}

interface InspectionRow {
  id: Generated<number>
  period: string
  lastDay: string
  place: string | null
  openedOn: string
  openedBy: number | null
  closedOn: Generated<string | null>
  closedBy: Generated<number | null>
  signers: Generated<string | null>
  droppedBecause: Generated<string | null>
  auditRun: Generated<number | null>
}

interface InspectionItemRow {
  inspectionId: number
  item: string
  position: number
  answer: Generated<Answer | null>
  reading: Generated<string | null>
  note: Generated<string | null>
  ownerId: Generated<number | null>
  dueOn: Generated<string | null>
  answeredOn: Generated<string | null>
  answeredBy: Generated<number | null>
}

interface DefectRow {
  id: Generated<number>
  archiveId: number
  materialId: number | null
  inspectionId: number | null
  state: string
  note: string | null
  seenOn: string
  seenBy: number | null
  wantsRepair: 0 | 1
  dueOn: string | null
  repairedOn: Generated<string | null>
  repairer: Generated<string | null>
  repairNote: Generated<string | null>
  fromNumber: Generated<string | null>
}

interface StocktakeRow {
  id: Generated<number>
  place: string | null
  type: string | null
  percent: number | null
  seed: number | null
  openedOn: string
  openedBy: number | null
  expected: number
  closedOn: Generated<string | null>
  closedBy: Generated<number | null>
  counters: Generated<string | null>
  witness: Generated<string | null>
  counts: Generated<string | null>
  droppedBecause: Generated<string | null>
  auditRun: Generated<number | null>
}

interface StocktakeItemRow {
  stocktakeId: number
  archiveId: number
  isExpected: 0 | 1
  isOut: 0 | 1
  place: string | null
  seenPlace: string | null
  seenOn: string | null
  seenBy: number | null
  times: number
  result: Generated<StocktakeResult | null>
}

interface StocktakeStrayRow {
  stocktakeId: number
  text: string
  kind: StrayKind
  seenPlace: string | null
  seenOn: string
  times: number
}
