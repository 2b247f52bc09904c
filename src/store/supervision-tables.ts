import type { Generated } from 'kysely'
import type { AppealDecision } from '../domain/violation.ts'

/** Trainings and violations, as Kysely sees them. */
export interface SupervisionTables {
  training: TrainingRow
  violation: ViolationRow
}

interface TrainingRow {
  id: Generated<number>
  staffId: number
  subject: string
  heldOn: string
  hours: string | null
  score: string | null
  nextDue: string | null
  enteredBy: number | null
}

interface ViolationRow {
  id: Generated<number>
  staffId: number
  code: string
  happenedOn: string
  text: string | null
  amount: string
  enteredOn: string
  enteredBy: number | null
  appealBy: string | null
  appealedOn: Generated<string | null>
  appeal: Generated<string | null>
  decideBy: Generated<string | null>
  decidedOn: Generated<string | null>
  decidedBy: Generated<number | null>
  decision: Generated<AppealDecision | null>
  finalAmount: Generated<string | null>
  formNumber: Generated<string | null>
  note: Generated<string | null>
}
