import type { Secrecy } from '../domain/words.ts'
import type { Store } from './store.ts'

/** What a register says of a loan besides. */
export interface RegisteredLoan {
  readonly purpose: string
  /** Levels that materials of it have of their own. */
  readonly levels: readonly Secrecy[]
}

/** For what these loans were asked for, and how secret their materials are: by loan, in one reading. */
export function registeredLoans(
  store: Store,
  loanIds: readonly number[],
): ReadonlyMap<number, RegisteredLoan> {
  const rows = store
    .prepare(
      `SELECT l.id, r.purpose,
              (SELECT json_group_array(DISTINCT m.secrecy) FROM loan_item AS i
               JOIN material AS m ON m.id = i.material_id
               WHERE i.loan_id = l.id AND m.secrecy IS NOT NULL) AS levels
       FROM json_each(?) AS wanted
       JOIN loan AS l ON l.id = wanted.value
       JOIN request AS r ON r.id = l.request_id`,
    )
    .all(JSON.stringify(loanIds)) as { id: number; purpose: string; levels: string }[]
  return new Map(
    rows.map(({ id, purpose, levels }) => [
      id,
      { purpose, levels: JSON.parse(levels) as Secrecy[] },
    ]),
  )
}
