import type { Archive } from '../domain/archive.ts'
import { retentionRuleOf } from '../domain/retention.ts'
import { outstandingCopies } from '../store/consulting-state.ts'
import { openMattersOf } from '../store/matters.ts'
import type { Desk, Office } from './desk.ts'
import { holdingsOf } from './lending.ts'
import type { Answer, Reason } from './why-reasons.ts'

/** Whether its time has come, by which rule, and what it is tied up in. */
export function whyPurge(desk: Desk, office: Office, archive: Archive): Answer {
  const { purge: text } = desk.text.why
  const held = holdingsOf(office, archive).map(({ hold }): Reason => ({
    code: 'purge.hold',
    isInTheWay: true,
    message: text.held(hold),
    source: [],
  }))
  const matters = openMattersOf(office.store, archive.id).map((matter): Reason => ({
    code: `purge.${matter}`,
    isInTheWay: true,
    message: text.matters[matter],
    source: [],
  }))
  const copies = copiesReason(desk, office, archive)
  return {
    reasons: [retentionReason(desk, office, archive), ...held, ...matters, ...copies],
    next: [],
  }
}

/** Copies count like originals: none may outlive what is destroyed (S003-7.4.2-3). */
function copiesReason(desk: Desk, { store }: Office, { id }: Archive): Reason[] {
  const { length } = outstandingCopies(store, id)
  if (length === 0) return []
  const message = desk.text.why.purge.copies(length)
  return [{ code: 'purge.copies', isInTheWay: true, message, source: ['S003-7.4.2-3'] }]
}

function retentionReason(desk: Desk, { policy, today }: Office, archive: Archive): Reason {
  const { purge: text } = desk.text.why
  const { retainUntil, retentionClass } = archive
  const rule = retentionRuleOf(policy, retentionClass)
  const source = rule?.source ?? []
  const label = rule?.label[desk.language] ?? retentionClass ?? '—'
  const isOver = retainUntil !== null && retainUntil < today
  const message =
    rule?.years === 'permanent'
      ? text.permanent(label, source)
      : retainUntil === null
        ? text.notBegun(label, source)
        : isOver
          ? text.over(label, retainUntil, source)
          : text.until(label, retainUntil, source)
  return { code: 'purge.retention', isInTheWay: !isOver, message, source }
}
