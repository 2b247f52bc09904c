import type { AppealDecision, Violation } from '../domain/violation.ts'
import type { Day } from '../domain/words.ts'
import { query, sql } from './query.ts'
import type { Store } from './store.ts'

const nameOf = (column: string) =>
  sql<string | null>`(select name from staff where id = ${sql.ref(column)})`

const rows = query
  .selectFrom('violation')
  .selectAll()
  .select([nameOf('staff_id').as('staff'), nameOf('decided_by').as('decider')])

/** Which violations are wanted; what is undefined does not narrow. */
export interface ViolationFilter {
  readonly id?: number
  readonly staffId?: number | undefined
  readonly code?: string | undefined
  /** Appealed against, and not decided. */
  readonly isOpen?: boolean
  /** To be decided by this day. */
  readonly dueBy?: Day
}

/** Violations, newest first. */
export function violationsIn(store: Store, filter: ViolationFilter): Violation[] {
  const { id, staffId, code, isOpen, dueBy } = filter
  let asked = rows.orderBy('happenedOn', 'desc').orderBy('id', 'desc')
  if (id !== undefined) asked = asked.where('id', '=', id)
  if (staffId !== undefined) asked = asked.where('staffId', '=', staffId)
  if (code !== undefined) asked = asked.where('code', '=', code)
  if (isOpen) asked = asked.where('appealedOn', 'is not', null).where('decidedOn', 'is', null)
  if (dueBy !== undefined) asked = asked.where('decideBy', '<=', dueBy)
  return store.all(asked).map(({ staff, formNumber: form, decidedBy: _, ...row }) => ({
    ...row,
    form,
    staff: staff ?? '',
  }))
}

export const violationById = (store: Store, id: number): Violation | undefined =>
  violationsIn(store, { id })[0]

export function addViolation(
  store: Store,
  violation: Pick<
    Violation,
    'staffId' | 'code' | 'happenedOn' | 'text' | 'amount' | 'enteredOn' | 'enteredBy' | 'appealBy'
  >,
): Violation {
  const { lastId } = store.run(query.insertInto('violation').values(violation))
  return violationById(store, lastId) as Violation
}

/** An appeal, or what came of it. */
export function changeViolation(
  store: Store,
  id: number,
  change:
    | { readonly appealedOn: Day; readonly appeal: string; readonly decideBy: Day }
    | {
        readonly decidedOn: Day
        readonly decidedBy: number
        readonly decision: AppealDecision
        readonly finalAmount: string
        readonly formNumber: string | null
        readonly note: string | null
      },
): Violation {
  store.run(query.updateTable('violation').set(change).where('id', '=', id))
  return violationById(store, id) as Violation
}
