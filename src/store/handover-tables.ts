import type { Generated } from 'kysely'
import type {
  HandoverAnswer,
  HandoverCause,
  HandoverItemKind,
  HandoverRole,
} from '../domain/handover-words.ts'

/** Handovers, as Kysely sees them. */
export interface HandoverTables {
  handover: HandoverRow
  handoverItem: HandoverItemRow
  handoverSignature: HandoverSignatureRow
  handoverExtension: HandoverExtensionRow
}

interface HandoverRow {
  id: Generated<number>
  because: HandoverCause
  giverId: number
  receiverId: number
  department: string | null
  openedOn: string
  openedBy: number | null
  giveBy: string
  receiveBy: string
  calendar: string | null
  calendarVersion: string | null
  policyVersion: number
  endedOn: Generated<string | null>
  endedBy: Generated<number | null>
  outcome: Generated<'closed' | 'withdrawn' | null>
}

interface HandoverItemRow {
  handoverId: number
  position: number
  kind: HandoverItemKind
  archiveId: number | null
  subjectId: number | null
  count: number
  pages: number | null
  answer: Generated<HandoverAnswer | null>
  pagesFound: Generated<number | null>
  answeredOn: Generated<string | null>
  answeredBy: Generated<number | null>
  note: Generated<string | null>
  fromNumber: Generated<string | null>
}

interface HandoverSignatureRow {
  handoverId: number
  role: HandoverRole
  signerId: number
  signedOn: string
  formNumber: string | null
  enteredBy: number | null
}

interface HandoverExtensionRow {
  handoverId: number
  position: number
  days: number
  reason: string
  approvedBy: number
  formNumber: string | null
  extendedOn: string
  enteredBy: number | null
  before: string
}
