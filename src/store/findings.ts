import { auditChecks } from '../domain/audit-checks.ts'
import {
  findingStatus,
  isAsGrave,
  severities,
  type CheckCode,
  type CheckFacts,
  type FindingStatus,
  type Severity,
} from '../domain/audit-finding.ts'
import type { ReadingRights } from '../domain/reading-rights.ts'
import type { Day } from '../domain/words.ts'
import { query, sql } from './query.ts'
import { readableArchives, readsEverything } from './readable.ts'
import type { Store } from './store.ts'

/** What audits found in an archive, or in the office itself. */
export interface Finding {
  readonly id: number
  readonly check: CheckCode
  readonly severity: Severity
  readonly archiveId: number
  /** Null: the office itself. */
  readonly number: string | null
  readonly type: string | null
  readonly facts: CheckFacts[CheckCode]
  readonly foundOn: Day
  readonly lastRun: number
  readonly owner: string | null
  readonly dueOn: Day | null
  readonly resolvedOn: Day | null
  readonly resolvedBy: string | null
  readonly note: string | null
  readonly status: FindingStatus
}

export interface FindingFilter {
  readonly rights: ReadingRights
  readonly id?: number
  /** Found, or seen to be fixed, in this run. */
  readonly run?: number
  /** Neither resolved nor fixed. */
  readonly isOpen?: boolean
  readonly least?: Severity | undefined
  readonly ownerId?: number | undefined
  readonly checks?: readonly CheckCode[] | undefined
}

const name = (column: 'owner_id' | 'resolved_by') =>
  sql<string | null>`(select name from staff where staff.id = finding.${sql.raw(column)})`

const rows = query
  .selectFrom('finding')
  .leftJoin('archive', 'archive.id', 'finding.archiveId')
  .select(['finding.id', 'finding.checkCode', 'finding.severity', 'finding.archiveId'])
  .select(['finding.facts', 'finding.foundOn', 'finding.firstRun', 'finding.lastRun'])
  .select(['finding.fixedRun', 'finding.resolvedOn', 'finding.dueOn'])
  .select([name('owner_id').as('ownerName'), name('resolved_by').as('resolverName')])
  .select(['archive.number', 'archive.type', 'finding.note'])

/** Rows of one read. */
const pageRows = 2000

/** Findings that somebody may read, the gravest first, then as they were found; by pages. */
export function* findingsIn(store: Store, filter: FindingFilter): Generator<Finding> {
  const { rights, id, run, isOpen, least = 'manual', ownerId, checks } = filter
  let asked = readsEverything(rights)
    ? rows
    : rows.where(sql<boolean>`(finding.archive_id = 0 or ${readableArchives(rights)})`)
  if (id !== undefined) asked = asked.where('finding.id', '=', id)
  if (run !== undefined)
    asked = asked.where(
      sql<boolean>`(finding.fixed_run = ${run}
        or (finding.first_run <= ${run} and finding.last_run >= ${run}))`,
    )
  if (isOpen) asked = asked.where('fixedRun', 'is', null).where('resolvedOn', 'is', null)
  if (ownerId !== undefined) asked = asked.where('finding.ownerId', '=', ownerId)
  if (checks) asked = asked.where('checkCode', 'in', [...checks])
  const factsIn = knowingFacts()
  for (const severity of severities.filter((it) => isAsGrave(it, least)))
    for (let after = 0; ;) {
      const page = asked.where('severity', '=', severity).where('finding.id', '>', after)
      const found = cellsOf(store, page.orderBy('finding.id').limit(pageRows).compile())
      for (const cells of found) yield findingIn(cells, factsIn)
      if (found.length < pageRows) break
      after = found.at(-1)?.[0] as number
    }
}

const cellsOf = (
  store: Store,
  { sql: text, parameters }: { readonly sql: string; readonly parameters: readonly unknown[] },
): readonly (readonly unknown[])[] =>
  store.attempt(
    () =>
      store
        .prepare(text)
        .raw(true)
        .all(...parameters) as readonly (readonly unknown[])[],
  )

/**
 * What has just been found and is not kept, beside what is known of it: where nothing is to be
 * written. A finding that is new has no name yet, and 0 for its id.
 */
export function* foundUnkept(store: Store, least: Severity = 'manual'): Generator<Finding> {
  const columns = `found.check_code AS "check", archive.number, archive.type, found.archive_id AS archiveId,
    found.facts, known.id, known.found_on AS foundOn, known.due_on AS dueOn, known.note,
    known.resolved_on AS resolvedOn, known.last_run AS lastRun,
    (SELECT name FROM staff WHERE id = known.owner_id) AS owner,
    (SELECT name FROM staff WHERE id = known.resolved_by) AS resolvedBy`
  const page = store.prepare(
    `SELECT found.rowid AS at, ${columns} FROM temp.found AS found
     LEFT JOIN archive ON archive.id = found.archive_id
     LEFT JOIN finding AS known ON known.check_code = found.check_code
       AND known.archive_id = found.archive_id AND known.object = found.object AND known.fixed_run IS NULL
     WHERE found.rowid > ? ORDER BY found.rowid LIMIT ${pageRows}`,
  )
  for (let after = 0; ;) {
    const found = page.all(after) as (Omit<Finding, 'facts'> & { at: number; facts: string })[]
    for (const row of found) {
      const { severity } = auditChecks[row.check]
      if (!isAsGrave(severity, least)) continue
      const facts = JSON.parse(row.facts) as Finding['facts']
      const status = row.id === null ? 'new' : row.resolvedOn === null ? 'standing' : 'resolved'
      yield { ...row, id: row.id ?? 0, severity, facts, status }
    }
    if (found.length < pageRows) return
    after = found.at(-1)?.at ?? after
  }
}

/** In the order of `rows`: by position, since a million of them are read. */
const findingIn = (cells: readonly unknown[], factsIn: Facts): Finding => {
  const [firstRun, lastRun, fixedRun] = [cells[6], cells[7], cells[8]] as number[]
  const resolvedOn = cells[9] as Day | null
  return {
    id: cells[0] as number,
    check: cells[1] as CheckCode,
    severity: cells[2] as Severity,
    archiveId: cells[3] as number,
    number: cells[13] as string | null,
    type: cells[14] as string | null,
    facts: factsIn(cells[1] as string, cells[4] as string),
    foundOn: cells[5] as Day,
    lastRun: lastRun as number,
    owner: cells[11] as string | null,
    dueOn: cells[10] as Day | null,
    resolvedOn,
    resolvedBy: cells[12] as string | null,
    note: cells[15] as string | null,
    status: findingStatus({
      firstRun: firstRun as number,
      lastRun: lastRun as number,
      fixedRun: (fixedRun ?? null) as number | null,
      resolvedOn,
    }),
  }
}

type Facts = (check: string, text: string) => Finding['facts']

/** Most of a check say the same few things: each is read once, and known again as the same object. */
const mostKnown = 5000

function knowingFacts(): Facts {
  const known = new Map<string, Finding['facts']>()
  return (check, text) => {
    const key = `${check} ${text}`
    const kept = known.get(key)
    if (kept) return kept
    const facts = JSON.parse(text) as Finding['facts']
    if (known.size < mostKnown) known.set(key, facts)
    return facts
  }
}

export const findingById = (store: Store, rights: ReadingRights, id: number): Finding | undefined =>
  findingsIn(store, { rights, id }).next().value as Finding | undefined

/** What a person says of a finding: that it is put right, that it is not, or who does it until when. */
export function noteFinding(
  store: Store,
  id: number,
  said: Partial<{
    resolvedOn: Day | null
    resolvedBy: number | null
    note: string | null
    ownerId: number
    dueOn: Day | null
  }>,
): void {
  store.run(query.updateTable('finding').set(said).where('id', '=', id))
}
