import { addMonths } from './day.ts'
import type { TrainingRule } from './policy-supervision.ts'
import type { Policy } from './policy.ts'
import { Refusal } from './refusal.ts'
import type { Day } from './words.ts'

/** Somebody was trained (培训). */
export interface Training {
  readonly id: number
  readonly staffId: number
  readonly staff: string
  /** A key of the policy's subjects. */
  readonly subject: string
  readonly heldOn: Day
  /** A decimal text; null: nobody counted. */
  readonly hours: string | null
  readonly score: string | null
  /** To be trained again by then; null: not again. */
  readonly nextDue: Day | null
  /** They were trained in it again since. */
  readonly isPast: boolean
}

/** `T3`: how people and files name a training. */
export const trainingName = (id: number): string => `T${id}`

/** @throws Refusal policy.silent */
export function trainingRule({ training }: Policy): TrainingRule {
  if (training) return training
  throw new Refusal('policy.silent', { section: 'training', source: [] })
}

/** When the policy wants it again; null: it does not. */
export function nextTraining({ subjects }: TrainingRule, subject: string, heldOn: Day): Day | null {
  const months = subjects[subject]?.everyMonths
  return months === undefined ? null : addMonths(heldOn, months)
}
