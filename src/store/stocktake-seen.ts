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

/** How many archives are expected, not lent, and not seen yet. */
export const leftIn = (store: Store, { id }: Pick<Stocktake, 'id'>): number =>
  store
    .prepare(
      `SELECT count(*) FROM stocktake_item AS it WHERE stocktake_id = ? AND is_expected = 1 AND times = 0
         AND NOT EXISTS (SELECT 1 FROM loan_item WHERE loan_item.archive_id = it.archive_id
           AND material_id IS NULL AND returned_on IS NULL)
         AND EXISTS (SELECT 1 FROM archive WHERE archive.id = it.archive_id)`,
    )
    .pluck()
    .get(id) as number
