import type { Generated } from 'kysely'
import type { Secrecy, Status } from '../domain/words.ts'
import type {
  AuditRunRow,
  FindingRow,
  FoundRow,
  ReviewItemRow,
  ReviewRoundRow,
} from './audit-tables.ts'
import type { CalendarDayRow, CalendarImportRow } from './calendar-tables.ts'
import type {
  AgreementRow,
  HoldRow,
  IncidentRemedyRow,
  IncidentReportRow,
  IncidentRow,
} from './custody-tables.ts'
import type { DisposalItemRow, DisposalRow } from './disposal-tables.ts'
import type { ImportRow, ImportStretchRow } from './import-tables.ts'
import type { ConsultingTables } from './consulting-tables.ts'
import type { InspectionTables } from './inspection-tables.ts'
import type { DutyRow } from './duty-tables.ts'
import type { HandoverTables } from './handover-tables.ts'
import type { JournalRow } from './journal-tables.ts'
import type { FileRow, MaterialRow } from './material-tables.ts'
import type { ArchiveReaderRow } from './secrecy-tables.ts'
import type { SupervisionTables } from './supervision-tables.ts'
import type { CardRow, PlaceRow, PlaceVisitRow } from './place-tables.ts'
import type {
  LoanItemRow,
  LoanRenewalRow,
  LoanRow,
  RequestItemRow,
  RequestRow,
  RequestStepRow,
} from './request-tables.ts'

/** The archive file as Kysely sees it: schema/*.sql in camelCase. JSON columns are text. */
export interface Tables
  extends ConsultingTables, InspectionTables, HandoverTables, SupervisionTables {
  registry: RegistryRow
  policyVersion: PolicyVersionRow
  staff: StaffRow
  series: SeriesRow
  archive: ArchiveRow
  numberLedger: LedgerRow
  alias: AliasRow
  entry: EntryRow
  entryTrace: EntryTraceRow
  archiveTerms: { rowid: number; terms: string }
  entryTerms: { rowid: number; terms: string }
  material: MaterialRow
  materialSeries: { archiveId: number; kind: string; last: number }
  materialSeal: { materialId: number; seal: string; seenOn: string; seenBy: number | null }
  materialTerms: { rowid: number; terms: string }
  file: FileRow
  fileChunk: { fileId: number; at: number; content: Uint8Array }
  place: PlaceRow
  placeVisit: PlaceVisitRow
  card: CardRow
  archiveReader: ArchiveReaderRow
  request: RequestRow
  requestItem: RequestItemRow
  requestStep: RequestStepRow
  loan: LoanRow
  loanItem: LoanItemRow
  loanRenewal: LoanRenewalRow
  calendarImport: CalendarImportRow
  calendarDay: CalendarDayRow
  agreement: AgreementRow
  incident: IncidentRow
  incidentReport: IncidentReportRow
  incidentRemedy: IncidentRemedyRow
  hold: HoldRow
  disposal: DisposalRow
  disposalItem: DisposalItemRow
  auditRun: AuditRunRow
  finding: FindingRow
  found: FoundRow
  reviewRound: ReviewRoundRow
  reviewItem: ReviewItemRow
  duty: DutyRow
  import: ImportRow
  importStretch: ImportStretchRow
  importUpdate: { importId: number; archiveId: number; version: number }
  importReject: { importId: number; line: number; field: string; code: string }
  rowDigest: { digest: bigint; archiveId: number; importId: number }
  journal: JournalRow
  journalPart: { seq: number; archiveId: number; seal: Uint8Array }
  journalDetail: { seq: number; archiveId: number; salt: Uint8Array; detail: string }
}

export interface RegistryRow {
  id: number
  uuid: string
  createdAt: string
  digestKey: Uint8Array
  termsVersion: string
}

export interface PolicyVersionRow {
  version: number
  effectiveFrom: string | null
  document: string
  policy: string
  reason: string | null
  adoptedOn: string
}

export interface StaffRow {
  id: Generated<number>
  name: string
  post: string | null
  department: string | null
  clearance: Secrecy
  osAccount: string | null
  joinedOn: string
  leftOn: string | null
}

export interface SeriesRow {
  id: Generated<number>
  stem: string
  last: number
  givenBefore: Generated<number>
}

export interface ArchiveRow {
  id: Generated<number>
  number: string
  seriesId: number | null
  serial: number | null
  type: string
  year: number
  orgCode: string | null
  status: Status
  name: string | null
  stage: string | null
  industry: string | null
  region: string | null
  secrecy: Secrecy
  secrecyUntil: Generated<string | null>
  importance: string | null
  owner: string | null
  phone: string | null
  email: string | null
  address: string | null
  openedOn: string
  formedOn: string | null
  closedOn: string | null
  nextReviewOn: string | null
  retentionClass: string | null
  retainUntil: string | null
  location: string | null
  channel: string | null
  contacts: string
  fields: string
  version: number
  collectedBy: number | null
  verifiedBy: number | null
  verifiedOn: string | null
  importId: number | null
  actedOn: string
  nameKey: string | null
  phoneKey: string | null
  identity: string | null
  businessKey: string | null
}

export interface LedgerRow {
  number: string
  seriesId: number | null
  serial: number | null
  fate: 'reserved' | 'void'
  reason: string | null
  decidedOn: string
}

export interface AliasRow {
  number: string
  archiveId: number
  because: 'renumbered' | 'merged'
  formerId: number | null
  seriesId: number | null
  serial: number | null
  since: string
}

export interface EntryRow {
  id: Generated<number>
  archiveId: number
  kind: string
  happenedOn: string
  text: string
  fields: string
  recordedBy: number | null
  recordedOn: string
  fromNumber: string | null
  version: Generated<number>
  importId: Generated<number | null>
  /** 63 bits: never read into a number. */
  digest: Generated<bigint | null>
}

/** A traced value of an entry. */
export interface EntryTraceRow {
  /** `traceHash` of field and value. */
  key: number
  entryId: number
}
