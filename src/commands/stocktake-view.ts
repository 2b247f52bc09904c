import { auditName } from '../domain/audit-finding.ts'
import { stocktakeName, type Stocktake } from '../domain/stocktake.ts'

const stocktakeStatus = ({
  closedOn,
  droppedBecause,
}: Pick<Stocktake, 'closedOn' | 'droppedBecause'>): 'open' | 'closed' | 'dropped' =>
  closedOn === null ? 'open' : droppedBecause === null ? 'closed' : 'dropped'

/** A stocktake as other programs see it. */
export const stocktakeShown = (it: Stocktake) => ({
  stocktake: stocktakeName(it.id),
  place: it.place,
  type: it.type,
  sample: it.percent === null ? null : { percent: it.percent, seed: it.seed },
  status: stocktakeStatus(it),
  openedOn: it.openedOn,
  openedBy: it.openedBy,
  expected: it.expected,
  counts: it.counts,
  closedOn: it.closedOn,
  counters: it.counters,
  witness: it.witness,
  droppedBecause: it.droppedBecause,
  audit: it.auditRun === null ? null : auditName(it.auditRun),
})
export type StocktakeShown = ReturnType<typeof stocktakeShown>
