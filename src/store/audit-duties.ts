import { statSync } from 'node:fs'
import { sep } from 'node:path'
import type { CheckCode } from '../domain/audit-finding.ts'
import { numberOf } from '../domain/number.ts'
import type { Placed } from './audit-placed.ts'
import { inScope, type Auditing } from './audit-scope.ts'
import { row } from './audit-twins.ts'
import { nextBackup } from './dues-office.ts'
import { query, sql } from './query.ts'

const ofRequests = (it: Auditing) =>
  query
    .selectFrom('request')
    .innerJoin('requestItem', 'requestItem.requestId', 'request.id')
    .innerJoin('requestStep', 'requestStep.requestId', 'request.id')
    .innerJoin('archive', 'archive.id', 'requestItem.archiveId')
    .where('requestItem.position', '=', 1)
    .where(inScope(it))

const stepName = sql`'R' || request_step.request_id || '/' || request_step.step`
const step = sql`json_object('request', request_step.request_id, 'step', request_step.step)`

/** Nobody decides what they applied for, and no step is left out (DA/T 70 4-7, 2-5). */
export const dutyStatements = {
  'approval.own': (it: Auditing) => [
    ofRequests(it)
      .whereRef('requestStep.decidedBy', '=', 'request.applicantId')
      .where('requestStep.decision', '=', 'approved')
      .select(row('approval.own', stepName, step)),
  ],
  'approval.missing': (it: Auditing) => [
    ofRequests(it)
      .where('request.status', 'in', ['approved', 'used'])
      .where(sql<boolean>`request_step.decision is not 'approved'`)
      .select(row('approval.missing', stepName, step)),
  ],
  'consultation.open': (it: Auditing) => [
    query
      .selectFrom('consultation')
      .innerJoin('archive', 'archive.id', 'consultation.archiveId')
      .where('consultation.closedOn', 'is', null)
      .where('consultation.openedOn', '<', it.today)
      .where(inScope(it))
      .select(
        row(
          'consultation.open',
          sql`'C' || consultation.id`,
          sql`json_object('consultation', consultation.id, 'openedOn', consultation.opened_on)`,
        ),
      ),
  ],
  'copy.outstanding': (it: Auditing) => [
    query
      .selectFrom('permit')
      .innerJoin('archive', 'archive.id', 'permit.archiveId')
      .where('permit.expiresOn', '<', it.today)
      .where(
        sql<boolean>`exists (select 1 from copy_holding
          where permit_id = permit.id and accounted_on is null)`,
      )
      .where(inScope(it))
      .select(
        row(
          'copy.outstanding',
          sql`'P' || permit.id`,
          sql`json_object('permit', permit.id, 'expiresOn', permit.expires_on)`,
        ),
      ),
  ],
  'entry.late': (it: Auditing) =>
    Object.entries(it.policy.entries ?? {}).flatMap(([kind, { enterWithin }]) => {
      if (!enterWithin) return []
      const { days, since } = enterWithin
      const from =
        since === undefined
          ? sql`entry.happened_on`
          : sql`ifnull(nullif(entry.fields ->> ${`$."${since}"`}, ''), entry.happened_on)`
      return [
        query
          .selectFrom('entry')
          .innerJoin('archive', 'archive.id', 'entry.archiveId')
          .where('entry.kind', '=', kind)
          .where(sql<boolean>`entry.recorded_on > date(${from}, ${`+${days} days`})`)
          .where(inScope(it))
          .select(
            row(
              'entry.late',
              sql`'E' || entry.id`,
              sql`json_object('entry', entry.id, 'since', ${from}, 'recordedOn', entry.recorded_on)`,
            ),
          ),
      ]
    }),
}

/**
 * Findings that should have been put right, as far as they were found again: asked when everything
 * else has been looked for (S000-5-3).
 */
export const lateStatements = {
  'rectification.overdue': (it: Auditing) => [
    query
      .selectFrom('finding')
      .leftJoin('archive', 'archive.id', 'finding.archiveId')
      .where('finding.dueOn', '<', it.today)
      .where('finding.fixedRun', 'is', null)
      .where('finding.resolvedOn', 'is', null)
      .where('finding.checkCode', '<>', 'rectification.overdue')
      .where(sql<boolean>`(finding.archive_id = 0 or ${inScope(it)})`)
      .where(stillFound(it.checks))
      .select([
        sql<string>`'rectification.overdue'`.as('checkCode'),
        'finding.archiveId',
        sql<string>`'F' || finding.id`.as('object'),
        sql<string>`json_object('finding', finding.id, 'dueOn', finding.due_on)`.as('facts'),
      ]),
  ],
}

/** What this audit looks for and does not find again is put right. */
const stillFound = (checks: readonly CheckCode[]) =>
  sql<boolean>`(finding.check_code not in (select value from json_each(${JSON.stringify(checks)}))
    or (finding.check_code, finding.archive_id, finding.object)
      in (select check_code, archive_id, object from temp.found))`

/** Numbers of series that are not as the series spells them (DA/T 70 1-7). */
function* spellings(it: Auditing): Generator<Placed> {
  const asked = query
    .selectFrom('archive')
    .innerJoin('series', 'series.id', 'archive.seriesId')
    .select(['archive.id', 'archive.number', 'series.stem', 'archive.serial'])
    .where('archive.serial', 'is not', null)
    .where(inScope(it))
  const { sql: text, parameters } = asked.compile()
  const found: Placed[] = []
  for (const [id, number, stem, serial] of it.store.walk(text, parameters)) {
    if (number === numberOf(stem as string, serial as number)) continue
    found.push({ check: 'number.spelling', object: '', facts: {}, archiveId: id as number })
  }
  yield* found
}

function* lateBackup({ store, policy, today }: Auditing): Generator<Placed> {
  const dueOn = nextBackup(store, policy)
  if (dueOn === undefined || dueOn >= today) return
  yield { check: 'backup.overdue', object: '', facts: { dueOn }, archiveId: 0 }
}

/** On Windows the mode says nothing. */
function* exposed({ store }: Auditing): Generator<Placed> {
  const mode = statSync(store.path, { throwIfNoEntry: false })?.mode ?? 0
  if (sep === '\\' || (mode & 0o007) === 0) return
  yield { check: 'file.exposed', object: '', facts: {}, archiveId: 0 }
}

export const dutyLooks = {
  'number.spelling': spellings,
  'backup.overdue': lateBackup,
  'file.exposed': exposed,
}
