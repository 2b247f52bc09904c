import type { Sourced } from './sourced.ts'
import type { Label } from './words.ts'

/** What people's work on archives is judged by (S004-J-2.1, S000-5-2). */
export const measures = ['completeness', 'timeliness', 'accuracy', 'tidiness', 'safety'] as const
export type Measure = (typeof measures)[number]

/** From so many points on, a result is called so. */
export interface AssessmentGrade extends Sourced {
  readonly label: Label
  readonly from: number
}

/** How the work on archives is assessed (S000-5-4, S004-J, S003-10). */
export interface AssessmentRule extends Sourced {
  /** How much each measure counts; what has none is not counted. */
  readonly weights: Readonly<Partial<Record<Measure, number>>>
  readonly grades?: Readonly<Record<string, AssessmentGrade>>
  /** A change is entered within so many days of being known; what each late one costs, in yuan (S003-10.2-8). */
  readonly updates?: { readonly withinDays: number; readonly fine?: string } & Sourced
  /** Points that each incident costs whoever is liable for it. */
  readonly incidentPoints?: number
}
