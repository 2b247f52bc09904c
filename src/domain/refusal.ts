import type { AuditRefusalFacts } from './audit-refusals.ts'
import type { BackupCheck } from './backup-checks.ts'
import type { CalendarRefusalFacts } from './calendar-refusals.ts'
import type { ChangeRefusalFacts } from './change-refusals.ts'
import type { ConsultingRefusalFacts } from './consulting-refusals.ts'
import type { Because } from './duplicates.ts'
import type { DisposalRefusalFacts } from './disposal-refusals.ts'
import type { InspectionRefusalFacts } from './inspection-refusals.ts'
import type { HandoverRefusalFacts } from './handover-refusals.ts'
import type { DropInUse } from './policy-drops.ts'
import type { PlaceRefusalFacts } from './place-refusals.ts'
import type { PlacedProblem } from './policy-problem.ts'
import type { Problem } from './problem.ts'
import type { ReportRefusalFacts } from './report-refusals.ts'
import type { SignatureRefusalFacts } from './signature-refusals.ts'
import type { TrustRefusalFacts } from './trust-refusals.ts'
import type { SupervisionRefusalFacts } from './supervision-refusals.ts'
import type { UseRefusalFacts } from './use-refusals.ts'
import type { CustodyRefusalFacts } from './custody-refusals.ts'
import type { WorkbookRefusalFacts } from './workbook-refusals.ts'
import type { Label, Secrecy, Status } from './words.ts'

/** An archive that looks like the same customer, and why (SPEC section 5). */
export interface DuplicateFact {
  /** Null: an archive that the reader may not see; its name is empty then. */
  readonly number: string | null
  readonly name: string
  readonly because: Because
}

/** What an archive is tied up in: it cannot be made void, or merged, while that is so (SPEC 15.7, 15.9). */
export type Matter =
  | 'loan'
  | 'request'
  | 'consultation'
  | 'material'
  | 'merged'
  | 'hold'
  | 'incident'
  | 'handover'

/**
 * Every way in which the office says no, and the facts that go with it.
 * Wording lives in messages/<language>/refusals.ts, exit statuses in cli/exit.ts;
 * the compiler checks that both know every code.
 */
export interface RefusalFacts
  extends
    AuditRefusalFacts,
    CalendarRefusalFacts,
    ChangeRefusalFacts,
    ConsultingRefusalFacts,
    CustodyRefusalFacts,
    DisposalRefusalFacts,
    InspectionRefusalFacts,
    HandoverRefusalFacts,
    PlaceRefusalFacts,
    ReportRefusalFacts,
    SignatureRefusalFacts,
    SupervisionRefusalFacts,
    TrustRefusalFacts,
    UseRefusalFacts,
    WorkbookRefusalFacts {
  // --- the archive file
  'file.missing': { path: string }
  'file.exists': { path: string }
  'file.not-a-file': { path: string }
  'file.unreadable': { path: string; reason: string }
  'file.read-only': { path: string }
  'file.busy': { path: string }
  'file.disk': { path: string; reason: string }
  'file.foreign': { path: string }
  'file.damaged': { path: string; reason: string }
  'file.newer': { path: string; schema: number; known: number }
  'file.wrong-key': { path: string }
  'file.key-needed': { path: string }
  'file.key-empty': Record<never, never>
  'file.target-exists': { path: string }
  'file.not-a-folder': { path: string }
  /** Something was to be written into it. */
  'file.no-folder': { folder: string }
  'file.reshaped': { path: string }
  // --- backups
  'backup.failed': { path: string; check: BackupCheck }
  'backup.none': { folder: string }
  'backup.missing': { backup: string; folder: string }
  // --- usage: what the words on the line lack
  'usage.missing': { options: readonly string[] }
  'usage.bad-option': {
    option: string
    value: string
    choices: readonly string[]
    suggestion?: string | undefined
  }
  'usage.unknown-field': {
    field: string
    suggestion: string | undefined
    fields: readonly string[]
  }
  'usage.confirm': { command: string }
  'usage.dry-reading': { count: number }
  'usage.together': { options: readonly string[] }
  // --- numbers
  'archive.missing': { number: string; suggestion: string | undefined }
  'archive.ambiguous': { number: string; candidates: readonly string[] }
  'number.taken': { number: string }
  'number.void': { number: string; reason: string | null }
  'number.foreign': { number: string; pattern: string }
  'number.disagrees': { number: string; key: string; said: string; expected: string }
  'number.unchanged': { number: string }
  // --- contents
  'value.bad': { problems: readonly Problem[] }
  'version.stale': { number: string; expected: number; actual: number }
  'version.missing': { number: string; version: number; versions: number }
  'version.erased': { number: string; version: number }
  'version.merged': { number: string; version: number; merged: string }
  'identity.taken': { number: string; holder: string | null; because: 'identity' | 'businessKey' }
  'duplicate.likely': { name: string; candidates: readonly DuplicateFact[] }
  'status.wrong': { number: string; status: Status; needs: readonly Status[] }
  'verify.own': { number: string; staff: string }
  'void.used': { number: string; because: readonly Matter[] }
  'merge.self': { number: string }
  'merge.other-type': { number: string; into: string; types: readonly string[] }
  'merge.open': { number: string; because: readonly Matter[] }
  'merge.undo-blocked': {
    number: string
    because: 'destroyed' | 'changed' | 'not-merged' | 'merged-again' | 'held'
  }
  // --- entries
  'entry.missing': { entry: string }
  'entry.stale': { entry: number; expected: number; actual: number }
  // --- materials
  'material.missing': { number: string; material: string }
  /** It is on paper only: there is no file of it. */
  'material.no-file': { number: string; material: string }
  'material.has-file': { number: string; material: string; name: string }
  'material.damaged': { number: string; material: string; because: 'length' | 'hash' }
  /** Its kind has neither seals nor signatures to be checked. */
  'seal.none': { number: string; material: string; kind: string | null }
  /** `{number}` must stand once in the pattern, and no folder. */
  'match.bad': { pattern: string }
  'match.nothing': { path: string; pattern: string }
  'anchor.bad': { code: string }
  // --- days
  'date.future': { date: string; today: string }
  'date.before-last-act': { number: string; date: string; lastAct: string }
  'date.before-formed': { number: string; date: string; formedOn: string }
  'date.back-too-far': { date: string; today: string; days: number; source: readonly string[] }
  // --- people and policy
  'person.unbound': { account: string }
  'person.missing': { staff: string; suggestion: string | undefined }
  'person.ambiguous': {
    staff: string
    candidates: readonly { staff: number; name: string; department: string | null }[]
  }
  'person.left': { staff: string; leftOn: string }
  'person.account-taken': { account: string; staff: string }
  'person.left-early': { staff: string; leftOn: string; joinedOn: string }
  'person.above-own': { staff: string; clearance: Secrecy; own: Secrecy }
  'person.last': { staff: string; because: 'writer' | 'clearance'; clearance: Secrecy }
  'person.not-cleared': { number: string; secrecy: Secrecy; clearance: Secrecy }
  'person.not-reader': {
    number: string
    secrecy: Secrecy
    posts: readonly Label[]
    owner: boolean
    head: boolean
    department: boolean
    named: boolean
    source: readonly string[]
  }
  'person.not-namer': {
    number: string
    secrecy: Secrecy
    staff: string
    posts: readonly Label[]
    source: readonly string[]
  }
  'policy.silent': { section: string; source: readonly string[] }
  // --- policy
  'policy.not-text': { path: string }
  'policy.missing': { version: string; versions: number }
  'policy.no-section': {
    section: string
    suggestion: string | undefined
    sections: readonly string[]
  }
  'policy.unchanged': { version: number; effectiveFrom: string }
  'policy.same-day': { version: number; effectiveFrom: string }
  'policy.acts-judged': { effectiveFrom: string; acts: number }
  'policy.in-use': { uses: readonly DropInUse[] }
  'policy.keys-later': { on: string; today: string; paths: readonly string[] }
  'policy.bad': { path: string; problems: readonly PlacedProblem[] }
  // --- imports
  'import.missing': { batch: string }
  'import.undone': { batch: string }
  'import.rejected': { rejected: number }
  'export.format': { file: string; endings: readonly string[] }
  // --- inputs of other people's making
  'input.missing': { path: string }
  'input.directory': { path: string }
  'input.empty': { path: string }
  'input.unreadable': { path: string; reason: string }
  /** A pipe, a device or the like. */
  'input.special': { path: string }
  /** It was written to while it was read. */
  'input.changed': { path: string }
  'input.binary': { path: string; kind: 'zip' | 'sqlite' | 'pdf' | 'binary' }
  'csv.bad-bytes': { line: number; encoding: string }
  'csv.nul': { line: number }
  'csv.unclosed-quote': { line: number }
  'csv.cell-too-long': { line: number; limitBytes: number }
  'csv.too-many-columns': { line: number; columns: number; limit: number }
}
export type RefusalCode = keyof RefusalFacts

/** Ends the command and rolls its transaction back. */
export class Refusal<Code extends RefusalCode = RefusalCode> extends Error {
  readonly code: Code
  readonly facts: RefusalFacts[Code]
  constructor(code: Code, facts: RefusalFacts[Code]) {
    super(code)
    this.code = code
    this.facts = facts
  }
}
