import { differenceOf, snapshotOf, type Archive, type Difference } from '../domain/archive.ts'
import type { Policy } from '../domain/policy.ts'
import { replaceArchive } from './archives.ts'
import { enter, type Hand, type Part } from './journal.ts'
import type { Store } from './store.ts'

/** Where a change is written, by whom, under which rules. */
export interface Ledger {
  readonly store: Store
  readonly hand: Hand
  readonly policy: Policy
  /** Under which keys are kept: the policy of the day it really is, whatever the act's date. */
  readonly keyingPolicy: Policy
}

/** What is said of a change besides the change itself. */
export interface Remarks {
  readonly reason?: string | undefined
  readonly source?: string | undefined
  /** When the change became known: lateness is counted from here (S000-4.4-1). */
  readonly knownOn?: string | undefined
  /** How it was verified (S000-3-2). */
  readonly method?: string | undefined
  /** Entered on somebody else's word by the one whose work was verified (SPEC 15.1). */
  readonly attested?: true
  /** The rule by which it was classified: its clauses. */
  readonly rule?: readonly string[] | undefined
}

/** The detail of one version of an archive, as the journal keeps it (SPEC 15.2). */
export interface VersionDetail extends Difference, Remarks {
  /** The version that the change made. */
  readonly version: number
}

/** A change of an archive; what is said of it alone, among several, goes with it. */
export interface Change {
  readonly before: Archive
  readonly after: Archive
  readonly remarks?: Remarks
}

/**
 * Writes changed archives as their next versions and enters the act: one entry, with a part per
 * archive that differs. What does not differ is given back as it was, and not entered.
 */
export function writeChanges(
  ledger: Ledger,
  changes: readonly Change[],
  action: string,
  remarks: Remarks = {},
): Archive[] {
  const parts: Part[] = []
  const stored = changes.map(({ before, after, remarks: own }) => {
    const detail = changeDetail(ledger.store, before, after, { ...remarks, ...own })
    if (!detail) return before
    parts.push({ archiveId: before.id, detail })
    return applyChange(ledger, before, after)
  })
  if (parts.length === 0) return stored
  const [only] = parts.length === 1 ? stored.filter(({ id }) => id === parts[0]?.archiveId) : []
  enter(ledger.store, ledger.hand, { action, object: only?.number ?? '', parts })
  return stored
}

/** The row and its terms, without a journal entry: for acts on many, which make one entry together. */
export const applyChange = (ledger: Ledger, before: Archive, after: Archive): Archive =>
  replaceArchive(
    ledger.store,
    before,
    { ...after, actedOn: ledger.hand.today },
    ledger.keyingPolicy,
  )

/** What the journal keeps of a change; undefined where nothing differs. */
export function changeDetail(
  store: Store,
  before: Archive,
  after: Archive,
  remarks: Remarks = {},
): VersionDetail | undefined {
  const was = snapshotOf(before)
  const difference = differenceOf(was, snapshotOf(after))
  if (!difference) return undefined
  const whole = hasDetail(store, before.id) ? {} : was
  return {
    version: before.version + 1,
    before: { ...whole, ...difference.before },
    after: difference.after,
    ...remarks,
  }
}

/**
 * Rows created by an import have no detail of their own: their first change stores the whole `before`.
 * Readings and notes leave details, too, but say nothing of a version.
 */
const hasDetail = (store: Store, archiveId: number): boolean =>
  store
    .prepare(
      `SELECT 1 FROM journal_detail
       WHERE archive_id = ? AND json_extract(detail, '$.version') IS NOT NULL LIMIT 1`,
    )
    .get(archiveId) !== undefined
