import { enterPurged, type Purged } from './purged-register.ts'
import { registryOf } from './registry.ts'
import type { Store } from './store.ts'

const text = `
  SELECT number, j.object, j.seq, lower(hex(j.hash)) FROM (
    SELECT id, number FROM archive WHERE status = 'destroyed'
    UNION ALL
    SELECT archive_id, alias.number FROM alias JOIN archive ON archive.id = archive_id
      WHERE status = 'destroyed'
  ) AS gone
  JOIN journal_part p ON p.archive_id = gone.id
  JOIN journal j ON j.seq = p.seq AND j.action = 'purge.destroy'
  ORDER BY j.seq, number`

/** Every number that this file's own journal says is purged, former ones with them. */
export function purgedNumbers(store: Store): Purged[] {
  const { uuid } = registryOf(store)
  return [...store.walk(text)].map(([number, disposal, seq, hash]) => ({
    number: String(number),
    disposal: String(disposal),
    seq: Number(seq),
    hash: String(hash),
    uuid,
  }))
}

/** What the file knows is purged stands in the register beside it, whatever became of that. */
export const enterOwnPurged = (store: Store): void => enterPurged(store.path, purgedNumbers(store))
