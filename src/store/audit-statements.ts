import type { Expression } from 'kysely'
import type { CheckCode } from '../domain/audit-finding.ts'
import { dutyStatements } from './audit-duties.ts'
import { inScope, type Auditing } from './audit-scope.ts'
import { row, twins } from './audit-twins.ts'
import { keepingStatements } from './keeping-checks.ts'
import { query, sql } from './query.ts'

/** Rows as `found` keeps them: check, archive, which of several, facts. */
type Statement = (it: Auditing) => readonly Expression<unknown>[]

const none = sql`'{}'`

const ofArchives = (it: Auditing) => query.selectFrom('archive').where(inScope(it))

const ofLoans = (it: Auditing) =>
  query
    .selectFrom('loan')
    .innerJoin('archive', 'archive.id', 'loan.archiveId')
    .where('loan.returnedOn', 'is', null)
    .where(inScope(it))

const loanName = sql`'L' || loan.id`

/** Whoever has something out has signed what the policy wants of them (S002-6.4-3, S000-4-8). */
function loansUnsigned(it: Auditing): Expression<unknown>[] {
  const { loans, agreements } = it.policy
  const slips = (loans?.agreement?.borrowers ?? []).map(
    (kind) => sql`(loan.agreement is null and ${borrows(kind)})`,
  )
  const kinds = Object.entries(agreements ?? {}).flatMap(([kind, { neededFor, of }]) =>
    neededFor.includes('borrow') ? of.map((who) => [kind, who] as const) : [],
  )
  const papers = kinds.map(
    ([kind, who]) => sql`(${borrows(who)} and not exists (select 1 from agreement
      where agreement.kind = ${kind} and agreement.signed_on <= ${it.today}
        and ifnull(agreement.until, '9999-12-31') >= ${it.today}
        and ifnull(agreement.ended_on, '9999-12-31') > ${it.today}
        and (agreement.staff_id = loan.borrower_id or agreement.outsider_key = loan.outsider_key)))`,
  )
  const wants = [...slips, ...papers]
  if (wants.length === 0) return []
  const lacking = sql<boolean>`(${sql.join(wants, sql` or `)})`
  const facts = sql`json_object('loan', loan.id)`
  return [
    ofLoans(it)
      .where(lacking)
      .select(row('loan.agreement', loanName, facts)),
  ]
}

const borrows = (kind: 'internal' | 'external') =>
  kind === 'internal' ? sql`loan.borrower_id is not null` : sql`loan.outsider_key is not null`

/** Checks that one statement decides for all archives at once. */
export const statements = {
  ...keepingStatements,
  ...dutyStatements,
  'duplicate.likely': twins,
  'loan.overdue': (it) => [
    ofLoans(it)
      .where('loan.dueOn', '<', it.today)
      .select(
        row('loan.overdue', loanName, sql`json_object('loan', loan.id, 'dueOn', loan.due_on)`),
      ),
  ],
  'loan.agreement': loansUnsigned,
  'review.overdue': (it) => [
    ofArchives(it)
      .where('status', '=', 'active')
      .where('nextReviewOn', '<', it.today)
      .select(row('review.overdue', sql`''`, sql`json_object('dueOn', next_review_on)`)),
  ],
  'opening.late': (it) => {
    const { opening } = it.policy
    return opening
      ? [
          ofArchives(it)
            .innerJoin(
              sql<{ archiveId: number; firstOn: string }>`(
                select archive_id, min(happened_on) as first_on from entry group by archive_id)`.as(
                'contact',
              ),
              'contact.archiveId',
              'archive.id',
            )
            .where(
              sql<boolean>`archive.opened_on >
                date(contact.first_on, ${`+${opening.withinDays} days`})`,
            )
            .select(
              row(
                'opening.late',
                sql`''`,
                sql`json_object('firstOn', contact.first_on, 'openedOn', archive.opened_on)`,
              ),
            ),
        ]
      : []
  },
  'secrecy.over': (it) => [
    ofArchives(it)
      .where('secrecyUntil', '<', it.today)
      .select(row('secrecy.over', sql`''`, sql`json_object('until', secrecy_until)`)),
  ],
  'retention.over': (it) => [
    ofArchives(it)
      .where('retainUntil', '<', it.today)
      .where(
        sql<boolean>`not exists (select 1 from hold where hold.archive_id = archive.id
          and hold.released_on is null and ifnull(hold.until, '9999-12-31') >= ${it.today})`,
      )
      .select(row('retention.over', sql`''`, sql`json_object('until', retain_until)`)),
  ],
  'approval.paper': (it) => [
    query
      .selectFrom('requestStep')
      .innerJoin('requestItem', 'requestItem.requestId', 'requestStep.requestId')
      .innerJoin('archive', 'archive.id', 'requestItem.archiveId')
      .where('requestStep.evidence', '=', 'paper')
      .where('requestItem.position', '=', 1)
      .where(inScope(it))
      .select(
        row(
          'approval.paper',
          sql`'R' || request_step.request_id || '/' || request_step.step`,
          sql`json_object('request', request_step.request_id, 'step', request_step.step)`,
        ),
      ),
  ],
  'verify.self': (it) => [
    ofArchives(it)
      .where('verifiedBy', 'is not', null)
      .whereRef('verifiedBy', '=', 'collectedBy')
      .select(row('verify.self', sql`''`, none)),
  ],
  'incident.report': (it) => [
    query
      .selectFrom('incidentReport')
      .innerJoin('incident', 'incident.id', 'incidentReport.incidentId')
      .leftJoin('archive', 'archive.id', 'incident.archiveId')
      .where('incidentReport.reportedOn', 'is', null)
      .where('incidentReport.dueOn', '<', it.today)
      .where(sql<boolean>`(incident.archive_id is null or ${inScope(it)})`)
      .select([
        sql<string>`'incident.report'`.as('checkCode'),
        sql<number>`ifnull(incident.archive_id, 0)`.as('archiveId'),
        sql<string>`'I' || incident.id || '/' || incident_report.position`.as('object'),
        sql<string>`json_object('incident', incident.id, 'dueOn', incident_report.due_on)`.as(
          'facts',
        ),
      ]),
  ],
  'handover.missing': (it) => [
    query
      .selectFrom('handoverItem')
      .innerJoin('handover', 'handover.id', 'handoverItem.handoverId')
      .leftJoin('archive', 'archive.id', 'handoverItem.archiveId')
      .where('handover.outcome', '=', 'closed')
      .where('handoverItem.answer', 'in', ['missing', 'incomplete'])
      .where(sql<boolean>`(handover_item.archive_id is null or ${inScope(it)})`)
      .select([
        sql<string>`'handover.missing'`.as('checkCode'),
        sql<number>`ifnull(handover_item.archive_id, 0)`.as('archiveId'),
        sql<string>`'H' || handover.id || '#' || handover_item.position`.as('object'),
        sql<string>`json_object('handover', handover.id, 'item', handover_item.position,
          'missing', handover_item.answer = 'missing')`.as('facts'),
      ]),
  ],
  'request.expired': (it) => [
    query
      .selectFrom('request')
      .innerJoin('requestItem', 'requestItem.requestId', 'request.id')
      .innerJoin('archive', 'archive.id', 'requestItem.archiveId')
      .where('request.settledOn', 'is', null)
      .where('request.expiresOn', '<', it.today)
      .where('requestItem.position', '=', 1)
      .where(inScope(it))
      .select(
        row(
          'request.expired',
          sql`'R' || request.id`,
          sql`json_object('request', request.id, 'expiresOn', request.expires_on)`,
        ),
      ),
  ],
  'card.behind': (it) => [
    query
      .selectFrom('card')
      .innerJoin('archive', 'archive.id', 'card.archiveId')
      .where('card.isBehind', '=', 1)
      .where(inScope(it))
      .select(row('card.behind', sql`''`, none)),
  ],
} satisfies { readonly [Code in CheckCode]?: Statement }
