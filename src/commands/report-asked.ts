import { choicesOf } from '../domain/draft.ts'
import type { Choices } from '../domain/policy.ts'
import type { Dimension, ReportKind, ReportPeriod, ReportRow } from '../domain/report.ts'
import type { Day } from '../domain/words.ts'
import { creditField, type Counting } from '../store/report-archives.ts'
import { staffList } from '../store/staff.ts'
import type { Office } from './desk.ts'

/** What a report is asked to say. */
export interface ReportAsked {
  readonly kind: ReportKind
  readonly period: ReportPeriod
  /** By what, where somebody said it. */
  readonly by: string | undefined
  readonly counting: Counting
  /** No filter was said: what hangs on no archive counts, too. */
  readonly isEverything: boolean
}

/** Draws the lines of a report, in one snapshot of the file. */
export type Draw = (office: Office, asked: ReportAsked) => ReportRow[]

/** How things stood on the last day of a period that is over, or stand today. */
export const asOf = ({ today }: Office, { period }: ReportAsked): Day =>
  period.to < today ? period.to : today

/** The list that a dimension takes its values from; undefined: they are names. */
export function choicesBy(dimension: Dimension, { policy }: Office): Choices | undefined {
  if (dimension !== 'credit') return choicesOf(dimension, policy)
  return policy.entries?.['credit']?.fields?.[creditField(policy) ?? '']?.choices
}

/** What feedback is counted by: how satisfied they are, where the policy asks it, else the first thing chosen. */
export function feedbackChoice({ policy }: Office): { key: string; choices: Choices } | undefined {
  const fields = Object.entries(policy.entries?.['feedback']?.fields ?? {})
  const chosen = fields.filter(([, { choices }]) => choices !== undefined)
  const [key, rule] = chosen.find(([it]) => it === 'satisfaction') ?? chosen[0] ?? []
  return key === undefined || !rule?.choices ? undefined : { key, choices: rule.choices }
}

/** Who is in which department; of several of one name, the last who came. */
export const departmentsIn = ({ store }: Office): ReadonlyMap<string, string | null> =>
  new Map(staffList(store).map(({ name, department }) => [name, department]))

/** Lines of people, by department, then name; those of none behind. */
export function inDepartments<
  Line extends { readonly department: string | null; readonly person: string | null },
>(lines: readonly Line[]): Line[] {
  const names = new Intl.Collator('zh')
  const order = (a: string | null, b: string | null) =>
    a === null || b === null ? Number(a === null) - Number(b === null) : names.compare(a, b)
  return lines.toSorted((a, b) => order(a.department, b.department) || order(a.person, b.person))
}
