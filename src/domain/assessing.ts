import { Refusal } from './refusal.ts'
import { measures, type AssessmentRule, type Measure } from './policy-assessment.ts'
import type { Policy } from './policy.ts'
import type { CheckCode } from './audit-finding.ts'

/** What is known of somebody's work; shares from 0 to 1, null: nothing to judge by. */
export interface Work {
  readonly archives: number
  /** The mean of their archives' completeness. */
  readonly completeness: number | null
  /** What was done in time of what had a day: reviews, changes, openings. */
  readonly timely: number
  readonly dated: number
  /** Archives with standing findings of each sort; null: no audit has been run. */
  readonly faulty: Readonly<Record<Faulted, number>> | null
  /** Incidents for which they are liable. */
  readonly incidents: number
}

/** Measures that audits tell of. */
export type Faulted = 'accuracy' | 'tidiness' | 'safety'

/** Points of each measure, 0 to 100 with one place; null: nothing to judge by. */
export type Points = Readonly<Record<Measure | 'score', number | null>>

/** @throws Refusal policy.silent */
export function assessmentRule({ assessment }: Pick<Policy, 'assessment'>): AssessmentRule {
  if (assessment) return assessment
  throw new Refusal('policy.silent', { section: 'assessment', source: ['S004-J-2.1', 'S000-5-4'] })
}

/** Points for each measure, and all of them by their weights; what cannot be judged does not count. */
export function assess(work: Work, rule: AssessmentRule): Points {
  const sound = (of: Faulted): number | null =>
    work.faulty === null || work.archives === 0 ? null : 1 - work.faulty[of] / work.archives
  const safe = sound('safety')
  const lost = work.incidents * (rule.incidentPoints ?? 0)
  const points: Record<Measure, number | null> = {
    completeness: pointsOf(work.completeness),
    timeliness: pointsOf(work.dated === 0 ? null : work.timely / work.dated),
    accuracy: pointsOf(sound('accuracy')),
    tidiness: pointsOf(sound('tidiness')),
    safety: safe === null && lost === 0 ? null : inPlaces(Math.max(0, (safe ?? 1) * 100 - lost)),
  }
  return { ...points, score: weighed(points, rule.weights) }
}

const pointsOf = (share: number | null): number | null =>
  share === null ? null : inPlaces(share * 100)

const inPlaces = (points: number): number => Math.round(points * 10) / 10

function weighed(
  points: Readonly<Record<Measure, number | null>>,
  weights: AssessmentRule['weights'],
): number | null {
  let [sum, whole] = [0, 0]
  for (const measure of measures) {
    const [own, weight] = [points[measure], weights[measure] ?? 0]
    if (own === null) continue
    sum += own * weight
    whole += weight
  }
  return whole === 0 ? null : inPlaces(sum / whole)
}

/** What a result is called: the highest grade that it reaches; null: none. */
export const gradeOf = (score: number | null, { grades = {} }: AssessmentRule): string | null =>
  score === null
    ? null
    : (Object.entries(grades)
        .filter(([, { from }]) => score >= from)
        .toSorted(([, a], [, b]) => b.from - a.from)[0]?.[0] ?? null)

/** Which findings of audits count against which measure (S004-J-2.1). */
export const faultsOf: Readonly<Record<Faulted, readonly CheckCode[]>> = {
  accuracy: [
    'value.checksum',
    'value.shape',
    'value.choice',
    'text.control',
    'date.order',
    'duplicate.likely',
    'contacts.few',
  ],
  tidiness: ['place.wrong', 'card.behind', 'retention.over', 'row.orphan', 'row.damaged'],
  safety: [
    'secret.apart',
    'secret.keeper',
    'secrecy.over',
    'loan.overdue',
    'loan.agreement',
    'file.fixity',
  ],
}
