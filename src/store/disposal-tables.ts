import type { Generated } from 'kysely'
import type { DisposalStage } from '../domain/disposal-reasons.ts'

export interface DisposalRow {
  id: Generated<number>
  requestId: number
  reason: string
  appraisal: string | null
  proposedOn: string
  policyVersion: number
  stage: DisposalStage
  executorId: Generated<number | null>
  executor: Generated<string | null>
  witnessId: Generated<number | null>
  witness: Generated<string | null>
  method: Generated<string | null>
  place: Generated<string | null>
  formNumber: Generated<string | null>
  begunOn: Generated<string | null>
  executedOn: Generated<string | null>
  archivesSearched: Generated<number | null>
  valuesSearched: Generated<number | null>
  valuesShared: Generated<number | null>
  journalSeq: Generated<number | null>
}

export interface DisposalItemRow {
  disposalId: number
  position: number
  archiveId: number
  because: string
  retainUntil: string | null
  materials: number
  copies: number
  pages: number
  entries: number
  journalSeq: number | null
}
