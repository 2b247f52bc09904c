import type { Policy } from '../domain/policy.ts'
import { readingRightsOf } from '../domain/readers.ts'
import type { ReadingRights } from '../domain/reading-rights.ts'
import type { Staff } from '../domain/staff.ts'
import { staffList } from './staff.ts'
import type { Store } from './store.ts'

/** What somebody may read, as the register stands; null: an account that is bound to nobody. */
export function readingRights(store: Store, policy: Policy, staff: Staff | null): ReadingRights {
  const reader = {
    staff,
    everybody: () => staffList(store),
    isNamed: (archiveId: number) => staff !== null && isNamedReader(store, archiveId, staff.id),
    opened: staff === null ? [] : openedTo(store, staff),
  }
  return readingRightsOf(reader, policy)
}

/**
 * Archives that somebody has out as a whole: what they were lent they may read, whatever its level,
 * in rules and in SQL alike (S001-22-4).
 */
const openedTo = (store: Store, { id }: Staff): readonly number[] =>
  store
    .prepare(
      `SELECT archive_id FROM loan JOIN loan_item USING (archive_id)
       WHERE loan.borrower_id = ? AND loan.returned_on IS NULL
         AND loan_item.loan_id = loan.id AND loan_item.material_id IS NULL`,
    )
    .pluck(true)
    .all(id) as number[]

const isNamedReader = (store: Store, archiveId: number, staffId: number): boolean =>
  store
    .prepare('SELECT 1 FROM archive_reader WHERE staff_id = ? AND archive_id = ?')
    .get(staffId, archiveId) !== undefined
