import { exits } from '../cli/exit.ts'
import { checkCodes } from '../domain/audit-checks.ts'
import { auditName, findingName, isAsGrave, type Severity } from '../domain/audit-finding.ts'
import { addDays, dayIn } from '../domain/day.ts'
import { Refusal } from '../domain/refusal.ts'
import { keepRun } from '../store/audit-runs.ts'
import { extentOf, type Auditing } from '../store/audit-scope.ts'
import { findAll } from '../store/audit-walk.ts'
import { findingsIn, foundUnkept, type Finding } from '../store/findings.ts'
import { enter } from '../store/journal.ts'
import { scopeGiven, severityGiven, type ScopeOptions } from './audit-given.ts'
import { findingColumns, findingView } from './audit-view.ts'
import type { Desk, Office } from './desk.ts'

export interface RunOptions extends ScopeOptions {
  readonly severity?: string
  readonly sinceLast?: true
}

/** `audit`: looks at everything in scope, keeps what it found, says it; status 10 where something stands. */
export async function runAudit(desk: Desk, options: RunOptions): Promise<void> {
  const scope = scopeGiven(options)
  const least = severityGiven(options.severity)
  const { office, keeps } = await officeFor(desk)
  const { store, policy, today, operator } = office
  const it: Auditing = {
    ...{ store, policy, today, scope },
    rights: operator.rights,
    checks: scope.checks ?? checkCodes,
    dayOf: (at) => dayIn(new Date(at), policy.timeZone),
  }
  const extent = extentOf(it)
  await found(desk, it, extent.archives)
  const run = keeps ? kept(office, it) : undefined
  const all = run
    ? findingsIn(store, { rights: it.rights, run: run.id, least })
    : foundUnkept(store, least)
  const tally: Tally = { said: 0, standing: 0, fresh: 0, fixed: 0, grave: 0, first: undefined }
  const threshold = least ?? 'warning'
  const rows = told(all, options.sinceLast === true, threshold, tally)
  const view = findingView(desk, policy)
  desk.say.listing(
    (function* shown() {
      for (const finding of rows) yield view(finding)
    })(),
    findingColumns(desk),
  )
  sayTally(desk, run?.id, extent, tally)
  if (tally.grave > 0) desk.finish(exits.attention)
}

/** A file that cannot be written to, or not by this person, is audited all the same; nothing is kept then. */
async function officeFor(desk: Desk): Promise<{ office: Office; keeps: boolean }> {
  if (desk.globals.dryRun) {
    const office = await desk.read()
    desk.say.notice(desk.text.program.dryRun)
    return { office: noting(office), keeps: false }
  }
  try {
    return { office: await desk.write(), keeps: true }
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || !['file.read-only', 'person.unbound'].includes(thrown.code))
      throw thrown
  }
  const office = await desk.read()
  desk.say.notice(desk.text.audit.unkept)
  return { office: noting(office), keeps: false }
}

/** What is found is noted in a table of the connection's own, which is no part of the file. */
function noting(office: Office): Office {
  office.store.pragma('query_only = OFF')
  return office
}

/** Worth a bar on a terminal. */
const many = 20_000

async function found(desk: Desk, it: Auditing, archives: number): Promise<void> {
  if (!desk.say.isWatched || archives < many) return findAll(it)
  const bar = (await import('../cli/progress.ts')).progress(desk.say.err, archives)
  let seen = 0
  try {
    findAll(it, (more) => {
      seen += more
      bar.update(seen, desk.text.audit.running(seen))
    })
  } finally {
    bar.stop()
  }
}

/** Keeps the run, in one short transaction. */
function kept({ store, hand, policy, today }: Office, it: Auditing) {
  const days = policy.audit?.rectifyDays
  return store.transact(() => {
    const run = keepRun(it, hand, days === undefined ? null : addDays(today, days))
    const { scope, archives, hidden, counts } = run
    const detail = { scope, archives, hidden, counts }
    const parts = [{ archiveId: 0, detail }]
    enter(store, hand, { action: 'audit.run', object: auditName(run.id), parts })
    return run
  })
}

interface Tally {
  said: number
  standing: number
  fresh: number
  fixed: number
  /** Of the severity that makes the status 10. */
  grave: number
  first: number | undefined
}

function* told(
  findings: Iterable<Finding>,
  onlyChanges: boolean,
  threshold: Severity,
  tally: Tally,
): Generator<Finding> {
  for (const finding of findings) {
    const { status, severity, id } = finding
    const isOpen = status === 'new' || status === 'standing'
    if (status === 'new') tally.fresh += 1
    if (status === 'fixed') tally.fixed += 1
    if (status === 'standing' || status === 'resolved') tally.standing += 1
    if (isOpen && isAsGrave(severity, threshold)) tally.grave += 1
    if (isOpen && severity !== 'info') tally.first ??= id
    if (onlyChanges && status !== 'new' && status !== 'fixed') continue
    tally.said += 1
    yield finding
  }
}

function sayTally(
  desk: Desk,
  run: number | undefined,
  { archives, hidden }: { readonly archives: number; readonly hidden: number },
  { standing, fresh, fixed, first }: Tally,
): void {
  const { audit: text } = desk.text
  const name = run === undefined ? '—' : auditName(run)
  desk.say.notice(text.ran(name, archives, standing + fresh))
  if (run !== undefined && run > 1) desk.say.notice(text.compared(fresh, standing, fixed))
  if (hidden > 0) desk.say.notice(text.hidden(hidden))
  if (run !== undefined && first !== undefined && desk.say.manner.format === 'table')
    desk.say.notice(text.next(findingName(first)))
}
