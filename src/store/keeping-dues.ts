import type { Policy } from '../domain/policy.ts'
import type { ReadingRights } from '../domain/reading-rights.ts'
import type { Day } from '../domain/words.ts'
import { inspectionDueOn, stocktakeDueOn } from './keeping-checks.ts'
import { query, sql } from './query.ts'
import { readableArchives } from './readable.ts'
import type { Store } from './store.ts'

/** Something of an inspection, a repair or a stocktake that falls due. */
export interface KeepingDue {
  readonly due: Day
  readonly kind: 'inspection' | 'repair' | 'stocktake'
  readonly number: string | null
  readonly who: string | null
  /** Its id; 0: it has not been opened. */
  readonly id: number
}

interface Asked {
  readonly rights: ReadingRights
  readonly by: Day
  readonly policy: Policy
}

/** Inspections that are open or to be opened, stocktakes, and repairs, by a day. */
export const keepingDues = (store: Store, asked: Asked): KeepingDue[] => [
  ...inspections(store, asked),
  ...stocktakes(store, asked),
  ...repairs(store, asked),
]

/** One that is open is the one that is due, where it is of everything; else the next is to be opened. */
function inspections(store: Store, { by, policy }: Asked): KeepingDue[] {
  const open = store.all(
    query
      .selectFrom('inspection')
      .leftJoin('staff', 'staff.id', 'inspection.openedBy')
      .select([
        'inspection.id',
        'inspection.lastDay as due',
        'inspection.place',
        'staff.name as who',
      ])
      .where('closedOn', 'is', null)
      .orderBy('inspection.id'),
  )
  const next = inspectionDueOn(store, policy)
  const isOpen = open.some(({ due, place }) => due === next && place === null)
  const all = [
    ...open.map(({ place: _place, ...it }) => it),
    ...(next === null || isOpen ? [] : [{ id: 0, due: next, who: null }]),
  ]
  return all
    .filter(({ due }) => due <= by)
    .map((it) => ({ ...it, kind: 'inspection', number: null }))
}

function stocktakes(store: Store, { by, policy }: Asked): KeepingDue[] {
  const due = stocktakeDueOn(store, policy)
  if (due === null || due > by) return []
  const open = store.first(
    query
      .selectFrom('stocktake')
      .leftJoin('staff', 'staff.id', 'stocktake.openedBy')
      .select(['stocktake.id', 'staff.name as who'])
      .where('closedOn', 'is', null)
      .where('place', 'is', null)
      .where('type', 'is', null),
  )
  return [{ due, kind: 'stocktake', number: null, who: open?.who ?? null, id: open?.id ?? 0 }]
}

const repairs = (store: Store, { rights, by }: Asked): KeepingDue[] =>
  store
    .all(
      query
        .selectFrom('defect')
        .innerJoin('archive', 'archive.id', 'defect.archiveId')
        .leftJoin('staff', 'staff.id', 'defect.seenBy')
        .select(['defect.id', 'archive.number', 'staff.name as who'])
        .select(sql<Day>`defect.due_on`.as('due'))
        .where('defect.wantsRepair', '=', 1)
        .where('defect.repairedOn', 'is', null)
        .where('defect.dueOn', '<=', by)
        .where(readableArchives(rights)),
    )
    .map((it) => ({ ...it, kind: 'repair' }))
