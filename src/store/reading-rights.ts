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
    opened: () => (staff === null ? [] : openedTo(store, staff)),
  }
  return readingRightsOf(reader, policy)
}

/**
 * Archives that somebody has out as a whole, or that lie before them as a whole: those they may
 * read, whatever their level, in rules and in SQL alike (S001-22-4).
 */
const openedTo = (store: Store, { id }: Staff): readonly number[] =>
  store
    .prepare(
      `SELECT loan.archive_id FROM loan JOIN loan_item ON loan_item.loan_id = loan.id
       WHERE borrower_id = :id AND loan.returned_on IS NULL AND material_id IS NULL
       UNION
       SELECT archive_id FROM consultation JOIN consultation_item ON consultation_id = consultation.id
       WHERE reader_id = :id AND closed_on IS NULL AND material_id IS NULL`,
    )
    .pluck(true)
    .all({ id }) as number[]

const isNamedReader = (store: Store, archiveId: number, staffId: number): boolean =>
  store
    .prepare('SELECT 1 FROM archive_reader WHERE staff_id = ? AND archive_id = ?')
    .get(staffId, archiveId) !== undefined
