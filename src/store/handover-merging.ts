import type { Store } from './store.ts'

/** Where an archive that goes into another stands in handovers: all that undoing needs. */
export type FormerHandovers = readonly (readonly [handover: number, position: number])[]

/** Undefined where it stands in none: most never do. */
export function formerHandovers(store: Store, archiveId: number): FormerHandovers | undefined {
  const asked = `SELECT handover_id, position FROM handover_item WHERE archive_id = ? ORDER BY 1, 2`
  const found = [...store.walk(asked, [archiveId])].map(
    ([handover, position]) => [handover as number, position as number] as const,
  )
  return found.length === 0 ? undefined : found
}

/** They go to another archive; each keeps the number under which it was listed (SPEC 15.7). */
export function moveHandovers(store: Store, from: number, to: number, number: string): void {
  store
    .prepare(
      `UPDATE handover_item SET archive_id = ?, from_number = ifnull(from_number, ?) WHERE archive_id = ?`,
    )
    .run(to, number, from)
}

/** Puts them back to the archive that they came from; `number` is the one that it has again. */
export function returnHandovers(
  store: Store,
  archiveId: number,
  number: string,
  former: FormerHandovers = [],
): void {
  for (const [handover, position] of former)
    store
      .prepare(
        `UPDATE handover_item SET archive_id = ?, from_number = nullif(from_number, ?)
         WHERE handover_id = ? AND position = ?`,
      )
      .run(archiveId, number, handover, position)
}
