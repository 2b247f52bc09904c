import {
  assess,
  assessmentRule,
  faultsOf,
  gradeOf,
  type Faulted,
  type Work,
} from '../domain/assessing.ts'
import { wholeScore } from '../domain/checklist.ts'
import type { ReportRow } from '../domain/report.ts'
import { sumOf } from '../domain/report-counting.ts'
import { lackingIn } from '../store/report-completeness.ts'
import { faultyBy, isAudited, liabilitiesBy, openingsBy } from '../store/report-staff.ts'
import { reviewsBy, updatesBy } from '../store/report-use.ts'
import type { Office } from './desk.ts'
import { asOf, departmentsIn, inDepartments, type Draw, type ReportAsked } from './report-asked.ts'
import { fineFor } from './report-people.ts'

/** `report assessment`: the work of people and departments, computed from what is kept (S000-5-4, S004-J). */
export const drawAssessment: Draw = (office, asked) => {
  const rule = assessmentRule(office.policy)
  const work = workOf(office, asked, rule.updates?.withinDays ?? 0)
  const audited = isAudited(office.store, asOf(office, asked))
  const line = (sums: Sums) => {
    const points = assess(judged(sums, audited), rule)
    return {
      archives: sums.archives,
      ...points,
      grade: gradeOf(points.score, rule),
      lateUpdates: sums.late,
      incidents: sums.incidents,
      fine: fineFor(sums.late, rule.updates?.fine),
    }
  }
  const departments = departmentsIn(office)
  const people = [...work].map(([person, sums]) => ({
    department: departments.get(person ?? '') ?? null,
    person,
    sums,
  }))
  const grouped = new Map<string | null, typeof people>()
  for (const one of inDepartments(people))
    grouped.set(one.department, [...(grouped.get(one.department) ?? []), one])
  const whole = sumOf(
    people.map(({ sums }) => sums),
    noWork,
  )
  return [
    ...[...grouped].flatMap(([department, those]): ReportRow[] => [
      ...those.map(({ person, sums }) => ({ department, person, ...line(sums), isTotal: false })),
      ...(department === null ? [] : [departmentRow(department, line(sumsOf(those)))]),
    ]),
    { department: null, person: null, ...line(whole), isTotal: true },
  ]
}

const sumsOf = (those: readonly { readonly sums: Sums }[]): Sums =>
  sumOf(
    those.map(({ sums }) => sums),
    noWork,
  )

const departmentRow = (
  department: string,
  cells: Readonly<Record<string, ReportRow[string]>>,
): ReportRow => ({ department, person: null, ...cells, isTotal: true })

const noWork = {
  ...{ archives: 0, points: 0, timely: 0, dated: 0, late: 0, incidents: 0 },
  ...{ accuracy: 0, tidiness: 0, safety: 0 },
}
type Sums = Readonly<typeof noWork>

const judged = (
  { archives, points, timely, dated, incidents, ...faulty }: Sums,
  audited: boolean,
): Work => ({
  archives,
  completeness: archives === 0 ? null : points / archives / 100,
  timely,
  dated,
  faulty: audited ? faulty : null,
  incidents,
})

/** What each owner's archives say of their work; null: those that nobody owns. */
function workOf(office: Office, asked: ReportAsked, withinDays: number): Map<string | null, Sums> {
  const { store } = office
  const { counting, period } = asked
  const day = asOf(office, asked)
  const work = new Map<string | null, typeof noWork>()
  const add = (person: string | null, more: Partial<Sums>) => {
    const sums = work.get(person) ?? { ...noWork }
    for (const [key, value] of Object.entries(more)) sums[key as keyof Sums] += value
    work.set(person, sums)
  }
  for (const { owner, required, missing, archives } of lackingIn(store, counting, {
    from: '',
    to: day,
  }))
    add(owner, { archives, points: Math.round(wholeScore(required, missing) * 100) * archives })
  for (const it of reviewsBy(store, counting, period, day))
    add(it.person, { timely: it.onTime, dated: it.onTime + it.late + it.overdue })
  for (const it of updatesBy(store, counting, period, withinDays))
    add(it.person, { timely: it.dated - it.late, dated: it.dated, late: it.late })
  for (const it of openingsBy(store, counting, period))
    add(it.person, { timely: it.opened - it.late, dated: it.opened })
  for (const [measure, checks] of Object.entries(faultsOf))
    for (const it of faultyBy(store, counting, checks, day))
      add(it.person, { [measure as Faulted]: it.archives })
  for (const it of liabilitiesBy(store, counting, period)) add(it.person, { incidents: it.count })
  return work
}
