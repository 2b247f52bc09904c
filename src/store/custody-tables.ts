import type { Generated } from 'kysely'

export interface AgreementRow {
  id: Generated<number>
  kind: string
  staffId: number | null
  outsider: string | null
  outsiderKey: string | null
  number: string | null
  signedOn: string
  until: string | null
  endedOn: Generated<string | null>
  endReason: Generated<string | null>
  enteredBy: number | null
}

export interface IncidentRow {
  id: Generated<number>
  kind: string
  archiveId: number | null
  materialId: number | null
  loanId: number | null
  isSuspected: 0 | 1
  foundOn: string
  finderId: number | null
  finder: string | null
  text: string | null
  liableId: number | null
  liable: string | null
  openedOn: string
  openedBy: number | null
  closedOn: Generated<string | null>
  closedBy: Generated<number | null>
  result: Generated<string | null>
  liability: Generated<string | null>
  compensation: Generated<string | null>
  merit: Generated<string | null>
  fromNumber: Generated<string | null>
}

export interface IncidentReportRow {
  incidentId: number
  position: number
  post: string | null
  personId: number | null
  dueOn: string | null
  reportedOn: string | null
  reportedBy: number | null
}

export interface IncidentRemedyRow {
  incidentId: number
  position: number
  text: string
  doneOn: string
  recordedBy: number | null
}

export interface HoldRow {
  id: Generated<number>
  archiveId: number
  reason: string
  authority: string
  allowsLending: 0 | 1
  placedOn: string
  placedBy: number | null
  until: string | null
  releasedOn: Generated<string | null>
  releasedBy: Generated<number | null>
  releaseReason: Generated<string | null>
  fromNumber: Generated<string | null>
}
