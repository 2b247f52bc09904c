import { backupDue } from '../domain/backup-cycle.ts'
import { addDays, addMonths, dayIn } from '../domain/day.ts'
import type { Policy } from '../domain/policy.ts'
import type { Day, Instant } from '../domain/words.ts'
import { type Due, type DueAsked, single } from './due.ts'
import { query, sql } from './query.ts'
import type { Store } from './store.ts'

/** What the office itself does again and again: backups, audits, the calendar of next year. */
export const officeDues = (store: Store, asked: DueAsked): Due[] =>
  [
    ...due('backup', nextBackup(store, asked.policy)),
    ...due('audit', nextAudit(store, asked.policy)),
    ...due('calendar', nextCalendar(asked), asked.unknownYear),
  ].filter(({ due: day }) => day <= asked.by)

/** `id` is the year, of a calendar. */
const due = (kind: Due['kind'], day: Day | undefined, id = 0): Due[] =>
  day === undefined ? [] : [{ ...single, kind, due: day, number: null, who: null, id }]

/** When the next backup is due; undefined: the policy wants none. */
export function nextBackup(store: Store, { duties, timeZone }: Policy): Day | undefined {
  if (!duties?.backup) return undefined
  const last = lastBackupAt(store)
  const from = last === undefined ? foundedOn(store, timeZone) : dayOf(last, timeZone)
  return backupDue(duties.backup, from)
}

const dayOf = (at: Instant, timeZone: string): Day => dayIn(new Date(at), timeZone)

/** When a backup was last made, wherever it went. */
const lastBackupAt = (store: Store): Instant | undefined =>
  store.first(
    query
      .selectFrom('journal')
      .select('at')
      .where(sql<boolean>`action = 'registry.backup'`) // a literal, for the index to be used
      .orderBy('seq', 'desc')
      .limit(1),
  )?.at as Instant | undefined

const foundedOn = (store: Store, timeZone: string): Day =>
  dayOf(store.one(query.selectFrom('registry').select('createdAt')).createdAt as Instant, timeZone)

/** Of everything: an audit of some checks, or of a sample, is none of these. */
function nextAudit(store: Store, { audit, timeZone }: Policy): Day | undefined {
  if (audit?.everyMonths === undefined) return undefined
  const { last } = store.one(
    query
      .selectFrom('auditRun')
      .select(sql<Day | null>`max(run_on)`.as('last'))
      .where('scope', '=', '{}'),
  )
  return addMonths(last ?? foundedOn(store, timeZone), audit.everyMonths)
}

/** By when the working days of the first unknown year are wanted. */
function nextCalendar({ policy, unknownYear }: DueAsked): Day | undefined {
  if (unknownYear === undefined) return undefined
  return addDays(`${unknownYear}-01-01`, -(policy.duties?.calendarDays ?? 0))
}
