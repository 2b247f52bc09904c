import type { Because } from './duplicates.ts'
import type { Day, JournalFault } from './words.ts'

/** The worst first. `manual`: no program decides it; a person answers for it. */
export const severities = ['error', 'warning', 'info', 'manual'] as const
export type Severity = (typeof severities)[number]

interface Keys {
  /** Keys of the archive and its fields. */
  readonly fields: readonly string[]
}
type Nothing = Record<never, never>

/** What a check says of what it found: keys, ids, days and counts, never a value (SPEC 15.5). */
export interface CheckFacts {
  'archive.required': Keys
  'archive.checklist': { readonly items: readonly string[] }
  'value.checksum': Keys
  'value.shape': Keys
  'value.choice': Keys
  'text.control': Keys
  'date.order': Keys
  'duplicate.likely': { readonly because: Because; readonly other: string }
  'number.gap': { readonly stem: string; readonly from: number; readonly to: number }
  'number.before': { readonly stem: string; readonly to: number }
  'number.width': { readonly stem: string; readonly last: number; readonly percent: number }
  'loan.overdue': { readonly loan: number; readonly dueOn: Day }
  'loan.agreement': { readonly loan: number }
  'review.overdue': { readonly dueOn: Day }
  'opening.late': { readonly firstOn: Day; readonly openedOn: Day }
  'contacts.few': Nothing
  'secret.apart': Nothing
  'secret.keeper': Nothing
  'secrecy.over': { readonly until: Day }
  'retention.over': { readonly until: Day }
  'approval.paper': { readonly request: number; readonly step: number }
  'verify.self': Nothing
  backdated: { readonly seq: number; readonly effectiveOn: Day; readonly enteredOn: Day }
  'journal.intact': { readonly seq: number; readonly reason: JournalFault }
  'file.fixity': { readonly material: number }
  'file.intact': Nothing
  'row.damaged': Nothing
  'row.orphan': { readonly table: string; readonly count: number }
  'incident.report': { readonly incident: number; readonly dueOn: Day }
  'handover.missing': {
    readonly handover: number
    readonly item: number
    readonly missing: 0 | 1
  }
  'request.expired': { readonly request: number; readonly expiresOn: Day }
  'card.behind': Nothing
  'place.wrong': Nothing
  'inspection.item': {
    readonly inspection: number
    readonly item: string
    readonly place: string | null
  }
  'inspection.overdue': { readonly dueOn: Day }
  'repair.overdue': { readonly repair: number; readonly dueOn: Day }
  'stocktake.missing': { readonly stocktake: number }
  /** `at`: the code of the place where it was seen. */
  'stocktake.misplaced': { readonly stocktake: number; readonly at: string }
  'stocktake.stray': { readonly stocktake: number; readonly count: number }
  'stocktake.purged': { readonly stocktake: number; readonly count: number }
  'stocktake.overdue': { readonly dueOn: Day }
  'number.spelling': Nothing
  'approval.own': { readonly request: number; readonly step: number }
  'approval.missing': { readonly request: number; readonly step: number }
  'consultation.open': { readonly consultation: number; readonly openedOn: Day }
  'copy.outstanding': { readonly permit: number; readonly expiresOn: Day }
  'entry.late': { readonly entry: number; readonly since: Day; readonly recordedOn: Day }
  'rectification.overdue': { readonly finding: number; readonly dueOn: Day }
  'backup.overdue': { readonly dueOn: Day }
  'file.exposed': Nothing
  'manual.package': Nothing
  'manual.readable': Nothing
  'manual.virus': Nothing
  'manual.media': Nothing
}
export type CheckCode = keyof CheckFacts

/** One thing that a check found, in an archive or in the office itself. */
export interface Found<Code extends CheckCode = CheckCode> {
  readonly check: Code
  /** Which of several in one archive; '' where there can be but one. */
  readonly object: string
  readonly facts: CheckFacts[Code]
}

/** Is one at least as grave as the other? */
export const isAsGrave = (one: Severity, least: Severity): boolean =>
  severities.indexOf(one) <= severities.indexOf(least)

/** Which archives an audit goes through. */
export interface AuditScope {
  /** All, where nothing is said. */
  readonly checks?: readonly CheckCode[]
  /** Per cent of the archives, drawn by a seed: the same ones each time (S000-5.1-2). */
  readonly sample?: { readonly percent: number; readonly seed: number }
  /** Only archives opened from one day to another. */
  readonly period?: { readonly name: string; readonly from: Day; readonly to: Day }
}

/** How a finding stands. `resolved`: somebody says so, and no audit has looked since. */
export const findingStatuses = ['new', 'standing', 'resolved', 'fixed'] as const
export type FindingStatus = (typeof findingStatuses)[number]

export function findingStatus(finding: {
  readonly firstRun: number
  readonly lastRun: number
  readonly fixedRun: number | null
  readonly resolvedOn: Day | null
}): FindingStatus {
  if (finding.fixedRun !== null) return 'fixed'
  if (finding.resolvedOn !== null) return 'resolved'
  return finding.firstRun === finding.lastRun ? 'new' : 'standing'
}

export const findingName = (id: number): string => `F${id}`
export const auditName = (id: number): string => `A${id}`

/** Reads `F3`, `f3`, `3`; undefined where it is none. */
export function readNamed(letter: 'F' | 'A', text: string): number | undefined {
  const said = /^([A-Za-z]?)(\d{1,15})$/.exec(text.normalize('NFKC').trim())
  return said && ['', letter].includes((said[1] ?? '').toUpperCase()) ? Number(said[2]) : undefined
}
