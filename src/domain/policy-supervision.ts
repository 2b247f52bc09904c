import type { Term } from './policy-use.ts'
import type { Choice, Sourced } from './sourced.ts'

/** What people are trained in; `everyMonths`: again after so long (S000-4-12, S004-G-3.1). */
export interface TrainingSubject extends Choice {
  readonly everyMonths?: number
}

export interface TrainingRule extends Sourced {
  readonly subjects: Readonly<Record<string, TrainingSubject>>
}

/** A rule that people can break, and what each time costs, in yuan (S003-10.2-8, S003-10.4-7). */
export interface ViolationCode extends Choice {
  readonly amount: string
}

/** How long somebody may appeal, how long the answer may take, and who gives it. */
export interface AppealRule extends Sourced {
  readonly within: Term
  readonly decide: Term
  /** Keys of `posts`; anybody else of the staff, where nothing is said. */
  readonly posts?: readonly string[]
}

export interface ViolationsRule extends Sourced {
  readonly codes: Readonly<Record<string, ViolationCode>>
  readonly appeal?: AppealRule
}
