import type { Generated } from 'kysely'
import type { Severity } from '../domain/audit-finding.ts'

export interface AuditRunRow {
  id: Generated<number>
  runOn: string
  runBy: number | null
  scope: string
  archives: number
  hidden: number
  counts: string
  policyVersion: number
  signedOn: Generated<string | null>
  signedBy: Generated<number | null>
  note: Generated<string | null>
}

export interface FindingRow {
  id: Generated<number>
  checkCode: string
  archiveId: number
  object: string
  facts: string
  severity: Severity
  foundOn: string
  firstRun: number
  lastRun: number
  fixedRun: Generated<number | null>
  ownerId: Generated<number | null>
  dueOn: Generated<string | null>
  resolvedOn: Generated<string | null>
  resolvedBy: Generated<number | null>
  note: Generated<string | null>
}

/** What a run has found so far: a table of the connection's own. */
export interface FoundRow {
  checkCode: string
  archiveId: number
  object: string
  facts: string
}

export interface ReviewRoundRow {
  id: Generated<number>
  period: string
  lastDay: string
  openedOn: string
  openedBy: number | null
}

export interface ReviewItemRow {
  roundId: number
  archiveId: number
  owner: string | null
  dueOn: string
  confirmedOn: Generated<string | null>
  confirmedBy: Generated<number | null>
  withCustomer: Generated<0 | 1 | null>
}
