import type { Generated } from 'kysely'
import type { CopyOutcome, PermitKind } from '../domain/copy-words.ts'
import type { Condition } from '../domain/loan.ts'

/** Tables of consultations, permits and copies. */
export interface ConsultingTables {
  consultation: ConsultationRow
  consultationItem: ConsultationItemRow
  permit: PermitRow
  permitSeries: { stem: string; last: number }
  copyHolding: CopyHoldingRow
}

interface ConsultationRow {
  id: Generated<number>
  requestId: number
  archiveId: number
  readerId: number | null
  outsiderKey: string | null
  place: string | null
  identity: string | null
  openedOn: string
  openedAt: string
  openedBy: number | null
  closedOn: string | null
  closedAt: string | null
  closedBy: number | null
  signedBy: string | null
  effect: string | null
  condition: Condition | null
  remark: string | null
  fromNumber: string | null
}

interface ConsultationItemRow {
  consultationId: number
  position: number
  materialId: number | null
}

interface PermitRow {
  id: Generated<number>
  kind: PermitKind
  requestId: number
  archiveId: number
  number: string | null
  issuedOn: string
  issuedBy: number | null
  expiresOn: string | null
  signedBy: string | null
  fromNumber: string | null
}

interface CopyHoldingRow {
  permitId: number
  position: number
  archiveId: number
  materialId: number | null
  accountedOn: string | null
  outcome: CopyOutcome | null
  accountedBy: number | null
  remark: string | null
}
