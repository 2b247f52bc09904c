import type { Training } from '../domain/training.ts'
import type { Day } from '../domain/words.ts'
import { query, sql } from './query.ts'
import type { Store } from './store.ts'

const isPast = sql<
  0 | 1
>`exists (select 1 from training as later where later.staff_id = training.staff_id
  and later.subject = training.subject
  and (later.held_on, later.id) > (training.held_on, training.id))`

const rows = query
  .selectFrom('training')
  .innerJoin('staff', 'staff.id', 'training.staffId')
  .select(['training.id', 'training.staffId', 'staff.name as staff', 'training.subject'])
  .select(['training.heldOn', 'training.hours', 'training.score', 'training.nextDue'])
  .select(isPast.as('past'))

/** Which trainings are wanted; what is undefined does not narrow. */
export interface TrainingFilter {
  readonly id?: number
  readonly staffId?: number | undefined
  readonly subject?: string | undefined
  /** The last of its kind, to be repeated by this day, of people who are here. */
  readonly dueBy?: Day | undefined
}

/** Trainings, newest first; those that are due, the oldest due day first. */
export function trainingsIn(store: Store, filter: TrainingFilter): Training[] {
  const { id, staffId, subject, dueBy } = filter
  let asked = rows
  if (id !== undefined) asked = asked.where('training.id', '=', id)
  if (staffId !== undefined) asked = asked.where('training.staffId', '=', staffId)
  if (subject !== undefined) asked = asked.where('training.subject', '=', subject)
  if (dueBy === undefined) asked = asked.orderBy('training.heldOn', 'desc')
  else
    asked = asked
      .where('training.nextDue', '<=', dueBy)
      .where('staff.leftOn', 'is', null)
      .where(sql<boolean>`not ${isPast}`)
      .orderBy('training.nextDue')
  return store
    .all(asked.orderBy('training.id', 'desc'))
    .map(({ past, ...row }) => ({ ...row, isPast: past === 1 }))
}

export function addTraining(
  store: Store,
  training: Omit<Training, 'id' | 'staff' | 'isPast'>,
  enteredBy: number | null,
): Training {
  const { lastId } = store.run(query.insertInto('training').values({ ...training, enteredBy }))
  return trainingsIn(store, { id: lastId })[0] as Training
}
