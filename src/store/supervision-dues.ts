import type { Day } from '../domain/words.ts'
import { handoversDue } from './handovers.ts'
import type { Store } from './store.ts'
import { trainingsIn } from './trainings.ts'
import { violationsIn } from './violations.ts'

interface SupervisionDue {
  readonly due: Day
  readonly kind: 'handover' | 'training' | 'violation'
  readonly number: null
  readonly who: string | null
  readonly id: number
}

/** Handovers whose next day comes, trainings to be repeated by people who are here, appeals that wait. */
export const supervisionDues = (store: Store, by: Day): SupervisionDue[] => [
  ...handoversDue(store, by).map((row) => ({ ...row, number: null, kind: 'handover' as const })),
  ...trainingsIn(store, { dueBy: by }).map(({ id, staff, nextDue }) => ({
    ...{ id, due: nextDue ?? by, who: staff, number: null, kind: 'training' as const },
  })),
  ...violationsIn(store, { isOpen: true, dueBy: by }).map(({ id, decideBy }) => ({
    ...{ id, due: decideBy ?? by, who: null, number: null, kind: 'violation' as const },
  })),
]
