import type { Archive } from '../domain/archive.ts'
import type { DisposalFacts } from '../domain/disposal.ts'
import { consultationName } from '../domain/consultation.ts'
import { standingHolds } from '../domain/hold.ts'
import { incidentName } from '../domain/incident.ts'
import { loanName } from '../domain/loan.ts'
import type { Policy } from '../domain/policy.ts'
import { requestName, statusOn } from '../domain/request.ts'
import { retentionRuleOf } from '../domain/retention.ts'
import type { Day } from '../domain/words.ts'
import { outstandingCopies } from './consulting-state.ts'
import { readingsOf } from './consultations.ts'
import { holdsOf } from './holds.ts'
import { incidentsIn } from './incidents.ts'
import { outstandingOf } from './loans.ts'
import { requestsWith } from './requests.ts'
import type { Store } from './store.ts'

/** Reads the facts by which disposals are planned; `besides` is the request that asks for one. */
export function disposalFacts(
  store: Store,
  policy: Policy,
  today: Day,
  besides?: number,
): (archive: Archive) => DisposalFacts {
  const tied = tiedArchives(store)
  return (archive) => ({
    ...(tied.has(archive.id) ? tiesOf(store, archive.id, today, besides) : untied),
    lastTransactionOn: lastTransactionOn(store, policy, archive),
  })
}

const untied = {
  holds: [],
  loans: [],
  requests: [],
  incidents: [],
  consultations: [],
  copies: 0,
}

/** Few archives are tied up in anything: those are looked at one by one. */
function tiedArchives(store: Store): ReadonlySet<number> {
  const sql = `SELECT archive_id FROM hold WHERE released_on IS NULL
    UNION SELECT archive_id FROM loan_item WHERE returned_on IS NULL
    UNION SELECT archive_id FROM request_item JOIN request ON request.id = request_id WHERE settled_on IS NULL
    UNION SELECT archive_id FROM incident WHERE closed_on IS NULL AND archive_id IS NOT NULL
    UNION SELECT archive_id FROM consultation WHERE closed_on IS NULL
    UNION SELECT archive_id FROM copy_holding WHERE accounted_on IS NULL`
  return new Set([...store.walk(sql)].map(([id]) => Number(id)))
}

function tiesOf(store: Store, id: number, today: Day, besides: number | undefined) {
  const requests = requestsWith(store, { archiveId: id, isOpen: true })
  return {
    holds: standingHolds(holdsOf(store, id), today),
    loans: outstandingOf(store, id).map(({ loan, dueOn }) => ({ loan: loanName(loan), dueOn })),
    requests: requests
      .filter((it) => it.id !== besides && statusOn(it, today) !== 'expired')
      .map((it) => requestName(it.id)),
    incidents: incidentsIn(store, { archiveIds: [id], isOpen: true }).map((it) =>
      incidentName(it.id),
    ),
    consultations: readingsOf(store, id).map((it) => consultationName(it.id)),
    copies: outstandingCopies(store, id).length,
  }
}

function lastTransactionOn(store: Store, policy: Policy, archive: Archive): Day | null {
  const rule = retentionRuleOf(policy, archive.retentionClass)
  if (rule?.start !== 'lastTransaction') return null
  const last = store
    .prepare(
      `SELECT max(happened_on) FROM entry
       WHERE archive_id = ? AND kind IN (SELECT value FROM json_each(?))`,
    )
    .pluck(true)
  return (last.get(archive.id, JSON.stringify(rule.entries ?? [])) as Day | null) ?? null
}
