import { meanOf, shareOf, type ReportRow } from '../domain/report.ts'
import { sumOf } from '../domain/report-counting.ts'
import { totalOf } from '../domain/totals.ts'
import { feedbackBy, incidentsBy, lentArchives, loansBy } from '../store/report-use.ts'
import type { Office } from './desk.ts'
import { asOf, feedbackChoice, type Draw, type ReportAsked } from './report-asked.ts'

/** `report loans`: how much was lent to whom, and what came back late (S002-6.3, S000-4.5-8). */
export const drawLoans: Draw = (office, asked) => {
  const { store } = office
  const { counting, period } = asked
  const counted = loansBy(store, counting, period, asOf(office, asked))
  const names = new Intl.Collator('zh')
  const rows = counted
    .toSorted(
      (a, b) =>
        a.external - b.external ||
        Number(a.department === null) - Number(b.department === null) ||
        names.compare(a.department ?? '', b.department ?? ''),
    )
    .map((it): ReportRow => ({
      department: it.department,
      external: it.external === 1,
      ...loanCells(it),
      isTotal: false,
    }))
  const sum = sumOf(
    counted.map(({ department: _, external: _external, ...counts }) => counts),
    { loans: 0, archives: 0, days: 0, out: 0, overdue: 0, returnedLate: 0 },
  )
  const whole = { ...sum, archives: lentArchives(store, counting, period) }
  const total = { department: null, external: null, ...loanCells(whole) }
  return [...rows, { ...total, isTotal: true }]
}

interface LoanSums {
  readonly loans: number
  readonly archives: number
  readonly days: number
  readonly out: number
  readonly overdue: number
  readonly returnedLate: number
}

const loanCells = ({ loans, archives, days, out, overdue, returnedLate }: LoanSums) => ({
  loans,
  archives,
  averageDays: meanOf(days, loans),
  out,
  overdue,
  returnedLate,
  overdueRate: shareOf(overdue + returnedLate, loans),
})

/** `report incidents`: what customers said, and what befell what is kept (S000-4.1-6, S000-4.6-8). */
export const drawIncidents: Draw = (office, asked) => {
  const empty = { opened: 0, closed: 0, waiting: 0, suspected: 0 }
  return (['feedback', 'incident'] as const).flatMap((sort) => {
    const lines = sort === 'feedback' ? feedback(office, asked) : happened(office, asked)
    const counts =
      sort === 'feedback'
        ? { ...unsettled, opened: lines.reduce((sum, { opened }) => sum + opened, 0) }
        : sumOf(lines.map(countsOf), empty)
    const money = totalOf(lines.map(({ compensation }) => compensation)) ?? null
    const whole = { sort, key: null, ...counts, compensation: money }
    return [...lines, { ...whole, isTotal: true }]
  })
}

const countsOf = ({ opened, closed, waiting, suspected }: Line) => ({
  opened,
  closed: closed ?? 0,
  waiting: waiting ?? 0,
  suspected: suspected ?? 0,
})

/** Feedback is neither closed nor suspected. */
const unsettled = { closed: null, waiting: null, suspected: null, compensation: null }

type Line = {
  readonly sort: 'feedback' | 'incident'
  readonly key: string | null
  readonly opened: number
  readonly closed: number | null
  readonly waiting: number | null
  readonly suspected: number | null
  readonly compensation: string | null
  readonly isTotal: boolean
}

function happened(
  office: Office,
  { counting, period, isEverything, ...asked }: ReportAsked,
): Line[] {
  const { store, policy } = office
  const kinds = policy.incidents?.kinds ?? {}
  const day = asOf(office, { counting, period, isEverything, ...asked })
  const counts = incidentsBy(store, counting, period, { asOf: day, isEverything })
  const order = Object.keys(kinds)
  return counts
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
    .map(({ kind, opened, closed, suspected, compensations }) => ({
      sort: 'incident',
      key: kind,
      opened,
      closed,
      waiting: opened - closed,
      suspected,
      compensation: totalOf(JSON.parse(compensations) as string[]) ?? null,
      isTotal: false,
    }))
}

function feedback(office: Office, { counting, period }: ReportAsked): Line[] {
  const choice = feedbackChoice(office)
  if (!choice) return []
  const order = Object.keys(choice.choices)
  return feedbackBy(office.store, counting, period, choice.key)
    .toSorted((a, b) => order.indexOf(a.value ?? '') - order.indexOf(b.value ?? ''))
    .map(({ value, count }) => ({
      sort: 'feedback',
      key: value,
      opened: count,
      ...unsettled,
      isTotal: false,
    }))
}
