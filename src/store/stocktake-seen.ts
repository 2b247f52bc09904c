import type { Stocktake } from '../domain/stocktake.ts'
import type { Store } from './store.ts'

const these = '(SELECT value FROM json_each(?))'

/** Which of these archives had been seen in a stocktake. */
export function seenBefore(
  store: Store,
  { id }: Pick<Stocktake, 'id'>,
  archiveIds: readonly number[],
): ReadonlySet<number> {
  const text = `SELECT archive_id FROM stocktake_item
    WHERE stocktake_id = ? AND times > 0 AND archive_id IN ${these}`
  return new Set(store.prepare(text).pluck().all(id, JSON.stringify(archiveIds)) as number[])
}

/** An archive that was seen: where the register has it, and had it when the list was made. */
export interface Seen {
  readonly number: string
  readonly location: string | null
  readonly isExpected: boolean
  readonly place: string | null
}

/** Of archives that were seen in a stocktake, what the register says, by number. */
export function seenIn(
  store: Store,
  { id }: Pick<Stocktake, 'id'>,
  archiveIds: readonly number[],
): Seen[] {
  const rows = store.walk(
    `SELECT archive.number, archive.location, it.is_expected, it.place FROM stocktake_item AS it
     JOIN archive ON archive.id = it.archive_id
     WHERE it.stocktake_id = ? AND it.archive_id IN ${these} ORDER BY archive.number`,
    [id, JSON.stringify(archiveIds)],
  ) as Iterable<readonly [string, string | null, number, string | null]>
  return Array.from(rows, ([number, location, isExpected, place]) => ({
    ...{ number, location, place },
    isExpected: isExpected === 1,
  }))
}
