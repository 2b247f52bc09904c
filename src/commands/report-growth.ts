import {
  halfYearOf,
  stretchesIn,
  stretchOf,
  usualStretch,
  type Stretch,
} from '../domain/report-period.ts'
import { readPeriod } from '../domain/period.ts'
import type { ReportRow } from '../domain/report.ts'
import { inListOrder } from '../domain/report-counting.ts'
import { endingsOf, monthsOf, type Ending, type Month } from '../store/report-archives.ts'
import type { Office } from './desk.ts'
import type { Draw } from './report-asked.ts'

/** `report growth`: archives opened and closed in each stretch, and how many there are by then. */
export const drawGrowth: Draw = (office, { counting, period, by }) => {
  const months = monthsOf(office.store, counting, period)
  const before = sumIn(months.filter(({ month }) => month === ''))
  const within = months.filter(({ month }) => month !== '')
  const first = period.name === '' ? firstDay(within, period.to) : period.from
  const stretch = (by as Stretch | undefined) ?? usualStretch(first, period.to)
  const counts = new Map<string, Month[]>()
  for (const it of within) {
    const name = stretchOf(`${it.month}-01`, stretch)
    counts.set(name, [...(counts.get(name) ?? []), it])
  }
  let [cumulative, closedSoFar] = [before.opened, before.closed]
  const rows = stretchesIn(first, period.to, stretch).map(({ name, from, to }): ReportRow => {
    const { opened, closed } = sumIn(counts.get(name) ?? [])
    cumulative += opened
    closedSoFar += closed
    const days = { from: from < first ? first : from, to: to > period.to ? period.to : to }
    const remaining = cumulative - closedSoFar
    return { period: name, ...days, opened, closed, cumulative, remaining, isTotal: false }
  })
  const all = sumIn(within)
  const days = { from: first, to: period.to }
  const sums = { opened: all.opened, closed: all.closed }
  const end = { cumulative, remaining: cumulative - closedSoFar }
  return [...rows, { period: null, ...days, ...sums, ...end, isTotal: true }]
}

const firstDay = (months: readonly Month[], otherwise: string): string =>
  months[0] === undefined ? otherwise : `${months[0].month}-01`

const sumIn = (months: readonly Month[]) => ({
  opened: months.reduce((sum, { opened }) => sum + opened, 0),
  closed: months.reduce((sum, { closed }) => sum + closed, 0),
})

/** `report retention`: how many archives will have served their time, by half-year and class (S002-5.1-1). */
export const drawRetention: Draw = (office, { counting, period }) => {
  const { today, store } = office
  const isSaid = period.name !== ''
  const { from, to } = period
  const days = isSaid ? { today, from, to } : { today, from: undefined, to: undefined }
  const endings = endingsOf(store, counting, days)
  const rows = halvesOf(endings).flatMap(([half, those]) => classRows(office, half, those))
  const total = { period: null, from: null, to: null, retentionClass: null }
  return [...rows, { ...total, ...heldIn(endings), isTotal: true }]
}

/** What is past comes first, then the half-years; what never ends, or has not begun, comes last. */
function halvesOf(endings: readonly Ending[]): [string | null, Ending[]][] {
  const halves = new Map<string | null, Ending[]>()
  for (const ending of endings)
    halves.set(ending.halfYear, [...(halves.get(ending.halfYear) ?? []), ending])
  return [...halves].toSorted(([a], [b]) => (a ?? '~').localeCompare(b ?? '~'))
}

function classRows(
  { policy, today }: Office,
  half: string | null,
  endings: readonly Ending[],
): ReportRow[] {
  const choices = policy.retention?.classes
  const classes = new Map(endings.map((it) => [it.retentionClass, it]))
  const read = half === null || half === '' ? undefined : readPeriod(half)
  const from = read && half === halfYearOf(today) ? today : (read?.from ?? null)
  const name = half === null ? 'never' : half === '' ? 'past' : half
  return inListOrder(classes, choices).map(([key, { archives, held }]) => ({
    period: name,
    from,
    to: read?.to ?? null,
    retentionClass: key,
    archives,
    held,
    isTotal: false,
  }))
}

const heldIn = (endings: readonly Ending[]) => ({
  archives: endings.reduce((sum, { archives }) => sum + archives, 0),
  held: endings.reduce((sum, { held }) => sum + held, 0),
})
