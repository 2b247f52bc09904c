import type { ReadingRule } from './policy-inspection.ts'
import type { Day, Label } from './words.ts'

/** An item of the checklist and what it is called; null: the policy no longer has it. */
interface ItemFacts {
  item: string
  label: Label | null
}

/** Why an inspection, a repair or a stocktake cannot be dealt with so. */
export interface InspectionRefusalFacts {
  'inspection.missing': { inspection: string }
  /** That period was inspected, or is being. */
  'inspection.already': { inspection: string; period: string; place: string | null }
  'inspection.early': { period: string; from: Day; date: Day }
  'inspection.before-opened': { inspection: string; date: Day; openedOn: Day }
  'inspection.closed': { inspection: string; closedOn: Day }
  'inspection.unanswered': {
    inspection: string
    items: readonly ItemFacts[]
    source: readonly string[]
  }
  /** A reading is wanted where there is none, or there is one where none can be. */
  'inspection.reading': ItemFacts & { isWanted: boolean; unit: string }
  'inspection.beyond': ItemFacts & { reading: string; limits: ReadingRule }
  /** It is bad, and nobody says what is the matter. */
  'inspection.bare': ItemFacts
  'repair.missing': { repair: string }
  'repair.done': { repair: string; repairedOn: Day }
  'repair.before-seen': { repair: string; date: Day; seenOn: Day }
  'stocktake.missing': { stocktake: string }
  /** One of the same extent is not closed. */
  'stocktake.already': { stocktake: string }
  /** There is nothing that could be counted. */
  'stocktake.nothing': { place: string | null; type: string | null }
  'stocktake.closed': { stocktake: string; closedOn: Day }
  /** Nobody has counted anything. */
  'stocktake.uncounted': { stocktake: string; expected: number }
  'stocktake.same-person': { name: string }
}
