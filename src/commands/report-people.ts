import { assessmentRule } from '../domain/assessing.ts'
import { product, decimalIn, decimalText } from '../domain/decimal.ts'
import { meanOf, shareOf, type ReportRow } from '../domain/report.ts'
import { sumOf } from '../domain/report-counting.ts'
import { isActive } from '../domain/staff.ts'
import { findingsOwnedBy, holdingsBy, loansOutBy } from '../store/report-staff.ts'
import { reviewsBy, updatesBy, type ReviewCount, type UpdateCount } from '../store/report-use.ts'
import { staffList } from '../store/staff.ts'
import { asOf, departmentsIn, inDepartments, type Draw } from './report-asked.ts'

/** `report reviews`: who re-examined their archives in time (S000-4.4-2, S000-4.4-8). */
export const drawReviews: Draw = (office, asked) => {
  const { counting, period } = asked
  const departments = departmentsIn(office)
  const counts = reviewsBy(office.store, counting, period, asOf(office, asked))
  const lines = counts.map(({ person, ...it }) => ({
    department: departments.get(person ?? '') ?? null,
    person,
    ...reviewCells(it),
  }))
  const sum = sumOf(
    counts.map(({ person: _, ...it }) => it),
    noReviews,
  )
  const total = { department: null, person: null, ...reviewCells(sum) }
  return totalled(inDepartments(lines), total)
}

const noReviews = {
  ...{ due: 0, confirmed: 0, onTime: 0, late: 0 },
  ...{ lateDays: 0, waiting: 0, overdue: 0, withCustomer: 0 },
}

const reviewCells = ({ lateDays, withCustomer, ...it }: Omit<ReviewCount, 'person'>) => ({
  ...it,
  punctuality: shareOf(it.onTime, it.onTime + it.late + it.overdue),
  averageDaysLate: meanOf(lateDays, it.late),
  withCustomer,
})

const totalled = (
  lines: readonly Readonly<Record<string, ReportRow[string]>>[],
  total: Readonly<Record<string, ReportRow[string]>>,
): ReportRow[] => [
  ...lines.map((line): ReportRow => ({ ...line, isTotal: false })),
  { ...total, isTotal: true },
]

/** `report updates`: who entered changes late, and what that costs (S000-4.4-8, S003-10.2-8). */
export const drawUpdates: Draw = (office, { counting, period }) => {
  const { withinDays = 0, fine } = assessmentRule(office.policy).updates ?? {}
  const departments = departmentsIn(office)
  const counts = updatesBy(office.store, counting, period, withinDays)
  const lines = counts.map(({ person, ...it }) => ({
    department: departments.get(person ?? '') ?? null,
    person,
    ...updateCells(it, fine),
  }))
  const sum = sumOf(
    counts.map(({ person: _, longestDays: _longest, ...it }) => it),
    { updates: 0, dated: 0, late: 0, days: 0 },
  )
  const longest = counts.flatMap(({ longestDays }) => longestDays ?? [])
  const longestDays = longest.length === 0 ? null : Math.max(...longest)
  const cells = updateCells({ ...sum, longestDays }, fine)
  return totalled(inDepartments(lines), { department: null, person: null, ...cells })
}

const updateCells = (it: Omit<UpdateCount, 'person'>, fine: string | undefined) => ({
  updates: it.updates,
  dated: it.dated,
  late: it.late,
  lateRate: shareOf(it.late, it.dated),
  averageDays: meanOf(it.days, it.dated),
  longestDays: it.longestDays,
  fine: fineFor(it.late, fine),
})

/** What so many late changes cost; null where the policy fines nobody. */
export const fineFor = (late: number, fine: string | undefined): string | null =>
  fine === undefined ? null : decimalText(product(decimalIn(String(late)), decimalIn(fine)))

/** `report staff`: what each of the staff answers for and has out (S000-5.1-1). */
export const drawStaff: Draw = (office, asked) => {
  const { store } = office
  const day = asOf(office, asked)
  const { counting } = asked
  const posts = new Map(staffList(store).map(({ name, post }) => [name, post]))
  const departments = departmentsIn(office)
  const held = new Map(holdingsBy(store, counting, day).map((it) => [it.person, it]))
  const lent = new Map(loansOutBy(store, counting, day).map((it) => [it.person, it]))
  const found = new Map(findingsOwnedBy(store, counting, day).map((it) => [it.person, it.count]))
  const here = staffList(store).filter((it) => isActive(it, day))
  const people = new Set([...here.map(({ name }) => name), ...lent.keys(), ...found.keys()])
  const lines = [...new Set<string | null>([...people, ...held.keys()])].map((person) => {
    const own = held.get(person)
    const out = lent.get(person ?? '')
    return {
      department: departments.get(person ?? '') ?? null,
      person,
      post: posts.get(person ?? '') ?? null,
      archives: own?.archives ?? 0,
      active: own?.active ?? 0,
      closed: own?.closed ?? 0,
      reviewsDue: own?.reviewsDue ?? 0,
      loansOut: out?.out ?? 0,
      loansOverdue: out?.overdue ?? 0,
      findings: found.get(person ?? '') ?? 0,
    }
  })
  const sum = sumOf(
    lines.map(({ department: _, person: _person, post: _post, ...it }) => it),
    {
      ...{ archives: 0, active: 0, closed: 0, reviewsDue: 0 },
      ...{ loansOut: 0, loansOverdue: 0, findings: 0 },
    },
  )
  const total = { department: null, person: null, post: null, ...sum }
  return totalled(inDepartments(lines), total)
}
