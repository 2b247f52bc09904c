import type { Day } from '../domain/words.ts'
import { standingHolds } from '../domain/hold.ts'
import { Refusal } from '../domain/refusal.ts'
import { holdsOf, storedHolds, type StoredHold } from './holds.ts'
import { incidentsIn } from './incidents.ts'
import { query } from './query.ts'
import type { Store } from './store.ts'

/** What the journal keeps of an archive's holds and incidents when it goes into another: all that undoing needs. */
export interface FormerCustody {
  readonly holds: readonly StoredHold[]
  readonly incidents: readonly FormerIncident[]
  /** The last hold that there was, on whatever archive. */
  readonly lastHold: number
}

interface FormerIncident {
  readonly id: number
  readonly fromNumber: string | null
  /** All that was entered of it, as text. */
  readonly words: string
}

export function formerCustody(store: Store, archiveId: number): FormerCustody {
  const last = query.selectFrom('hold').select('id').orderBy('id', 'desc').limit(1)
  return { ...custodyOf(store, archiveId), lastHold: store.first(last)?.id ?? 0 }
}

const custodyOf = (store: Store, archiveId: number) => ({
  holds: storedHolds(store, archiveId),
  incidents: incidentsOf(store, archiveId),
})

const incidentsOf = (store: Store, archiveId: number): FormerIncident[] =>
  incidentsIn(store, { archiveIds: [archiveId] }).map(
    ({ archiveId: _archive, seq, secrecy, fromNumber, ...incident }) => ({
      id: incident.id,
      fromNumber,
      words: JSON.stringify(withoutNames(incident)),
    }),
  )

/** People may be renamed meanwhile. */
const withoutNames = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutNames)
  if (typeof value !== 'object' || value === null) return value
  const { id, name, ...rest } = value as Record<string, unknown>
  const kept = id === null || id === undefined ? { id, name } : { id }
  return Object.fromEntries(
    Object.entries({ ...kept, ...rest }).map(([key, cell]) => [key, withoutNames(cell)]),
  )
}

/** Holds and incidents go to another archive; each keeps the number under which it came in. */
export function moveCustody(store: Store, to: number, number: string, former: FormerCustody): void {
  for (const table of ['hold', 'incident'] as const)
    for (const { id, fromNumber } of former[`${table}s`])
      store.run(
        query
          .updateTable(table)
          .set({ archiveId: to, fromNumber: fromNumber ?? number })
          .where('id', '=', id),
      )
}

/**
 * What came over must be as it came; no incident may have befallen a moved material since, and no
 * hold stand that was placed on both together: one of the two would lose it.
 * @throws Refusal merge.undo-blocked
 */
export function requireCustodyAsMoved(
  store: Store,
  survivorId: number,
  { custody, materials }: Moved,
  { number, today }: { readonly number: string; readonly today: Day },
): void {
  const refuse = (because: 'changed' | 'held'): never => {
    throw new Refusal('merge.undo-blocked', { number, because })
  }
  const { holds = [], incidents = [], lastHold = 0 } = custody ?? {}
  const now = custodyOf(store, survivorId)
  const same = new Set([...now.holds.map(holdWords), ...now.incidents.map(({ words }) => words)])
  const came = [...holds.map(holdWords), ...incidents.map(({ words }) => words)]
  if (came.some((words) => !same.has(words))) refuse('changed')
  const moved = new Set(incidents.map(({ id }) => id))
  const befell = incidentsIn(store, { archiveIds: [survivorId] }).filter(({ id }) => !moved.has(id))
  if (befell.some(({ materialId }) => materials.includes(materialId ?? 0))) refuse('changed')
  if (standingHolds(holdsOf(store, survivorId), today).some(({ id }) => id > lastHold))
    refuse('held')
}

const holdWords = ({ archiveId, fromNumber, ...hold }: StoredHold): string =>
  JSON.stringify(Object.entries(hold).toSorted())

/** What a merge brought over, as its undoing looks at it. */
interface Moved {
  readonly custody: FormerCustody | undefined
  /** Ids of materials. */
  readonly materials: readonly number[]
}

/** Puts holds and incidents back to the archive that they came from. */
export function returnCustody(
  store: Store,
  archiveId: number,
  former: FormerCustody | undefined,
): void {
  for (const table of ['hold', 'incident'] as const)
    for (const { id, fromNumber } of former?.[`${table}s`] ?? [])
      store.run(query.updateTable(table).set({ archiveId, fromNumber }).where('id', '=', id))
}
