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
 * The archives that approved requests open to their applicant: the one place that the engine of
 * requests fills in. They are read whatever their level, in rules and in SQL alike.
 */
function openedTo(_store: Store, _staff: Staff): readonly number[] {
  return []
}

const isNamedReader = (store: Store, archiveId: number, staffId: number): boolean =>
  store
    .prepare('SELECT 1 FROM archive_reader WHERE staff_id = ? AND archive_id = ?')
    .get(staffId, archiveId) !== undefined
